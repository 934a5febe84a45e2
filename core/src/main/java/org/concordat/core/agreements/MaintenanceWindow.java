package org.concordat.core.agreements;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Time in which the service may be interrupted without missing a target. */
public sealed interface MaintenanceWindow {
  /** The longest window. */
  Duration LONGEST = Duration.ofDays(7);

  /** The windows that reach into the time between two moments. */
  List<Spans.Span> between(Instant from, Instant until, ZoneId zone);

  /** Once, as announced. */
  record Once(Instant from, Instant until) implements MaintenanceWindow {
    public Once {
      checkLength(Duration.between(from, until));
    }

    @Override
    public List<Spans.Span> between(Instant start, Instant end, ZoneId zone) {
      return from.isBefore(end) && until.isAfter(start)
          ? List.of(new Spans.Span(from.toEpochMilli(), until.toEpochMilli()))
          : List.of();
    }
  }

  /**
   * Every week at the same local time.
   *
   * @param length up to a week; as it passes on a clock that is not moved
   */
  record Weekly(DayOfWeek day, LocalTime start, Duration length) implements MaintenanceWindow {
    public Weekly {
      checkLength(length);
    }

    @Override
    public List<Spans.Span> between(Instant from, Instant until, ZoneId zone) {
      List<Spans.Span> spans = new ArrayList<>();
      LocalDate first = from.minus(length).atZone(zone).toLocalDate();
      for (LocalDate on = first.with(TemporalAdjusters.nextOrSame(day)); ; on = on.plusWeeks(1)) {
        Instant begin = on.atTime(start).atZone(zone).toInstant();
        if (!begin.isBefore(until)) {
          return spans;
        }
        Instant end = begin.plus(length);
        if (end.isAfter(from)) {
          spans.add(new Spans.Span(begin.toEpochMilli(), end.toEpochMilli()));
        }
      }
    }
  }

  private static void checkLength(Duration length) {
    if (!length.isPositive() || length.toMillis() == 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a maintenance window is longer than nothing and up to 7 days, not " + length);
    }
  }
}
