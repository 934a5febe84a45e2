package org.concordat.core.alignment.rounds;

/**
 * How far the answers to one link are spread over the scale, whatever others say of other links:
 * Leik's ordinal dispersion, from 0 (all the same) to 1 (half of them at either end).
 *
 * <p>With F(i) the part of the answers at step i or below, d(i) = min(F(i), 1 - F(i)), and K steps:
 * D = 2 sum d(i) / (K - 1).
 *
 * @see <a href="https://doi.org/10.2307/1388242">R. K. Leik, "A Measure of Ordinal Consensus", The
 *     Pacific Sociological Review 9, 1966</a>
 */
final class Dispersion {
  private Dispersion() {}

  /**
   * The dispersion.
   *
   * @param counts how many answers there are at each step, from the lowest; two steps or more, one
   *     answer or more
   */
  static double of(int[] counts) {
    double all = 0;
    for (int count : counts) {
      all += count;
    }
    if (counts.length < 2 || all == 0) {
      throw new IllegalArgumentException("a dispersion needs two steps and an answer");
    }
    double sum = 0;
    double upTo = 0;
    for (int step = 0; step < counts.length - 1; step++) {
      upTo += counts[step];
      sum += Math.min(upTo, all - upTo) / all;
    }
    return 2 * sum / (counts.length - 1);
  }
}
