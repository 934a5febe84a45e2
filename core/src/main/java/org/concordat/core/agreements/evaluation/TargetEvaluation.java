package org.concordat.core.agreements.evaluation;

import java.util.List;
import java.util.Optional;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Target;
import org.jspecify.annotations.Nullable;

/**
 * What came of a target.
 *
 * @param results of every window that has started, in order
 * @param current of a rolling target, looking back from the last day with records; null for others
 *     and without records
 * @param trend of the closed windows that are judged; null of less than two
 * @param forecast for the window that runs; null where none can be made
 */
public record TargetEvaluation(
    AgreementLine line,
    Target target,
    List<Result> results,
    @Nullable Result current,
    @Nullable Trend trend,
    @Nullable Forecast forecast) {
  public TargetEvaluation {
    results = List.copyOf(results);
  }

  /** The result of the last window that has started. */
  public Optional<Result> latest() {
    return results.isEmpty() ? Optional.empty() : Optional.of(results.getLast());
  }

  /** The results that are closed and judged, in order. */
  public List<Result> closed() {
    return results.stream()
        .filter(r -> r.phase() == Phase.CLOSED && r.verdict() != Verdict.NOT_ENOUGH_DATA)
        .toList();
  }
}
