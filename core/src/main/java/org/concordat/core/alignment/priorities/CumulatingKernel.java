package org.concordat.core.alignment.priorities;

/**
 * Carries needs over dependencies where everything is a level and many equal needs cumulate.
 *
 * <p>Cumulation raises a requirement above those that hand on to it, so it may be looked at again
 * after it was settled, but at most once a level: the time is linear in the estate times the number
 * of levels. Levels only rise and every rule is monotone, so the order does not matter and the end
 * is the least fixed point.
 */
final class CumulatingKernel {
  private final Estate estate;
  private final int levels;
  private final int enough;
  private final byte[] table;
  private final byte[] held;
  private final byte[] handed;
  private final IntList[] buckets;

  /** By requirement: the level at which it handed on last. */
  private final byte[] handedOn;

  /** By requirement: the highest level handed to it before cumulation, and how many hand it. */
  private final byte[] top;

  private final int[] handing;

  private CumulatingKernel(Estate estate, byte[] held, byte[] handed) {
    this.estate = estate;
    this.levels = estate.arithmetic.levels();
    this.enough = estate.arithmetic.cumulation();
    this.table = estate.arithmetic.handedLevels();
    this.held = held;
    this.handed = handed;
    this.buckets = LevelKernel.buckets(held, levels);
    this.handedOn = new byte[held.length];
    this.top = new byte[held.length];
    this.handing = new int[held.length];
  }

  /**
   * Raises levels to the least fixed point.
   *
   * @param held by requirement, the level that its own score shows; raised in place
   * @param handed by requirement, zeros; becomes the level that it inherits
   */
  static void solve(Estate estate, byte[] held, byte[] handed) {
    new CumulatingKernel(estate, held, handed).settle();
  }

  private void settle() {
    int level = levels;
    while (level >= 1) {
      if (buckets[level].isEmpty()) {
        level--;
        continue;
      }
      int requirement = buckets[level].removeLast();
      int before = handedOn[requirement];
      if (held[requirement] == level && before < level) {
        handedOn[requirement] = (byte) level;
        level = Math.max(level, handOn(requirement, before, level));
      }
    }
  }

  /**
   * Hands on a requirement that rose from one level to another; returns the highest level that
   * another one was raised to.
   *
   * <p>The dependencies of an asset on the same other asset stand next to each other and are looked
   * at together, for together they are one requirement that hands on the higher of what each does.
   */
  private int handOn(int requirement, int before, int now) {
    int asset = estate.assetOf[requirement];
    int property = requirement - estate.firstRequirement[asset];
    int end = estate.edges.start[asset + 1];
    int highest = 0;
    int edge = estate.edges.start[asset];
    while (edge < end) {
      int on = estate.edges.on[edge];
      int next = edge + 1;
      while (next < end && estate.edges.on[next] == on) {
        next++;
      }
      int properties = estate.firstRequirement[on + 1] - estate.firstRequirement[on];
      for (int place = 0; place < properties; place++) {
        int from = best(edge, next, property, place, before);
        int to = best(edge, next, property, place, now);
        if (to > from) {
          highest = Math.max(highest, receive(estate.firstRequirement[on] + place, to));
        }
      }
      edge = next;
    }
    return highest;
  }

  /** The highest level that some dependencies hand to one property of the asset beneath. */
  private int best(int begin, int end, int property, int place, int level) {
    int best = 0;
    for (int edge = begin; edge < end; edge++) {
      int way = estate.edges.way[edge];
      for (int pair : estate.transfers.down()[way][property]) {
        if (pair >> 1 == place) {
          int row = estate.arithmetic.handedRow(estate.transfers.strength(way), pair & 1);
          best = Math.max(best, table[row + level]);
        }
      }
    }
    return best;
  }

  /** Takes in a level that one more requirement hands on; returns the level it raises to, or 0. */
  private int receive(int target, int level) {
    if (level < top[target]) {
      return 0;
    }
    handing[target] = level == top[target] ? handing[target] + 1 : 1;
    top[target] = (byte) level;
    int inherited = handing[target] >= enough ? Math.min(levels, level + 1) : level;
    if (inherited <= handed[target]) {
      return 0;
    }
    handed[target] = (byte) inherited;
    if (inherited <= held[target]) {
      return 0;
    }
    held[target] = (byte) inherited;
    buckets[inherited].add(target);
    return inherited;
  }
}
