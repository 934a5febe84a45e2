package org.concordat.core.alignment.rounds;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.concordat.core.alignment.classic.RankCorrelation;

/**
 * Kendall's W where orders are incomplete: nobody's answers are left out because somebody else's
 * are missing.
 *
 * <p>Any two judges are compared by Spearman's rho over the units that both rated, ties sharing the
 * mean rank. With r the mean of these, each weighing one less than the units it is over (the
 * inverse of its variance by chance), and k the mean number of ratings of the units that two judges
 * or more rated:
 *
 * <pre>
 * W = (1 + (k-1) r) / k
 * </pre>
 *
 * <p>With complete orders without ties this is exactly Kendall's W; with ties it differs a little
 * from the W that is corrected for them. It is clamped to [0, 1]: below 0 it has no meaning.
 *
 * @param w in [0, 1]
 * @param meanRho r, from -1 to 1
 * @param meanJudges k
 * @param pairs how many pairs of judges could be compared
 * @see "M. G. Kendall, Rank Correlation Methods, 3rd edition, 1962, chapter 6"
 * @see "J. M. G. Taylor, Kendall's and Spearman's Correlation Coefficients in the Presence of a
 *     Blocking Variable, Biometrics 43, 1987; for the weights"
 */
public record PairwiseConcordance(double w, double meanRho, double meanJudges, int pairs) {
  /** Empty when no two judges put two units in an order that both rated. */
  public static Optional<PairwiseConcordance> of(Ratings ratings) {
    double sum = 0;
    double weights = 0;
    int pairs = 0;
    for (int one = 0; one < ratings.judges(); one++) {
      for (int other = one + 1; other < ratings.judges(); other++) {
        int[] shared = shared(ratings, one, other);
        OptionalDouble rho =
            RankCorrelation.of(values(ratings, shared, one), values(ratings, shared, other)).rho();
        if (rho.isPresent()) {
          sum += (shared.length - 1) * rho.getAsDouble();
          weights += shared.length - 1;
          pairs++;
        }
      }
    }
    if (pairs == 0) {
      return Optional.empty();
    }
    double rho = sum / weights;
    double judges =
        IntStream.range(0, ratings.units())
            .map(unit -> ratings.of(unit).length)
            .filter(count -> count > 1)
            .average()
            .orElseThrow();
    return Optional.of(
        new PairwiseConcordance(
            Math.clamp((1 + (judges - 1) * rho) / judges, 0, 1), rho, judges, pairs));
  }

  private static int[] shared(Ratings ratings, int one, int other) {
    return IntStream.range(0, ratings.units())
        .filter(unit -> ratings.has(unit, one) && ratings.has(unit, other))
        .toArray();
  }

  private static long[] values(Ratings ratings, int[] units, int judge) {
    return Arrays.stream(units).mapToLong(unit -> ratings.value(unit, judge)).toArray();
  }
}
