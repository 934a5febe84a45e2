package org.concordat.core.alignment.live;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.concordat.core.versions.Once;
import org.jspecify.annotations.Nullable;

/**
 * The slots of one version in an order that is kept over changes: first asked for, they are sorted;
 * in the versions that follow only those that changed are put in their new places.
 *
 * <p>Several threads may ask at a time, and making the next version does not wait for them.
 */
final class SortedSlots {
  /** Compares two slots; a total order. */
  interface Order {
    int compare(int one, int other);
  }

  /**
   * How the slots of one version are sorted.
   *
   * @param present whether a slot holds anything
   * @param anew gives all slots that do, in order
   */
  record Sorter(Order order, IntPredicate present, Supplier<int[]> anew) {}

  /** When more than this share of all changed, they are sorted anew. */
  private static final int SHARE = 8;

  private final Sorter sorter;
  private volatile @Nullable Start start;
  private volatile int @Nullable [] present;

  /**
   * What the order can be made from.
   *
   * @param sorted the order of an earlier version or of this one, known or being sorted
   * @param changed the slots that have changed since
   */
  private record Start(Once<int[]> sorted, BitSet changed) {}

  private SortedSlots(Sorter sorter, @Nullable Start start) {
    this.sorter = sorter;
    this.start = start;
  }

  /** Nothing sorted yet. */
  SortedSlots(Sorter sorter) {
    this(sorter, null);
  }

  /** The order of the version that comes after this one; it is to be told what changes. */
  SortedSlots next(Sorter after) {
    int[] known = present;
    Start begun = start;
    if (known != null) {
      return new SortedSlots(after, new Start(Once.known(known), new BitSet()));
    }
    return begun == null
        ? new SortedSlots(after)
        : new SortedSlots(after, new Start(begun.sorted, (BitSet) begun.changed.clone()));
  }

  /**
   * On the way to this version, which nobody asks yet: what a slot holds came, went, or may have
   * another place in the order.
   */
  void change(int slot) {
    Start begun = start;
    if (begun != null) {
      begun.changed.set(slot);
    }
  }

  /** On the way to this version: all may have other places. */
  void changeAll() {
    start = null;
  }

  /** The slots in order, not to be written to. */
  int[] sorted() {
    int[] known = present;
    return known == null ? worked() : known;
  }

  private synchronized int[] worked() {
    int[] known = present;
    if (known == null) {
      known = merged();
    }
    if (known == null) {
      Once<int[]> anew = Once.of(sorter.anew);
      // The next version may start from this already, and waits for it when it is asked.
      start = new Start(anew, new BitSet());
      known = anew.get();
    }
    present = known;
    start = null;
    return known;
  }

  /** The order of an earlier version with what changed in its new places; null to sort anew. */
  private int @Nullable [] merged() {
    Start begun = start;
    if (begun == null) {
      return null;
    }
    int[] before = begun.sorted.get();
    if (begun.changed.isEmpty()) {
      return before;
    }
    return begun.changed.cardinality() > before.length / SHARE
        ? null
        : merged(before, begun.changed);
  }

  /** Sorts slots by comparing them. */
  static int[] sort(IntStream slots, Order order) {
    int[] unsorted = slots.toArray();
    Integer[] boxed = new Integer[unsorted.length];
    Arrays.setAll(boxed, i -> unsorted[i]);
    Arrays.parallelSort(boxed, (one, other) -> order.compare(one, other));
    return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
  }

  private int[] merged(int[] before, BitSet changed) {
    int[] kept = Arrays.stream(before).filter(slot -> !changed.get(slot)).toArray();
    int[] placed = sort(changed.stream().filter(sorter.present), sorter.order);
    int[] result = new int[kept.length + placed.length];
    int from = 0;
    for (int i = 0; i < placed.length; i++) {
      int to = place(kept, from, placed[i]);
      System.arraycopy(kept, from, result, from + i, to - from);
      result[to + i] = placed[i];
      from = to;
    }
    System.arraycopy(kept, from, result, from + placed.length, kept.length - from);
    return result;
  }

  /** The first place, not before {@code from}, whose slot comes after this one. */
  private int place(int[] kept, int from, int slot) {
    int low = from;
    int high = kept.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorter.order.compare(kept[middle], slot) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
