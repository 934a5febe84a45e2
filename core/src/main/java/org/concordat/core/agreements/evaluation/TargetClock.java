package org.concordat.core.agreements.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.ServiceCalendar;
import org.concordat.core.agreements.ServiceTime;
import org.concordat.core.agreements.Target;
import org.concordat.core.agreements.Term;

/** The windows of one target and when they close. */
final class TargetClock {
  private final ServiceTime service;
  private final Term term;
  private final int graceDays;
  private final List<Term> windows;
  private final NavigableMap<LocalDate, Instant> closes = new TreeMap<>();

  TargetClock(Agreement agreement, Target target, ServiceTime service) {
    this.service = service;
    this.term = agreement.term();
    this.graceDays = agreement.graceDays();
    windows = target.terms().window().of(term);
    windows.forEach(w -> closes.put(w.from(), closeOf(w)));
  }

  List<Term> windows() {
    return windows;
  }

  ServiceTime service() {
    return service;
  }

  ServiceCalendar calendar() {
    return service.calendar();
  }

  boolean isInTerm(LocalDate day) {
    return term.contains(day);
  }

  Term term() {
    return term;
  }

  Instant endOf(Term window) {
    return calendar().startOf(window.until().plusDays(1));
  }

  private Instant closeOf(Term window) {
    return calendar().startOf(window.until().plusDays(1L + graceDays));
  }

  /** When the window of a day of the term closes. */
  Instant close(LocalDate day) {
    Map.Entry<LocalDate, Instant> entry = closes.floorEntry(day);
    if (entry == null) {
      throw new IllegalArgumentException(day + " is before the term");
    }
    return entry.getValue();
  }

  Phase phase(Term window, Instant asOf) {
    return asOf.isBefore(endOf(window))
        ? Phase.RUNNING
        : asOf.isBefore(closeOf(window)) ? Phase.AWAITING : Phase.CLOSED;
  }
}
