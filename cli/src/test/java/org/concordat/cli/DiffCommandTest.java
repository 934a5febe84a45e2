package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
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
      assets:
        - {id: control-system, name: Control system, kind: technical}
        - {id: network, name: Plant network, kind: technical}
      dependencies:
        - {from: control-system, on: network}
      impacts:
        - {requirement: control-system/availability, factor: productivity-loss, level: critical, by: j.doe}
        - {factor: productivity-loss, goal: efficiency, level: critical}
      """;

  @TempDir private Path folder;
  private Path old = Path.of("");
  private Path now = Path.of("");

  @BeforeEach
  void writeBoth() throws IOException {
    old = folder.resolve("old.yaml");
    now = folder.resolve("new.yaml");
    Files.writeString(old, WORKSPACE);
    Files.writeString(
        now,
        WORKSPACE
            .replace("level: critical, by: j.doe", "level: marginal, by: j.doe")
            .replace("Plant network", "Network of the plant"));
  }

  @Test
  void each_moved_requirement_names_the_change_that_moved_it() {
    Result result = new Shell().run("diff", old, now, "--format", "csv");

    assertThat(result.status()).isZero();
    assertThat(result.out().lines().skip(1))
        .containsExactly(
            "Control system: availability,control-system/availability,critical,marginal,1 →"
                + " 1,j.doe judged control-system/availability → Loss of productivity marginal"
                + " instead of critical",
            "Network of the plant: availability,network/availability,critical,marginal,1 →"
                + " 1,j.doe judged control-system/availability → Loss of productivity marginal"
                + " instead of critical");
  }

  @Test
  void changes_without_effect_are_told_apart() {
    Result result = new Shell().run("diff", old, now);

    assertThat(result.out())
        .startsWith("2 changes:")
        .contains("  1. Asset Network of the plant: name Plant network → Network of the plant")
        .contains("(moves nothing)")
        .contains("  2. j.doe judged")
        .contains("1 → 1  change 2")
        .contains("2 of 6 requirements moved");
  }

  @Test
  void programs_get_numbered_changes_and_causes() {
    Result result = new Shell().run("diff", old, now, "--format", "json");

    assertThat(result.out())
        .contains("\"attribution\":\"counterfactual\"")
        .contains("\"id\":\"network/availability\"")
        .contains("\"causes\":[2]");
  }

  @Test
  void the_same_workspace_twice_has_no_changes() {
    assertThat(new Shell().run("diff", old, old).out()).isEqualTo("Nothing changed.\n");
  }
}
