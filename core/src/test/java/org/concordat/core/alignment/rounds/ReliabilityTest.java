package org.concordat.core.alignment.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.concordat.core.alignment.rounds.AlphaInterval.Resampling;
import org.junit.jupiter.api.Test;

/** Alpha against its definition on random ratings. */
class ReliabilityTest {
  private static final int CASES = 5_000;

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
    int[] all = values(ratings);
    double observed = 0;
    for (int unit = 0; unit < ratings.units(); unit++) {
      int[] of = ratings.of(unit);
      for (int i = 0; i < of.length; i++) {
        for (int j = 0; j < of.length; j++) {
          if (i != j) {
            observed += apart(of[i], of[j], all, metric) / (of.length - 1) / all.length;
          }
        }
      }
    }
    double expected = 0;
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < all.length; j++) {
        if (i != j) {
          expected += apart(all[i], all[j], all, metric);
        }
      }
    }
    expected = expected / all.length / (all.length - 1);
    return expected > 0 ? OptionalDouble.of(1 - observed / expected) : OptionalDouble.empty();
  }

  /** All values of units that have two or more. */
  static int[] values(Ratings ratings) {
    List<Integer> all = new ArrayList<>();
    for (int unit = 0; unit < ratings.units(); unit++) {
      if (ratings.of(unit).length > 1) {
        for (int value : ratings.of(unit)) {
          all.add(value);
        }
      }
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  /** By the values that lie between, each end counting half. */
  static double apart(int one, int other, int[] all, Metric metric) {
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

  @Test
  void the_same_seed_draws_the_same_interval() {
    Reliability reliability = Reliability.of(PublishedAlphaTest.KRIPPENDORFF, Metric.ORDINAL);
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
