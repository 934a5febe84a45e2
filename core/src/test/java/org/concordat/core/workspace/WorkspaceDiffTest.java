package org.concordat.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.RandomWorkspaces;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.WorkspaceChange.GoalChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.core.workspace.WorkspaceChange.UnitChange;
import org.junit.jupiter.api.Test;

class WorkspaceDiffTest {
  private static final int SEEDS = 1000;

  @Test
  void a_workspace_does_not_differ_from_itself_in_another_order() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Workspace workspace = RandomWorkspaces.of(seed);

      assertThat(WorkspaceDiff.between(workspace, shuffled(workspace, seed)))
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  @Test
  void all_changes_together_lead_from_the_one_workspace_to_the_other() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Workspace before = RandomWorkspaces.of(seed);
      Workspace after = RandomWorkspaces.of(seed + SEEDS);

      List<WorkspaceChange> changes = WorkspaceDiff.between(before, after);

      assertThat(sorted(WorkspaceDiff.apply(before, changes)))
          .as("seed %d", seed)
          .isEqualTo(sorted(after));
    }
  }

  @Test
  void the_inverse_changes_lead_back() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Workspace before = RandomWorkspaces.of(seed);
      Workspace after = RandomWorkspaces.of(seed + SEEDS);
      List<WorkspaceChange> back =
          WorkspaceDiff.between(before, after).stream().map(WorkspaceChange::inverse).toList();

      assertThat(sorted(WorkspaceDiff.apply(after, back)))
          .as("seed %d", seed)
          .isEqualTo(sorted(before));
    }
  }

  @Test
  void no_change_is_too_many() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Workspace before = RandomWorkspaces.of(seed);
      List<WorkspaceChange> made = someChanges(before, RandomWorkspaces.of(seed + SEEDS), seed);

      List<WorkspaceChange> found =
          WorkspaceDiff.between(before, WorkspaceDiff.apply(before, made));

      assertThat(found)
          .as("seed %d", seed)
          .hasSizeLessThanOrEqualTo(made.size())
          .allMatch(change -> !Objects.equals(change.before(), change.after()));
    }
  }

  private static List<WorkspaceChange> someChanges(Workspace before, Workspace after, long seed) {
    Random random = new Random(seed);
    List<WorkspaceChange> changes = WorkspaceDiff.between(before, after);
    BitSet some = new BitSet();
    IntStream.range(0, changes.size()).filter(i -> random.nextInt(4) == 0).forEach(some::set);
    return pick(changes, ChangeDependencies.of(before, after, changes).withNeeded(some));
  }

  @Test
  void the_order_of_the_lists_does_not_show_in_the_changes() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Workspace before = RandomWorkspaces.of(seed);
      Workspace after = RandomWorkspaces.of(seed + SEEDS);

      List<String> changes = texts(before, after);

      assertThat(texts(shuffled(before, seed), shuffled(after, seed + 1)))
          .as("seed %d", seed)
          .isEqualTo(changes);
    }
  }

  /** What a change needs is enough: no dangling reference, no level above the scale, nothing. */
  @Test
  void some_changes_with_all_that_they_need_leave_no_error() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Workspace before = RandomWorkspaces.of(seed);
      Workspace after = RandomWorkspaces.of(seed + SEEDS);
      List<WorkspaceChange> changes = WorkspaceDiff.between(before, after);
      ChangeDependencies dependencies = ChangeDependencies.of(before, after, changes);
      BitSet some = new BitSet();
      IntStream.range(0, changes.size()).filter(i -> random.nextInt(8) == 0).forEach(some::set);
      BitSet others = new BitSet();
      others.set(0, changes.size());
      others.andNot(dependencies.withNeeding(some));

      assertNoError(before, pick(changes, dependencies.withNeeded(some)), seed);
      assertNoError(before, pick(changes, others), seed);
    }
  }

  private static void assertNoError(Workspace before, List<WorkspaceChange> changes, long seed) {
    assertThat(WorkspaceRules.check(WorkspaceDiff.apply(before, changes)))
        .as("seed %d", seed)
        .noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
  }

  @Test
  void a_goal_that_moves_to_another_unit_is_one_change() {
    Goal goal = new Goal("settle", "Settle within a day", Level.of(3));
    Unit claims = new Unit("claims", "Claims", null, List.of());
    Unit sales = new Unit("sales", "Sales", null, List.of());
    Workspace before = withUnits(with(claims, goal), sales);
    Workspace after = withUnits(claims, with(sales, goal));

    assertThat(WorkspaceDiff.between(before, after))
        .containsExactly(
            new GoalChange(new OwnedGoal("claims", goal), new OwnedGoal("sales", goal)));
  }

  @Test
  void a_goal_of_a_unit_that_is_new_needs_the_unit() {
    Goal goal = new Goal("settle", "Settle within a day", Level.of(3));
    Unit claims = new Unit("claims", "Claims", null, List.of());
    Workspace after = withUnits(with(claims, goal));
    GoalChange added = new GoalChange(null, new OwnedGoal("claims", goal));

    assertThat(WorkspaceDiff.between(withUnits(), after))
        .containsExactly(new UnitChange(null, claims), added);
    assertThatThrownBy(() -> added.applyTo(withUnits()))
        .hasMessage("the goal 'settle' has no unit 'claims'");
  }

  @Test
  void a_change_is_not_made_where_something_else_stands() {
    Unit claims = new Unit("claims", "Claims", null, List.of());
    Unit renamed = new Unit("claims", "Claims handling", null, List.of());
    UnitChange change = new UnitChange(claims, renamed);

    assertThat(change.applyTo(withUnits(claims)).units()).containsExactly(renamed);
    assertThatThrownBy(() -> change.applyTo(withUnits(renamed)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not hold");
  }

  private static Unit with(Unit unit, Goal goal) {
    return new Unit(unit.id(), unit.name(), unit.discipline(), List.of(goal));
  }

  private static Workspace withUnits(Unit... units) {
    Workspace empty = Workspace.empty(new Organisation("acme", "Acme Insurance", "insurance"));
    return copy(empty, List.of(units), empty);
  }

  private static List<WorkspaceChange> pick(List<WorkspaceChange> changes, BitSet places) {
    return places.stream().mapToObj(changes::get).toList();
  }

  private static List<String> texts(Workspace before, Workspace after) {
    ChangeWording wording = new ChangeWording(before, after);
    return WorkspaceDiff.between(before, after).stream().map(wording::describe).toList();
  }

  private static Workspace shuffled(Workspace workspace, long seed) {
    Random random = new Random(seed);
    return copy(
        workspace,
        shuffled(workspace.units(), random).stream()
            .map(
                u ->
                    new Unit(
                        u.id(),
                        u.name(),
                        u.discipline(),
                        u.description(),
                        shuffled(u.goals(), random)))
            .toList(),
        new Workspace(
            workspace.organisation(),
            workspace.scale(),
            workspace.combination(),
            workspace.inheritance(),
            workspace.properties(),
            List.of(),
            shuffled(workspace.factors(), random),
            shuffled(workspace.assets(), random).stream()
                .map(a -> withProperties(a, shuffled(a.properties(), random)))
                .toList(),
            shuffled(workspace.dependencies(), random),
            shuffled(workspace.impacts(), random),
            workspace.origins()));
  }

  private static Workspace sorted(Workspace workspace) {
    return copy(
        workspace,
        sorted(workspace.units()).stream()
            .map(
                u -> new Unit(u.id(), u.name(), u.discipline(), u.description(), sorted(u.goals())))
            .toList(),
        new Workspace(
            workspace.organisation(),
            workspace.scale(),
            workspace.combination(),
            workspace.inheritance(),
            sorted(workspace.properties()),
            List.of(),
            sorted(workspace.factors()),
            sorted(
                workspace.assets().stream()
                    .map(a -> withProperties(a, sorted(a.properties())))
                    .toList()),
            sorted(workspace.dependencies()),
            sorted(workspace.impacts()),
            sorted(workspace.origins())));
  }

  private static Workspace copy(Workspace settings, List<Unit> units, Workspace lists) {
    return new Workspace(
        settings.organisation(),
        settings.scale(),
        settings.combination(),
        settings.inheritance(),
        lists.properties(),
        units,
        lists.factors(),
        lists.assets(),
        lists.dependencies(),
        lists.impacts(),
        lists.origins());
  }

  private static Asset withProperties(Asset asset, List<String> properties) {
    return new Asset(
        asset.id(), asset.name(), asset.kind(), asset.unit(), asset.description(), properties);
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> result = new ArrayList<>(list);
    Collections.shuffle(result, random);
    return result;
  }

  private static <T> List<T> sorted(List<T> list) {
    return list.stream().sorted(Comparator.comparing(Object::toString)).toList();
  }
}
