package org.concordat.core.alignment.live;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Slots in an order that is kept over changes: first asked for, they are sorted; afterwards only
 * those that changed are put in their new places.
 *
 * <p>Several threads may ask at a time, while nothing changes.
 */
final class SortedSlots {
  /** Compares two slots; a total order. */
  interface Order {
    int compare(int one, int other);
  }

  /** When more than this share of all changed, they are sorted anew. */
  private static final int SHARE = 8;

  private final Order order;
  private final IntPredicate present;
  private final Supplier<int[]> sorter;
  private int[] sorted = {};
  private boolean isSorted;
  private final BitSet changed = new BitSet();

  /**
   * Nothing sorted yet.
   *
   * @param present whether a slot holds anything
   * @param sorter gives all slots that do, in order
   */
  SortedSlots(Order order, IntPredicate present, Supplier<int[]> sorter) {
    this.order = order;
    this.present = present;
    this.sorter = sorter;
  }

  /** What a slot holds came, went, or may have another place in the order. */
  void change(int slot) {
    if (isSorted) {
      changed.set(slot);
    }
  }

  /** All may have other places. */
  void changeAll() {
    isSorted = false;
    changed.clear();
  }

  /** The slots in order, not to be written to. */
  synchronized int[] sorted() {
    if (!isSorted || changed.cardinality() > sorted.length / SHARE) {
      sorted = sorter.get();
      isSorted = true;
    } else if (!changed.isEmpty()) {
      sorted = merged();
    }
    changed.clear();
    return sorted;
  }

  /** Sorts slots by comparing them. */
  static int[] sort(IntStream slots, Order order) {
    int[] unsorted = slots.toArray();
    Integer[] boxed = new Integer[unsorted.length];
    Arrays.setAll(boxed, i -> unsorted[i]);
    Arrays.parallelSort(boxed, (one, other) -> order.compare(one, other));
    return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
  }

  private int[] merged() {
    int[] kept = Arrays.stream(sorted).filter(slot -> !changed.get(slot)).toArray();
    int[] placed = sort(changed.stream().filter(present), order);
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
      if (order.compare(kept[middle], slot) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
