package org.concordat.core.alignment.rounds;

import java.util.List;
import java.util.Random;

/** Ratings for tests, written as in the publications or made at random. */
final class Tables {
  /** Stands for what a judge left out. */
  static final int NONE = Integer.MIN_VALUE;

  private Tables() {}

  /** A row for each unit with one character for each judge: a digit, or a dot where none. */
  static Ratings of(String... units) {
    Ratings.Builder ratings = new Ratings.Builder(units.length, units[0].length());
    for (int unit = 0; unit < units.length; unit++) {
      for (int judge = 0; judge < units[unit].length(); judge++) {
        char value = units[unit].charAt(judge);
        if (value != '.') {
          ratings.set(unit, judge, value - '0');
        }
      }
    }
    return ratings.build();
  }

  /** A row for each judge, a number for each unit, or {@link #NONE}. */
  static Ratings ofJudges(int[]... judges) {
    Ratings.Builder ratings = new Ratings.Builder(judges[0].length, judges.length);
    for (int judge = 0; judge < judges.length; judge++) {
      for (int unit = 0; unit < judges[judge].length; unit++) {
        if (judges[judge][unit] != NONE) {
          ratings.set(unit, judge, judges[judge][unit]);
        }
      }
    }
    return ratings.build();
  }

  static Ratings random(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    int units = 1 + random.nextInt(8);
    int judges = 1 + random.nextInt(5);
    int steps = 1 + random.nextInt(5);
    double missing = List.of(0.0, 0.2, 0.6).get(random.nextInt(3));
    Ratings.Builder ratings = new Ratings.Builder(units, judges);
    for (int unit = 0; unit < units; unit++) {
      for (int judge = 0; judge < judges; judge++) {
        if (random.nextDouble() >= missing) {
          ratings.set(unit, judge, random.nextInt(steps));
        }
      }
    }
    return ratings.build();
  }
}
