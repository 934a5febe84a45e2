package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrosswalkCommandTest {
  private static final String CATALOGUES =
      """
      catalogue: {id: a, title: A, version: "1", source: here}
      controls: [{id: a1, title: One}, {id: a2, title: Two}]
      ---
      catalogue: {id: b, title: B, version: "1", source: here}
      controls:
        - {id: b1, title: Bee, parts: [{id: b1.1, title: Part}]}
      ---
      catalogue: {id: c, title: C, version: "1", source: here}
      controls: [{id: c1, title: See}]
      """;

  @TempDir private Path folder;

  @Test
  void what_is_known_comes_as_json_with_its_proof() throws IOException {
    Path catalogues = write("catalogues.yaml", CATALOGUES);
    Path first =
        write(
            "ab.yaml",
            """
            crosswalk: {id: ab, source: a, target: b, publisher: P, url: "https://p"}
            mappings: [{source: a2, relation: superset, target: b1, strength: 7, because: so}]
            """);
    Path second =
        write(
            "cb.yaml",
            """
            crosswalk: {id: cb, source: c, target: b, publisher: P, url: "https://p"}
            mappings: [{source: c1, relation: related, target: b1.1}]
            """);
    Result result =
        run("infer", "--from", "a", "--to", "c", "--format", "json", catalogues, first, second);

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            {"pairs":[
            {"source":"a2","target":"c1","known":["equal","subset","superset","intersects"],\
            "via":[[{"crosswalk":"ab","source":"a2","relation":"superset","target":"b1"},\
            {"crosswalk":"b","source":"b1.1","relation":"subset","target":"b1","part":true},\
            {"crosswalk":"cb","source":"c1","relation":"related","target":"b1.1"}]]}],\
            "contradictions":[]}
            """);
  }

  @Test
  void what_is_known_comes_as_a_table_for_people() {
    Result result =
        run(
            "infer",
            "--from",
            "iso27001-2022",
            "--to",
            "csf-2.0",
            "--why",
            Samples.of("standards"));

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("Identity management")
        .contains("superset", "something in common")
        .contains("ID-1 subset A.5.16 (acme-iso)")
        .contains("of all others nothing.");
  }

  @Test
  void a_contradiction_is_told_with_the_mappings_that_cause_it() throws IOException {
    Path files =
        write(
            "all.yaml",
            CATALOGUES
                + """
                ---
                crosswalk: {id: x, source: a, target: b}
                mappings:
                  - {source: a1, relation: equal, target: b1.1}
                  - {source: a2, relation: subset, target: b1.1}
                  - {source: a1, relation: none, target: b1}
                """);
    Result check = run("check", files);

    assertThat(check.status()).isEqualTo(ExitStatus.INVALID);
    assertThat(check.out())
        .isEqualTo(
            """
            These cannot all be true:
              a a1 none b b1 (x)
              a a1 equal b b1.1 (x)

            3 catalogues, 1 crosswalk with 3 mappings: 1 contradiction.
            """);
    assertThat(run("check", files, "--format", "json").out())
        .contains(
            "\"contradictions\":[\n"
                + "{\"source\":\"a1\",\"target\":\"b1\",\"catalogues\":[\"a\",\"b\"],"
                + "\"mappings\":[{\"crosswalk\":\"x\",\"source\":\"a1\",\"relation\":\"none\",");
    Result infer = run("infer", "--from", "a", "--to", "b", files, "--format", "csv");
    assertThat(infer.status()).isZero();
    assertThat(infer.out())
        .isEqualTo(
            """
            source,known,target,via
            a2,subset,b1,a2 subset b1.1 (x); b1.1 part of b1
            a2,subset,b1.1,a2 subset b1.1 (x)
            """);
    assertThat(infer.err()).startsWith("warning: 1 contradiction is left out");
  }

  @Test
  void coverage_is_told_per_control_with_what_proves_it() {
    Result table =
        run(
            "coverage",
            "--operated",
            Samples.of("operated.yaml"),
            "--to",
            "csf-2.0",
            Samples.of("standards"),
            "--why");

    assertThat(table.status()).as(table.err()).isZero();
    assertThat(table.out())
        .contains("parts: PR.AA-01, PR.AA-03")
        .contains("iso27001-2022 A.5.16, in operation: superset")
        .contains("Of 4 controls 3 are covered, 0 partly, 0 possibly; 1 are open.");
    Result json =
        run(
            "coverage",
            "--operated",
            Samples.of("operated.yaml"),
            "--to",
            "csf-2.0",
            "--format",
            "json",
            Samples.of("standards"));
    assertThat(json.lines())
        .contains(
            "{\"control\":\"PR.AA\",\"coverage\":\"covered\",\"parts\":[\"PR.AA-01\",\"PR.AA-03\"]},",
            "{\"control\":\"RC.RP\",\"coverage\":\"open\"}],\"contradictions\":[]}");
  }

  @Test
  void wrong_use_and_wrong_input_are_told_apart() throws IOException {
    assertThat(run("infer", "--from", "iso", "--to", "csf-2.0", Samples.of("standards")).err())
        .startsWith("error: there is no catalogue 'iso'; nearest: iso27001-2022");
    assertThat(run("infer", "--from", "iso", "--to", "csf-2.0", Samples.of("standards")).status())
        .isEqualTo(ExitStatus.USAGE);
    Path broken = write("x.yaml", CATALOGUES + "---\ncrosswalk: {id: x, source: a, target: z}\n");
    Result invalid = run("infer", "--from", "a", "--to", "b", broken);
    assertThat(invalid.status()).isEqualTo(ExitStatus.INVALID);
    assertThat(invalid.err())
        .isEqualTo(
            "error: %s:11:39: crosswalk.target: there is no catalogue 'z' among the files; did you"
                    .formatted(broken)
                + " mean 'a'?\n");
    assertThat(run("check", folder.resolve("no")).status()).isEqualTo(ExitStatus.INVALID);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Result run(Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = "crosswalk";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new Shell().columns(200).run(all);
  }
}
