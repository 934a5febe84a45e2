package org.concordat.core.alignment.priorities;

import java.util.HashSet;
import java.util.Set;

/**
 * A set of ints that remembers the order in which they were added, and may grow while it is read.
 */
final class IntSet {
  private final IntList values = new IntList();
  private final Set<Integer> members = new HashSet<>();

  void add(int value) {
    if (members.add(value)) {
      values.add(value);
    }
  }

  boolean contains(int value) {
    return members.contains(value);
  }

  int get(int index) {
    return values.get(index);
  }

  int size() {
    return values.size();
  }

  int[] toArray() {
    return values.toArray();
  }
}
