package org.concordat.core.alignment.priorities;

import java.util.BitSet;
import java.util.List;
import org.concordat.core.alignment.priorities.PriorityShifts.Attribution;
import org.concordat.core.alignment.priorities.PriorityShifts.Moved;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;

/** The causes of each requirement that moved: places in the list of changes. */
final class Causes {
  private final BitSet[] causes;
  private final Attribution[] attributions;

  private Causes(int moved) {
    causes = new BitSet[moved];
    attributions = new Attribution[moved];
  }

  /**
   * Tries changes out as far as the budget goes, and reads the rest off the best paths.
   *
   * @param budget runs of the engine times requirements
   */
  static Causes of(
      Workspace before,
      Workspace after,
      List<WorkspaceChange> changes,
      List<Moved> moved,
      long budget) {
    Causes result = new Causes(moved.size());
    BitSet relevant = ChangeRelevance.relevant(before, after, changes);
    PathCauses paths = new PathCauses(changes, relevant);
    Trials trials = new Trials(before, after, changes, relevant, moved);
    boolean affordable = !moved.isEmpty() && relevant.cardinality() <= budget / trials.cost();
    if (affordable) {
      trials.tryEach();
      trials.tryTogether(budget);
    }
    for (int i = 0; i < moved.size(); i++) {
      BitSet alone = trials.alone(i);
      BitSet together = trials.together(i);
      if (!alone.isEmpty()) {
        result.set(i, alone, Attribution.COUNTERFACTUAL);
      } else if (!together.isEmpty()) {
        result.set(i, together, Attribution.TOGETHER);
      } else {
        result.set(i, paths.of(moved.get(i)), Attribution.PATHS);
      }
    }
    return result;
  }

  private void set(int moved, BitSet places, Attribution attribution) {
    causes[moved] = places;
    attributions[moved] = attribution;
  }

  BitSet of(int moved) {
    return causes[moved];
  }

  Attribution attribution(int moved) {
    return attributions[moved];
  }
}
