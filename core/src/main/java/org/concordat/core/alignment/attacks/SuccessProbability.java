package org.concordat.core.alignment.attacks;

/** The probability that an attacker succeeds who tries every step, each of which works or fails. */
final class SuccessProbability {
  private final double[] at;

  /**
   * Reckons, as the probability of a Boolean function of independent variables: C. E. Shannon's
   * expansion at each node of the diagram.
   *
   * @param ofStep the probabilities of the steps, by their positions in the tree
   */
  SuccessProbability(Diagram diagram, double[] ofStep) {
    at = new double[diagram.size()];
    at[Bdd.TRUE] = 1;
    for (int node : diagram.upwards()) {
      if (!diagram.isEnd(node) && !diagram.isChoice(node)) {
        double works = ofStep[diagram.leaf(node)];
        at[node] = works * at[diagram.high(node)] + (1 - works) * at[diagram.low(node)];
      }
    }
  }

  double at(int node) {
    return at[node];
  }
}
