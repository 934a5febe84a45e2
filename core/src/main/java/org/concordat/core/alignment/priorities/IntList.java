package org.concordat.core.alignment.priorities;

import java.util.Arrays;

/** A growing list of ints. */
final class IntList {
  private int[] values;
  private int size;

  IntList() {
    this(16);
  }

  IntList(int capacity) {
    values = new int[capacity];
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(16, size + (size >> 1)));
    }
    values[size++] = value;
  }

  /** These values and one more; this list stays as it is. */
  IntList with(int value) {
    IntList longer = new IntList(size + 1);
    System.arraycopy(values, 0, longer.values, 0, size);
    longer.size = size;
    longer.add(value);
    return longer;
  }

  int get(int index) {
    return values[index];
  }

  void set(int index, int value) {
    values[index] = value;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int removeLast() {
    return values[--size];
  }

  /** The array beneath, longer than the list; not to be written to. */
  int[] values() {
    return values;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
