package org.concordat.core.alignment.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.concordat.core.alignment.rounds.AlphaInterval.Resampling;
import org.junit.jupiter.api.Test;

/** Alpha and its interval as they were published. */
class PublishedAlphaTest {
  /** K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, sections C and D. */
  static final Ratings KRIPPENDORFF =
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
  void two_judges_of_ten_things_with_two_values() {
    Ratings sectionA = Tables.ofJudges(digits("0100000010"), digits("1110010000"));

    assertThat(alpha(sectionA, Metric.NOMINAL)).isCloseTo(0.095, within(0.0005));
  }

  @Test
  void two_judges_of_twelve_things_with_five_categories() {
    Ratings sectionB = Tables.ofJudges(digits("112243335441"), digits("212223335444"));

    assertThat(alpha(sectionB, Metric.NOMINAL)).isCloseTo(0.692, within(0.0005));
  }

  @Test
  void four_judges_who_leave_things_out() {
    assertThat(alpha(KRIPPENDORFF, Metric.NOMINAL)).isCloseTo(0.743, within(0.0005));
    assertThat(alpha(KRIPPENDORFF, Metric.ORDINAL)).isCloseTo(0.815, within(0.0005));
    assertThat(alpha(KRIPPENDORFF, Metric.INTERVAL)).isCloseTo(0.849, within(0.0005));
    assertThat(Reliability.of(KRIPPENDORFF, Metric.ORDINAL).pairable()).isEqualTo(40);
  }

  /**
   * The example of the encyclopaedias, three judges and 15 things of which one nobody judged; the
   * figures are those of the tests of the Python package <i>krippendorff</i>.
   */
  @Test
  void three_judges_who_leave_most_things_out() {
    Ratings ratings =
        Tables.ofJudges(
            digits(".....34121133.3"), digits("1.213343......."), digits("..21344.21133.4"));

    assertThat(alpha(ratings, Metric.NOMINAL)).isCloseTo(0.691358, within(5e-7));
    assertThat(alpha(ratings, Metric.INTERVAL)).isCloseTo(0.810845, within(5e-7));
  }

  @Test
  void five_judges_of_forty_articles() {
    assertThat(alpha(HAYES, Metric.ORDINAL)).isCloseTo(0.7598, within(0.00005));
    assertThat(alpha(HAYES, Metric.NOMINAL)).isCloseTo(0.4765, within(0.00005));
  }

  /**
   * The article of 2007 gives 0.7078 to 0.8078. Our interval, 0.715 to 0.802, is that of
   * Krippendorff's revision of 2011, and of the authors' own macro since its version 3: it draws
   * the least of 25 Q and (m-1) n/2 pairs, 318 here. With the 239 pairs that the judges make,
   * drawing pair by pair gives what the article has, but for the chance of ten thousand draws. That
   * its version of the macro drew so many is concluded from that, and from what version 3 still has
   * of it.
   */
  @Test
  void the_interval_is_that_of_the_revision_and_the_published_one_that_of_the_first_version() {
    AlphaInterval first = drawn(HAYES, 239);
    AlphaInterval revised = drawn(HAYES, 318);
    AlphaInterval ours =
        Reliability.of(HAYES, Metric.ORDINAL).interval(Resampling.USUAL).orElseThrow();

    assertThat(pairs(HAYES)).isEqualTo(239);
    assertThat(first.low()).isCloseTo(0.7078, within(0.002));
    assertThat(first.high()).isCloseTo(0.8078, within(0.002));
    assertThat(ours.low()).isCloseTo(revised.low(), within(0.002));
    assertThat(ours.high()).isCloseTo(revised.high(), within(0.002));
    assertThat(ours.low()).isGreaterThan(first.low());
    assertThat(ours.high()).isLessThan(first.high());
  }

  private static int pairs(Ratings ratings) {
    int pairs = 0;
    for (int unit = 0; unit < ratings.units(); unit++) {
      int of = ratings.of(unit).length;
      pairs += of * (of - 1) / 2;
    }
    return pairs;
  }

  /** Lists all pairs of a unit's values and draws from them, each by its weight of 1/(m-1). */
  private static AlphaInterval drawn(Ratings ratings, int draws) {
    List<Double> apart = new ArrayList<>();
    List<Double> upTo = new ArrayList<>();
    int[] all = ReliabilityTest.values(ratings);
    double weight = 0;
    for (int unit = 0; unit < ratings.units(); unit++) {
      int[] of = ratings.of(unit);
      for (int i = 0; i < of.length; i++) {
        for (int j = 0; j < of.length; j++) {
          if (i != j) {
            weight += 1.0 / (of.length - 1);
            apart.add(ReliabilityTest.apart(of[i], of[j], all, Metric.ORDINAL));
            upTo.add(weight);
          }
        }
      }
    }
    double expected = 0;
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < all.length; j++) {
        expected += i == j ? 0 : ReliabilityTest.apart(all[i], all[j], all, Metric.ORDINAL);
      }
    }
    expected = expected / all.length / (all.length - 1);
    Random random = new Random(2007);
    double[] sums = upTo.stream().mapToDouble(Double::doubleValue).toArray();
    double[] alphas = new double[10_000];
    for (int x = 0; x < alphas.length; x++) {
      double seen = 0;
      for (int r = 0; r < draws; r++) {
        int place = Arrays.binarySearch(sums, random.nextDouble() * weight);
        seen += apart.get(place >= 0 ? place + 1 : -place - 1);
      }
      alphas[x] = 1 - seen / draws / expected;
    }
    Arrays.sort(alphas);
    return new AlphaInterval(alphas[249], alphas[9_750], 0.95);
  }

  private static double alpha(Ratings ratings, Metric metric) {
    return Reliability.of(ratings, metric).alpha().orElseThrow();
  }

  /** A number for each character; a dot is none. */
  private static int[] digits(String judge) {
    return judge.chars().map(c -> c == '.' ? Tables.NONE : c - '0').toArray();
  }
}
