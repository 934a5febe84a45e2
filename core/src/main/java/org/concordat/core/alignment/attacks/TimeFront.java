package org.concordat.core.alignment.attacks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The attacks that no other one beats in both cost and time.
 *
 * <p>An attack reaches every goal that it needs once, in one way, and does every step once. Steps
 * run at the same time unless a sequence forbids it: of the parts of a sequence, no step of a later
 * part begins before all steps of the earlier parts are done; a step that an earlier part has done
 * already is not done again. The time of an attack is its longest chain of steps; where two
 * sequences want two steps in opposite order, there is no such attack. This follows the partial
 * orders of M. Lopuhaä-Zwakenberg, C. E. Budde, M. Stoelinga, <i>Efficient and Generic Algorithms
 * for Quantitative Attack Tree Analysis</i>, 2023, section 7, and says in addition what shared
 * parts of one sequence mean.
 *
 * <p>Where parts share nothing, their fronts are joined: costs add, times add in a sequence and the
 * longest counts otherwise (J. Fila, W. Wideł, <i>Efficient attack–defense tree analysis using
 * Pareto attribute domains</i>, 2019). Where they share something, the ways to reach the shared
 * goals are tried one by one with bounds ({@link SharedSchedules}).
 */
final class TimeFront {
  private final Circuit circuit;
  private final BitSet allowed;
  private final double[] costs;
  private final double[] times;
  private final Limits limits;
  private final BitSet[] reach;
  private final BitSet[] linkedFrom;
  private final List<List<Point>> fronts = new ArrayList<>();
  private long points;

  /**
   * An attack, or what one does for a part of the tree.
   *
   * @param steps by their positions in the tree
   */
  record Point(double cost, double time, BitSet steps) {}

  /**
   * Prepares.
   *
   * @param allowed the steps that may be done
   * @param costs of the steps; all 0 when only time counts
   */
  TimeFront(Circuit circuit, BitSet allowed, double[] costs, double[] times, Limits limits) {
    this.circuit = circuit;
    this.allowed = allowed;
    this.costs = costs;
    this.times = times;
    this.limits = limits;
    this.reach = new BitSet[circuit.size()];
    this.linkedFrom = new BitSet[circuit.size()];
    BitSet[] parents = parents(circuit);
    for (int n = 0; n < circuit.size(); n++) {
      reach[n] = new BitSet();
      reach[n].set(n);
      linkedFrom[n] = new BitSet();
      for (int input : circuit.inputs(n)) {
        reach[n].or(reach[input]);
        linkedFrom[n].or(linkedFrom[input]);
        linkedFrom[n].or(parents[input]);
      }
    }
  }

  private static BitSet[] parents(Circuit circuit) {
    BitSet[] parents = new BitSet[circuit.size()];
    for (int n = 0; n < parents.length; n++) {
      parents[n] = new BitSet();
      for (int input : circuit.inputs(n)) {
        parents[input].set(n);
      }
    }
    return parents;
  }

  /**
   * The front of the whole tree, by rising cost and falling time; nothing when there is no attack.
   */
  List<Point> ofRoot() throws TreeTooLarge {
    for (int n = 0; n < circuit.size(); n++) {
      List<Point> front = front(n);
      points += front.size();
      if (points > limits.frontPoints()) {
        throw new TreeTooLarge(
            "weighing cost against time", limits.frontPoints() + " points of fronts");
      }
      fronts.add(front);
    }
    return fronts.get(circuit.root());
  }

  /** The front of a node whose inputs have theirs. */
  private List<Point> front(int node) throws TreeTooLarge {
    return switch (circuit.op(node)) {
      case FALSE -> List.of();
      case TRUE, OFF -> List.of(new Point(0, 0, new BitSet()));
      case STEP -> step(circuit.leaf(node));
      case OR -> {
        List<Point> all = new ArrayList<>();
        for (int input : circuit.inputs(node)) {
          all.addAll(fronts.get(input));
        }
        yield best(all);
      }
      case AND, SAND ->
          areApart(circuit.inputs(node))
              ? joined(node)
              : new SharedSchedules(circuit, reach, linkedFrom, fronts, node, limits.choices())
                  .front();
    };
  }

  private List<Point> step(int leaf) {
    if (!allowed.get(leaf)) {
      return List.of();
    }
    BitSet steps = new BitSet();
    steps.set(leaf);
    return List.of(new Point(costs[leaf], times[leaf], steps));
  }

  private boolean areApart(int[] inputs) {
    BitSet seen = new BitSet();
    for (int input : inputs) {
      if (seen.intersects(reach[input])) {
        return false;
      }
      seen.or(reach[input]);
    }
    return true;
  }

  private List<Point> joined(int node) throws TreeTooLarge {
    boolean isSequence = circuit.op(node) == Circuit.Op.SAND;
    List<Point> joined = List.of(new Point(0, 0, new BitSet()));
    for (int input : circuit.inputs(node)) {
      List<Point> all = new ArrayList<>();
      if ((long) joined.size() * fronts.get(input).size() > limits.frontPoints()) {
        throw new TreeTooLarge(
            "weighing cost against time", limits.frontPoints() + " points of fronts");
      }
      for (Point one : joined) {
        for (Point other : fronts.get(input)) {
          double time = isSequence ? one.time + other.time : Math.max(one.time, other.time);
          BitSet steps = (BitSet) one.steps.clone();
          steps.or(other.steps);
          all.add(new Point(one.cost + other.cost, time, steps));
        }
      }
      joined = best(all);
    }
    return joined;
  }

  /** Those that no other one beats, by rising cost; of equal ones that with the fewest steps. */
  static List<Point> best(List<Point> all) {
    List<Point> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparingDouble(Point::cost)
            .thenComparingDouble(Point::time)
            .thenComparingInt(p -> p.steps().cardinality()));
    List<Point> best = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    for (Point point : sorted) {
      if (point.time < least) {
        best.add(point);
        least = point.time;
      }
    }
    return best;
  }
}
