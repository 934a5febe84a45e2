package org.concordat.core.alignment.attacks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The attacks that no other one beats in both cost and probability. Each node of the diagram keeps
 * the front of what is still to come.
 */
final class CostLikelihoodFront {
  private final Diagram diagram;
  private final Front[] fronts;

  CostLikelihoodFront(Diagram diagram, double[] costs, double[] probabilities, Limits limits)
      throws TreeTooLarge {
    this.diagram = diagram;
    this.fronts = Front.none(diagram.size());
    fronts[Bdd.TRUE] = Front.of(1);
    long points = 0;
    for (int node : diagram.upwards()) {
      if (!diagram.isEnd(node)) {
        double probability = probabilities[diagram.leaf(node)];
        fronts[node] =
            Front.ofChoice(
                fronts[diagram.low(node)],
                fronts[diagram.high(node)],
                costs[diagram.leaf(node)],
                rest -> rest * probability,
                (one, other) -> one > other * (1 + Front.NOISE));
        points += fronts[node].size();
        if (points > limits.frontPoints()) {
          throw new TreeTooLarge(
              "weighing cost against probability", limits.frontPoints() + " points of fronts");
        }
      }
    }
  }

  /** The attacks by rising cost; they may hold steps that they do not need. */
  List<BitSet> attacks() {
    List<BitSet> attacks = new ArrayList<>();
    for (int k = 0; k < fronts[diagram.root()].size(); k++) {
      BitSet steps = new BitSet();
      int node = diagram.root();
      int point = k;
      while (!diagram.isEnd(node)) {
        boolean isDone = fronts[node].isTaken(point);
        point = fronts[node].next(point);
        if (isDone) {
          steps.set(diagram.leaf(node));
        }
        node = isDone ? diagram.high(node) : diagram.low(node);
      }
      attacks.add(steps);
    }
    return attacks;
  }
}
