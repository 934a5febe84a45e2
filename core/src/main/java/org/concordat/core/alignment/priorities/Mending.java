package org.concordat.core.alignment.priorities;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.concordat.core.versions.PagedDoubles;
import org.concordat.core.versions.PagedInts;

/**
 * Mends needs after a change without starting over.
 *
 * <p>Scores that rest on what was lowered are taken back first, then everything rises again to the
 * least fixed point (delete and rederive, as for incremental views: Gupta, Mumick and Subrahmanian,
 * SIGMOD 1993). What a score rests on is known by stamps: each inherited score rests on a
 * requirement that was settled before it, so a score stays when any such support is left, and a
 * circle that holds itself up is seen through. Where stamps say nothing ({@link
 * Arithmetic#restsOnOne}), everything that the lowered scores reach is taken back.
 *
 * <p>Where many requirements would have to be looked at, it gives up, and the caller reckons from
 * scratch.
 */
final class Mending {
  /** Mending more than this share of all requirements takes longer than starting over. */
  private static final int SHARE = 64;

  private static final int ALWAYS = 2_000;

  /** Stamps are given out anew, by starting over, before they run out. */
  private static final int LAST_STAMP = Integer.MAX_VALUE / 2;

  private final Estate estate;
  private final Arithmetic arithmetic;
  private final PagedDoubles own;
  private final PagedDoubles need;
  private final PagedInts stamps;
  private int lastStamp;
  private final long limit;
  private final Inflow inflow;
  private final IntSet takenBack = new IntSet();
  private final Set<Integer> isWaiting = new HashSet<>();
  private final Map<Integer, Double> before = new HashMap<>();
  private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();

  private record Waiting(int requirement, double score) implements Comparable<Waiting> {
    @Override
    public int compareTo(Waiting other) {
      return Double.compare(other.score, score);
    }
  }

  private record Doubtful(int requirement, int stamp) implements Comparable<Doubtful> {
    @Override
    public int compareTo(Doubtful other) {
      return Integer.compare(stamp, other.stamp);
    }
  }

  /**
   * A mending of the given scores.
   *
   * @param own by requirement, its own score after the change
   * @param need by requirement, its score before the change; mended in place
   * @param stamps by requirement, when it was settled; mended in place
   */
  Mending(Estate estate, PagedDoubles own, PagedDoubles need, PagedInts stamps, int lastStamp) {
    this.estate = estate;
    this.arithmetic = estate.arithmetic;
    this.own = own;
    this.need = need;
    this.stamps = stamps;
    this.lastStamp = lastStamp;
    this.inflow = new Inflow(estate);
    this.limit = (long) ALWAYS + estate.requirements() / SHARE;
  }

  int lastStamp() {
    return lastStamp;
  }

  /**
   * Mends.
   *
   * @param lowered requirements whose own score or whose inflow may have fallen
   * @param raised requirements whose own score or whose inflow may have risen
   * @return false when too much would have to be looked at: then the scores are as they were
   *     before, and are to be reckoned from scratch
   */
  boolean mend(IntSet lowered, IntSet raised, Needs.Listener listener) {
    if (lowered.size() + raised.size() > limit || lastStamp > LAST_STAMP) {
      return false;
    }
    boolean possible = arithmetic.restsOnOne() ? takeBackUnsupported(lowered) : takeBack(lowered);
    if (!possible) {
      return false;
    }
    for (int i = 0; i < takenBack.size(); i++) {
      int requirement = takenBack.get(i);
      before.put(requirement, need.get(requirement));
      need.set(requirement, own.get(requirement));
    }
    for (int i = 0; i < takenBack.size(); i++) {
      raise(takenBack.get(i));
      enqueue(takenBack.get(i));
    }
    for (int i = 0; i < raised.size(); i++) {
      raise(raised.get(i));
    }
    return settle() && report(listener);
  }

  private boolean settle() {
    long looked = 0;
    while (!waiting.isEmpty()) {
      if (++looked > 2 * limit) {
        before.forEach(need::set);
        return false;
      }
      Waiting next = waiting.remove();
      if (next.score == need.get(next.requirement) && isWaiting.remove(next.requirement)) {
        stamps.set(next.requirement, ++lastStamp);
        handOn(next.requirement);
      }
    }
    return true;
  }

  private boolean report(Needs.Listener listener) {
    before.forEach(
        (requirement, score) -> {
          if (score != need.get(requirement)) {
            listener.moved(requirement, score, need.get(requirement));
          }
        });
    return true;
  }

  /** Collects what was lowered and every requirement that it reaches. */
  private boolean takeBack(IntSet lowered) {
    for (int i = 0; i < lowered.size(); i++) {
      takenBack.add(lowered.get(i));
    }
    for (int i = 0; i < takenBack.size() && takenBack.size() <= limit; i++) {
      int taken = takenBack.get(i);
      eachHanding(
          estate,
          taken,
          need.get(taken),
          (target, value) -> {
            if (value > 0 && need.get(target) > own.get(target)) {
              takenBack.add(target);
            }
          });
    }
    return takenBack.size() <= limit;
  }

  /** Collects the requirements whose scores have lost all support, in the order of their stamps. */
  private boolean takeBackUnsupported(IntSet lowered) {
    PriorityQueue<Doubtful> doubtful = new PriorityQueue<>();
    for (int i = 0; i < lowered.size(); i++) {
      doubtful.add(new Doubtful(lowered.get(i), stamps.get(lowered.get(i))));
    }
    while (!doubtful.isEmpty()) {
      int requirement = doubtful.remove().requirement;
      if (takenBack.contains(requirement) || isSupported(requirement, false)) {
        continue;
      }
      takenBack.add(requirement);
      if (takenBack.size() > limit) {
        return false;
      }
      eachHanding(
          estate,
          requirement,
          need.get(requirement),
          (target, value) -> {
            if (need.get(target) > own.get(target)
                && stamps.get(target) > stamps.get(requirement)
                && value == need.get(target)) {
              doubtful.add(new Doubtful(target, stamps.get(target)));
            }
          });
    }
    return true;
  }

  /**
   * Whether a score is the requirement's own, or handed on by one that was settled before it.
   *
   * @param byTakenBack whether one that was taken back may be what it rests on: it may once it has
   *     its new score
   */
  private boolean isSupported(int requirement, boolean byTakenBack) {
    double score = need.get(requirement);
    if (own.get(requirement) >= score) {
      return true;
    }
    int asset = estate.assetOf[requirement];
    int place = requirement - estate.firstRequirement[asset];
    return estate.anyDependencyOn(
        asset,
        edge -> {
          int way = estate.edgeWay[edge];
          int base = estate.firstRequirement[estate.edgeFrom[edge]];
          for (int pair : estate.transfers.up()[way][place]) {
            int giver = base + (pair >> 1);
            double value =
                arithmetic.handed(estate.transfers.strength(way), (pair & 1) == 1, need.get(giver));
            if (stamps.get(giver) < stamps.get(requirement)
                && value == score
                && (byTakenBack || !takenBack.contains(giver))) {
              return true;
            }
          }
          return false;
        });
  }

  private void handOn(int requirement) {
    eachHanding(
        estate,
        requirement,
        need.get(requirement),
        (target, value) -> {
          if (arithmetic.cumulation() > 0) {
            raise(target);
          } else if (value > need.get(target)) {
            rise(target, value);
          } else if (value > 0
              && stamps.get(target) < stamps.get(requirement)
              && value == need.get(target)
              && arithmetic.restsOnOne()
              && !isSupported(target, true)) {
            // It rests on this one, so it needs a later stamp, and so does what rests on it.
            enqueue(target);
          }
        });
  }

  /** Raises a requirement to its own score or to what it inherits now. */
  private void raise(int requirement) {
    double score = Math.max(own.get(requirement), inflow.inherited(need::get, requirement));
    if (score > need.get(requirement)) {
      rise(requirement, score);
    }
  }

  private void rise(int requirement, double score) {
    before.putIfAbsent(requirement, need.get(requirement));
    need.set(requirement, score);
    enqueue(requirement);
  }

  private void enqueue(int requirement) {
    isWaiting.add(requirement);
    waiting.add(new Waiting(requirement, need.get(requirement)));
  }

  /** Told of what a requirement hands to another. */
  interface Handing {
    void hand(int target, double value);
  }

  /**
   * Calls back with each requirement that one hands on to.
   *
   * @param score what it holds
   */
  static void eachHanding(Estate estate, int requirement, double score, Handing visitor) {
    int asset = estate.assetOf[requirement];
    int property = requirement - estate.firstRequirement[asset];
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
