package org.concordat.core.agreements.evaluation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Numbers;

/** What a record says. */
public sealed interface Reading {
  /** The largest number of events that one record counts. */
  long MOST_EVENTS = 1_000_000_000_000L;

  /** Whether a measure is made of such readings. */
  default boolean suits(Measure measure) {
    return switch (measure) {
      case Measure.SuccessRatio _, Measure.Occurrences _ -> this instanceof Counts;
      case Measure.Availability _ -> this instanceof Downtime;
      case Measure.WithinTime _, Measure.LongestTime _ -> this instanceof Took;
      case Measure.SampleMean _, Measure.WorstSample _, Measure.SamplesWithin _ ->
          this instanceof Sample;
    };
  }

  /**
   * Events, and how many of them were good. A record of 0 says that somebody looked.
   *
   * @param good from 0 to {@code total}
   * @param total up to {@value #MOST_EVENTS}
   */
  record Counts(long good, long total) implements Reading {
    public Counts {
      if (good < 0 || good > total || total > MOST_EVENTS) {
        throw new IllegalArgumentException(
            "of a total of up to %d, from 0 to all are good, not %d of %d"
                .formatted(MOST_EVENTS, good, total));
      }
    }
  }

  /**
   * An outage from the moment of the record. One that still lasts is recorded up to now, and
   * corrected later; one of no length says that somebody looked.
   *
   * @param until not before the moment of the record, and at most 366 days after it
   */
  record Downtime(Instant until) implements Reading {}

  /**
   * How long a case took.
   *
   * @param time from 0 to ten years, in whole milliseconds
   */
  record Took(Duration time) implements Reading {
    private static final Duration LONGEST = Duration.ofDays(3_653);

    public Took {
      time = Duration.ofMillis(time.toMillis());
      if (time.isNegative() || time.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("a case takes 0 to ten years, not " + time);
      }
    }
  }

  /** A value that was read off. */
  record Sample(BigDecimal value) implements Reading {
    public Sample {
      value = Numbers.plain(value);
    }
  }
}
