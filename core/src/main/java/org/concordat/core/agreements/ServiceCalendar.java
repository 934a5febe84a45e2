package org.concordat.core.agreements;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * When the service is owed.
 *
 * @param zone in which days and hours are meant
 * @param hours by day of the week, in order and without overlaps; a day without an entry is closed
 * @param holidays days that are closed
 */
public record ServiceCalendar(
    ZoneId zone, Map<DayOfWeek, List<OpenHours>> hours, NavigableSet<LocalDate> holidays) {
  /** Around the clock, every day, in UTC. */
  public static final ServiceCalendar ALWAYS = always(ZoneOffset.UTC);

  public ServiceCalendar {
    Map<DayOfWeek, List<OpenHours>> copy = new EnumMap<>(DayOfWeek.class);
    hours.forEach(
        (day, list) -> {
          if (!list.isEmpty()) {
            copy.put(day, List.copyOf(list));
          }
        });
    copy.forEach(ServiceCalendar::checkOrder);
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("a calendar is open on some day of the week");
    }
    hours = Collections.unmodifiableMap(copy);
    holidays = Collections.unmodifiableNavigableSet(new TreeSet<>(holidays));
  }

  public static ServiceCalendar always(ZoneId zone) {
    Map<DayOfWeek, List<OpenHours>> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.put(day, List.of(OpenHours.WHOLE_DAY));
    }
    return new ServiceCalendar(zone, hours, Collections.emptyNavigableSet());
  }

  private static void checkOrder(DayOfWeek day, List<OpenHours> list) {
    for (int i = 1; i < list.size(); i++) {
      OpenHours before = list.get(i - 1);
      if (before.isUntilMidnight() || list.get(i).from().isBefore(before.until())) {
        throw new IllegalArgumentException(
            "the hours of %s overlap or are out of order: %s".formatted(day, list));
      }
    }
  }

  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** When a day starts; a day lasts until the next one starts, which may be 23 or 25 hours. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The open time of a day. Hours that the clock skips or repeats count as they pass. */
  public Spans openOn(LocalDate day) {
    if (holidays.contains(day)) {
      return Spans.NONE;
    }
    List<Spans.Span> open = new ArrayList<>();
    for (OpenHours range : hours.getOrDefault(day.getDayOfWeek(), List.of())) {
      Instant from = day.atTime(range.from()).atZone(zone).toInstant();
      Instant until =
          range.isUntilMidnight()
              ? startOf(day.plusDays(1))
              : day.atTime(range.until()).atZone(zone).toInstant();
      if (until.isAfter(from)) {
        open.add(new Spans.Span(from.toEpochMilli(), until.toEpochMilli()));
      }
    }
    return Spans.of(open);
  }
}
