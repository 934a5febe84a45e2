package org.concordat.core.alignment.priorities;

import java.util.Arrays;

/**
 * Carries needs over dependencies by weakest link or matrix with the maximum, all properties of an
 * asset at once: what {@link LevelKernel} does, several times faster.
 *
 * <p>Each asset has one byte a level that says which of its properties wait to be settled at that
 * level, so what is touched at random is a byte an asset and stays in the processor's cache. Assets
 * are taken from the highest level down; a dependency is looked at once for all properties that its
 * asset settles together.
 */
final class MaskKernel {
  /** A byte holds so many properties. */
  static final int MOST_PROPERTIES = 8;

  private final Estate estate;
  private final int levels;
  private final byte[] held;
  private final int[] stamps;
  private final byte[] settled;
  private final byte[][] waiting;
  private final IntList[] buckets;
  private int stamp;

  private MaskKernel(Estate estate, byte[] held, int[] stamps) {
    this.estate = estate;
    this.levels = estate.arithmetic.levels();
    this.held = held;
    this.stamps = stamps;
    this.settled = new byte[estate.assets];
    this.waiting = new byte[levels + 1][estate.assets];
    this.buckets = new IntList[levels + 1];
    Arrays.setAll(buckets, level -> new IntList());
  }

  /** Whether the estate and its arithmetic are of the kind that this kernel knows. */
  static boolean suits(Estate estate) {
    return estate.arithmetic.byLevels()
        && !estate.arithmetic.isAverage()
        && estate.arithmetic.cumulation() == 0
        && estate.widestPropertySet() <= MOST_PROPERTIES;
  }

  /**
   * Raises levels to the least fixed point.
   *
   * @param held by requirement, the level of its own score; raised in place
   * @param stamps by requirement, becomes when it was settled: whoever a level rests on was settled
   *     before
   * @return the number of the last stamp
   */
  static int solve(Estate estate, byte[] held, int[] stamps) {
    MaskKernel kernel = new MaskKernel(estate, held, stamps);
    kernel.start();
    kernel.settle();
    return kernel.stamp;
  }

  private void start() {
    int[] first = estate.firstRequirement;
    for (int asset = 0; asset < estate.assets; asset++) {
      int begin = first[asset];
      for (int requirement = begin; requirement < first[asset + 1]; requirement++) {
        if (held[requirement] > 0) {
          await(asset, held[requirement], 1 << (requirement - begin));
        }
      }
    }
  }

  private void await(int asset, int level, int properties) {
    byte before = waiting[level][asset];
    byte after = (byte) (before | properties);
    if (after != before) {
      waiting[level][asset] = after;
      if (before == 0) {
        buckets[level].add(asset);
      }
    }
  }

  private void settle() {
    byte[] table = estate.arithmetic.handedLevels();
    byte[][] plain = estate.transfers.masks(0);
    byte[][] capped = estate.transfers.masks(1);
    int[] strengths = estate.transfers.strengths();
    boolean[] caps = new boolean[strengths.length];
    for (int way = 0; way < caps.length; way++) {
      caps[way] = capped[way][capped[way].length - 1] != 0;
    }
    int[] edges = sideBySide(estate.edges.on, estate.edges.way);
    int[] outStart = estate.edges.start;
    int width = levels + 1;
    for (int level = levels; level >= 1; level--) {
      byte[] awaited = waiting[level];
      IntList bucket = buckets[level];
      for (int next = 0; next < bucket.size(); next++) {
        int asset = bucket.get(next);
        int properties = awaited[asset] & ~settled[asset] & 0xFF;
        awaited[asset] = 0;
        if (properties == 0) {
          continue;
        }
        settle(asset, properties, level);
        int end = 2 * outStart[asset + 1];
        for (int edge = 2 * outStart[asset]; edge < end; edge += 2) {
          int on = edges[edge];
          int way = edges[edge + 1];
          int open = ~settled[on];
          int row = 2 * strengths[way] * width + level;
          int inherited = plain[way][properties] & open;
          if (inherited != 0 && table[row] > 0) {
            await(on, table[row], inherited);
          }
          if (caps[way]) {
            inherited = capped[way][properties] & open;
            if (inherited != 0 && table[row + width] > 0) {
              await(on, table[row + width], inherited);
            }
          }
        }
      }
    }
  }

  /** Both by turns, so that one look into memory brings both. */
  private static int[] sideBySide(int[] edgeOn, int[] edgeWay) {
    int[] edges = new int[2 * edgeOn.length];
    for (int edge = 0; edge < edgeOn.length; edge++) {
      edges[2 * edge] = edgeOn[edge];
      edges[2 * edge + 1] = edgeWay[edge];
    }
    return edges;
  }

  private void settle(int asset, int properties, int level) {
    settled[asset] |= (byte) properties;
    stamp++;
    int begin = estate.firstRequirement[asset];
    for (int left = properties; left != 0; left &= left - 1) {
      int requirement = begin + Integer.numberOfTrailingZeros(left);
      held[requirement] = (byte) level;
      stamps[requirement] = stamp;
    }
  }
}
