package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrioritiesCommandTest {
  private static final Path ACME = Samples.of("acme");

  @Test
  void json_is_exactly_what_other_programs_were_promised() {
    Result result = new Shell().run("priorities", ACME, "--format", "json", "--top", "2");

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo(
            """
            {"organisation":"acme","scale":["negligible","marginal","critical"],"requirements":[
            {"id":"claims-db/availability","asset":"claims-db","property":"availability","rank":1,\
            "score":1.0,"level":"critical","own":0.6666666666666666,\
            "units":{"claims":1.0,"sales":0.0},"rationale":[\
            {"path":["claims-db/availability","handle-claim/availability","productivity-loss","fast-settlement"],\
            "levels":["critical","critical","critical","critical"],"score":1.0},\
            {"path":["claims-db/availability","productivity-loss","fast-settlement"],\
            "levels":["marginal","critical","critical"],"score":0.6666666666666666}]},
            {"id":"handle-claim/availability","asset":"handle-claim","property":"availability","rank":1,\
            "score":1.0,"level":"critical","own":1.0,\
            "units":{"claims":1.0,"sales":0.0},"rationale":[\
            {"path":["handle-claim/availability","productivity-loss","fast-settlement"],\
            "levels":["critical","critical","critical"],"score":1.0}]}]}
            """);
  }

  @Test
  void json_lists_every_requirement_also_those_without_need() {
    Result result = new Shell().run("priorities", ACME, "--format", "json");

    assertThat(result.lines()).hasSize(1 + 6);
    assertThat(result.lines().getLast())
        .startsWith(
            "{\"id\":\"claims-db/confidentiality\",\"asset\":\"claims-db\","
                + "\"property\":\"confidentiality\",\"rank\":6,\"score\":0.0,\"level\":\"none\"");
  }

  @Test
  void a_unit_sees_what_its_own_goals_need() {
    Result result = new Shell().run("priorities", ACME, "--format", "json", "--unit", "sales");

    assertThat(result.lines())
        .hasSize(1 + 3)
        .allMatch(l -> !l.contains("claims\":"))
        .anyMatch(l -> l.contains("\"id\":\"crm/confidentiality\""));
  }

  @Test
  void an_unknown_unit_is_wrong_use_and_names_the_nearest() {
    Result result = new Shell().run("priorities", ACME, "--unit", "sale");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.errors().getFirst())
        .isEqualTo("error: there is no unit 'sale'; nearest: sales, claims");
  }

  @Test
  void without_rationale_there_are_no_paths() {
    Result result = new Shell().run("priorities", ACME, "--format", "json", "--rationale", "0");

    assertThat(result.out()).contains("\"rationale\":[]").doesNotContain("\"path\"");
  }

  @Test
  void people_see_levels_names_and_reasons() {
    Result result = new Shell().run("priorities", ACME);

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """

            Rank  Level         Requirement                       Why                                  Need
            ────  ────────────  ────────────────────────────────  ───────────────────────────────────  ─────────
               1  ■■■ critical  Claims database: availability     stops Handle claim → Loss of         inherited
                                claims-db/availability            productivity (critical) → Settle
                                                                  within a day (critical)
               1  ■■■ critical  Handle claim: availability        Loss of productivity (critical) →    own
                                handle-claim/availability         Settle within a day (critical)
               3  ■■· marginal  Claims database: integrity        falsifies Handle claim [marginal] →  inherited
                                claims-db/integrity               Loss of reputation (critical) →
                                                                  Know every customer (critical)
                                                                  [goal marginal]
               3  ■■· marginal  顧客管理 🙂: confidentiality      Loss of reputation (critical) →      own
                                crm/confidentiality               Know every customer (critical)
                                                                  [goal marginal]
               3  ■■· marginal  Handle claim: integrity           Loss of reputation (critical) →      own
                                handle-claim/integrity            Know every customer (critical)
                                                                  [goal marginal]
               6  ··· none      Claims database: confidentiality  no impact leads from it to a goal
                                claims-db/confidentiality

            6 of 6 requirements shown: 2 critical, 3 marginal, 1 without need.
            Why, in full:
              concordat explain claims-db/availability ACME
            """
                .replace("ACME", ACME.toString()));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 33, 48, 60, 72, 80, 100, 140, 240})
  void the_table_fits_the_terminal(int columns) {
    Result result = new Shell().columns(columns).run("priorities", ACME);

    assertThat(result.lines())
        .filteredOn(l -> !l.startsWith("  concordat "))
        .allMatch(l -> width(l) <= columns);
  }

  /** Columns of the texts of the samples: ideographs and emoji are two wide. */
  private static int width(String line) {
    return line.codePoints().map(c -> c >= 0x3000 ? 2 : 1).sum();
  }

  @Test
  void colours_appear_on_a_terminal_only() {
    assertThat(new Shell().run("priorities", ACME).out()).doesNotContain("\u001b");
    assertThat(new Shell().onATerminal().run("priorities", ACME).out()).contains("\u001b[1;31m");
    assertThat(new Shell().onATerminal().with("NO_COLOR", "1").run("priorities", ACME).out())
        .doesNotContain("\u001b");
    assertThat(new Shell().run("priorities", ACME, "--color", "always").out()).contains("\u001b[");
    assertThat(new Shell().onATerminal().run("priorities", ACME, "--color", "never").out())
        .doesNotContain("\u001b");
  }

  @Test
  void csv_has_a_column_for_each_unit() {
    Result result = new Shell().run("priorities", ACME, "--format", "csv", "--top", "1");

    assertThat(result.out())
        .isEqualTo(
            """
            rank,id,asset,property,name,score,level,own,unit claims,unit sales,rationale
            1,claims-db/availability,claims-db,availability,Claims database,1.0,critical,\
            0.6666666666666666,1.0,0.0,claims-db/availability > handle-claim/availability >\
             productivity-loss > fast-settlement; claims-db/availability > productivity-loss >\
             fast-settlement
            """);
  }

  @Test
  void markdown_is_a_table_for_people() {
    Result result = new Shell().run("priorities", ACME, "--format", "markdown", "--top", "1");

    assertThat(result.out())
        .isEqualTo(
            """
            | Rank | Level | Requirement | Why | Need |
            | --- | --- | --- | --- | --- |
            | 1 | ■■■ critical | Claims database: availability<br>claims-db/availability | stops Handle\
             claim → Loss of productivity (critical) → Settle within a day (critical) | inherited |
            """);
  }

  @Test
  void several_reasons_stand_below_each_other() {
    Result result =
        new Shell().columns(200).run("priorities", ACME, "--top", "1", "--rationale", "2");

    assertThat(result.out())
        .containsPattern(
            "stops Handle claim → .* inherited\n.* Loss of productivity \\(marginal\\) → ");
  }

  @Test
  void what_is_cut_off_says_how_to_see_it() {
    Result result = new Shell().columns(200).run("priorities", ACME, "--top", "2");

    assertThat(result.lines())
        .contains(
            "2 of 6 requirements shown: 2 critical, 3 marginal, 1 without need.",
            "  concordat priorities " + ACME + " --top 6");
  }

  @Test
  void without_assets_it_says_how_to_bring_them(@TempDir Path folder) throws IOException {
    Path file = Samples.write(folder, "concordat: 1\norganisation: {id: acme, name: Acme}\n");

    assertThat(new Shell().columns(300).run("priorities", file).out())
        .startsWith("There are no assets yet.")
        .contains("  concordat import FILE --into " + file);
  }

  @Test
  void without_impacts_it_says_which_link_is_missing(@TempDir Path folder) throws IOException {
    String start =
        """
        concordat: 1
        organisation: {id: acme, name: Acme}
        assets:
          - {id: a, name: A, kind: process}
        """;
    String units = "units:\n  - {id: u, name: U, goals: [{id: g, name: G}]}\n";
    String factors = "factors:\n  - {id: f, name: F}\n";
    String hurts = "impacts:\n  - {factor: f, goal: g, level: critical}\n";

    assertThat(summary(folder, start)).contains("no unit has a goal");
    assertThat(summary(folder, start + units)).contains("there are no factors");
    assertThat(summary(folder, start + units + factors))
        .contains("no factor is linked to a goal")
        .contains("- {factor: f, goal: g, level: critical}");
    assertThat(summary(folder, start + units + factors + hurts))
        .contains("no requirement is linked to a factor")
        .contains("- {requirement: a/availability, factor: f, level: critical}");
  }

  @Test
  void ratings_without_a_business_reason_say_what_they_wait_for(@TempDir Path folder)
      throws IOException {
    String yaml =
        """
        concordat: 1
        organisation: {id: acme, name: Acme}
        units:
          - {id: u, name: U, goals: [{id: g, name: G}]}
        factors:
          - {id: f, name: F}
          - {id: rated-impact, name: Rated}
        assets:
          - {id: a, name: A, kind: process}
        impacts:
          - {requirement: a/integrity, factor: rated-impact, level: marginal}
        """;

    assertThat(summary(folder, yaml))
        .endsWith("  - {factor: rated-impact, goal: g, level: critical}");
  }

  @Test
  void of_many_warnings_a_few_are_told(@TempDir Path folder) throws IOException {
    StringBuilder yaml =
        new StringBuilder("concordat: 1\norganisation: {id: acme, name: Acme}\nassets:\n");
    for (int i = 0; i < 10; i++) {
      yaml.append("  - {id: a%d, properties: [unheard-of-%d]}%n".formatted(i, i));
    }
    Path file = Samples.write(folder, yaml.toString());

    Result result = new Shell().run("priorities", file);

    assertThat(result.status()).isZero();
    assertThat(result.errors()).hasSize(4);
    assertThat(result.errors().getLast())
        .isEqualTo("warning: 7 more; see them all with: concordat check " + file);
    assertThat(new Shell().run("check", file).errors()).hasSize(10);
  }

  private static String summary(Path folder, String yaml) throws IOException {
    Result result = new Shell().columns(500).run("priorities", Samples.write(folder, yaml));
    assertThat(result.status()).isZero();
    return String.join("\n", result.lines());
  }
}
