package org.concordat.core.alignment.rounds;

/**
 * How far two values are apart, squared; the names are those of the levels of measurement.
 *
 * @see <a href="https://repository.upenn.edu/handle/20.500.14332/2089">K. Krippendorff, "Computing
 *     Krippendorff's Alpha-Reliability", 2011, section on metric differences</a>
 */
public enum Metric {
  /** Values are the same or not. */
  NOMINAL {
    @Override
    double squared(int[] values, double[] counts, int one, int other) {
      return one == other ? 0 : 1;
    }
  },
  /** Values have an order alone: what lies between two is counted. */
  ORDINAL {
    @Override
    double squared(int[] values, double[] counts, int one, int other) {
      double between = -(counts[one] + counts[other]) / 2;
      for (int g = Math.min(one, other); g <= Math.max(one, other); g++) {
        between += counts[g];
      }
      return between * between;
    }
  },
  /** Values are numbers whose difference means something. */
  INTERVAL {
    @Override
    double squared(int[] values, double[] counts, int one, int other) {
      double apart = (double) values[one] - values[other];
      return apart * apart;
    }
  };

  /**
   * The squared distance.
   *
   * @param values all values, ascending
   * @param counts how often each can be paired
   * @param one the index of one value
   * @param other the index of the other
   */
  abstract double squared(int[] values, double[] counts, int one, int other);
}
