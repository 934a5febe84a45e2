package org.concordat.core.agreements;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What is measured, and how records become one value for a window. {@code docs/agreements.md}
 * defines each formula.
 */
public sealed interface Measure {
  /** What its values are. */
  Scale scale();

  /** What values count. */
  enum Scale {
    /** A part of a whole, in [0, 1]. */
    SHARE,
    SECONDS,
    COUNT,
    /** Whatever the samples are in. */
    AS_SAMPLED
  }

  /** The part of all events that were good: requests answered, mails filtered. From counts. */
  record SuccessRatio() implements Measure {
    @Override
    public Scale scale() {
      return Scale.SHARE;
    }
  }

  /** The part of the service time without an outage. From downtimes. */
  record Availability() implements Measure {
    @Override
    public Scale scale() {
      return Scale.SHARE;
    }
  }

  /**
   * The part of all cases that took no longer than a limit. From durations.
   *
   * @param limit longer than nothing
   */
  record WithinTime(Duration limit) implements Measure {
    public WithinTime {
      if (!limit.isPositive()) {
        throw new IllegalArgumentException("a time limit is longer than nothing: " + limit);
      }
    }

    @Override
    public Scale scale() {
      return Scale.SHARE;
    }
  }

  /** The longest that a case took. From durations. */
  record LongestTime() implements Measure {
    @Override
    public Scale scale() {
      return Scale.SECONDS;
    }
  }

  /** How many events there were. From counts, whose totals add up. */
  record Occurrences() implements Measure {
    @Override
    public Scale scale() {
      return Scale.COUNT;
    }
  }

  /** The mean of samples. */
  record SampleMean() implements Measure {
    @Override
    public Scale scale() {
      return Scale.AS_SAMPLED;
    }
  }

  /** The lowest sample where values are to be at least something, otherwise the highest. */
  record WorstSample() implements Measure {
    @Override
    public Scale scale() {
      return Scale.AS_SAMPLED;
    }
  }

  /**
   * The part of samples on the good side of a limit.
   *
   * @param good whether a sample is good at least or at most at the limit
   */
  record SamplesWithin(Direction good, BigDecimal limit) implements Measure {
    public SamplesWithin {
      limit = Numbers.plain(limit);
    }

    @Override
    public Scale scale() {
      return Scale.SHARE;
    }
  }
}
