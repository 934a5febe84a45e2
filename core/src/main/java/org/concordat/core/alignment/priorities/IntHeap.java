package org.concordat.core.alignment.priorities;

import java.util.Arrays;

/**
 * Ints that wait, each with a priority: the lowest comes out first, of equal ones the one that came
 * first.
 */
final class IntHeap {
  private long[] priorities = new long[16];
  private int[] arrivals = new int[16];
  private int[] values = new int[16];
  private int size;
  private int arrived;

  boolean isEmpty() {
    return size == 0;
  }

  /** The priority of the one that comes out next; of an empty heap unspecified. */
  long priority() {
    return priorities[0];
  }

  void add(long priority, int value) {
    if (size == values.length) {
      priorities = Arrays.copyOf(priorities, 2 * size);
      arrivals = Arrays.copyOf(arrivals, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    int place = size++;
    int arrival = arrived++;
    while (place > 0 && isBefore(priority, arrival, (place - 1) >>> 1)) {
      move((place - 1) >>> 1, place);
      place = (place - 1) >>> 1;
    }
    put(place, priority, arrival, value);
  }

  /** Takes out the next one; there must be one. */
  int remove() {
    int first = values[0];
    size--;
    long priority = priorities[size];
    int arrival = arrivals[size];
    int value = values[size];
    int place = 0;
    for (int child = 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && isBefore(priorities[child + 1], arrivals[child + 1], child)) {
        child++;
      }
      if (isBefore(priority, arrival, child)) {
        break;
      }
      move(child, place);
      place = child;
    }
    put(place, priority, arrival, value);
    return first;
  }

  private boolean isBefore(long priority, int arrival, int place) {
    return priority < priorities[place]
        || (priority == priorities[place] && arrival < arrivals[place]);
  }

  private void move(int from, int to) {
    put(to, priorities[from], arrivals[from], values[from]);
  }

  private void put(int place, long priority, int arrival, int value) {
    priorities[place] = priority;
    arrivals[place] = arrival;
    values[place] = value;
  }
}
