package org.concordat.core.agreements.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Target;
import org.concordat.core.agreements.Term;
import org.concordat.core.agreements.Window;
import org.jspecify.annotations.Nullable;

/**
 * Whether an agreement is kept.
 *
 * @param asOf the moment as of which it is judged; records received later must not be in the folds
 * @param targets in the order of the agreement
 */
public record Evaluation(Instant asOf, List<TargetEvaluation> targets) {
  public Evaluation {
    targets = List.copyOf(targets);
  }

  /**
   * Judges every target.
   *
   * @param folds the days of a target by its id
   */
  public static Evaluation of(Agreement agreement, Function<String, DayFolds> folds, Instant asOf) {
    List<TargetEvaluation> targets = new ArrayList<>();
    Map<Paid, Money> credited = new HashMap<>();
    agreement
        .targets()
        .forEach(
            t ->
                targets.add(
                    of(
                        agreement,
                        t.line(),
                        t.target(),
                        folds.apply(t.target().id()),
                        asOf,
                        credited)));
    return new Evaluation(asOf, targets);
  }

  /** All credits that are due. */
  public Money credits(String currency) {
    return targets.stream()
        .flatMap(t -> t.results().stream())
        .map(Result::credit)
        .reduce(Money.none(currency), Money::plus);
  }

  /** What credits together cannot exceed: the price of a line in a window. */
  private record Paid(String line, Term window) {}

  private static TargetEvaluation of(
      Agreement agreement,
      AgreementLine line,
      Target target,
      DayFolds folds,
      Instant asOf,
      Map<Paid, Money> credited) {
    Judging judging = new Judging(line, target, folds, agreement.currency(), asOf);
    TargetClock clock = folds.clock();
    List<Result> results = new ArrayList<>();
    Forecast forecast = null;
    for (Term window : clock.windows()) {
      if (asOf.isBefore(clock.calendar().startOf(window.from()))) {
        break;
      }
      Phase phase = clock.phase(window, asOf);
      Result result = judging.judge(window, phase);
      results.add(
          atMost(
              Judging.price(line, target.terms().window(), window, agreement.currency()),
              result,
              credited));
      if (phase == Phase.RUNNING) {
        forecast = new Forecasting(folds).of(window, asOf).orElse(null);
      }
    }
    Result current =
        target.terms().window() instanceof Window.RollingDays(int days)
            ? judging.current(days)
            : null;
    TargetEvaluation evaluation =
        new TargetEvaluation(line, target, results, current, null, forecast);
    return new TargetEvaluation(line, target, results, current, trend(evaluation), forecast);
  }

  private static Result atMost(Money price, Result result, Map<Paid, Money> credited) {
    Paid paid = new Paid(result.line(), result.window());
    Money none = Money.none(price.currency());
    Money before = credited.getOrDefault(paid, none);
    Money left =
        new Money(price.amount().subtract(before.amount()).max(none.amount()), price.currency());
    Money credit = result.credit().atMost(left);
    credited.put(paid, before.plus(credit));
    return result.withCredit(credit);
  }

  private static @Nullable Trend trend(TargetEvaluation evaluation) {
    double[] values =
        evaluation.closed().stream()
            .map(Result::value)
            .filter(Objects::nonNull)
            .mapToDouble(Number::doubleValue)
            .toArray();
    return Trend.of(values).orElse(null);
  }
}
