package org.concordat.core.alignment.rounds;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Kendall's W: how far judges put the same things in the same order, from 0 (not at all) to 1 (all
 * in one order). Equal values share the mean of their ranks, and W is corrected for these ties.
 *
 * <p>With m judges, n items, R(i) the sum of the ranks of item i, and T(j) the sum of t³ - t over
 * the groups of t equal values of judge j:
 *
 * <pre>
 * W = (12 sum R(i)² - 3 m² n (n+1)²) / (m² n (n²-1) - m sum T(j))
 * </pre>
 *
 * <p>m (n-1) W is nearly chi-square distributed with n-1 degrees of freedom when the judges have
 * nothing in common; it is near enough when there are more than about seven items.
 *
 * @param w in [0, 1]
 * @param chiSquare m (n-1) W
 * @param probability that judges with nothing in common come to such a W or a higher one
 * @param judges m
 * @param items n
 * @see "M. G. Kendall and J. D. Gibbons, Rank Correlation Methods, 5th edition, 1990, chapter 6"
 */
public record Concordance(double w, double chiSquare, double probability, int judges, int items) {
  /** The degrees of freedom of the test. */
  public int degrees() {
    return items - 1;
  }

  /**
   * The concordance of the judges over the units that all of them rated; judges without any rating
   * do not count. Empty when fewer than two judges or two such units are left, or when every judge
   * gave one value to all of them, which is no order.
   */
  public static Optional<Concordance> of(Ratings ratings) {
    int[] judges =
        IntStream.range(0, ratings.judges())
            .filter(
                judge -> IntStream.range(0, ratings.units()).anyMatch(u -> ratings.has(u, judge)))
            .toArray();
    int[] units =
        IntStream.range(0, ratings.units())
            .filter(unit -> Arrays.stream(judges).allMatch(judge -> ratings.has(unit, judge)))
            .toArray();
    double m = judges.length;
    double n = units.length;
    if (m < 2 || n < 2) {
      return Optional.empty();
    }
    double[] sums = new double[units.length];
    double ties = 0;
    for (int judge : judges) {
      int[] values = Arrays.stream(units).map(unit -> ratings.value(unit, judge)).toArray();
      ties += addRanks(values, sums);
    }
    double squares = Arrays.stream(sums).map(sum -> sum * sum).sum();
    double possible = m * m * n * (n * n - 1) - m * ties;
    if (possible <= 0) {
      return Optional.empty();
    }
    double w = Math.clamp((12 * squares - 3 * m * m * n * (n + 1) * (n + 1)) / possible, 0, 1);
    double chiSquare = m * (n - 1) * w;
    return Optional.of(
        new Concordance(
            w,
            chiSquare,
            ChiSquare.upperTail(chiSquare, units.length - 1),
            judges.length,
            units.length));
  }

  /** Adds the rank of each value, and returns the sum of t³ - t over the ties. */
  private static double addRanks(int[] values, double[] sums) {
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    double ties = 0;
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      double rank = (from + 1 + to) / 2.0;
      for (int i = 0; i < values.length; i++) {
        if (values[i] == sorted[from]) {
          sums[i] += rank;
        }
      }
      double t = (double) to - from;
      ties += t * t * t - t;
      from = to;
    }
    return ties;
  }
}
