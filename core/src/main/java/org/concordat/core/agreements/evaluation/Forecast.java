package org.concordat.core.agreements.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a window that runs will end in a breach. All figures are in the unit in which the measure
 * burns: milliseconds of outage, events, the sum of excess over the threshold.
 *
 * @param chance in words
 * @param budget what may burn
 * @param burnt what has burnt so far
 * @param expected what will have burnt at the end
 * @param low with {@code high} the interval in which the burn at the end lies with 90 %
 * @param breachOn the first day on which the expected burn exceeds the budget, or null
 * @param days how many days it rests on
 */
public record Forecast(
    Chance chance,
    double budget,
    double burnt,
    double expected,
    double low,
    double high,
    @Nullable LocalDate breachOn,
    int days) {
  /** How likely a breach is. */
  public enum Chance {
    UNLIKELY,
    /** The upper end of the interval exceeds the budget. */
    POSSIBLE,
    /** The expected burn exceeds the budget. */
    LIKELY,
    /** The burn exceeds the budget and cannot come back. */
    CERTAIN
  }
}
