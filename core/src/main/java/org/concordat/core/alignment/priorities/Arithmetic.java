package org.concordat.core.alignment.priorities;

import java.util.Arrays;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;

/**
 * How an organisation reckons: its scale, its way of joining levels along a path and across paths,
 * and what a dependency hands on.
 *
 * <p>Levels are numbers from 1 to n, 0 is none; scores are in [0, 1]. Where the combination speaks
 * of levels alone ({@link #byLevels}), every handed score is a level's weight and the kernels
 * reckon in levels.
 */
final class Arithmetic {
  private enum Join {
    WEAKEST_LINK,
    PRODUCT,
    MATRIX
  }

  /** Averages nearer than this to a level's weight are that weight. */
  private static final double SNAP = 1e-12;

  private final ImpactScale scale;
  private final Join join;
  private final boolean average;
  private final int cumulation;
  private final double[] weights;

  /** Row by row: link level times (n + 1) plus the level met; unused for a product. */
  private final byte[] joined;

  /** What is handed on: (2 * strength + (capped ? 1 : 0)) * (n + 1) plus the level held. */
  private final byte[] handed;

  /**
   * The arithmetic of an organisation.
   *
   * @param cumulation how many requirements must hand on the same level, or 0 for no cumulation
   */
  Arithmetic(ImpactScale scale, Combination combination, int cumulation) {
    this.scale = scale;
    this.average = combination.across() == Across.AVERAGE;
    this.cumulation = cumulation;
    this.join =
        switch (combination.along()) {
          case Along.WeakestLink() -> Join.WEAKEST_LINK;
          case Along.Product() -> Join.PRODUCT;
          case Along.Matrix _ -> Join.MATRIX;
        };
    int n = scale.size();
    weights = new double[n + 1];
    joined = new byte[(n + 1) * (n + 1)];
    handed = new byte[2 * (n + 1) * (n + 1)];
    for (int link = 1; link <= n; link++) {
      weights[link] = scale.weight(link);
      for (int met = 1; met <= n; met++) {
        int result =
            combination.along() instanceof Along.Matrix(var rows)
                ? rows.get(link - 1).get(met - 1).number()
                : Math.min(link, met);
        joined[link * (n + 1) + met] = (byte) result;
        handed[2 * link * (n + 1) + met] = (byte) result;
        handed[(2 * link + 1) * (n + 1) + met] = (byte) capped(result);
      }
    }
    if (join == Join.PRODUCT && cumulation > 0) {
      throw new IllegalArgumentException(
          "cumulation speaks of levels and cannot go with a product");
    }
  }

  private static int capped(int level) {
    return Math.min(level, Math.max(1, level - 1));
  }

  int levels() {
    return scale.size();
  }

  ImpactScale scale() {
    return scale;
  }

  /**
   * The number of a level.
   *
   * @throws IllegalArgumentException when the scale does not have it
   */
  int checked(Level level) {
    if (level.number() > levels()) {
      throw new IllegalArgumentException("the scale has no level " + level.number());
    }
    return level.number();
  }

  int cumulation() {
    return cumulation;
  }

  boolean isProduct() {
    return join == Join.PRODUCT;
  }

  boolean isAverage() {
    return average;
  }

  /** Whether every handed score is the weight of a level. */
  boolean byLevels() {
    return join == Join.MATRIX || (join == Join.WEAKEST_LINK && !average);
  }

  /**
   * Whether cumulation may fail to be monotone: a handed score that is no level's weight can show a
   * level that is above it.
   */
  boolean needsComponents() {
    return cumulation > 0 && !byLevels();
  }

  /**
   * Whether an inherited score is always exactly what one other requirement hands on, so that it
   * can be said on whom a score rests. Cumulation rests on several; a matrix with averages hands on
   * the level that a score shows, which may be the requirement's own although the score is
   * inherited.
   */
  boolean restsOnOne() {
    return cumulation == 0 && !(join == Join.MATRIX && average);
  }

  double weight(int level) {
    return weights[level];
  }

  int shown(double score) {
    return scale.shownNumber(score);
  }

  Level shownLevel(double score) {
    return Level.of(scale.shownNumber(score));
  }

  /** Joins a link's level with the score that the link leads to. */
  double along(int link, double score) {
    return switch (join) {
      case WEAKEST_LINK -> Math.min(weights[link], score);
      case PRODUCT -> weights[link] * score;
      case MATRIX -> weights[joined[link * (levels() + 1) + shown(score)]];
    };
  }

  /** Joins a link's level with the level that it leads to; not for a product. */
  int along(int link, int level) {
    return joined[link * (levels() + 1) + level];
  }

  /** What a dependency of that strength hands on from a requirement that holds that score. */
  double handed(int strength, boolean capped, double score) {
    double value = along(strength, score);
    if (!capped || value <= 0) {
      return value;
    }
    return Math.min(value, weights[Math.max(1, shown(value) - 1)]);
  }

  /** What is handed on in levels: index by {@link #handedRow} plus the level held. */
  byte[] handedLevels() {
    return handed;
  }

  int handedRow(int strength, int capped) {
    return (2 * strength + capped) * (levels() + 1);
  }

  /** What cumulation raises a handed score to: one level above the one that it shows. */
  double raised(double score) {
    return Math.max(score, weights[Math.min(levels(), shown(score) + 1)]);
  }

  /**
   * Joins alternatives.
   *
   * @param values the alternatives, in the first {@code count} places, which are sorted
   */
  double across(double[] values, int count) {
    if (count == 0) {
      return 0;
    }
    // In ascending order, so that the order of the links does not show in the last digit.
    Arrays.sort(values, 0, count);
    if (!average) {
      return values[count - 1];
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i];
    }
    double result = sum / count;
    double steps = Math.rint(result * levels());
    return Math.abs(steps / levels() - result) < SNAP ? weights[(int) steps] : result;
  }
}
