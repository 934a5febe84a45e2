package org.concordat.core.alignment.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Kendall's W as published, and against its definition on random ratings. */
class ConcordanceTest {
  private static final int CASES = 5_000;

  /**
   * The ratings of anxiety that the packages irr and DescTools of R document with their results: 20
   * persons, three judges, many ties.
   */
  @Test
  void w_of_the_published_example_with_ties_is_the_published_one() {
    Concordance concordance =
        Concordance.of(
                Tables.ofJudges(
                    new int[] {3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3},
                    new int[] {3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4},
                    new int[] {2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2}))
            .orElseThrow();

    assertThat(concordance.w()).isCloseTo(0.5396569, within(5e-8));
    assertThat(concordance.degrees()).isEqualTo(19);
    assertThat(concordance.chiSquare()).isCloseTo(30.76, within(0.005));
    assertThat(concordance.probability()).isCloseTo(0.0429, within(0.0001));
  }

  /** Ten projects, four judges, no ties: squared deviations of 1048, by hand. */
  @Test
  void w_without_ties_is_the_squared_deviation_by_the_largest_possible_one() {
    Concordance concordance =
        Concordance.of(
                Tables.ofJudges(
                    new int[] {1, 3, 4, 5, 2, 8, 6, 7, 10, 9},
                    new int[] {2, 1, 4, 5, 6, 3, 8, 7, 10, 9},
                    new int[] {3, 2, 1, 5, 7, 4, 6, 8, 9, 10},
                    new int[] {4, 2, 3, 1, 6, 7, 5, 9, 8, 10}))
            .orElseThrow();

    assertThat(concordance.w()).isCloseTo(12.0 * 1048 / (16 * 990), within(1e-12));
  }

  /** Three executives rank six applicants: S. Siegel, Nonparametric Statistics, 1956, 9.10. */
  @Test
  void w_of_applicants_ranked_outright_is_the_published_one() {
    Ratings ranks =
        Tables.ofJudges(
            new int[] {1, 6, 3, 2, 5, 4},
            new int[] {1, 5, 6, 4, 2, 3},
            new int[] {6, 3, 2, 5, 4, 1});

    assertThat(Concordance.of(ranks).orElseThrow().w()).isCloseTo(0.16, within(0.005));
    assertThat(PairwiseConcordance.of(ranks).orElseThrow().w())
        .isCloseTo(Concordance.of(ranks).orElseThrow().w(), within(1e-12));
  }

  /**
   * Three orders of ten things with ties, given as doubled ranks: Siegel, 1956, 9.10. The manual of
   * the NAG library has the same example, for its routine G08DAF, with its significance.
   */
  @Test
  void w_of_ranks_with_ties_is_the_published_one() {
    Concordance concordance =
        Concordance.of(
                Tables.ofJudges(
                    new int[] {2, 9, 4, 9, 6, 15, 12, 18, 15, 20},
                    new int[] {5, 2, 5, 9, 9, 16, 18, 13, 20, 13},
                    new int[] {4, 2, 9, 9, 9, 9, 16, 16, 16, 20}))
            .orElseThrow();

    assertThat(concordance.w()).isCloseTo(0.828, within(0.0005));
    assertThat(concordance.probability()).isCloseTo(0.008, within(0.0005));
  }

  @Test
  void incomplete_orders_that_contradict_nowhere_agree_wholly() {
    PairwiseConcordance pairwise =
        PairwiseConcordance.of(Tables.of("1.1", "22.", ".33", "44.", "5.5")).orElseThrow();

    assertThat(pairwise.w()).isCloseTo(1, within(1e-12));
    assertThat(pairwise.pairs()).isEqualTo(2);
    assertThat(pairwise.meanJudges()).isEqualTo(2);
    assertThat(PairwiseConcordance.of(Tables.of("1..", ".2.", "..3"))).isEmpty();
  }

  /** Correlations of counted ranks, pair by pair. */
  @Test
  void pairwise_w_is_reckoned_from_the_correlations_of_any_two_judges() {
    int compared = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Ratings ratings = Tables.random(seed);
      Optional<PairwiseConcordance> found = PairwiseConcordance.of(ratings);
      double expected = slowPairwise(ratings);
      if (Double.isNaN(expected)) {
        assertThat(found).as("seed " + seed).isEmpty();
      } else {
        assertThat(found.orElseThrow().w()).as("seed " + seed).isCloseTo(expected, within(1e-9));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(CASES / 4);
  }

  private static double slowPairwise(Ratings ratings) {
    double sum = 0;
    double weights = 0;
    for (int one = 0; one < ratings.judges(); one++) {
      for (int other = one + 1; other < ratings.judges(); other++) {
        boolean[] shared = new boolean[ratings.units()];
        int count = 0;
        for (int unit = 0; unit < shared.length; unit++) {
          shared[unit] = ratings.has(unit, one) && ratings.has(unit, other);
          count += shared[unit] ? 1 : 0;
        }
        double middle = (count + 1) / 2.0;
        double together = 0;
        double ones = 0;
        double others = 0;
        for (int unit = 0; unit < shared.length; unit++) {
          if (shared[unit]) {
            double x = rank(ratings, unit, one, shared) - middle;
            double y = rank(ratings, unit, other, shared) - middle;
            together += x * y;
            ones += x * x;
            others += y * y;
          }
        }
        if (ones > 0 && others > 0) {
          sum += (count - 1) * together / Math.sqrt(ones * others);
          weights += count - 1;
        }
      }
    }
    double rated = 0;
    double units = 0;
    for (int unit = 0; unit < ratings.units(); unit++) {
      int of = ratings.of(unit).length;
      rated += of > 1 ? of : 0;
      units += of > 1 ? 1 : 0;
    }
    if (weights == 0) {
      return Double.NaN;
    }
    double judges = rated / units;
    return Math.clamp((1 + (judges - 1) * sum / weights) / judges, 0, 1);
  }

  @Test
  void w_is_what_the_rank_sums_vary_by_what_all_ranks_vary() {
    for (long seed = 0; seed < CASES; seed++) {
      Ratings ratings = Tables.random(seed);
      Optional<Concordance> concordance = Concordance.of(ratings);
      double expected = slowW(ratings);
      if (Double.isNaN(expected)) {
        assertThat(concordance).as("seed " + seed).isEmpty();
      } else {
        assertThat(concordance.orElseThrow().w())
            .as("seed " + seed)
            .isCloseTo(expected, within(1e-9));
      }
    }
  }

  /** Ranks by counting; no number where there is nothing to compare. */
  private static double slowW(Ratings ratings) {
    boolean[] counts = new boolean[ratings.judges()];
    int judges = 0;
    for (int judge = 0; judge < counts.length; judge++) {
      for (int unit = 0; unit < ratings.units(); unit++) {
        counts[judge] |= ratings.has(unit, judge);
      }
      judges += counts[judge] ? 1 : 0;
    }
    boolean[] complete = new boolean[ratings.units()];
    int items = 0;
    for (int unit = 0; unit < complete.length; unit++) {
      complete[unit] = true;
      for (int judge = 0; judge < counts.length; judge++) {
        complete[unit] &= !counts[judge] || ratings.has(unit, judge);
      }
      items += complete[unit] ? 1 : 0;
    }
    if (judges < 2 || items < 2) {
      return Double.NaN;
    }
    double middle = (items + 1) / 2.0;
    double between = 0;
    double all = 0;
    for (int unit = 0; unit < complete.length; unit++) {
      double sum = 0;
      for (int judge = 0; complete[unit] && judge < counts.length; judge++) {
        if (counts[judge]) {
          double rank = rank(ratings, unit, judge, complete);
          sum += rank;
          all += (rank - middle) * (rank - middle);
        }
      }
      between += complete[unit] ? Math.pow(sum - judges * middle, 2) : 0;
    }
    return all == 0 ? Double.NaN : between / judges / all;
  }

  private static double rank(Ratings ratings, int of, int judge, boolean[] complete) {
    double rank = 0.5;
    for (int unit = 0; unit < complete.length; unit++) {
      if (complete[unit]) {
        int compared = Integer.compare(ratings.value(unit, judge), ratings.value(of, judge));
        rank += compared < 0 ? 1 : compared == 0 ? 0.5 : 0;
      }
    }
    return rank;
  }

  @Test
  void a_judge_who_never_answered_does_not_spoil_the_order_of_the_others() {
    assertThat(Concordance.of(Tables.of("11.", "22.", "33.")).orElseThrow().w()).isEqualTo(1);
  }

  /** By Simpson's rule on the density. */
  @Test
  void the_tail_of_chi_square_is_the_integral_of_its_density() {
    for (int degrees = 1; degrees <= 40; degrees++) {
      for (double value : new double[] {0.5, 1, 4, 12, 30, 60}) {
        assertThat(ChiSquare.upperTail(value, degrees))
            .as(degrees + " degrees, " + value)
            .isCloseTo(integral(value, degrees), within(1e-8));
      }
    }
    assertThat(ChiSquare.upperTail(0, 3)).isEqualTo(1);
    assertThat(ChiSquare.upperTail(1e6, 3)).isZero();
    assertThat(ChiSquare.upperTail(900, 999)).isBetween(0.98, 0.995);
  }

  private static double integral(double from, int degrees) {
    double to = from + 400;
    int steps = 200_000;
    double width = (to - from) / steps;
    double sum = density(from, degrees) + density(to, degrees);
    for (int i = 1; i < steps; i++) {
      sum += density(from + i * width, degrees) * (i % 2 == 0 ? 2 : 4);
    }
    return sum * width / 3;
  }

  private static double density(double x, int degrees) {
    double gamma = degrees % 2 == 0 ? 1 : Math.sqrt(Math.PI);
    for (double a = degrees / 2.0 - 1; a > 0; a--) {
      gamma *= a;
    }
    return Math.pow(x / 2, degrees / 2.0 - 1) * Math.exp(-x / 2) / 2 / gamma;
  }
}
