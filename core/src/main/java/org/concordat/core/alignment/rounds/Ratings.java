package org.concordat.core.alignment.rounds;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Values that judges gave to units, some of them missing; Krippendorff calls these reliability
 * data. Values are any whole numbers.
 */
public final class Ratings {
  private static final int MISSING = Integer.MIN_VALUE;

  private final int judges;
  private final int[][] values;

  private Ratings(int judges, int[][] values) {
    this.judges = judges;
    this.values = values;
  }

  /** Collects ratings; what is not set is missing. */
  static final class Builder {
    private final int judges;
    private final int[][] values;

    Builder(int units, int judges) {
      this.judges = judges;
      values = new int[units][judges];
      for (int[] row : values) {
        Arrays.fill(row, MISSING);
      }
    }

    Builder set(int unit, int judge, int value) {
      if (value == MISSING) {
        throw new IllegalArgumentException("a rating is a number above " + MISSING);
      }
      values[unit][judge] = value;
      return this;
    }

    Ratings build() {
      return new Ratings(judges, values);
    }
  }

  /** How many things were rated. */
  int units() {
    return values.length;
  }

  /** How many judges there are. */
  int judges() {
    return judges;
  }

  boolean has(int unit, int judge) {
    return values[unit][judge] != MISSING;
  }

  int value(int unit, int judge) {
    return values[unit][judge];
  }

  /** The values that a unit got, in the order of the judges. */
  int[] of(int unit) {
    return Arrays.stream(values[unit]).filter(value -> value != MISSING).toArray();
  }

  /** The values that can be paired: those of units with two values or more. */
  IntStream pairable() {
    return IntStream.range(0, units())
        .mapToObj(this::of)
        .filter(of -> of.length > 1)
        .flatMapToInt(Arrays::stream);
  }
}
