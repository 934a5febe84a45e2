package org.concordat.core.alignment.priorities;

import java.util.Arrays;

/**
 * How many requirements have which score, so that a rank is one look-up and a changed score does
 * not count everything anew.
 *
 * <p>Scores that differ in less than the last twelve bits of their binary form (a relative 10^-12)
 * are equal: they are the same figure, reckoned in another order.
 *
 * <p>Several threads may ask for ranks at a time, as long as no score changes meanwhile.
 */
final class ScoreBoard {
  private static final int IGNORED_BITS = 12;

  private long[] keys = new long[64];
  private int[] counts = new int[64];
  private int used;
  private long[] sorted = {};
  private int[] above = {};
  private volatile boolean stale = true;

  /** What makes scores equal or different. */
  static long key(double score) {
    long bits = Double.doubleToRawLongBits(score);
    return (bits + (1L << (IGNORED_BITS - 1))) >>> IGNORED_BITS;
  }

  /** Adds the first scores, of which many are equal. */
  void addAll(double[] scores, int size) {
    long lastKey = -1;
    int pending = 0;
    for (int i = 0; i < size; i++) {
      long key = key(scores[i]);
      if (key != lastKey) {
        change(lastKey, pending);
        lastKey = key;
        pending = 0;
      }
      pending++;
    }
    change(lastKey, pending);
  }

  void add(double score) {
    change(key(score), 1);
  }

  void remove(double score) {
    change(key(score), -1);
  }

  private void change(long key, int by) {
    if (by == 0) {
      return;
    }
    // The slot first: finding it may put larger arrays in place.
    int slot = slot(key);
    counts[slot] += by;
    stale = true;
  }

  /** The number of requirements with a higher score, plus 1. */
  int rank(double score) {
    refresh();
    int place = Arrays.binarySearch(sorted, key(score));
    if (place < 0) {
      throw new IllegalArgumentException("no requirement has the score " + score);
    }
    return above[place] + 1;
  }

  /** Slots are found by open addressing; key 0 stands for score 0 and is stored as -1. */
  private int slot(long key) {
    long stored = key == 0 ? -1 : key;
    if (2 * used >= keys.length) {
      grow();
    }
    int mask = keys.length - 1;
    int slot = hash(stored) & mask;
    while (keys[slot] != 0 && keys[slot] != stored) {
      slot = (slot + 1) & mask;
    }
    if (keys[slot] == 0) {
      keys[slot] = stored;
      used++;
    }
    return slot;
  }

  private static int hash(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    counts = new int[2 * oldKeys.length];
    used = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0 && oldCounts[i] > 0) {
        int slot = slot(oldKeys[i] == -1 ? 0 : oldKeys[i]);
        counts[slot] = oldCounts[i];
      }
    }
  }

  private void refresh() {
    if (stale) {
      count();
    }
  }

  /** Several readers may find the counts stale at the same time. */
  private synchronized void count() {
    if (!stale) {
      return;
    }
    long[] present = new long[used];
    int size = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0 && counts[i] > 0) {
        present[size++] = keys[i] == -1 ? 0 : keys[i];
      }
    }
    sorted = Arrays.copyOf(present, size);
    Arrays.parallelSort(sorted);
    above = new int[size];
    int higher = 0;
    for (int i = size - 1; i >= 0; i--) {
      above[i] = higher;
      int slot = slot(sorted[i]);
      higher += counts[slot];
    }
    stale = false;
  }
}
