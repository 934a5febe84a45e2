package org.concordat.core.alignment.priorities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.priorities.PriorityShifts.Moved;
import org.concordat.core.workspace.ChangeDependencies;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceDiff;

/**
 * Finds causes by trying out: runs the engine on workspaces with some of the changes and looks at
 * the requirements that moved.
 *
 * <p>A set of changes is only ever made with all that it needs ({@link ChangeDependencies}), and
 * left out with all that needs it, so that every workspace on the way is without errors.
 */
final class Trials {
  /** The state of a requirement that a workspace does not have. */
  private static final long ABSENT = -1;

  private static final int LEVEL_BITS = 8;

  private final Workspace before;
  private final List<WorkspaceChange> changes;
  private final ChangeDependencies dependencies;
  private final BitSet relevant;
  private final List<Moved> moved;
  private final int cost;
  private final boolean levelsCount;
  private final Map<String, Integer> levels = new HashMap<>();

  private final long[] stateBefore;
  private final long[] stateAfter;
  private final BitSet[] alone;
  private final BitSet[] together;
  private int runs;

  Trials(
      Workspace before,
      Workspace after,
      List<WorkspaceChange> changes,
      BitSet relevant,
      List<Moved> moved) {
    this.before = before;
    this.changes = changes;
    this.dependencies = ChangeDependencies.of(before, after, changes);
    this.relevant = relevant;
    this.moved = moved;
    this.cost = 1 + Math.max(requirements(before), requirements(after));
    this.levelsCount = before.scale().size() != after.scale().size();
    this.alone = emptySets(moved.size());
    this.together = emptySets(moved.size());
    this.stateBefore = states(before);
    this.stateAfter = states(after);
  }

  private static int requirements(Workspace workspace) {
    return workspace.assets().stream().mapToInt(asset -> asset.properties().size()).sum();
  }

  private static BitSet[] emptySets(int size) {
    BitSet[] sets = new BitSet[size];
    Arrays.setAll(sets, _ -> new BitSet());
    return sets;
  }

  /** What one run of the engine costs: the requirements of the larger workspace. */
  int cost() {
    return cost;
  }

  /** The changes that each move a requirement on their own. */
  BitSet alone(int requirement) {
    return alone[requirement];
  }

  /** The changes that only together move a requirement. */
  BitSet together(int requirement) {
    return together[requirement];
  }

  /** Makes each change alone, and leaves each out. */
  void tryEach() {
    BitSet all = new BitSet();
    all.set(0, changes.size());
    relevant.stream()
        .forEach(
            change -> {
              BitSet made = withNeeded(List.of(change));
              note(change, states(without(change, made)), states(made));
              note(change, states(without(change, all)), stateAfter);
            });
  }

  private void note(int change, long[] without, long[] with) {
    for (int i = 0; i < with.length; i++) {
      if (without[i] != with[i]) {
        alone[i].set(change);
      }
    }
  }

  /**
   * For the requirements that no change moves on its own: looks for a set that moves them as all
   * changes do and of which none can be left out, by delta debugging.
   *
   * @param budget stops when this much is spent, in runs times {@link #cost}
   * @see <a href="https://doi.org/10.1109/32.988498">A. Zeller and R. Hildebrandt, "Simplifying and
   *     Isolating Failure-Inducing Input", IEEE Transactions on Software Engineering 28(2),
   *     2002</a>
   */
  void tryTogether(long budget) {
    long end = runs + budget / cost;
    for (int i = 0; i < moved.size() && runs < end; i++) {
      if (alone[i].isEmpty() && together[i].isEmpty()) {
        BitSet causes = withoutSpare(i, withNeeded(smallest(i, end)), end);
        if (runs < end) {
          shareWithOthers(causes);
        }
      }
    }
  }

  /** Halves, quarters and so on are tried, and what is left without them. */
  private List<Integer> smallest(int requirement, long end) {
    List<Integer> current = relevant.stream().boxed().toList();
    int parts = 2;
    while (current.size() >= 2 && runs < end) {
      List<Integer> smaller = smaller(requirement, current, parts, end);
      if (smaller.size() < current.size()) {
        parts = Math.max(2, parts - 1);
        current = smaller;
      } else if (parts == current.size()) {
        break;
      } else {
        parts = 2 * parts;
      }
      parts = Math.min(parts, current.size());
    }
    return current;
  }

  private List<Integer> smaller(int requirement, List<Integer> current, int parts, long end) {
    List<List<Integer>> candidates = new ArrayList<>();
    List<List<Integer>> complements = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int from = (int) ((long) current.size() * part / parts);
      int to = (int) ((long) current.size() * (part + 1) / parts);
      candidates.add(current.subList(from, to));
      List<Integer> complement = new ArrayList<>(current.subList(0, from));
      complement.addAll(current.subList(to, current.size()));
      complements.add(complement);
    }
    candidates.addAll(complements);
    for (List<Integer> candidate : candidates) {
      if (runs < end && movesAsAll(requirement, withNeeded(candidate))) {
        return candidate;
      }
    }
    return current;
  }

  private BitSet withNeeded(List<Integer> some) {
    BitSet set = new BitSet();
    some.forEach(set::set);
    return dependencies.withNeeded(set);
  }

  private boolean movesAsAll(int requirement, BitSet some) {
    return states(some)[requirement] == stateAfter[requirement];
  }

  /** Bisection picks up what its set needs; of that too nothing stays that is not needed. */
  private BitSet withoutSpare(int requirement, BitSet some, long end) {
    BitSet current = some;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (int change : current.stream().toArray()) {
        BitSet fewer = without(change, current);
        if (runs < end && current.get(change) && movesAsAll(requirement, fewer)) {
          current = fewer;
          smaller = true;
        }
      }
    }
    return current;
  }

  private BitSet without(int change, BitSet some) {
    BitSet one = new BitSet();
    one.set(change);
    BitSet fewer = (BitSet) some.clone();
    fewer.andNot(dependencies.withNeeding(one));
    return fewer;
  }

  /** Gives a set to every requirement that it moves as all changes do, and no smaller one. */
  private void shareWithOthers(BitSet causes) {
    BitSet explained = sameAsAfter(states(causes));
    causes.stream()
        .filter(relevant::get)
        .forEach(cause -> explained.andNot(sameAsAfter(states(without(cause, causes)))));
    explained.stream()
        .filter(i -> alone[i].isEmpty() && together[i].isEmpty())
        .forEach(
            i -> {
              together[i].or(causes);
              together[i].and(relevant);
            });
  }

  private BitSet sameAsAfter(long[] states) {
    BitSet same = new BitSet();
    for (int i = 0; i < states.length; i++) {
      same.set(i, states[i] == stateAfter[i]);
    }
    return same;
  }

  /** The states that the requirements have when these changes are made. */
  private long[] states(BitSet some) {
    if (!some.intersects(relevant)) {
      return stateBefore;
    }
    runs++;
    return states(WorkspaceDiff.apply(before, some.stream().mapToObj(changes::get).toList()));
  }

  private long[] states(Workspace workspace) {
    Estate estate = Estate.of(workspace);
    Priorities priorities = Priorities.of(estate);
    long[] states = new long[moved.size()];
    for (int i = 0; i < states.length; i++) {
      if (estate.number(moved.get(i).requirement()) < 0) {
        states[i] = ABSENT;
      } else {
        double need = priorities.need(moved.get(i).requirement());
        states[i] = ScoreBoard.key(need) << LEVEL_BITS | level(workspace, need);
      }
    }
    return states;
  }

  /** A number for the name of the level, where that can differ for one score; else 0. */
  private int level(Workspace workspace, double need) {
    return levelsCount
        ? levels.computeIfAbsent(workspace.scale().shownName(need), _ -> levels.size())
        : 0;
  }
}
