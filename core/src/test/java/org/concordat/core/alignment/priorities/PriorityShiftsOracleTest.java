package org.concordat.core.alignment.priorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.PriorityShifts.Attribution;
import org.concordat.core.alignment.priorities.PriorityShifts.RankShift;
import org.concordat.core.alignment.priorities.PriorityShifts.Shift;
import org.concordat.core.workspace.ChangeDependencies;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceDiff;
import org.junit.jupiter.api.Test;

/** Shifts and causes are those of their definition, on random workspaces and random changes. */
class PriorityShiftsOracleTest {
  private static final int SEEDS = 300;

  /** A requirement's exact state in a workspace; one that is not there has none. */
  private record State(Fraction score, String level) {}

  @Test
  void what_moved_is_what_the_definition_says() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Case one = new Case(seed);
      SlowPriorities before = SlowPriorities.of(one.before);
      SlowPriorities after = SlowPriorities.of(one.after);
      Map<Requirement, State> was = states(one.before, one);
      Map<Requirement, State> is = states(one.after, one);
      Set<Requirement> all = new LinkedHashSet<>(was.keySet());
      all.addAll(is.keySet());
      Set<Requirement> moved = new HashSet<>();
      Set<Requirement> passed = new HashSet<>();
      for (Requirement requirement : all) {
        if (!Objects.equals(was.get(requirement), is.get(requirement))) {
          moved.add(requirement);
        } else if (before.rank(requirement) != after.rank(requirement)) {
          passed.add(requirement);
        }
      }

      PriorityShifts shifts = PriorityShifts.between(one.before, one.after);

      assertThat(shifts.moved().stream().map(Shift::requirement))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(moved);
      assertThat(shifts.reranked().stream().map(RankShift::requirement))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(passed);
    }
  }

  @Test
  void a_change_is_a_cause_exactly_when_making_or_omitting_it_alone_moves_the_need() {
    int tried = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Case one = new Case(seed);
      PriorityShifts shifts = PriorityShifts.between(one.before, one.after);
      Map<Requirement, Set<WorkspaceChange>> expected = one.soleCauses(shifts);
      for (Shift shift : shifts.moved()) {
        Set<WorkspaceChange> causes = expected.getOrDefault(shift.requirement(), Set.of());
        if (shift.attribution() == Attribution.COUNTERFACTUAL) {
          assertThat(new LinkedHashSet<>(shift.causes()))
              .as("%s of seed %d", shift.requirement(), seed)
              .isEqualTo(causes);
          tried++;
        } else {
          assertThat(causes).as("%s of seed %d", shift.requirement(), seed).isEmpty();
        }
      }
    }
    assertThat(tried).isGreaterThan(SEEDS);
  }

  @Test
  void causes_together_move_the_need_as_all_do_and_none_can_be_left_out() {
    int tried = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Case one = new Case(seed);
      PriorityShifts shifts = PriorityShifts.between(one.before, one.after);
      Map<Requirement, State> after = states(one.after, one);
      for (Shift shift : shifts.moved()) {
        assertThat(shift.attribution()).isNotEqualTo(Attribution.PATHS);
        if (shift.attribution() == Attribution.TOGETHER) {
          tried++;
          Requirement requirement = shift.requirement();
          List<WorkspaceChange> causes = shift.causes();
          assertThat(causes).hasSizeGreaterThan(1);
          assertThat(one.making(causes).get(requirement))
              .as("%s of seed %d", requirement, seed)
              .isEqualTo(after.get(requirement));
          for (int i = 0; i < causes.size(); i++) {
            assertThat(one.makingWithout(causes.get(i), causes).get(requirement))
                .as("%s of seed %d without %s", requirement, seed, causes.get(i))
                .isNotEqualTo(after.get(requirement));
          }
        }
      }
    }
    assertThat(tried).isPositive();
  }

  @Test
  void a_change_without_effect_is_a_cause_of_nothing() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Case one = new Case(seed);
      PriorityShifts shifts = PriorityShifts.between(one.before, one.after);
      Set<WorkspaceChange> causes = new HashSet<>();
      shifts.moved().forEach(shift -> causes.addAll(shift.causes()));

      for (WorkspaceChange change : shifts.withoutEffect()) {
        // Parallel dependencies may be equal, so equal changes may stand twice.
        long equal = shifts.changes().stream().filter(change::equals).count();
        assertThat(equal > 1 || !causes.contains(change)).as("seed %d", seed).isTrue();
      }
      assertThat(causes.size() + shifts.withoutEffect().size())
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(new HashSet<>(shifts.changes()).size());
    }
  }

  private static Map<Requirement, State> states(Workspace workspace, Case one) {
    SlowPriorities priorities = SlowPriorities.of(workspace);
    boolean levels = one.before.scale().size() != one.after.scale().size();
    SortedMap<Requirement, State> states = new TreeMap<>();
    for (Requirement requirement : priorities.listed()) {
      Fraction score = priorities.score(requirement);
      int level = score.level(workspace.scale().size());
      String name = level == 0 ? "none" : workspace.scale().names().get(level - 1);
      states.put(requirement, new State(score, levels ? name : ""));
    }
    return states;
  }

  /** A workspace and some changes of it: a few, or (every fourth) whatever makes it another one. */
  private static final class Case {
    private final Workspace before;
    private final Workspace after;
    private final List<WorkspaceChange> changes;
    private final ChangeDependencies dependencies;
    private final Map<BitSet, Map<Requirement, State>> known = new HashMap<>();

    Case(long seed) {
      Random random = new Random(seed);
      before = RandomWorkspaces.of(seed, 1 + (int) (seed % 6));
      Workspace other = RandomWorkspaces.of(seed + SEEDS, 1 + (int) (seed % 5));
      List<WorkspaceChange> all = WorkspaceDiff.between(before, other);
      BitSet some = new BitSet();
      IntStream.range(0, all.size())
          .filter(_ -> seed % 4 == 0 || random.nextInt(6) == 0)
          .forEach(some::set);
      BitSet closed = ChangeDependencies.of(before, other, all).withNeeded(some);
      after = WorkspaceDiff.apply(before, closed.stream().mapToObj(all::get).toList());
      changes = WorkspaceDiff.between(before, after);
      dependencies = ChangeDependencies.of(before, after, changes);
    }

    Map<Requirement, State> making(List<WorkspaceChange> some) {
      return made(dependencies.withNeeded(places(some)));
    }

    Map<Requirement, State> makingWithout(WorkspaceChange one, List<WorkspaceChange> some) {
      BitSet places = dependencies.withNeeded(places(some));
      places.andNot(dependencies.withNeeding(places(List.of(one))));
      return made(places);
    }

    private BitSet places(List<WorkspaceChange> some) {
      BitSet places = new BitSet();
      some.forEach(change -> places.set(changes.indexOf(change)));
      return places;
    }

    private Map<Requirement, State> made(BitSet places) {
      return known.computeIfAbsent(
          (BitSet) places.clone(),
          set ->
              states(
                  WorkspaceDiff.apply(before, set.stream().mapToObj(changes::get).toList()), this));
    }

    Map<Requirement, Set<WorkspaceChange>> soleCauses(PriorityShifts shifts) {
      Map<Requirement, Set<WorkspaceChange>> causes = new HashMap<>();
      Map<Requirement, State> end = states(after, this);
      for (int i = 0; i < changes.size(); i++) {
        BitSet alone = new BitSet();
        alone.set(i);
        BitSet needing = dependencies.withNeeding(alone);
        BitSet made = dependencies.withNeeded(alone);
        BitSet needed = (BitSet) made.clone();
        needed.andNot(needing);
        BitSet others = new BitSet();
        others.set(0, changes.size());
        others.andNot(needing);
        for (Shift shift : shifts.moved()) {
          Requirement requirement = shift.requirement();
          if (isUnit(changes.get(i))) {
            continue;
          }
          if (!Objects.equals(made(made).get(requirement), made(needed).get(requirement))
              || !Objects.equals(made(others).get(requirement), end.get(requirement))) {
            causes.computeIfAbsent(requirement, _ -> new LinkedHashSet<>()).add(changes.get(i));
          }
        }
      }
      return causes;
    }

    /** A unit moves nothing; its goals do, each on its own account. */
    private static boolean isUnit(WorkspaceChange change) {
      return change instanceof WorkspaceChange.UnitChange;
    }
  }
}
