package org.concordat.core.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Over which time a target is judged. Windows are whole days in the agreement's time zone. */
public sealed interface Window {
  /** The windows of a term, which together cover it, in their order. */
  List<Term> of(Term term);

  /** The longest rolling window, in days. */
  int MOST_DAYS = 366;

  record CalendarMonth() implements Window {
    @Override
    public List<Term> of(Term term) {
      return months(term, 1);
    }
  }

  record CalendarQuarter() implements Window {
    @Override
    public List<Term> of(Term term) {
      return months(term, 3);
    }
  }

  /**
   * The last days up to any day. What is settled are windows side by side from the first day of the
   * term; in between the current figure looks back so many days.
   *
   * @param days from 1 to {@value Window#MOST_DAYS}
   */
  record RollingDays(int days) implements Window {
    public RollingDays {
      if (days < 1 || days > MOST_DAYS) {
        throw new IllegalArgumentException(
            "a rolling window has 1 to " + MOST_DAYS + " days, not " + days);
      }
    }

    @Override
    public List<Term> of(Term term) {
      List<Term> windows = new ArrayList<>();
      LocalDate from = term.from();
      while (!from.isAfter(term.until())) {
        LocalDate until = from.plusDays(days - 1L);
        windows.add(new Term(from, until.isAfter(term.until()) ? term.until() : until));
        from = from.plusDays(days);
      }
      return List.copyOf(windows);
    }
  }

  private static List<Term> months(Term term, int length) {
    List<Term> windows = new ArrayList<>();
    LocalDate start = term.from().withDayOfMonth(1);
    start = start.minusMonths((start.getMonthValue() - 1) % length);
    while (!start.isAfter(term.until())) {
      LocalDate next = start.plusMonths(length);
      LocalDate from = start.isBefore(term.from()) ? term.from() : start;
      LocalDate until = next.isAfter(term.until()) ? term.until() : next.minusDays(1);
      windows.add(new Term(from, until));
      start = next;
    }
    return List.copyOf(windows);
  }
}
