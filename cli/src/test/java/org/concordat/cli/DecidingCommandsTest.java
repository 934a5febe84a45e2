package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that help to decide: classic, sensitivity, reassess. The clock says 2026-05-06. */
class DecidingCommandsTest {
  private static final String WORKSPACE =
      """
      concordat: 1
      organisation: {id: plant, name: Plant}
      units:
        - id: production
          goals:
            - {id: efficiency, name: Run efficiently, importance: critical}
      factors:
        - {id: productivity-loss, name: Loss of productivity}
        - {id: rated-impact, name: Impact as rated at its source}
      assets:
        - {id: control-system, name: Control system, kind: technical}
        - {id: archive, name: Archive, kind: information}
      impacts:
        - {requirement: control-system/availability, factor: productivity-loss, level: critical, by: j.doe, on: 2026-03-01}
        - {requirement: archive/integrity, factor: productivity-loss, level: marginal, by: a.roe, on: 2026-04-01}
        - {factor: productivity-loss, goal: efficiency, level: critical, by: j.doe, on: 2025-03-01}
        - {requirement: archive/availability, factor: rated-impact, level: critical, by: list}
        - {requirement: control-system/availability, factor: rated-impact, level: negligible, by: list}
      """;

  @TempDir private Path folder;
  private Path workspace = Path.of("");

  @BeforeEach
  void write() throws IOException {
    workspace = folder.resolve("plant.yaml");
    Files.writeString(workspace, WORKSPACE);
  }

  @Test
  void classic_measures_the_disagreement_and_tells_the_reason_of_each_item() {
    Result result = new Shell().run("classic", workspace);

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("2 ratings. Agreement with the order by business goals: tau-b -1.00, rho -1.00.")
        .contains("No business reason is stated for 1 of them.")
        .contains("no business reason is")
        .contains("Loss of productivity")
        .contains("(critical) → Run");
  }

  @Test
  void classic_gives_programs_every_figure() {
    Result result = new Shell().run("classic", workspace, "--format", "json");

    assertThat(result.out())
        .contains("\"rated\"")
        .contains("\"tau\"")
        .contains("\"classicPlace\"")
        .contains("\"archive/availability\"");
  }

  @Test
  void classic_says_when_nothing_is_rated() throws IOException {
    Files.writeString(workspace, WORKSPACE.replaceAll(".*requirement:.*rated-impact.*\n", ""));

    assertThat(new Shell().run("classic", workspace).out()).contains("Nothing is rated");
  }

  @Test
  void sensitivity_names_the_judgement_the_ranking_hangs_on() {
    Result result = new Shell().run("sensitivity", workspace, "--top", "1", "--format", "csv");

    assertThat(result.out().lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("attention,judgement,change,by,moved");
    assertThat(result.out()).contains("Archive: integrity → Loss of productivity");
    assertThat(new Shell().run("sensitivity", workspace).out())
        .contains("6 changes of one judgement by one level were tried; 2 of them move nothing.");
  }

  @Test
  void sensitivity_refuses_to_list_nothing() {
    Result result = new Shell().run("sensitivity", workspace, "--top", "0");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("--top takes a number from 1, not 0");
  }

  @Test
  void reassess_lists_what_is_old_and_what_has_no_date() {
    Result result = new Shell().run("reassess", workspace, "--format", "csv");

    assertThat(result.out().lines())
        .containsExactly(
            "judgement,from,to,judged,due,why",
            "Loss of productivity → Run"
                + " efficiently,productivity-loss,efficiency,2025-03-01,2026-03-01,its time is"
                + " over",
            "Archive: availability → Impact as rated at its"
                + " source,archive/availability,rated-impact,,,nobody said when it was made",
            "Control system: availability → Impact as rated at its"
                + " source,control-system/availability,rated-impact,,,nobody said when it was"
                + " made");
  }

  @Test
  void reassess_takes_other_intervals_and_none() {
    assertThat(new Shell().run("reassess", workspace, "--months", "0", "--goal-months", "24").out())
        .contains("No judgement is due.");
    assertThat(new Shell().run("reassess", workspace, "--months", "500").status()).isEqualTo(2);
  }

  @Test
  void reassess_hears_of_incidents() throws IOException {
    Path incidents =
        Files.writeString(
            workspace.resolveSibling("incidents.csv"),
            """
            id,asset,property,on,severity,what,factor,level
            i1,archive,integrity,2026-05-01,high,Two files were wrong,productivity-loss,critical
            """);
    Result result =
        new Shell()
            .run(
                "reassess",
                workspace,
                "--incidents",
                incidents,
                "--months",
                "0",
                "--format",
                "csv");

    assertThat(result.out())
        .contains("damage higher than judged (level 3): Two files were wrong")
        .contains("archive/integrity,productivity-loss");
    Path wrong =
        Files.writeString(
            workspace.resolveSibling("wrong.csv"),
            """
            id,asset,property,on,severity,what,factor,level
            i1,archive,integrity,soon,high,Two files were wrong,,
            i2,archive,integrity,2026-05-01,huge,Two files were wrong,,
            i3,archive,integrity,2026-05-01,high,Two files were wrong,productivity-loss,huge
            """);
    Result refused = new Shell().run("reassess", workspace, "--incidents", wrong);
    assertThat(refused.status()).isNotZero();
    assertThat(refused.err()).contains("wrong.csv:2", "wrong.csv:3", "wrong.csv:4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "sensitivity", "reassess"})
  void a_result_goes_into_a_file_as_its_name_says(String command) throws IOException {
    for (String ending : List.of("csv", "xlsx", "json", "md")) {
      Path file = folder.resolve("result." + ending);
      Result result = new Shell().run(command, workspace, "-o", file);

      assertThat(result.status()).as(result.err()).isZero();
      assertThat(result.out()).isEmpty();
      assertThat(Files.size(file)).isPositive();
    }
    assertThat(Files.readString(folder.resolve("result.csv")))
        .isEqualTo(new Shell().run(command, workspace, "--format", "csv").out());
    assertThat(Files.readAllBytes(folder.resolve("result.xlsx"))).startsWith('P', 'K');
    Result again = new Shell().run(command, workspace, "-o", folder.resolve("result.csv"));
    assertThat(again.status()).isEqualTo(1);
    assertThat(new Shell().run(command, workspace, "-o", folder.resolve("r.doc")).status())
        .isEqualTo(2);
  }
}
