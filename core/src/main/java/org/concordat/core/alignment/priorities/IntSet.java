package org.concordat.core.alignment.priorities;

import java.util.Arrays;

/**
 * A set of ints from 0 that remembers the order in which they were added, and may grow while it is
 * read. By open addressing, without an object for each.
 */
final class IntSet {
  private final IntList values = new IntList();

  /** By slot: the place of the value that lies there, plus 1; 0 when the slot is free. */
  private int[] places = new int[32];

  void add(int value) {
    place(value);
  }

  /** The place of a value in the order; a new one is added as the last. */
  int place(int value) {
    int slot = slot(value);
    if (places[slot] == 0) {
      values.add(value);
      places[slot] = values.size();
      if (2 * values.size() > places.length) {
        grow();
      }
      return values.size() - 1;
    }
    return places[slot] - 1;
  }

  boolean contains(int value) {
    return places[slot(value)] != 0;
  }

  private int slot(int value) {
    int mask = places.length - 1;
    int slot = (value * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(mask);
    while (places[slot] != 0 && values.get(places[slot] - 1) != value) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    places = new int[2 * places.length];
    for (int place = 0; place < values.size(); place++) {
      places[slot(values.get(place))] = place + 1;
    }
  }

  int get(int index) {
    return values.get(index);
  }

  int size() {
    return values.size();
  }

  int[] toArray() {
    return Arrays.copyOf(values.values(), size());
  }
}
