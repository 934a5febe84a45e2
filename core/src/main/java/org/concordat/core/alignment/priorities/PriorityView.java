package org.concordat.core.alignment.priorities;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The priorities by the goals of all units or of one, by the numbers of the requirements in the
 * {@link Estate}; a part of {@link Priorities}, which keeps it up to date.
 *
 * <p>Several threads may ask at a time, as long as nothing changes meanwhile.
 */
public final class PriorityView {
  /** Stands for the goals of all units. */
  static final int ALL_UNITS = -1;

  /** The unit whose goals alone count, or {@link #ALL_UNITS}. */
  final int unit;

  final Needs needs;
  private final ScoreBoard board;
  private final Estate estate;
  private KeptBounds bounds;

  PriorityView(Estate estate, int unit) {
    this.estate = estate;
    this.unit = unit;
    needs = new Needs(estate, unit);
    bounds = new KeptBounds(estate, unit);
    board = new ScoreBoard();
    board.addAll(needs::of, estate.requirements());
    for (int requirement = 0; requirement < estate.requirements(); requirement++) {
      if (estate.isGone(requirement)) {
        board.remove(0);
      }
    }
  }

  private PriorityView(PriorityView shared, Estate copied) {
    estate = copied;
    unit = shared.unit;
    needs = shared.needs.copy(copied);
    bounds = shared.bounds.next(copied);
    board = shared.board.copy();
  }

  /** The same view of a copy of the estate, to be changed apart. */
  PriorityView copy(Estate copied) {
    return new PriorityView(this, copied);
  }

  /** The score of a requirement, in [0, 1]; 0 for one that is gone. */
  public double need(int requirement) {
    return needs.of(requirement);
  }

  /** The rank of a requirement, from 1. */
  public int rank(int requirement) {
    return board.rank(needs.of(requirement));
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
    double score = needs.of(requirement);
    return new Priority(
        estate.requirement(requirement),
        board.rank(score),
        score,
        estate.arithmetic.scale().shownName(score),
        needs.own.get(requirement),
        byUnit,
        paths <= 0
            ? List.of()
            : new RationaleSearch(estate, unit, bounds.get()).best(requirement, paths));
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
    board.remove(needs.of(requirement));
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

  /** Rationale paths are led by what lies ahead of them, which may be other than before. */
  private void followPaths(int[] relinked, int[] factors, Needs.Handover handover) {
    if (bounds.isKnown()) {
      bounds = bounds.next(estate);
    }
    IntSet requirements = new IntSet();
    for (int requirement : relinked) {
      requirements.add(requirement);
    }
    handover.before().keySet().forEach(handed -> requirements.add(handed.target()));
    handover.after().keySet().forEach(handed -> requirements.add(handed.target()));
    bounds.hear(requirements.toArray(), factors);
  }
}
