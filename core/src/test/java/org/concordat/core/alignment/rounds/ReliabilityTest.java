package org.concordat.core.alignment.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.concordat.core.alignment.rounds.AlphaInterval.Resampling;
import org.junit.jupiter.api.Test;

/** Alpha as published, and against its definition on random ratings. */
class ReliabilityTest {
  private static final int CASES = 5_000;

  /** K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, section C and D. */
  private static final Ratings KRIPPENDORFF =
      Tables.of(
          "11.1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", ".555", "..11",
          ".3..");

  /** A. F. Hayes and K. Krippendorff, 2007, table 1: five judges, 40 units. */
  private static final Ratings HAYES =
      Tables.of(
          "112.2", "1101.", "2333.", ".00.0", "000.0", "000.0", "102.1", "1.20.", "222.2", "2111.",
          ".100.", "0000.", "1222.", "33223", "111.1", "111.1", "212.2", "1233.", "1101.", "000.0",
          "0011.", "00.00", "2333.", "0000.", "12.22", "0111.", "00010", "1212.", "1122.", "112.2",
          "110.0", "2121.", "22.22", "3222.", "222.2", "223.2", "222.2", "22.12", "2222.", "111.1");

  @Test
  void alpha_of_the_published_example_is_the_published_one() {
    assertThat(alpha(KRIPPENDORFF, Metric.NOMINAL)).isCloseTo(0.743, within(0.0005));
    assertThat(alpha(KRIPPENDORFF, Metric.ORDINAL)).isCloseTo(0.815, within(0.0005));
    assertThat(alpha(KRIPPENDORFF, Metric.INTERVAL)).isCloseTo(0.849, within(0.0005));
    assertThat(Reliability.of(KRIPPENDORFF, Metric.ORDINAL).pairable()).isEqualTo(40);
  }

  @Test
  void alpha_of_the_second_published_example_is_the_published_one() {
    assertThat(alpha(HAYES, Metric.ORDINAL)).isCloseTo(0.7598, within(0.00005));
    assertThat(alpha(HAYES, Metric.NOMINAL)).isCloseTo(0.4765, within(0.00005));
  }

  private static double alpha(Ratings ratings, Metric metric) {
    return Reliability.of(ratings, metric).alpha().orElseThrow();
  }

  @Test
  void alpha_is_one_less_observed_by_expected_disagreement_of_all_pairs() {
    for (long seed = 0; seed < CASES; seed++) {
      Ratings ratings = Tables.random(seed);
      for (Metric metric : Metric.values()) {
        OptionalDouble alpha = Reliability.of(ratings, metric).alpha();
        OptionalDouble expected = slowAlpha(ratings, metric);
        assertThat(alpha.isPresent()).as("seed " + seed).isEqualTo(expected.isPresent());
        if (alpha.isPresent()) {
          assertThat(alpha.getAsDouble())
              .as("seed " + seed)
              .isCloseTo(expected.getAsDouble(), within(1e-9));
        }
      }
    }
  }

  /** Every pair of values within a unit, against every pair of values at all. */
  private static OptionalDouble slowAlpha(Ratings ratings, Metric metric) {
    List<Integer> all = new ArrayList<>();
    double observed = 0;
    for (int unit = 0; unit < ratings.units(); unit++) {
      if (ratings.of(unit).length > 1) {
        for (int value : ratings.of(unit)) {
          all.add(value);
        }
      }
    }
    for (int unit = 0; unit < ratings.units(); unit++) {
      int[] of = ratings.of(unit);
      for (int i = 0; i < of.length; i++) {
        for (int j = 0; j < of.length; j++) {
          if (i != j) {
            observed += apart(of[i], of[j], all, metric) / (of.length - 1) / all.size();
          }
        }
      }
    }
    double expected = 0;
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < all.size(); j++) {
        if (i != j) {
          expected += apart(all.get(i), all.get(j), all, metric);
        }
      }
    }
    expected = expected / all.size() / (all.size() - 1);
    return expected > 0 ? OptionalDouble.of(1 - observed / expected) : OptionalDouble.empty();
  }

  /** By the values that lie between, each end counting half. */
  private static double apart(int one, int other, List<Integer> all, Metric metric) {
    return switch (metric) {
      case NOMINAL -> one == other ? 0 : 1;
      case INTERVAL -> Math.pow((double) one - other, 2);
      case ORDINAL -> {
        double between = 0;
        for (int value : all) {
          if (value > Math.min(one, other) && value < Math.max(one, other)) {
            between += 1;
          } else if (one != other && (value == one || value == other)) {
            between += 0.5;
          }
        }
        yield between * between;
      }
    };
  }

  @Test
  void what_the_units_disagree_adds_up_to_what_alpha_lacks() {
    for (long seed = 0; seed < CASES; seed++) {
      Ratings ratings = Tables.random(seed);
      Reliability reliability = Reliability.of(ratings, Metric.ORDINAL);
      if (reliability.alpha().isEmpty()) {
        continue;
      }
      double sum = 0;
      for (int unit = 0; unit < ratings.units(); unit++) {
        sum += reliability.disagreement(unit).orElse(0) * ratings.of(unit).length;
      }
      assertThat(sum / reliability.pairable())
          .as("seed " + seed)
          .isCloseTo(1 - reliability.alpha().getAsDouble(), within(1e-9));
    }
  }

  @Test
  void alpha_has_no_meaning_without_pairs_or_without_differences() {
    Reliability alone = Reliability.of(Tables.of("1.", ".2"), Metric.ORDINAL);
    Reliability same = Reliability.of(Tables.of("22", "22"), Metric.ORDINAL);

    assertThat(alone.alpha()).isEmpty();
    assertThat(alone.isUnanimous()).isFalse();
    assertThat(alone.disagreement(0)).isEmpty();
    assertThat(same.alpha()).isEmpty();
    assertThat(same.isUnanimous()).isTrue();
    assertThat(same.disagreement(0)).hasValue(0);
    assertThat(same.interval(Resampling.USUAL)).isEmpty();
  }

  /**
   * The figures are remembered as those of the article's output; the article was found, but not the
   * page with that output, so this is no confirmed check. It holds the interval in its place.
   */
  @Test
  void the_interval_of_the_published_example_stays_where_it_was() {
    AlphaInterval interval =
        Reliability.of(HAYES, Metric.ORDINAL).interval(Resampling.USUAL).orElseThrow();

    assertThat(interval.low()).isCloseTo(0.7078, within(0.01));
    assertThat(interval.high()).isCloseTo(0.8078, within(0.01));
  }

  @Test
  void the_same_seed_draws_the_same_interval() {
    Reliability reliability = Reliability.of(KRIPPENDORFF, Metric.ORDINAL);
    Resampling one = new Resampling(1_000, 0.9, 7);

    assertThat(reliability.interval(one)).isEqualTo(reliability.interval(one));
    assertThat(reliability.interval(one))
        .isNotEqualTo(reliability.interval(new Resampling(1_000, 0.9, 8)));
  }

  @Test
  void a_higher_confidence_is_a_wider_interval_around_alpha() {
    for (long seed = 0; seed < 200; seed++) {
      Reliability reliability = Reliability.of(Tables.random(seed), Metric.ORDINAL);
      if (reliability.alpha().isEmpty()) {
        continue;
      }
      AlphaInterval narrow = reliability.interval(new Resampling(500, 0.5, seed)).orElseThrow();
      AlphaInterval wide = reliability.interval(new Resampling(500, 0.99, seed)).orElseThrow();
      assertThat(wide.low()).as("seed " + seed).isBetween(-1.0, narrow.low());
      assertThat(wide.high()).as("seed " + seed).isBetween(narrow.high(), 1.0);
    }
  }

  @Test
  void perfect_agreement_on_different_values_is_one_whatever_is_drawn() {
    Reliability perfect = Reliability.of(Tables.of("11", "22", "33", "11"), Metric.ORDINAL);

    assertThat(perfect.alpha()).hasValue(1);
    assertThat(perfect.interval(Resampling.USUAL).orElseThrow().high()).isEqualTo(1);
  }

  @Test
  void what_alpha_allows_follows_the_published_bounds() {
    assertThat(Trust.of(0.8)).isEqualTo(Trust.RELIABLE);
    assertThat(Trust.of(0.79)).isEqualTo(Trust.TENTATIVE);
    assertThat(Trust.of(0.667)).isEqualTo(Trust.TENTATIVE);
    assertThat(Trust.of(0.66)).isEqualTo(Trust.NONE);
    assertThat(Trust.of(-0.5)).isEqualTo(Trust.NONE);
  }
}
