package org.concordat.core.alignment.attacks;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;

/**
 * A circuit as a decision diagram: which attacks succeed, with every shared step asked for once.
 *
 * <p>Values come from the ends up, as in M. Lopuhaä-Zwakenberg, C. E. Budde, M. Stoelinga,
 * <i>Efficient and Generic Algorithms for Quantitative Attack Tree Analysis</i>, IEEE Transactions
 * on Dependable and Secure Computing 20, 2023, section 6.
 */
final class Diagram {
  private final Bdd bdd;
  private final int root;
  private final int choices;
  private final int[] leafAt;

  private Diagram(Bdd bdd, int root, int choices, int[] leafAt) {
    this.bdd = bdd;
    this.root = root;
    this.choices = choices;
    this.leafAt = leafAt;
  }

  /**
   * The diagram of a circuit. Countermeasures that are still to be chosen are asked for before all
   * steps, because the attacker knows them.
   *
   * @param answer what it is made for, as the beginning of a message
   */
  static Diagram of(Circuit circuit, Limits limits, String answer) throws TreeTooLarge {
    int[] choices = circuit.inOrder(Circuit.Op.OFF);
    int[] steps = circuit.inOrder(Circuit.Op.STEP);
    int[] leafAt = Arrays.copyOf(choices, choices.length + steps.length);
    System.arraycopy(steps, 0, leafAt, choices.length, steps.length);
    Bdd bdd = new Bdd(leafAt.length, limits.diagramNodes(), answer);
    int[] choiceLevel = levels(leafAt, 0, choices.length);
    int[] stepLevel = levels(leafAt, choices.length, leafAt.length);
    int[] function = new int[circuit.size()];
    for (int n = 0; n < circuit.size(); n++) {
      function[n] =
          switch (circuit.op(n)) {
            case FALSE -> Bdd.FALSE;
            case TRUE -> Bdd.TRUE;
            case STEP -> bdd.variable(stepLevel[circuit.leaf(n)]);
            case OFF -> bdd.variable(choiceLevel[circuit.leaf(n)]);
            case AND, SAND, OR -> joined(bdd, circuit, n, function);
          };
    }
    return new Diagram(bdd, function[circuit.root()], choices.length, leafAt);
  }

  private static int joined(Bdd bdd, Circuit circuit, int node, int[] function)
      throws TreeTooLarge {
    boolean isOr = circuit.op(node) == Circuit.Op.OR;
    int joined = isOr ? Bdd.FALSE : Bdd.TRUE;
    // What is asked for last comes first: so each part is put on top of what is there, which stays.
    int[] inputs =
        Arrays.stream(circuit.inputs(node))
            .map(input -> function[input])
            .boxed()
            .sorted(Comparator.comparingInt(bdd::level))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = inputs.length - 1; i >= 0; i--) {
      int input = inputs[i];
      joined = isOr ? bdd.or(input, joined) : bdd.and(input, joined);
    }
    return joined;
  }

  private static int[] levels(int[] leafAt, int from, int to) {
    int most = -1;
    for (int level = from; level < to; level++) {
      most = Math.max(most, leafAt[level]);
    }
    int[] levels = new int[most + 1];
    for (int level = from; level < to; level++) {
      levels[leafAt[level]] = level;
    }
    return levels;
  }

  /** How many nodes it has, with those that were needed on the way. */
  int size() {
    return bdd.size();
  }

  int root() {
    return root;
  }

  boolean isEnd(int node) {
    return node == Bdd.FALSE || node == Bdd.TRUE;
  }

  /** Whether a node asks for a countermeasure. */
  boolean isChoice(int node) {
    return bdd.level(node) < choices;
  }

  /** The position of what a node asks for, among the steps or the countermeasures of the tree. */
  int leaf(int node) {
    return leafAt[bdd.level(node)];
  }

  int low(int node) {
    return bdd.low(node);
  }

  int high(int node) {
    return bdd.high(node);
  }

  /** The nodes that the root rests on, what a node leads to before the node itself. */
  int[] upwards() {
    BitSet needed = new BitSet();
    needed.set(root);
    for (int n = root; n > Bdd.TRUE; n = needed.previousSetBit(n - 1)) {
      needed.set(bdd.low(n));
      needed.set(bdd.high(n));
    }
    return needed.stream().toArray();
  }
}
