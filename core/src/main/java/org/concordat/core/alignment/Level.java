package org.concordat.core.alignment;

/**
 * A step on an impact scale, counted from 1, the lowest.
 *
 * <p>Its name and its weight depend on the scale: {@link ImpactScale#name} and {@link
 * ImpactScale#weight}.
 *
 * @param number the step, 1 or higher
 */
public record Level(int number) implements Comparable<Level> {
  public Level {
    if (number < 1) {
      throw new IllegalArgumentException("a level counts from 1, not " + number);
    }
  }

  public static Level of(int number) {
    return new Level(number);
  }

  @Override
  public int compareTo(Level other) {
    return Integer.compare(number, other.number);
  }
}
