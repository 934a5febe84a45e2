package org.concordat.core.alignment.rounds;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Krippendorff's alpha: how far judges agree, from 1 (in everything) over 0 (no more than by
 * chance) to below 0 (less than that). Any number of judges, and answers may be missing.
 *
 * <p>With n pairable values, of which n(c) are c, and the coincidences o(c,k) (how often c and k
 * stand together in one unit, each unit of m values weighing every ordered pair 1/(m-1)):
 *
 * <pre>
 * observed = sum over c,k of o(c,k) d²(c,k) / n
 * expected = sum over c,k of n(c) n(k) d²(c,k) / (n (n-1))
 * alpha    = 1 - observed / expected
 * </pre>
 *
 * <p>The disagreement of one unit is the mean d² of its pairs, relative to what is expected. The
 * mean of these, each weighing as many values as the unit has, is 1 - alpha: so it tells which
 * units bring alpha down.
 *
 * @see <a href="https://repository.upenn.edu/handle/20.500.14332/2089">K. Krippendorff, "Computing
 *     Krippendorff's Alpha-Reliability", 2011</a>
 */
public final class Reliability {
  private final Ratings ratings;
  private final int[] values;
  private final double[] counts;
  private final double[][] coincidences;
  private final double[][] distances;
  private final double observed;
  private final double expected;
  private final int pairable;

  private Reliability(Ratings ratings, Metric metric) {
    this.ratings = ratings;
    values = ratings.pairable().distinct().sorted().toArray();
    counts = new double[values.length];
    coincidences = new double[values.length][values.length];
    pairable = count();
    distances = new double[values.length][values.length];
    double seen = 0;
    double byChance = 0;
    for (int c = 0; c < values.length; c++) {
      for (int k = 0; k < values.length; k++) {
        distances[c][k] = metric.squared(values, counts, c, k);
        seen += coincidences[c][k] * distances[c][k];
        byChance += counts[c] * counts[k] * distances[c][k];
      }
    }
    observed = pairable == 0 ? 0 : seen / pairable;
    expected = pairable == 0 ? 0 : byChance / pairable / (pairable - 1);
  }

  /** Reckons the reliability of ratings; takes time quadratic in the judges, linear in units. */
  public static Reliability of(Ratings ratings, Metric metric) {
    return new Reliability(ratings, metric);
  }

  private int count() {
    int all = 0;
    for (int unit = 0; unit < ratings.units(); unit++) {
      int[] of = ratings.of(unit);
      if (of.length < 2) {
        continue;
      }
      all += of.length;
      for (int i = 0; i < of.length; i++) {
        counts[index(of[i])]++;
        for (int j = 0; j < of.length; j++) {
          if (i != j) {
            coincidences[index(of[i])][index(of[j])] += 1.0 / (of.length - 1);
          }
        }
      }
    }
    return all;
  }

  private int index(int value) {
    return Arrays.binarySearch(values, value);
  }

  /** How many values stand beside another one of the same unit. */
  public int pairable() {
    return pairable;
  }

  /**
   * Alpha, or empty when it has no meaning: nothing can be paired, or all values are the same, so
   * that nothing shows whether the judges can tell things apart.
   */
  public OptionalDouble alpha() {
    return expected > 0 ? OptionalDouble.of(1 - observed / expected) : OptionalDouble.empty();
  }

  /** Whether all values that can be paired are one and the same. */
  public boolean isUnanimous() {
    return values.length == 1;
  }

  /**
   * The disagreement of a unit relative to what is expected by chance: 0 when its values are the
   * same, 1 when they are as far apart as values taken at random. Empty where fewer than two
   * values, or alpha without a meaning, leave nothing to compare; but 0 for equal values.
   */
  public OptionalDouble disagreement(int unit) {
    int[] of = ratings.of(unit);
    if (of.length < 2) {
      return OptionalDouble.empty();
    }
    double apart = 0;
    for (int one : of) {
      for (int other : of) {
        apart += distances[index(one)][index(other)];
      }
    }
    return OptionalDouble.of(apart == 0 ? 0 : apart / of.length / (of.length - 1) / expected);
  }

  /** Where alpha might lie if others like these judged, or empty where alpha has no meaning. */
  public Optional<AlphaInterval> interval(AlphaInterval.Resampling resampling) {
    return expected > 0
        ? Optional.of(
            AlphaInterval.of(
                coincidences, distances, pairable, expected, ratings.judges(), resampling))
        : Optional.empty();
  }
}
