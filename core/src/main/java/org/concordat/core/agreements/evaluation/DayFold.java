package org.concordat.core.agreements.evaluation;

import java.math.BigDecimal;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Spans;

/**
 * What the records of a target come to on one day, or on several: small, whatever their number.
 * Joining is commutative and associative, so records may come in any order and days be joined in
 * any way.
 */
public sealed interface DayFold {
  /** How many records it is made of. */
  long records();

  /**
   * The fold of both.
   *
   * @throws IllegalArgumentException when they are of different kinds
   */
  DayFold join(DayFold other);

  /** The fold of no records of a measure. */
  static DayFold empty(Measure measure) {
    return switch (measure) {
      case Measure.SuccessRatio _,
          Measure.WithinTime _,
          Measure.Occurrences _,
          Measure.SamplesWithin _ ->
          Tally.NONE;
      case Measure.Availability _ -> Outage.NONE;
      case Measure.LongestTime _, Measure.SampleMean _, Measure.WorstSample _ -> Spread.NONE;
    };
  }

  /** How many events there were, and how many were good. */
  record Tally(long records, long good, long total) implements DayFold {
    static final Tally NONE = new Tally(0, 0, 0);

    @Override
    public Tally join(DayFold other) {
      if (!(other instanceof Tally that)) {
        throw mismatch(this, other);
      }
      return new Tally(
          records + that.records, Math.addExact(good, that.good), Math.addExact(total, that.total));
    }
  }

  /** When there was an outage within service time. */
  record Outage(long records, Spans down) implements DayFold {
    static final Outage NONE = new Outage(0, Spans.NONE);

    @Override
    public Outage join(DayFold other) {
      if (!(other instanceof Outage that)) {
        throw mismatch(this, other);
      }
      return new Outage(records + that.records, down.or(that.down));
    }
  }

  /**
   * The sum of values, the lowest and the highest; all three 0 without records. Times are in
   * milliseconds.
   */
  record Spread(long records, BigDecimal sum, BigDecimal lowest, BigDecimal highest)
      implements DayFold {
    static final Spread NONE = new Spread(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Numbers are kept without trailing zeros, so that equal folds are equal values. */
    public Spread {
      sum = plain(sum);
      lowest = plain(lowest);
      highest = plain(highest);
    }

    static Spread of(BigDecimal value) {
      return new Spread(1, value, value, value);
    }

    @Override
    public Spread join(DayFold other) {
      if (!(other instanceof Spread that)) {
        throw mismatch(this, other);
      }
      if (records == 0 || that.records == 0) {
        return records == 0 ? that : this;
      }
      return new Spread(
          records + that.records,
          sum.add(that.sum),
          lowest.min(that.lowest),
          highest.max(that.highest));
    }

    private static BigDecimal plain(BigDecimal number) {
      BigDecimal stripped = number.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
  }

  private static IllegalArgumentException mismatch(DayFold one, DayFold other) {
    return new IllegalArgumentException("folds of two kinds do not join: " + one + ", " + other);
  }
}
