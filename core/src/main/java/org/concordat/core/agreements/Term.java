package org.concordat.core.agreements;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Days from one to another, both included.
 *
 * @param until not before {@code from}; at most {@value #MOST_YEARS} years later
 */
public record Term(LocalDate from, LocalDate until) {
  public static final int MOST_YEARS = 30;

  public Term {
    if (until.isBefore(from) || until.isAfter(from.plusYears(MOST_YEARS))) {
      throw new IllegalArgumentException(
          "a term ends on its first day or within %d years of it, not from %s until %s"
              .formatted(MOST_YEARS, from, until));
    }
  }

  public static Term of(String from, String until) {
    return new Term(LocalDate.parse(from), LocalDate.parse(until));
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, until)) + 1;
  }

  /** Every day, in order. */
  public Stream<LocalDate> eachDay() {
    return from.datesUntil(until.plusDays(1));
  }

  @Override
  public String toString() {
    return from + "/" + until;
  }
}
