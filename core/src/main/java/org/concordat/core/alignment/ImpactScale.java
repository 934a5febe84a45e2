package org.concordat.core.alignment;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An organisation's own scale of impact: named levels in ascending order. Level i of n weighs i/n;
 * having no impact weighs 0.
 *
 * @param names the names of the levels, lowest first; at least {@value #SMALLEST} and at most
 *     {@value #LARGEST}, none twice, none empty, none called {@value #NONE}
 */
public record ImpactScale(List<String> names) {
  public static final int SMALLEST = 2;
  public static final int LARGEST = 100;

  /** How a score of 0 is shown. */
  public static final String NONE = "none";

  public static final ImpactScale DEFAULT =
      new ImpactScale(List.of("negligible", "marginal", "critical"));

  /** Scores nearer than this to the border between two levels stand on it. */
  private static final double BORDER = 1e-9;

  public ImpactScale {
    names = List.copyOf(names);
    if (names.size() < SMALLEST || names.size() > LARGEST) {
      throw new IllegalArgumentException(
          "a scale has " + SMALLEST + " to " + LARGEST + " levels, not " + names.size());
    }
    if (Set.copyOf(names).size() != names.size()) {
      throw new IllegalArgumentException("a level stands twice in " + names);
    }
    if (names.contains(NONE) || names.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "a level is called neither '" + NONE + "' nor nothing: " + names);
    }
  }

  /** The number of levels, n. */
  public int size() {
    return names.size();
  }

  public Level top() {
    return Level.of(size());
  }

  /** The level of that name, or empty when the scale has none. */
  public Optional<Level> level(String name) {
    int index = names.indexOf(name);
    return index < 0 ? Optional.empty() : Optional.of(Level.of(index + 1));
  }

  /**
   * The name of a level.
   *
   * @throws IndexOutOfBoundsException when the scale has no such level
   */
  public String name(Level level) {
    return names.get(level.number() - 1);
  }

  /** The weight i/n of level i, in (0, 1]. */
  public double weight(Level level) {
    return weight(level.number());
  }

  /** The weight i/n of level number i; 0 for 0, which is no impact. */
  public double weight(int number) {
    return (double) number / size();
  }

  /**
   * The number of the level that a score shows: {@code max(1, floor(s * n + 1/2))}, and 0 for a
   * score of 0.
   *
   * @param score in [0, 1]
   */
  public int shownNumber(double score) {
    if (score <= 0) {
      return 0;
    }
    return Math.clamp((long) Math.floor(score * size() + 0.5 + BORDER), 1, size());
  }

  /** The name of the level that a score shows, or {@value #NONE} for a score of 0. */
  public String shownName(double score) {
    int number = shownNumber(score);
    return number == 0 ? NONE : names.get(number - 1);
  }
}
