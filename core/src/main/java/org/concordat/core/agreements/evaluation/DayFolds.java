package org.concordat.core.agreements.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.ServiceTime;
import org.concordat.core.agreements.Spans;
import org.concordat.core.agreements.Target;
import org.concordat.core.agreements.TargetTerms;

/**
 * The records of one target, folded into days. New records are added at once; where a record
 * replaces another, the days that both touch are folded again. Not for several threads at a time.
 */
public final class DayFolds {
  private final TargetTerms terms;
  private final TargetClock clock;
  private final DayFold nothing;
  private final NavigableMap<LocalDate, Day> days = new TreeMap<>();

  /**
   * One day.
   *
   * @param settled of the records that were there when the day's window closed
   * @param revised of all records
   * @param late how many records of {@code revised} came after the close
   */
  public record Day(DayFold settled, DayFold revised, long late) {
    Day join(Day other) {
      return new Day(settled.join(other.settled), revised.join(other.revised), late + other.late);
    }
  }

  private DayFolds(TargetTerms terms, TargetClock clock) {
    this.terms = terms;
    this.clock = clock;
    nothing = DayFold.empty(terms.measure());
  }

  /** No records of a target yet. */
  public static DayFolds of(Agreement agreement, Target target) {
    return of(agreement, target, ServiceTime.of(agreement));
  }

  /**
   * No records of a target yet.
   *
   * @param service shared among the targets of the agreement, which saves reckoning it again
   */
  public static DayFolds of(Agreement agreement, Target target, ServiceTime service) {
    return new DayFolds(target.terms(), new TargetClock(agreement, target, service));
  }

  /** Takes a day as it was kept. */
  public void restore(LocalDate day, Day kept) {
    days.put(day, kept);
  }

  /**
   * Adds a record whose id is new.
   *
   * @return the days that changed
   * @throws IllegalArgumentException when the target is not measured by such records
   */
  public Set<LocalDate> add(Measurement record) {
    Map<LocalDate, DayFold> parts = parts(record);
    parts.forEach((day, part) -> days.merge(day, day(day, part, record), Day::join));
    return parts.keySet();
  }

  private Day day(LocalDate day, DayFold part, Measurement record) {
    return isLate(day, record) ? new Day(nothing, part, 1) : new Day(part, part, 0);
  }

  private boolean isLate(LocalDate day, Measurement record) {
    return !record.receivedAt().isBefore(clock.close(day));
  }

  /** The days that a record touches: those to fold again when it is replaced. */
  public Set<LocalDate> touched(Measurement record) {
    return parts(record).keySet();
  }

  /**
   * Folds a day again.
   *
   * @param versions every record with an id of which some version touches the day, all versions of
   *     it, in the order in which they arrived
   */
  public void fold(LocalDate day, Collection<Measurement> versions) {
    Map<String, Measurement> settled = new LinkedHashMap<>();
    Map<String, Measurement> revised = new LinkedHashMap<>();
    Instant close = clock.close(day);
    for (Measurement record : versions) {
      replace(revised, record);
      if (record.receivedAt().isBefore(close)) {
        replace(settled, record);
      }
    }
    DayFold atClose = nothing;
    for (Measurement record : settled.values()) {
      atClose = atClose.join(part(record, day));
    }
    DayFold now = nothing;
    long late = 0;
    for (Measurement record : revised.values()) {
      DayFold part = part(record, day);
      now = now.join(part);
      late += isLate(day, record) ? part.records() : 0;
    }
    if (atClose.records() == 0 && now.records() == 0) {
      days.remove(day);
    } else {
      days.put(day, new Day(atClose, now, late));
    }
  }

  private static void replace(Map<String, Measurement> latest, Measurement record) {
    latest.merge(
        record.id(),
        record,
        (before, next) -> next.receivedAt().isBefore(before.receivedAt()) ? before : next);
  }

  private DayFold part(Measurement record, LocalDate day) {
    return parts(record).getOrDefault(day, nothing);
  }

  /** What a record adds to each day that it touches. */
  private Map<LocalDate, DayFold> parts(Measurement record) {
    if (!record.reading().suits(terms.measure())) {
      throw new IllegalArgumentException(
          "target '%s' is not measured by records such as %s"
              .formatted(record.target(), record.reading()));
    }
    if (record.reading() instanceof Reading.Downtime(Instant until) && until.isAfter(record.at())) {
      return outages(record.at(), until);
    }
    LocalDate day = clock.calendar().dayOf(record.at());
    return clock.isInTerm(day) && clock.service().on(day).contains(record.at().toEpochMilli())
        ? Map.of(day, moment(record.reading()))
        : Map.of();
  }

  private Map<LocalDate, DayFold> outages(Instant from, Instant until) {
    Spans outage = Spans.ofBounds(from.toEpochMilli(), until.toEpochMilli());
    Map<LocalDate, DayFold> parts = new HashMap<>();
    LocalDate first = clock.calendar().dayOf(from);
    LocalDate day = first.isBefore(clock.term().from()) ? clock.term().from() : first;
    for (;
        clock.isInTerm(day) && clock.calendar().startOf(day).isBefore(until);
        day = day.plusDays(1)) {
      Spans down = outage.and(clock.service().on(day));
      if (!down.isEmpty()) {
        parts.put(day, new DayFold.Outage(1, down));
      }
    }
    return parts;
  }

  private DayFold moment(Reading reading) {
    return switch (reading) {
      case Reading.Counts(long good, long total) -> new DayFold.Tally(1, good, total);
      case Reading.Downtime _ -> new DayFold.Outage(1, Spans.NONE);
      case Reading.Took(var time) ->
          terms.measure() instanceof Measure.WithinTime(var limit)
              ? one(time.compareTo(limit) <= 0)
              : DayFold.Spread.of(java.math.BigDecimal.valueOf(time.toMillis()));
      case Reading.Sample(var value) ->
          terms.measure() instanceof Measure.SamplesWithin(var good, var limit)
              ? one(good.isMet(value, limit))
              : DayFold.Spread.of(value);
    };
  }

  private static DayFold one(boolean isGood) {
    return new DayFold.Tally(1, isGood ? 1 : 0, 1);
  }

  /** The days with records, in order. */
  public NavigableMap<LocalDate, Day> days() {
    return Collections.unmodifiableNavigableMap(days);
  }

  /** The join of the days of a window. */
  Day over(LocalDate from, LocalDate until) {
    Day joined = new Day(nothing, nothing, 0);
    for (Day day : days.subMap(from, true, until, true).values()) {
      joined = joined.join(day);
    }
    return joined;
  }

  TargetTerms terms() {
    return terms;
  }

  TargetClock clock() {
    return clock;
  }

  /** Every day that some version of these records touches. */
  public Set<LocalDate> touched(List<Measurement> records) {
    Set<LocalDate> touched = new TreeSet<>();
    records.forEach(r -> touched.addAll(touched(r)));
    return touched;
  }
}
