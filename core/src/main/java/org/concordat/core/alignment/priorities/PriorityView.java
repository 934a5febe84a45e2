package org.concordat.core.alignment.priorities;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The priorities by the goals of all units or of one, by the numbers of the requirements in the
 * {@link Estate}; a part of {@link Priorities}, which keeps it up to date.
 *
 * <p>Several threads may ask for needs and ranks at a time, as long as nothing changes meanwhile.
 * Whole priorities are made for one thread at a time.
 */
public final class PriorityView {
  /** Stands for the goals of all units. */
  static final int ALL_UNITS = -1;

  /** So many changed requirements are not mended, so they need not be remembered. */
  private static final int MOST_UNHEARD = 100_000;

  /** The unit whose goals alone count, or {@link #ALL_UNITS}. */
  final int unit;

  final Needs needs;
  private final ScoreBoard board = new ScoreBoard();
  private final Estate estate;
  private @Nullable RationaleSearch search;

  /** Changes that the search does not know yet; it hears of them when it is next needed. */
  private @Nullable Unheard unheard;

  /** What changed: requirements whose links or dependents are other than before, and factors. */
  private record Unheard(IntSet requirements, IntSet factors) {}

  PriorityView(Estate estate, int unit) {
    this.estate = estate;
    this.unit = unit;
    this.needs = new Needs(estate, unit);
    board.addAll(needs.need, estate.requirements());
    for (int requirement = 0; requirement < estate.requirements(); requirement++) {
      if (estate.isGone(requirement)) {
        board.remove(0);
      }
    }
  }

  /** The score of a requirement, in [0, 1]; 0 for one that is gone. */
  public double need(int requirement) {
    return needs.need[requirement];
  }

  /** The rank of a requirement, from 1. */
  public int rank(int requirement) {
    return board.rank(needs.need[requirement]);
  }

  /**
   * What makes scores equal and different, in their order: scores that are the same figure,
   * reckoned in another order, have one key.
   */
  public static long key(double score) {
    return ScoreBoard.key(score);
  }

  /**
   * A priority that tells the need of this unit, or of none for the goals of all units.
   *
   * @param paths how many rationale paths at the most
   * @param told whether it tells the unit's need at all
   */
  public Priority priority(int requirement, int paths, boolean told) {
    return priority(requirement, paths, told && unit != ALL_UNITS ? List.of(this) : List.of());
  }

  /** A priority with the needs of these units. */
  Priority priority(int requirement, int paths, List<PriorityView> units) {
    Map<String, Double> byUnit = LinkedHashMap.newLinkedHashMap(units.size());
    for (PriorityView view : units) {
      byUnit.put(estate.units.id(view.unit), view.need(requirement));
    }
    return priority(requirement, paths, byUnit);
  }

  private Priority priority(int requirement, int paths, Map<String, Double> byUnit) {
    double score = needs.need[requirement];
    return new Priority(
        estate.requirement(requirement),
        board.rank(score),
        score,
        estate.arithmetic.scale().shownName(score),
        needs.own[requirement],
        byUnit,
        paths <= 0 ? List.of() : search().best(requirement, paths));
  }

  private RationaleSearch search() {
    RationaleSearch current = search;
    Unheard changes = unheard;
    unheard = null;
    if (current != null
        && changes != null
        && !current.update(changes.requirements, changes.factors.toArray())) {
      current = null;
    }
    if (current == null) {
      current = new RationaleSearch(estate, unit);
    }
    search = current;
    return current;
  }

  /** Makes room for requirements that were added. */
  void grow(int before) {
    needs.grow();
    for (int requirement = before; requirement < estate.requirements(); requirement++) {
      board.add(0);
    }
    followPaths(new int[0], new int[0], Needs.Handover.NONE);
  }

  /** Makes room for a factor that was added. */
  void addFactor() {
    needs.addFactor();
  }

  /** Takes away a requirement that has come to the score 0. */
  void remove(int requirement) {
    board.remove(needs.need[requirement]);
  }

  /** Mends the needs, see {@link Needs#update}. */
  void update(int[] relinked, int[] factors, Needs.Handover handover, Needs.Listener listener) {
    needs.update(
        relinked,
        factors,
        handover,
        (requirement, before, now) -> {
          board.remove(before);
          board.add(now);
          listener.moved(requirement, before, now);
        });
    followPaths(relinked, factors, handover);
  }

  /**
   * Rationale paths are led by what lies ahead of them, which may be other than before. Nobody may
   * ask for paths before the next change, and of several changes one mending is enough.
   */
  private void followPaths(int[] relinked, int[] factors, Needs.Handover handover) {
    if (search == null) {
      return;
    }
    Unheard changes = unheard;
    if (changes == null) {
      changes = new Unheard(new IntSet(), new IntSet());
      unheard = changes;
    }
    IntSet requirements = changes.requirements;
    for (int requirement : relinked) {
      requirements.add(requirement);
    }
    handover.before().keySet().forEach(handed -> requirements.add(handed.target()));
    handover.after().keySet().forEach(handed -> requirements.add(handed.target()));
    for (int factor : factors) {
      changes.factors.add(factor);
    }
    if (requirements.size() > MOST_UNHEARD) {
      search = null;
      unheard = null;
    }
  }
}
