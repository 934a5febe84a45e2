package org.concordat.core.alignment.attacks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.concordat.core.alignment.attacks.TimeFront.Point;

/**
 * The front of a goal whose parts share something: all ways to reach it, depth first, leaving those
 * that a way found already beats.
 *
 * <p>A node beneath whose own descendants are linked from nowhere else is a <em>block</em>: no
 * order can hold between a part of it and the rest that does not hold for all of it, so a point of
 * its front stands for it as if it were one step.
 */
final class SharedSchedules {
  /** Choices nest as deeply as there are nodes. */
  private static final int LARGEST_SCOPE = 2_000;

  private final Circuit circuit;
  private final BitSet[] reach;
  private final List<List<Point>> fronts;
  private final int top;
  private final int limit;
  private final boolean[] isBlock;

  /** The chosen input of an OR, the chosen point of a block; -1 where nothing is chosen. */
  private final int[] chosen;

  private final boolean[] used;
  private List<Point> found = new ArrayList<>();
  private int tried;

  /**
   * Prepares.
   *
   * @param reach of each node, all that it rests on and itself
   * @param linkedFrom of each node, all that links to something that it rests on
   * @param fronts of all nodes before the top
   * @param limit how many choices may be tried
   */
  SharedSchedules(
      Circuit circuit,
      BitSet[] reach,
      BitSet[] linkedFrom,
      List<List<Point>> fronts,
      int top,
      int limit) {
    this.circuit = circuit;
    this.reach = reach;
    this.fronts = fronts;
    this.top = top;
    this.limit = limit;
    this.chosen = new int[circuit.size()];
    Arrays.fill(chosen, -1);
    this.used = new boolean[circuit.size()];
    this.isBlock = blocks(linkedFrom);
  }

  private boolean[] blocks(BitSet[] linkedFrom) {
    BitSet scope = reach[top];
    boolean[] blocks = new boolean[circuit.size()];
    for (int m = scope.nextSetBit(0); m >= 0 && m != top; m = scope.nextSetBit(m + 1)) {
      BitSet outside = (BitSet) linkedFrom[m].clone();
      outside.and(scope);
      outside.andNot(reach[m]);
      blocks[m] = outside.isEmpty();
    }
    return blocks;
  }

  /** The ways that no other one beats, by rising cost. */
  List<Point> front() throws TreeTooLarge {
    if (reach[top].cardinality() > LARGEST_SCOPE) {
      throw tooLarge(LARGEST_SCOPE + " nodes between which something is shared");
    }
    List<Integer> open = new ArrayList<>();
    open.add(top);
    explore(open, 0, 0);
    return found;
  }

  /**
   * Decides on the next goal that is open; what is decided before costs and takes this at least.
   */
  private void explore(List<Integer> open, double cost, double time) throws TreeTooLarge {
    if (isBeaten(cost, time)) {
      return;
    }
    if (open.isEmpty()) {
      Point way = new Schedule(circuit, fronts, used, chosen, isBlock, top).point();
      if (Double.isFinite(way.time())) {
        List<Point> all = new ArrayList<>(found);
        all.add(way);
        found = TimeFront.best(all);
      }
      return;
    }
    int node = open.removeLast();
    if (used[node]) {
      explore(open, cost, time);
    } else {
      used[node] = true;
      decide(node, open, cost, time);
      used[node] = false;
    }
    open.add(node);
  }

  private void decide(int node, List<Integer> open, double cost, double time) throws TreeTooLarge {
    if (isBlock[node]) {
      List<Point> points = fronts.get(node);
      for (int i = 0; i < points.size(); i++) {
        count();
        chosen[node] = i;
        explore(open, cost + points.get(i).cost(), Math.max(time, points.get(i).time()));
      }
      return;
    }
    int[] inputs = circuit.inputs(node);
    if (circuit.op(node) == Circuit.Op.OR) {
      for (int i = 0; i < inputs.length; i++) {
        count();
        chosen[node] = i;
        open.add(inputs[i]);
        explore(open, cost, time);
        open.removeLast();
      }
      return;
    }
    for (int input : inputs) {
      open.add(input);
    }
    explore(open, cost, time);
    for (int i = 0; i < inputs.length; i++) {
      open.removeLast();
    }
  }

  private void count() throws TreeTooLarge {
    if (++tried > limit) {
      throw tooLarge(limit + " choices");
    }
  }

  private static TreeTooLarge tooLarge(String what) {
    return new TreeTooLarge(
        "finding the quickest way where steps follow each other and goals are shared", what);
  }

  private boolean isBeaten(double cost, double time) {
    for (Point point : found) {
      if (point.cost() <= cost && point.time() <= time) {
        return true;
      }
    }
    return false;
  }
}
