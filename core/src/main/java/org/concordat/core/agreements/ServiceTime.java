package org.concordat.core.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When the service is owed: the hours of the calendar without maintenance. Remembers the days that
 * were asked for; not for several threads at a time.
 */
public final class ServiceTime {
  private final ServiceCalendar calendar;
  private final List<MaintenanceWindow> maintenance;
  private final Map<LocalDate, Spans> days = new HashMap<>();

  public ServiceTime(ServiceCalendar calendar, List<MaintenanceWindow> maintenance) {
    this.calendar = calendar;
    this.maintenance = List.copyOf(maintenance);
  }

  /** The service time of an agreement. */
  public static ServiceTime of(Agreement agreement) {
    return new ServiceTime(agreement.calendar(), agreement.maintenance());
  }

  public ServiceCalendar calendar() {
    return calendar;
  }

  /** The service time of a day, from its start to the start of the next. */
  public Spans on(LocalDate day) {
    return days.computeIfAbsent(day, this::reckon);
  }

  private Spans reckon(LocalDate day) {
    Instant from = calendar.startOf(day);
    Instant until = calendar.startOf(day.plusDays(1));
    List<Spans.Span> excluded = new ArrayList<>();
    maintenance.forEach(m -> excluded.addAll(m.between(from, until, calendar.zone())));
    return calendar.openOn(day).without(Spans.of(excluded));
  }

  /** Whether the service is owed at a moment. */
  public boolean contains(Instant moment) {
    return on(calendar.dayOf(moment)).contains(moment.toEpochMilli());
  }

  /** How long the service is owed in a term, in milliseconds. */
  public long length(Term term) {
    return term.eachDay().mapToLong(day -> on(day).length()).sum();
  }
}
