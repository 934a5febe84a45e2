package org.concordat.core.alignment.priorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** The engine against the definition, written down in exact arithmetic, on random workspaces. */
class PrioritiesOracleTest {
  private static final int WORKSPACES = 3_000;
  private static final int PATHS = 7;

  @Test
  void needs_ranks_and_order_are_those_of_the_definition() {
    for (long seed = 0; seed < WORKSPACES; seed++) {
      Workspace workspace = RandomWorkspaces.of(seed);
      assertSame("seed " + seed, Priorities.of(workspace), SlowPriorities.of(workspace), workspace);
    }
  }

  @Test
  void the_priorities_of_one_unit_are_those_of_its_goals_alone() {
    for (long seed = 0; seed < WORKSPACES / 4; seed++) {
      Workspace workspace = RandomWorkspaces.of(seed);
      for (Unit unit : workspace.units()) {
        Priorities priorities = Priorities.ofUnit(workspace, unit.id());
        SlowPriorities expected = SlowPriorities.ofUnit(workspace, unit.id());
        assertThat(priorities.list(priorities.size(), 0))
            .as("seed " + seed + ", unit " + unit.id())
            .extracting(Priority::requirement)
            .isEqualTo(expected.listed());
      }
    }
  }

  @Test
  void the_rationale_is_the_best_paths_in_order() {
    for (long seed = 0; seed < WORKSPACES; seed++) {
      Workspace workspace = RandomWorkspaces.of(seed, 1 + (int) (seed % 7));
      Priorities priorities = Priorities.of(workspace);
      SlowPriorities expected = SlowPriorities.of(workspace);
      for (Priority priority : priorities.list(priorities.size(), PATHS)) {
        List<SlowPriorities.Path> paths =
            expected.rationale(priority.requirement()).stream().limit(PATHS).toList();
        assertThat(priority.rationale())
            .as("seed %d, %s", seed, priority.requirement())
            .extracting(RationalePath::path)
            .isEqualTo(paths.stream().map(SlowPriorities.Path::ids).toList());
        for (int i = 0; i < paths.size(); i++) {
          assertThat(priority.rationale().get(i).score())
              .as("seed %d, path %s", seed, paths.get(i))
              .isCloseTo(paths.get(i).score().toDouble(), within(1e-12));
          assertThat(priority.rationale().get(i).levels())
              .as("seed %d, path %s", seed, paths.get(i))
              .isEqualTo(paths.get(i).levels().stream().map(Level::of).toList());
        }
      }
    }
  }

  private static void assertSame(
      String name, Priorities priorities, SlowPriorities slow, Workspace workspace) {
    SortedMap<Requirement, SlowPriorities.Need> expected = slow.needs();
    List<Priority> list = priorities.list(Integer.MAX_VALUE, 0);
    assertThat(list).as(name).extracting(Priority::requirement).isEqualTo(slow.listed());
    for (Priority priority : list) {
      String what = name + ", " + priority.requirement() + ", " + workspace.combination();
      SlowPriorities.Need need = Objects.requireNonNull(expected.get(priority.requirement()));
      assertThat(priority.score()).as(what).isCloseTo(need.score().toDouble(), within(1e-12));
      assertThat(priority.own()).as(what).isCloseTo(need.own().toDouble(), within(1e-12));
      assertThat(priority.rank()).as(what).isEqualTo(need.rank());
      assertThat(priority.level())
          .as(what)
          .isEqualTo(need.level() == 0 ? "none" : workspace.scale().name(Level.of(need.level())));
      Map<String, Double> units = priority.units();
      assertThat(new ArrayList<>(units.keySet()))
          .as(what)
          .isEqualTo(workspace.units().stream().map(Unit::id).toList());
      need.units()
          .forEach(
              (unit, score) ->
                  assertThat(units.get(unit))
                      .as(what + ", unit " + unit)
                      .isCloseTo(score.toDouble(), within(1e-12)));
    }
  }
}
