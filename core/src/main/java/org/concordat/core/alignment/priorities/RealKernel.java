package org.concordat.core.alignment.priorities;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Carries needs over dependencies where scores are real numbers and nothing cumulates, in time near
 * linear in the estate.
 *
 * <p>A dependency never hands on more than it gets, so requirements are settled from the highest
 * score down. Scores are put into buckets that are a few hundredths wide, by the first bits of
 * their binary form; within a bucket the order is free, and a requirement that rises after it was
 * settled is settled again (delta-stepping: Meyer and Sanders, <i>Journal of Algorithms</i> 49,
 * 2003). The result does not depend on the order.
 */
final class RealKernel {
  /** Bits of the fraction that tell buckets apart: 32 buckets between a score and its half. */
  private static final int FRACTION_BITS = 5;

  private static final int SHIFT = 52 - FRACTION_BITS;
  private static final int TOP = bits(1.0);

  /** Scores below 2^-62 share the last bucket. */
  private static final int BUCKETS = (62 << FRACTION_BITS) + 1;

  private RealKernel() {}

  private static int bits(double score) {
    return (int) (Double.doubleToRawLongBits(score) >>> SHIFT);
  }

  private static int bucket(double score) {
    return Math.min(BUCKETS - 1, TOP - bits(score));
  }

  /**
   * Raises scores to the least fixed point.
   *
   * @param need by requirement, its own score; raised in place
   * @param stamps by requirement, becomes when it was settled for good: whoever a score rests on
   *     was settled before
   * @return the number of the last stamp
   */
  static int solve(Estate estate, double[] need, int[] stamps) {
    int stamp = 0;
    boolean inOrder = true;
    double[] own = need.clone();
    Arithmetic arithmetic = estate.arithmetic;
    boolean product = arithmetic.isProduct();
    int[][][] down = estate.transfers.down();
    int[] strengths = estate.transfers.strengths();
    int[] edgeOn = estate.edges.on;
    int[] edgeWay = estate.edges.way;
    int[] outStart = estate.edges.start;
    int[] first = estate.firstRequirement;
    int[] assetOf = estate.assetOf;
    @Nullable IntList[] buckets = new @Nullable IntList[BUCKETS];
    boolean[] waiting = new boolean[need.length];
    for (int requirement = 0; requirement < need.length; requirement++) {
      if (need[requirement] > 0) {
        waiting[requirement] = true;
        put(buckets, bucket(need[requirement]), requirement);
      }
    }
    for (int b = 0; b < BUCKETS; b++) {
      IntList bucket = buckets[b];
      while (bucket != null && !bucket.isEmpty()) {
        int requirement = bucket.removeLast();
        if (!waiting[requirement]) {
          continue;
        }
        waiting[requirement] = false;
        inOrder &= stamps[requirement] == 0;
        stamps[requirement] = ++stamp;
        double score = need[requirement];
        int asset = assetOf[requirement];
        int property = requirement - first[asset];
        int end = outStart[asset + 1];
        for (int edge = outStart[asset]; edge < end; edge++) {
          int way = edgeWay[edge];
          int base = first[edgeOn[edge]];
          for (int pair : down[way][property]) {
            int target = base + (pair >> 1);
            double value =
                product
                    ? arithmetic.weight(strengths[way]) * score
                    : arithmetic.handed(strengths[way], (pair & 1) == 1, score);
            if (value > need[target]) {
              need[target] = value;
              waiting[target] = true;
              put(buckets, bucket(value), target);
            }
          }
        }
      }
      buckets[b] = null;
    }
    return inOrder ? stamp : stampInOrder(estate, own, need, stamps);
  }

  /**
   * Stamps requirements anew, breadth first from those whose score is their own: for one that was
   * settled twice was settled after some that rest on it.
   */
  private static int stampInOrder(Estate estate, double[] own, double[] need, int[] stamps) {
    Arrays.fill(stamps, 0);
    IntList queue = new IntList();
    for (int requirement = 0; requirement < need.length; requirement++) {
      if (need[requirement] > 0 && own[requirement] == need[requirement]) {
        queue.add(requirement);
        stamps[requirement] = queue.size();
      }
    }
    for (int i = 0; i < queue.size(); i++) {
      int giver = queue.get(i);
      Mending.eachHanding(
          estate,
          giver,
          need[giver],
          (target, value) -> {
            if (stamps[target] == 0 && value > 0 && value == need[target]) {
              queue.add(target);
              stamps[target] = queue.size();
            }
          });
    }
    return queue.size();
  }

  private static void put(@Nullable IntList[] buckets, int bucket, int requirement) {
    IntList list = buckets[bucket];
    if (list == null) {
      list = new IntList();
      buckets[bucket] = list;
    }
    list.add(requirement);
  }
}
