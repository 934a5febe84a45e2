package org.concordat.core.versions;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something costly that is worked out when it is first asked for; whoever asks meanwhile waits for
 * it. Safe for several threads.
 */
public final class Once<T> {
  private volatile @Nullable T value;
  private @Nullable Supplier<T> work;

  private Once(@Nullable T value, @Nullable Supplier<T> work) {
    this.value = value;
    this.work = work;
  }

  /** What is still to be worked out; should that fail, the next who asks tries again. */
  public static <T> Once<T> of(Supplier<T> work) {
    return new Once<>(null, work);
  }

  /** What is known already. */
  public static <T> Once<T> known(T value) {
    return new Once<>(value, null);
  }

  public T get() {
    T known = value;
    return known == null ? worked() : known;
  }

  private synchronized T worked() {
    T known = value;
    Supplier<T> todo = work;
    if (known == null && todo != null) {
      known = todo.get();
      value = known;
      // It may hold on to a whole version.
      work = null;
    }
    if (known == null) {
      throw new IllegalStateException("neither known nor to be worked out");
    }
    return known;
  }

  /** What is known, or null while it is not. */
  public @Nullable T ifKnown() {
    return value;
  }
}
