package org.concordat.core.agreements.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where values go from window to window: the median of the slopes between all pairs (Theil 1950,
 * Sen 1968), and whether Mann (1945) and Kendall's test finds a direction at the level of 10 %.
 *
 * @param slope the change from one window to the next
 * @param isClear whether the test finds it, with correction for ties and for continuity
 */
public record Trend(double slope, boolean isClear) {
  private static final double QUANTILE = 1.6448536269514722;
  private static final int FEWEST = 4;

  /** The trend of values in their order; empty of less than two. */
  public static Optional<Trend> of(double... values) {
    int n = values.length;
    if (n < 2) {
      return Optional.empty();
    }
    double[] slopes = new double[n * (n - 1) / 2];
    int size = 0;
    long sign = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[size++] = (values[j] - values[i]) / (j - i);
        sign += Double.compare(values[j], values[i]);
      }
    }
    Arrays.sort(slopes);
    double median = (slopes[(size - 1) / 2] + slopes[size / 2]) / 2;
    return Optional.of(new Trend(median, n >= FEWEST && isClear(sign, values)));
  }

  private static boolean isClear(long sign, double[] values) {
    int n = values.length;
    double variance = (double) n * (n - 1) * (2 * n + 5);
    Map<Double, Integer> ties = new HashMap<>();
    for (double value : values) {
      ties.merge(value, 1, Integer::sum);
    }
    for (int t : ties.values()) {
      variance -= (double) t * (t - 1) * (2 * t + 5);
    }
    double deviation = Math.sqrt(variance / 18);
    return deviation > 0 && (Math.abs(sign) - 1) / deviation > QUANTILE;
  }
}
