package org.concordat.core.alignment.priorities;

import java.util.Arrays;

/**
 * Carries needs over dependencies where everything is a level and nothing cumulates: the least
 * fixed point in time linear in the estate.
 *
 * <p>A dependency never hands on more than it gets, so requirements are settled from the highest
 * level down, as in Dijkstra's algorithm with one bucket a level (Dial, <i>Algorithm 360</i>, CACM
 * 1969): each is settled once and each dependency looked at once a property.
 */
final class LevelKernel {
  private LevelKernel() {}

  /**
   * Raises levels to the least fixed point.
   *
   * @param held by requirement, the level that its own score shows; raised in place
   * @param handed by requirement, zeros; becomes the level that it inherits
   * @param stamps by requirement, becomes when it was settled: whoever a level rests on was settled
   *     before
   * @return the number of the last stamp
   */
  static int solve(Estate estate, byte[] held, byte[] handed, int[] stamps) {
    int stamp = 0;
    int levels = estate.arithmetic.levels();
    IntList[] buckets = buckets(held, levels);
    byte[] table = estate.arithmetic.handedLevels();
    int[][][] down = estate.transfers.down();
    int[] strengths = estate.transfers.strengths();
    int[] edgeOn = estate.edges.on;
    int[] edgeWay = estate.edges.way;
    int[] outStart = estate.edges.start;
    int[] first = estate.firstRequirement;
    int[] assetOf = estate.assetOf;
    int width = levels + 1;
    for (int level = levels; level >= 1; level--) {
      IntList bucket = buckets[level];
      for (int next = 0; next < bucket.size(); next++) {
        int requirement = bucket.get(next);
        if (held[requirement] != level) {
          continue;
        }
        stamps[requirement] = ++stamp;
        int asset = assetOf[requirement];
        int property = requirement - first[asset];
        int end = outStart[asset + 1];
        for (int edge = outStart[asset]; edge < end; edge++) {
          int way = edgeWay[edge];
          int row = 2 * strengths[way] * width + level;
          int base = first[edgeOn[edge]];
          for (int pair : down[way][property]) {
            int target = base + (pair >> 1);
            byte value = table[row + (pair & 1) * width];
            if (value > handed[target]) {
              handed[target] = value;
              if (value > held[target]) {
                held[target] = value;
                buckets[value].add(target);
              }
            }
          }
        }
      }
    }
    return stamp;
  }

  /** By level: the requirements that hold it. */
  static IntList[] buckets(byte[] held, int levels) {
    IntList[] buckets = new IntList[levels + 1];
    Arrays.setAll(buckets, level -> new IntList());
    for (int requirement = 0; requirement < held.length; requirement++) {
      if (held[requirement] > 0) {
        buckets[held[requirement]].add(requirement);
      }
    }
    return buckets;
  }
}
