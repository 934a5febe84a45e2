package org.concordat.server.standards;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is reckoned when it is first asked for, and kept. */
final class Once<T> {
  private final Supplier<T> reckoning;
  private @Nullable T value;

  Once(Supplier<T> reckoning) {
    this.reckoning = reckoning;
  }

  synchronized T get() {
    T present = value;
    if (present == null) {
      present = reckoning.get();
      value = present;
    }
    return present;
  }

  synchronized boolean isReckoned() {
    return value != null;
  }
}
