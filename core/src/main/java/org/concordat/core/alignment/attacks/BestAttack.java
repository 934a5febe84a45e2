package org.concordat.core.alignment.attacks;

import java.util.Arrays;
import java.util.BitSet;

/** The attack that is best by one value alone, and the value itself, over a diagram. */
final class BestAttack {
  /** By what attacks are compared. */
  enum By {
    COST,
    SKILL,
    PROBABILITY;

    /** The value of doing nothing. */
    double ofNothing() {
      return this == PROBABILITY ? 1 : 0;
    }

    /** The value of an attack that cannot be. */
    double ofNoAttack() {
      return this == PROBABILITY ? 0 : Double.POSITIVE_INFINITY;
    }

    double with(double rest, double step) {
      return switch (this) {
        case COST -> rest + step;
        case SKILL -> Math.max(rest, step);
        case PROBABILITY -> rest * step;
      };
    }

    boolean isBetter(double one, double other) {
      return this == PROBABILITY ? one > other : one < other;
    }
  }

  private final Diagram diagram;
  private final By by;
  private final double[] ofStep;
  private final double[] best;

  /**
   * Reckons.
   *
   * @param ofStep the values of the steps, by their positions in the tree
   */
  BestAttack(Diagram diagram, By by, double[] ofStep) {
    this.diagram = diagram;
    this.by = by;
    this.ofStep = ofStep;
    this.best = new double[diagram.size()];
    Arrays.fill(best, by.ofNoAttack());
    best[Bdd.TRUE] = by.ofNothing();
    for (int node : diagram.upwards()) {
      if (!diagram.isEnd(node) && !diagram.isChoice(node)) {
        double without = best[diagram.low(node)];
        double with = with(node);
        best[node] = by.isBetter(with, without) ? with : without;
      }
    }
  }

  private double with(int node) {
    int rest = diagram.high(node);
    return rest == Bdd.FALSE ? by.ofNoAttack() : by.with(best[rest], ofStep[diagram.leaf(node)]);
  }

  /** The value of the best attack from a node on. */
  double at(int node) {
    return best[node];
  }

  /** The steps of the best attack from the root on; it may hold steps that it does not need. */
  BitSet attack() {
    BitSet steps = new BitSet();
    int node = diagram.root();
    while (!diagram.isEnd(node)) {
      boolean isWith =
          diagram.low(node) == Bdd.FALSE || by.isBetter(with(node), best[diagram.low(node)]);
      if (isWith) {
        steps.set(diagram.leaf(node));
      }
      node = isWith ? diagram.high(node) : diagram.low(node);
    }
    return steps;
  }
}
