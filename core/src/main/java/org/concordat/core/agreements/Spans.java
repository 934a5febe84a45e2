package org.concordat.core.agreements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of moments: spans of time that neither touch nor overlap, in order. Times are milliseconds
 * since 1970-01-01T00:00Z; a span holds its start and not its end.
 */
public final class Spans {
  public static final Spans NONE = new Spans(new long[0]);

  /** Start, end, start, end ... strictly rising. */
  private final long[] bounds;

  private Spans(long[] bounds) {
    this.bounds = bounds;
  }

  /**
   * One span of time.
   *
   * @param until after {@code from}
   */
  public record Span(long from, long until) {
    public Span {
      if (until <= from) {
        throw new IllegalArgumentException("a span ends after it starts: " + from + ", " + until);
      }
    }
  }

  /** All moments that are in one of the spans. */
  public static Spans of(Collection<Span> spans) {
    if (spans.isEmpty()) {
      return NONE;
    }
    Span[] sorted = spans.toArray(Span[]::new);
    Arrays.sort(sorted, java.util.Comparator.comparingLong(Span::from));
    long[] joined = new long[2 * sorted.length];
    int size = 0;
    for (Span span : sorted) {
      if (size > 0 && span.from() <= joined[size - 1]) {
        joined[size - 1] = Math.max(joined[size - 1], span.until());
      } else {
        joined[size++] = span.from();
        joined[size++] = span.until();
      }
    }
    return new Spans(Arrays.copyOf(joined, size));
  }

  /**
   * The spans with these bounds.
   *
   * @param bounds start, end, start, end ..., strictly rising
   */
  public static Spans ofBounds(long... bounds) {
    for (int i = 1; i < bounds.length; i++) {
      if (bounds[i] <= bounds[i - 1]) {
        throw new IllegalArgumentException("bounds rise strictly, not " + Arrays.toString(bounds));
      }
    }
    if (bounds.length % 2 != 0) {
      throw new IllegalArgumentException("every start has an end: " + Arrays.toString(bounds));
    }
    return new Spans(bounds.clone());
  }

  /** Start, end, start, end ..., strictly rising: what {@link #ofBounds} takes. */
  public long[] bounds() {
    return bounds.clone();
  }

  public List<Span> list() {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < bounds.length; i += 2) {
      spans.add(new Span(bounds[i], bounds[i + 1]));
    }
    return List.copyOf(spans);
  }

  public boolean isEmpty() {
    return bounds.length == 0;
  }

  /** How long they last together, in milliseconds. */
  public long length() {
    long length = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      length += bounds[i + 1] - bounds[i];
    }
    return length;
  }

  public boolean contains(long moment) {
    int found = Arrays.binarySearch(bounds, moment);
    return found >= 0 ? found % 2 == 0 : (-found - 1) % 2 == 1;
  }

  /** The moments that are in one of both. */
  public Spans or(Spans other) {
    return isEmpty() ? other : other.isEmpty() ? this : combine(other, true, true, true);
  }

  /** The moments that are in both. */
  public Spans and(Spans other) {
    return isEmpty() || other.isEmpty() ? NONE : combine(other, false, true, false);
  }

  /** The moments that are in these and not in the others. */
  public Spans without(Spans other) {
    return isEmpty() || other.isEmpty() ? this : combine(other, true, false, false);
  }

  /**
   * Sweeps over the bounds of both and keeps what is asked for.
   *
   * @param mine whether to keep what is here alone
   * @param both whether to keep what is in both
   * @param theirs whether to keep what is there alone
   */
  private Spans combine(Spans other, boolean mine, boolean both, boolean theirs) {
    long[] result = new long[bounds.length + other.bounds.length];
    int size = 0;
    boolean kept = false;
    int i = 0;
    int j = 0;
    while (i < bounds.length || j < other.bounds.length) {
      long next =
          j == other.bounds.length || (i < bounds.length && bounds[i] <= other.bounds[j])
              ? bounds[i]
              : other.bounds[j];
      while (i < bounds.length && bounds[i] == next) {
        i++;
      }
      while (j < other.bounds.length && other.bounds[j] == next) {
        j++;
      }
      boolean isHere = i % 2 == 1;
      boolean isThere = j % 2 == 1;
      boolean keep = isHere ? (isThere ? both : mine) : isThere && theirs;
      if (keep != kept) {
        result[size++] = next;
        kept = keep;
      }
    }
    return size == 0 ? NONE : new Spans(Arrays.copyOf(result, size));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Spans that && Arrays.equals(bounds, that.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  @Override
  public String toString() {
    return list().toString();
  }
}
