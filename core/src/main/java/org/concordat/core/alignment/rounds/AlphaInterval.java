package org.concordat.core.alignment.rounds;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The bootstrapped interval of Krippendorff's alpha.
 *
 * <p>From the coincidences M pairs are drawn with replacement, each with the probability o(c,k)/n,
 * and alpha is reckoned from their mean distance with the expected disagreement as it is; M is the
 * least of 25 Q and (m-1) n/2, where Q counts the coincidences that are not 0 and m the judges.
 * Below -1 it is -1. A draw without any distance gives 1; it counts as 0, for it would have had no
 * meaning, when one single value was all that coincided, and else in as many of the draws as the
 * sum over c of (o(c,c)/n)^M says that all M pairs were of one value.
 *
 * @param low the lower end
 * @param high the upper end
 * @param confidence how much of the distribution lies between, such as 0.95
 * @see <a href="https://www.afhayes.com/public/alphaboot.pdf">K. Krippendorff, "Algorithm for
 *     bootstrapping a distribution of alpha", 2006, revised 2011</a>
 * @see <a href="https://doi.org/10.1080/19312450709336664">A. F. Hayes and K. Krippendorff,
 *     "Answering the Call for a Standard Reliability Measure for Coding Data", Communication
 *     Methods and Measures 1, 2007</a>
 */
public record AlphaInterval(double low, double high, double confidence) {
  private static final int DRAWS_FOR_EACH_COINCIDENCE = 25;

  /**
   * How the distribution is drawn. The same seed draws the same.
   *
   * @param times how often, 1 or more
   * @param confidence between 0 and 1
   */
  public record Resampling(int times, double confidence, long seed) {
    /** What is shown unless somebody asks otherwise: 95 %, by ten thousand draws. */
    public static final Resampling USUAL = new Resampling(10_000, 0.95, 20_110_612L);

    public Resampling {
      if (times < 1 || !(confidence > 0 && confidence < 1)) {
        throw new IllegalArgumentException(
            "draw at least once, with a confidence between 0 and 1: " + times + ", " + confidence);
      }
    }
  }

  static AlphaInterval of(
      double[][] coincidences,
      double[][] distances,
      int pairable,
      double expected,
      int judges,
      Resampling resampling) {
    int values = coincidences.length;
    double[] upTo = new double[values * values];
    double[] distance = new double[values * values];
    int coinciding = 0;
    int diagonal = 0;
    double sum = 0;
    for (int c = 0; c < values; c++) {
      for (int k = 0; k < values; k++) {
        sum += coincidences[c][k] / pairable;
        upTo[c * values + k] = sum;
        distance[c * values + k] = distances[c][k];
        if (coincidences[c][k] > 0) {
          coinciding++;
          diagonal += c == k ? 1 : 0;
        }
      }
    }
    int draws =
        (int)
            Math.max(
                1,
                Math.min(
                    (long) DRAWS_FOR_EACH_COINCIDENCE * coinciding,
                    (long) (judges - 1) * pairable / 2));
    SplittableRandom random = new SplittableRandom(resampling.seed());
    double[] alphas = new double[resampling.times()];
    for (int x = 0; x < alphas.length; x++) {
      double apart = 0;
      for (int r = 0; r < draws; r++) {
        apart += distance[segment(upTo, random.nextDouble())];
      }
      alphas[x] = Math.max(-1, 1 - apart / draws / expected);
    }
    double allOfOneValue = 0;
    for (int c = 0; c < values; c++) {
      allOfOneValue += Math.pow(coincidences[c][c] / pairable, draws);
    }
    long meaningless = diagonal == 1 ? alphas.length : Math.round(alphas.length * allOfOneValue);
    withoutMeaningAsZero(alphas, meaningless);
    return between(alphas, resampling.confidence());
  }

  private static int segment(double[] upTo, double random) {
    int place = Arrays.binarySearch(upTo, random);
    int segment = place >= 0 ? place + 1 : -place - 1;
    return Math.min(segment, upTo.length - 1);
  }

  private static void withoutMeaningAsZero(double[] alphas, long most) {
    long left = most;
    for (int x = 0; x < alphas.length && left > 0; x++) {
      if (alphas[x] == 1) {
        alphas[x] = 0;
        left--;
      }
    }
  }

  private static AlphaInterval between(double[] alphas, double confidence) {
    Arrays.sort(alphas);
    double outside = (1 - confidence) / 2;
    int low = (int) Math.floor(outside * alphas.length);
    int high = (int) Math.ceil((1 - outside) * alphas.length) - 1;
    return new AlphaInterval(
        alphas[low], alphas[Math.clamp(high, low, alphas.length - 1)], confidence);
  }
}
