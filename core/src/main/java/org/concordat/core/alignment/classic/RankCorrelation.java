package org.concordat.core.alignment.classic;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How far two orders of the same items agree, each from -1 (opposite) over 0 to 1 (the same order).
 *
 * <p>Both measures are undefined, and empty, when there are fewer than two items or one of the
 * orders ties them all.
 *
 * @param items how many items were compared
 * @param tau Kendall's tau-b: of all pairs that neither order ties, those in the same order less
 *     those in opposite order, corrected for ties
 * @param rho Spearman's rho: Pearson's correlation of the ranks, tied items sharing the mean rank
 * @see <a href="https://doi.org/10.1093/biomet/33.3.239">M. G. Kendall, "The treatment of ties in
 *     ranking problems", Biometrika 33(3), 1945</a>
 * @see <a href="https://doi.org/10.1080/01621459.1966.10480879">W. R. Knight, "A Computer Method
 *     for Calculating Kendall's Tau with Ungrouped Data", Journal of the American Statistical
 *     Association 61(314), 1966</a>
 */
public record RankCorrelation(int items, OptionalDouble tau, OptionalDouble rho) {
  /**
   * Compares two orders. Takes time in n log n.
   *
   * @param one by item, its value in one order; only which is larger counts
   * @param other by item, its value in the other order
   * @throws IllegalArgumentException when they are of different lengths
   */
  public static RankCorrelation of(long[] one, long[] other) {
    if (one.length != other.length) {
      throw new IllegalArgumentException(
          "orders of " + one.length + " and of " + other.length + " items cannot be compared");
    }
    return new RankCorrelation(one.length, tau(one, other), rho(one, other));
  }

  private static OptionalDouble tau(long[] one, long[] other) {
    int[] order =
        IntStream.range(0, one.length)
            .boxed()
            .sorted(
                (a, b) -> {
                  int first = Long.compare(one[a], one[b]);
                  return first != 0 ? first : Long.compare(other[a], other[b]);
                })
            .mapToInt(Integer::intValue)
            .toArray();
    long tiedInOne = 0;
    long tiedInBoth = 0;
    int sameOne = 1;
    int sameBoth = 1;
    for (int i = 1; i <= order.length; i++) {
      boolean goesOn = i < order.length && one[order[i]] == one[order[i - 1]];
      if (goesOn && other[order[i]] == other[order[i - 1]]) {
        sameBoth++;
      } else {
        tiedInBoth += pairs(sameBoth);
        sameBoth = 1;
      }
      if (goesOn) {
        sameOne++;
      } else {
        tiedInOne += pairs(sameOne);
        sameOne = 1;
      }
    }
    long[] byOne = Arrays.stream(order).mapToLong(i -> other[i]).toArray();
    long opposite = sortCountingSwaps(byOne, new long[byOne.length], 0, byOne.length);
    long tiedInOther = 0;
    int sameOther = 1;
    for (int i = 1; i <= byOne.length; i++) {
      if (i < byOne.length && byOne[i] == byOne[i - 1]) {
        sameOther++;
      } else {
        tiedInOther += pairs(sameOther);
        sameOther = 1;
      }
    }
    long all = pairs(one.length);
    if (all == tiedInOne || all == tiedInOther) {
      return OptionalDouble.empty();
    }
    double surplus = all - tiedInOne - tiedInOther + tiedInBoth - 2.0 * opposite;
    return OptionalDouble.of(
        surplus
            / (Math.sqrt((double) (all - tiedInOne)) * Math.sqrt((double) (all - tiedInOther))));
  }

  private static long pairs(long items) {
    return items * (items - 1) / 2;
  }

  /** Merge sort; returns how many pairs stood in descending order. */
  private static long sortCountingSwaps(long[] values, long[] spare, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    int middle = (from + to) >>> 1;
    long swaps =
        sortCountingSwaps(values, spare, from, middle)
            + sortCountingSwaps(values, spare, middle, to);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      if (right == to || (left < middle && values[left] <= values[right])) {
        spare[i] = values[left++];
      } else {
        spare[i] = values[right++];
        swaps += middle - left;
      }
    }
    System.arraycopy(spare, from, values, from, to - from);
    return swaps;
  }

  private static OptionalDouble rho(long[] one, long[] other) {
    double[] ranks = meanRanks(one);
    double[] otherRanks = meanRanks(other);
    double mean = (one.length + 1) / 2.0;
    double together = 0;
    double squares = 0;
    double otherSquares = 0;
    for (int i = 0; i < ranks.length; i++) {
      together += (ranks[i] - mean) * (otherRanks[i] - mean);
      squares += (ranks[i] - mean) * (ranks[i] - mean);
      otherSquares += (otherRanks[i] - mean) * (otherRanks[i] - mean);
    }
    return squares == 0 || otherSquares == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(together / (Math.sqrt(squares) * Math.sqrt(otherSquares)));
  }

  /**
   * By item, its rank from 1 for the lowest value; tied items share the mean of their places. Takes
   * time in n log n.
   */
  static double[] meanRanks(long[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((a, b) -> Long.compare(values[a], values[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
