package org.concordat.core.agreements.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concordat.core.agreements.Direction;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.Term;
import org.concordat.core.agreements.evaluation.Forecast.Chance;
import org.jspecify.annotations.Nullable;

/**
 * Extrapolates how the budget of a window burns. The interval is that of a sum of future values,
 * normally distributed with unknown mean and variance (Hahn and Meeker, <i>Statistical
 * Intervals</i>, 1991, section 4.7).
 */
final class Forecasting {
  private static final int FEWEST_DAYS = 3;

  /** Quantile 0.95 of Student's t by degrees of freedom, from 1. */
  private static final double[] STUDENT = {
    6.314, 2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812, 1.796, 1.782, 1.771,
    1.761, 1.753, 1.746, 1.740, 1.734, 1.729, 1.725, 1.721, 1.717, 1.714, 1.711, 1.708, 1.706,
    1.703, 1.701, 1.699, 1.697
  };

  private final DayFolds folds;
  private final TargetTerms terms;
  private final double threshold;

  Forecasting(DayFolds folds) {
    this.folds = folds;
    this.terms = folds.terms();
    this.threshold = terms.threshold().doubleValue();
  }

  /** The forecast for a window that runs, or empty where none can be made. */
  Optional<Forecast> of(Term window, Instant asOf) {
    Double budget = budget(window);
    if (budget == null) {
      return Optional.empty();
    }
    LocalDate today = folds.clock().calendar().dayOf(asOf);
    List<Double> over = new ArrayList<>();
    List<LocalDate> toCome = new ArrayList<>();
    double burntToday = 0;
    for (LocalDate day : window.eachDay().toList()) {
      DayFolds.Day records = folds.days().get(day);
      boolean isOpen = !folds.clock().service().on(day).isEmpty();
      double burn = records == null ? 0 : burn(records.revised());
      if (!day.isBefore(today)) {
        burntToday += day.equals(today) ? burn : 0;
        if (isOpen) {
          toCome.add(day);
        }
      } else if (isOpen || records != null) {
        over.add(burn);
      }
    }
    boolean isSilent = folds.over(window.from(), today).revised().records() == 0;
    return over.size() < FEWEST_DAYS || isSilent
        ? Optional.empty()
        : Optional.of(extrapolate(over, toCome, burntToday, budget));
  }

  private Forecast extrapolate(
      List<Double> over, List<LocalDate> toCome, double burntToday, double budget) {
    int k = over.size();
    int m = toCome.size();
    double sum = over.stream().mapToDouble(Double::doubleValue).sum();
    double mean = sum / k;
    double squares = over.stream().mapToDouble(b -> (b - mean) * (b - mean)).sum();
    double expected = sum + m * mean;
    double deviation = Math.sqrt(squares / (k - 1)) * Math.sqrt(m + (double) m * m / k);
    double reach = student(k - 1) * deviation;
    boolean isOver = isOneWay() && sum + burntToday > budget;
    Chance chance =
        isOver
            ? Chance.CERTAIN
            : expected > budget
                ? Chance.LIKELY
                : expected + reach > budget ? Chance.POSSIBLE : Chance.UNLIKELY;
    return new Forecast(
        chance,
        budget,
        sum + burntToday,
        expected,
        expected - reach,
        expected + reach,
        breachOn(sum, mean, toCome, budget),
        k);
  }

  private static @Nullable LocalDate breachOn(
      double sum, double mean, List<LocalDate> toCome, double budget) {
    double burn = sum;
    for (LocalDate day : toCome) {
      burn += mean;
      if (burn > budget) {
        return day;
      }
    }
    return null;
  }

  static double student(int freedom) {
    if (freedom <= STUDENT.length) {
      return STUDENT[freedom - 1];
    }
    // Cornish and Fisher's expansion, good to three digits here (Abramowitz and Stegun 26.7.5).
    double z = 1.6448536269514722;
    double z3 = z * z * z;
    return z
        + (z3 + z) / (4 * freedom)
        + (5 * z3 * z * z + 16 * z3 + 3 * z) / (96.0 * freedom * freedom);
  }

  /** Whether what has burnt stays burnt. */
  private boolean isOneWay() {
    return terms.measure() instanceof Measure.Availability
        || terms.measure() instanceof Measure.Occurrences;
  }

  /** What may burn in a window; null for a measure that does not burn. */
  private @Nullable Double budget(Term window) {
    boolean isAtLeast = terms.direction() == Direction.AT_LEAST;
    return switch (terms.measure()) {
      case Measure.Availability _ ->
          isAtLeast ? (1 - threshold) * folds.clock().service().length(window) : null;
      case Measure.Occurrences _ -> isAtLeast ? null : threshold;
      case Measure.SuccessRatio _,
          Measure.WithinTime _,
          Measure.SamplesWithin _,
          Measure.SampleMean _ ->
          0.0;
      case Measure.LongestTime _, Measure.WorstSample _ -> null;
    };
  }

  private double burn(DayFold fold) {
    return switch (fold) {
      case DayFold.Outage outage -> outage.down().length();
      case DayFold.Tally tally when terms.measure() instanceof Measure.Occurrences -> tally.total();
      case DayFold.Tally tally -> excess(BigDecimal.valueOf(tally.good()), tally.total());
      case DayFold.Spread spread -> excess(spread.sum(), spread.records());
    };
  }

  /** How far a sum is on the bad side of so many times the threshold. */
  private double excess(BigDecimal sum, long count) {
    BigDecimal even = terms.threshold().multiply(BigDecimal.valueOf(count));
    return terms.direction().slack(sum, even).negate().doubleValue();
  }
}
