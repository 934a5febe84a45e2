package org.concordat.core.alignment.reassessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.Requirement;

/**
 * What measuring has taught of what was promised.
 *
 * @param doubts needs that seem too high
 * @param targets targets that should change
 */
public record Experience(List<Doubt> doubts, List<Due> targets) {
  /** Nothing was measured. */
  public static final Experience NONE = new Experience(List.of(), List.of());

  public Experience {
    doubts = List.copyOf(doubts);
    targets = List.copyOf(targets);
  }

  /**
   * A need that seems too high: what it asks for was broken, and nobody was harmed.
   *
   * @param agreement as in {@link Due.Subject.Promised}
   * @param windows how many windows were breached
   * @param last the last day of the last of them
   */
  public record Doubt(Requirement requirement, String agreement, int windows, LocalDate last) {}

  /** Both. */
  public Experience and(Experience other) {
    List<Doubt> allDoubts = new ArrayList<>(doubts);
    allDoubts.addAll(other.doubts);
    List<Due> allTargets = new ArrayList<>(targets);
    allTargets.addAll(other.targets);
    return new Experience(allDoubts, allTargets);
  }
}
