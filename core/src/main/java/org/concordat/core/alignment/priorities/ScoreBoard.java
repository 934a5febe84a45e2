package org.concordat.core.alignment.priorities;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

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

  /** The scores that there are, ascending, and how many requirements have each; never changed. */
  private static final class Counts {
    final long[] keys;
    private final int[] counts;
    final int[] above;

    Counts(long[] keys, int[] counts) {
      this.keys = keys;
      this.counts = counts;
      above = new int[keys.length];
      int higher = 0;
      for (int i = keys.length - 1; i >= 0; i--) {
        above[i] = higher;
        higher += counts[i];
      }
    }

    Counts with(Tally changes) {
      long[] changed = changes.keys();
      long[] joined = new long[keys.length + changed.length];
      int[] joinedCounts = new int[joined.length];
      int size = 0;
      int i = 0;
      int j = 0;
      while (i < keys.length || j < changed.length) {
        boolean own = j == changed.length || (i < keys.length && keys[i] <= changed[j]);
        long key = own ? keys[i] : changed[j];
        int count = own ? counts[i++] : 0;
        if (j < changed.length && changed[j] == key) {
          count += changes.count(changed[j++]);
        }
        joined[size] = key;
        joinedCounts[size] = count;
        size += count > 0 ? 1 : 0;
      }
      return new Counts(Arrays.copyOf(joined, size), Arrays.copyOf(joinedCounts, size));
    }
  }

  private volatile Counts settled;

  /** What is not among the counts yet, until somebody asks. */
  private volatile @Nullable Tally changes;

  ScoreBoard() {
    this(new Counts(new long[0], new int[0]));
  }

  private ScoreBoard(Counts counts) {
    settled = counts;
  }

  /** The same counts, to be changed apart. */
  ScoreBoard copy() {
    return new ScoreBoard(counts());
  }

  /** What makes scores equal or different. */
  static long key(double score) {
    long bits = Double.doubleToRawLongBits(score);
    return (bits + (1L << (IGNORED_BITS - 1))) >>> IGNORED_BITS;
  }

  /** Adds scores, of which many are equal. */
  void addAll(IntToDoubleFunction scores, int size) {
    long lastKey = -1;
    int pending = 0;
    for (int i = 0; i < size; i++) {
      long key = key(scores.applyAsDouble(i));
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
    Tally tally = changes;
    if (tally == null) {
      tally = new Tally();
      changes = tally;
    }
    tally.add(key, by);
  }

  /** The number of requirements with a higher score, plus 1. */
  int rank(double score) {
    Counts counts = counts();
    int place = Arrays.binarySearch(counts.keys, key(score));
    if (place < 0) {
      throw new IllegalArgumentException("no requirement has the score " + score);
    }
    return counts.above[place] + 1;
  }

  private Counts counts() {
    return changes == null ? settled : settle();
  }

  /** Several readers may ask at the same time. */
  private synchronized Counts settle() {
    Tally tally = changes;
    if (tally != null) {
      settled = settled.with(tally);
      changes = null;
    }
    return settled;
  }

  /** How often each key was added less how often it was taken away; by open addressing. */
  private static final class Tally {
    /** Key 0 stands for score 0 and is stored as -1, for 0 means that a place is free. */
    private long[] stored = new long[64];

    private int[] counts = new int[64];
    private int used;

    void add(long key, int by) {
      // The slot first: finding it may put larger arrays in place.
      int slot = slot(key == 0 ? -1 : key);
      counts[slot] += by;
    }

    int count(long key) {
      return counts[slot(key == 0 ? -1 : key)];
    }

    /** All keys, ascending. */
    long[] keys() {
      long[] keys = new long[used];
      int size = 0;
      for (long each : stored) {
        if (each != 0) {
          keys[size++] = each == -1 ? 0 : each;
        }
      }
      Arrays.parallelSort(keys);
      return keys;
    }

    private int slot(long key) {
      if (2 * used >= stored.length) {
        grow();
      }
      int mask = stored.length - 1;
      int slot = hash(key) & mask;
      while (stored[slot] != 0 && stored[slot] != key) {
        slot = (slot + 1) & mask;
      }
      if (stored[slot] == 0) {
        stored[slot] = key;
        used++;
      }
      return slot;
    }

    private static int hash(long key) {
      long mixed = key * 0x9E3779B97F4A7C15L;
      return (int) (mixed >>> 32);
    }

    private void grow() {
      long[] oldKeys = stored;
      int[] oldCounts = counts;
      stored = new long[2 * oldKeys.length];
      counts = new int[2 * oldKeys.length];
      used = 0;
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          int slot = slot(oldKeys[i]);
          counts[slot] = oldCounts[i];
        }
      }
    }
  }
}
