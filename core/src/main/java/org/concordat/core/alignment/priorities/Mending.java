package org.concordat.core.alignment.priorities;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Mends needs after a change without starting over.
 *
 * <p>Scores that may rest on what was lowered are taken back first, then everything rises again to
 * the least fixed point (delete and rederive, as for incremental views: Gupta, Mumick and
 * Subrahmanian, SIGMOD 1993). Where many requirements would have to be looked at, it gives up, and
 * the caller reckons from scratch.
 */
final class Mending {
  /** Mending more than this share of all requirements takes longer than starting over. */
  private static final int SHARE = 32;

  private static final int ALWAYS = 2_000;

  private final Estate estate;
  private final Arithmetic arithmetic;
  private final double[] own;
  private final double[] need;
  private final long limit;
  private final Inflow inflow;
  private final IntSet takenBack = new IntSet();
  private final Map<Integer, Double> before = new HashMap<>();
  private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();

  private record Waiting(int requirement, double score) implements Comparable<Waiting> {
    @Override
    public int compareTo(Waiting other) {
      return Double.compare(other.score, score);
    }
  }

  /**
   * A mending of the given scores.
   *
   * @param own by requirement, its own score after the change
   * @param need by requirement, its score before the change; mended in place
   */
  Mending(Estate estate, double[] own, double[] need) {
    this.estate = estate;
    this.arithmetic = estate.arithmetic;
    this.own = own;
    this.need = need;
    this.inflow = new Inflow(estate);
    this.limit = (long) ALWAYS + need.length / SHARE;
  }

  /**
   * Mends.
   *
   * @param lowered requirements whose own score or whose inflow may have fallen
   * @param raised requirements whose own score or whose inflow may have risen
   * @return false when too much would have to be looked at: then all is as it was before
   */
  boolean mend(IntSet lowered, IntSet raised, Needs.Listener listener) {
    if (lowered.size() + raised.size() > limit || !takeBack(lowered)) {
      return false;
    }
    for (int i = 0; i < takenBack.size(); i++) {
      int requirement = takenBack.get(i);
      before.put(requirement, need[requirement]);
      need[requirement] = own[requirement];
    }
    for (int i = 0; i < takenBack.size(); i++) {
      raise(takenBack.get(i));
      waiting.add(new Waiting(takenBack.get(i), need[takenBack.get(i)]));
    }
    for (int i = 0; i < raised.size(); i++) {
      raise(raised.get(i));
    }
    while (!waiting.isEmpty()) {
      if (before.size() > limit) {
        before.forEach((requirement, score) -> need[requirement] = score);
        return false;
      }
      Waiting next = waiting.remove();
      if (next.score == need[next.requirement]) {
        handOn(next.requirement);
      }
    }
    before.forEach(
        (requirement, score) -> {
          if (score != need[requirement]) {
            listener.moved(requirement, score, need[requirement]);
          }
        });
    return true;
  }

  /** Collects what was lowered and every requirement whose score may rest on it. */
  private boolean takeBack(IntSet lowered) {
    for (int i = 0; i < lowered.size(); i++) {
      takenBack.add(lowered.get(i));
    }
    for (int i = 0; i < takenBack.size() && takenBack.size() <= limit; i++) {
      eachHanding(
          estate,
          need,
          takenBack.get(i),
          (target, value) -> {
            if (value > 0 && need[target] > own[target] && supports(value, need[target])) {
              takenBack.add(target);
            }
          });
    }
    return takenBack.size() <= limit;
  }

  /**
   * Whether a score may be what it is because of a value that is handed to it. With cumulation any
   * value may be: a cycle raises itself, level by level, from what little was handed into it first.
   */
  private boolean supports(double value, double score) {
    return arithmetic.cumulation() > 0 || ScoreBoard.key(value) >= ScoreBoard.key(score);
  }

  private void handOn(int requirement) {
    eachHanding(
        estate,
        need,
        requirement,
        (target, value) -> {
          if (value > need[target]) {
            rise(target, value);
          }
          if (arithmetic.cumulation() > 0) {
            raise(target);
          }
        });
  }

  /** Raises a requirement to its own score or to what it inherits now. */
  private void raise(int requirement) {
    double score = Math.max(own[requirement], inflow.inherited(need, requirement));
    if (score > need[requirement]) {
      rise(requirement, score);
    }
  }

  private void rise(int requirement, double score) {
    before.putIfAbsent(requirement, need[requirement]);
    need[requirement] = score;
    waiting.add(new Waiting(requirement, score));
  }

  /** Told of what a requirement hands to another. */
  interface Handing {
    void hand(int target, double value);
  }

  static void eachHanding(Estate estate, double[] need, int requirement, Handing visitor) {
    int asset = estate.assetOf[requirement];
    int property = requirement - estate.firstRequirement[asset];
    double score = need[requirement];
    estate.eachDependencyOf(
        asset,
        edge -> {
          int way = estate.edgeWay[edge];
          int base = estate.firstRequirement[estate.edgeOn[edge]];
          int strength = estate.transfers.strength(way);
          for (int pair : estate.transfers.down()[way][property]) {
            visitor.hand(
                base + (pair >> 1), estate.arithmetic.handed(strength, (pair & 1) == 1, score));
          }
        });
  }
}
