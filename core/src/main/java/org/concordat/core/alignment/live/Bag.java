package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Entries in the order of their places; equal ones may stand several times. A copy shares them
 * until one of the two changes.
 */
final class Bag<T> {
  private static final @Nullable Object[] NOTHING = {};

  private @Nullable Object[] held = NOTHING;
  private int size;
  private boolean shares;

  /** The same entries, to be changed apart. */
  Bag<T> copy() {
    Bag<T> copy = new Bag<>();
    copy.held = held;
    copy.size = size;
    copy.shares = true;
    shares = true;
    return copy;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  @SuppressWarnings("unchecked")
  private Held<T> at(int index) {
    return (Held<T>) Objects.requireNonNull(held[index]);
  }

  void add(Held<T> added) {
    int index = size == 0 || at(size - 1).place() < added.place() ? size : index(added.place());
    if (size == held.length) {
      held = Arrays.copyOf(held, Math.max(2, size + size / 2));
      shares = false;
    }
    own();
    System.arraycopy(held, index, held, index + 1, size - index);
    held[index] = added;
    size++;
  }

  void remove(Held<T> removed) {
    int index = index(removed.place());
    if (index == size || at(index).place() != removed.place()) {
      throw new IllegalStateException("nothing has the place of " + removed);
    }
    own();
    System.arraycopy(held, index + 1, held, index, size - index - 1);
    held[--size] = null;
  }

  private void own() {
    if (shares) {
      held = held.clone();
      shares = false;
    }
  }

  /** Where a place is, or would be. */
  private int index(long place) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at(middle).place() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first of the entries that equal this one, or null. */
  @Nullable Held<T> first(T entry) {
    for (int i = 0; i < size; i++) {
      if (at(i).entry().equals(entry)) {
        return at(i);
      }
    }
    return null;
  }

  int count(T entry) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += at(i).entry().equals(entry) ? 1 : 0;
    }
    return count;
  }

  /** How many entries pass a filter. */
  int count(Predicate<T> filter) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += filter.test(at(i).entry()) ? 1 : 0;
    }
    return count;
  }

  void each(Consumer<Held<T>> visitor) {
    for (int i = 0; i < size; i++) {
      visitor.accept(at(i));
    }
  }

  List<T> entries() {
    List<T> entries = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      entries.add(at(i).entry());
    }
    return entries;
  }
}
