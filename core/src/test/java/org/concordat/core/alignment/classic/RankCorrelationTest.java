package org.concordat.core.alignment.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankCorrelationTest {
  private static final double EXACT = 1e-12;

  /** The example with ties in the documentation of SciPy's {@code kendalltau}. */
  @Test
  void tau_of_the_example_with_ties_in_scipys_documentation() {
    RankCorrelation found =
        RankCorrelation.of(new long[] {12, 2, 1, 12, 2}, new long[] {1, 4, 7, 1, 0});

    assertThat(found.tau().orElseThrow()).isCloseTo(-0.47140452079103173, within(EXACT));
  }

  /** The example with ties in the documentation of SciPy's {@code spearmanr}. */
  @Test
  void rho_of_the_example_with_ties_in_scipys_documentation() {
    RankCorrelation found =
        RankCorrelation.of(new long[] {1, 2, 3, 4, 5}, new long[] {5, 6, 7, 8, 7});

    assertThat(found.rho().orElseThrow()).isCloseTo(0.8207826816681233, within(EXACT));
  }

  /** Intelligence and hours before the television: the worked example of many textbooks. */
  @Test
  void rho_of_the_textbooks_ten_people_is_minus_29_by_165() {
    RankCorrelation found =
        RankCorrelation.of(
            new long[] {106, 100, 86, 101, 99, 103, 97, 113, 112, 110},
            new long[] {7, 27, 2, 50, 28, 29, 20, 12, 6, 17});

    assertThat(found.rho().orElseThrow()).isCloseTo(-29.0 / 165, within(EXACT));
  }

  @Test
  void the_same_order_agrees_wholly_and_the_opposite_one_not_at_all() {
    long[] order = {1, 2, 2, 3, 9};
    long[] opposite = {-1, -2, -2, -3, -9};

    assertThat(RankCorrelation.of(order, order).tau().orElseThrow()).isCloseTo(1, within(EXACT));
    assertThat(RankCorrelation.of(order, order).rho().orElseThrow()).isCloseTo(1, within(EXACT));
    assertThat(RankCorrelation.of(order, opposite).tau().orElseThrow())
        .isCloseTo(-1, within(EXACT));
    assertThat(RankCorrelation.of(order, opposite).rho().orElseThrow())
        .isCloseTo(-1, within(EXACT));
  }

  @Test
  void an_order_that_ties_all_agrees_with_none() {
    RankCorrelation found = RankCorrelation.of(new long[] {4, 4, 4}, new long[] {1, 2, 3});

    assertThat(found.tau()).isEmpty();
    assertThat(found.rho()).isEmpty();
    assertThat(RankCorrelation.of(new long[0], new long[0]).tau()).isEmpty();
    assertThat(RankCorrelation.of(new long[] {1}, new long[] {1}).rho()).isEmpty();
  }

  @Test
  void orders_of_different_lengths_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankCorrelation.of(new long[2], new long[3]))
        .withMessageContaining("2")
        .withMessageContaining("3");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 40, 257})
  void agrees_with_counting_every_pair(int items) {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed * 31 + items);
      int values = 1 + random.nextInt(items + 2);
      long[] one = random.ints(items, 0, values).asLongStream().toArray();
      long[] other = random.ints(items, -values, values).asLongStream().toArray();

      RankCorrelation found = RankCorrelation.of(one, other);

      assertSame(found.tau(), slowTau(one, other), "tau, seed " + seed);
      assertSame(found.rho(), slowRho(one, other), "rho, seed " + seed);
    }
  }

  private static void assertSame(OptionalDouble found, double slow, String what) {
    assertThat(found.isEmpty()).as(what).isEqualTo(Double.isNaN(slow));
    if (found.isPresent()) {
      assertThat(found.getAsDouble()).as(what).isCloseTo(slow, within(1e-9));
    }
  }

  /** By the definition: every pair is looked at. */
  private static double slowTau(long[] one, long[] other) {
    double surplus = 0;
    double untied = 0;
    double untiedInOther = 0;
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < i; j++) {
        int a = Long.compare(one[i], one[j]);
        int b = Long.compare(other[i], other[j]);
        surplus += a * b;
        untied += a * a;
        untiedInOther += b * b;
      }
    }
    return untied == 0 || untiedInOther == 0
        ? Double.NaN
        : surplus / Math.sqrt(untied * untiedInOther);
  }

  /** Pearson's correlation of ranks, each of which counts who is lower and who is the same. */
  private static double slowRho(long[] one, long[] other) {
    double[] x = slowRanks(one);
    double[] y = slowRanks(other);
    double n = x.length;
    double sumX = 0;
    double sumY = 0;
    double sumXy = 0;
    double sumXx = 0;
    double sumYy = 0;
    for (int i = 0; i < x.length; i++) {
      sumX += x[i];
      sumY += y[i];
      sumXy += x[i] * y[i];
      sumXx += x[i] * x[i];
      sumYy += y[i] * y[i];
    }
    double varianceX = n * sumXx - sumX * sumX;
    double varianceY = n * sumYy - sumY * sumY;
    return varianceX < 1e-6 || varianceY < 1e-6
        ? Double.NaN
        : (n * sumXy - sumX * sumY) / Math.sqrt(varianceX * varianceY);
  }

  private static double[] slowRanks(long[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double lower = 0;
      double same = 0;
      for (long value : values) {
        lower += value < values[i] ? 1 : 0;
        same += value == values[i] ? 1 : 0;
      }
      ranks[i] = lower + (same + 1) / 2;
    }
    return ranks;
  }
}
