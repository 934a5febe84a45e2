package org.concordat.core.alignment.priorities;

import java.util.Arrays;
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

  /** By the scores that they had when they were put here, the highest first. */
  private final IntHeap waiting = new IntHeap();

  /** What was touched, and by its place there: what it was before, and whether it waits. */
  private final IntSet touched = new IntSet();

  private double[] needBefore = new double[16];
  private int[] stampBefore = new int[16];
  private boolean[] isWaiting = new boolean[16];

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
      touch(requirement);
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
        undo();
        return false;
      }
      double score = Double.longBitsToDouble(-waiting.priority());
      int requirement = waiting.remove();
      int place = touch(requirement);
      if (score == need.get(requirement) && isWaiting[place]) {
        isWaiting[place] = false;
        stamps.set(requirement, ++lastStamp);
        handOn(requirement);
      }
    }
    return true;
  }

  /** Remembers what a requirement is before it becomes something else; returns its place. */
  private int touch(int requirement) {
    int known = touched.size();
    int place = touched.place(requirement);
    if (place == known) {
      if (place == needBefore.length) {
        needBefore = Arrays.copyOf(needBefore, 2 * place);
        stampBefore = Arrays.copyOf(stampBefore, 2 * place);
        isWaiting = Arrays.copyOf(isWaiting, 2 * place);
      }
      needBefore[place] = need.get(requirement);
      stampBefore[place] = stamps.get(requirement);
    }
    return place;
  }

  /** Makes everything as it was before mending, stamps and all. */
  void undo() {
    for (int place = 0; place < touched.size(); place++) {
      int requirement = touched.get(place);
      need.set(requirement, needBefore[place]);
      stamps.set(requirement, stampBefore[place]);
    }
  }

  private boolean report(Needs.Listener listener) {
    for (int place = 0; place < touched.size(); place++) {
      int requirement = touched.get(place);
      if (needBefore[place] != need.get(requirement)) {
        listener.moved(requirement, needBefore[place], need.get(requirement));
      }
    }
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
    IntHeap doubtful = new IntHeap();
    IntSet looked = new IntSet();
    for (int i = 0; i < lowered.size(); i++) {
      doubtful.add(stamps.get(lowered.get(i)), lowered.get(i));
    }
    while (!doubtful.isEmpty()) {
      int requirement = doubtful.remove();
      int known = looked.size();
      // What it may rest on has been looked at before it, so once is enough.
      if (looked.place(requirement) < known || isSupported(requirement, false)) {
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
              doubtful.add(stamps.get(target), target);
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
    return estate.edges.anyOn(
        asset,
        edge -> {
          int way = estate.edges.way[edge];
          int base = estate.firstRequirement[estate.edges.from[edge]];
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
    touch(requirement);
    need.set(requirement, score);
    enqueue(requirement);
  }

  private void enqueue(int requirement) {
    // The place first: finding it may put larger arrays in place.
    int place = touch(requirement);
    isWaiting[place] = true;
    waiting.add(-Double.doubleToRawLongBits(need.get(requirement)), requirement);
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
    estate.edges.eachOf(
        asset,
        edge -> {
          int way = estate.edges.way[edge];
          int base = estate.firstRequirement[estate.edges.on[edge]];
          int strength = estate.transfers.strength(way);
          for (int pair : estate.transfers.down()[way][property]) {
            visitor.hand(
                base + (pair >> 1), estate.arithmetic.handed(strength, (pair & 1) == 1, score));
          }
        });
  }
}
