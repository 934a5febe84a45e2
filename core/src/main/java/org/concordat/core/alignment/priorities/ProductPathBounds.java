package org.concordat.core.alignment.priorities;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Path bounds for products: the best path is the one of the highest product. */
final class ProductPathBounds implements PathBounds {
  private final Arithmetic arithmetic;
  private final double[] best;
  private final int[] steps;

  ProductPathBounds(Estate estate, int unit) {
    arithmetic = estate.arithmetic;
    int count = estate.requirements();
    best = new double[count];
    steps = new int[count];
    double[] factors = factorScores(estate, unit);
    for (int requirement = 0; requirement < count; requirement++) {
      best[requirement] = ownScore(estate, factors, requirement);
    }
    double[] own = best.clone();
    Estate orderly = estate.inOrder();
    RealKernel.solve(orderly, best, steps);
    countSteps(orderly, own);
  }

  private double[] factorScores(Estate estate, int unit) {
    Vision vision = estate.vision;
    double[] scores = new double[vision.goalsOf.length];
    for (int factor = 0; factor < scores.length; factor++) {
      for (int i = 0; i < vision.goalsOf[factor].length; i++) {
        int goal = vision.goalsOf[factor][i];
        if (vision.counts(goal, unit)) {
          double score =
              arithmetic.along(
                  vision.levelsOf[factor][i], arithmetic.weight(vision.importance[goal]));
          scores[factor] = Math.max(scores[factor], score);
        }
      }
    }
    return scores;
  }

  private double ownScore(Estate estate, double[] factors, int requirement) {
    double[] highest = {0};
    estate.links.each(
        requirement,
        (factor, level) ->
            highest[0] = Math.max(highest[0], arithmetic.along(level, factors[factor])));
    return highest[0];
  }

  /** Breadth first over the dependencies that hand on exactly the best score. */
  private void countSteps(Estate estate, double[] own) {
    Arrays.fill(steps, -1);
    IntList queue = new IntList();
    for (int requirement = 0; requirement < own.length; requirement++) {
      if (own[requirement] > 0 && same(own[requirement], best[requirement])) {
        steps[requirement] = 0;
        queue.add(requirement);
      }
    }
    for (int i = 0; i < queue.size(); i++) {
      int requirement = queue.get(i);
      Mending.eachHanding(
          estate,
          requirement,
          best[requirement],
          (target, value) -> {
            if (steps[target] < 0 && value > 0 && same(value, best[target])) {
              steps[target] = steps[requirement] + 1;
              queue.add(target);
            }
          });
    }
  }

  private static boolean same(double one, double other) {
    return ScoreBoard.key(one) == ScoreBoard.key(other);
  }

  /**
   * Products are not mended: a best score says nothing of the others that equal it but for digits.
   */
  @Override
  public @Nullable PathBounds after(Estate changed, IntSet requirements, int[] factors) {
    return null;
  }

  @Override
  public boolean leadsSomewhere(int requirement) {
    return steps[requirement] >= 0;
  }

  @Override
  public Prefix start() {
    return new Prefix.Factor(1);
  }

  @Override
  public Prefix extend(Prefix prefix, int strength, boolean capped) {
    return new Prefix.Factor(product(prefix) * arithmetic.weight(strength));
  }

  private static double product(Prefix prefix) {
    return switch (prefix) {
      case Prefix.Factor(var product) -> product;
      case Prefix.Levels _ -> throw new IllegalArgumentException("a prefix of levels");
    };
  }

  @Override
  public double best(Prefix prefix, int requirement) {
    return product(prefix) * best[requirement];
  }

  @Override
  public int fewestSteps(Prefix prefix, int requirement) {
    return steps[requirement];
  }

  @Override
  public double end(Prefix prefix, int link, int visionLink, int importance) {
    double goal = arithmetic.along(visionLink, arithmetic.weight(importance));
    return product(prefix) * arithmetic.along(link, goal);
  }
}
