package org.concordat.formats.results;

import java.util.List;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Term;
import org.concordat.core.agreements.evaluation.Evaluation;
import org.concordat.core.agreements.evaluation.Phase;
import org.concordat.core.agreements.evaluation.Result;
import org.concordat.core.agreements.evaluation.TargetEvaluation;
import org.concordat.core.agreements.evaluation.Verdict;

/**
 * What an agreement came to in a period. Windows count that touch it; windows are judged whole, so
 * a period within a month tells the month.
 *
 * @param period the days that are told of
 */
public record ResultReport(Agreement agreement, Evaluation evaluation, Term period) {
  /** The whole term of an agreement. */
  public static ResultReport of(Agreement agreement, Evaluation evaluation) {
    return new ResultReport(agreement, evaluation, agreement.term());
  }

  /** The results of a target, in the order of their windows. */
  public List<Result> results(TargetEvaluation target) {
    return target.results().stream().filter(this::isTold).toList();
  }

  private boolean isTold(Result result) {
    return !result.window().until().isBefore(period.from())
        && !result.window().from().isAfter(period.until());
  }

  /** How many windows of targets that are over came to a verdict. */
  public long count(Verdict verdict) {
    return evaluation.targets().stream().mapToLong(target -> count(target, verdict)).sum();
  }

  /** How many windows of a target that are over came to a verdict. */
  public long count(TargetEvaluation target, Verdict verdict) {
    return results(target).stream()
        .filter(result -> result.phase() != Phase.RUNNING && result.verdict() == verdict)
        .count();
  }

  /** All credits of the windows that are told. */
  public Money credits() {
    return evaluation.targets().stream()
        .map(this::credits)
        .reduce(Money.none(agreement.currency()), Money::plus);
  }

  /** The credits of a target. */
  public Money credits(TargetEvaluation target) {
    return results(target).stream()
        .map(Result::credit)
        .reduce(Money.none(agreement.currency()), Money::plus);
  }
}
