package org.concordat.core.alignment.attacks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.concordat.core.alignment.attacks.TimeFront.Point;

/** When the blocks of one chosen way can be done at the earliest: its longest chain. */
final class Schedule {
  private final Circuit circuit;
  private final List<List<Point>> fronts;
  private final boolean[] used;
  private final int[] chosen;
  private final boolean[] isBlock;
  private final int top;

  /** For each node, the blocks that it does in this way. */
  private final BitSet[] blocks;

  /** What must be done before a node may begin; beyond the circuit, the bounds of sequences. */
  private final List<List<Integer>> followers = new ArrayList<>();

  /**
   * Prepares.
   *
   * @param used the nodes that are reached
   * @param chosen the input of each OR and the point of each block among them
   */
  Schedule(
      Circuit circuit,
      List<List<Point>> fronts,
      boolean[] used,
      int[] chosen,
      boolean[] isBlock,
      int top) {
    this.circuit = circuit;
    this.fronts = fronts;
    this.used = used;
    this.chosen = chosen;
    this.isBlock = isBlock;
    this.top = top;
    this.blocks = new BitSet[circuit.size()];
  }

  /** What the way costs, takes and does; it takes for ever when its sequences contradict. */
  Point point() {
    for (int n = 0; n <= top; n++) {
      followers.add(new ArrayList<>());
    }
    double cost = 0;
    BitSet steps = new BitSet();
    for (int n = 0; n <= top; n++) {
      if (used[n]) {
        blocks[n] = blocksOf(n);
        if (isBlock[n]) {
          Point part = fronts.get(n).get(chosen[n]);
          cost += part.cost();
          steps.or(part.steps());
        } else if (circuit.op(n) == Circuit.Op.SAND) {
          putInOrder(circuit.inputs(n));
        }
      }
    }
    return new Point(cost, longestChain(), steps);
  }

  private BitSet blocksOf(int node) {
    BitSet all = new BitSet();
    if (isBlock[node]) {
      all.set(node);
    } else if (circuit.op(node) == Circuit.Op.OR) {
      all.or(blocks[circuit.inputs(node)[chosen[node]]]);
    } else {
      for (int input : circuit.inputs(node)) {
        all.or(blocks[input]);
      }
    }
    return all;
  }

  private void putInOrder(int[] parts) {
    BitSet before = new BitSet();
    for (int part : parts) {
      BitSet fresh = (BitSet) blocks[part].clone();
      fresh.andNot(before);
      if (!before.isEmpty() && !fresh.isEmpty()) {
        int bound = followers.size();
        followers.add(new ArrayList<>(fresh.stream().boxed().toList()));
        before.stream().forEach(b -> followers.get(b).add(bound));
      }
      before.or(blocks[part]);
    }
  }

  private double longestChain() {
    int size = followers.size();
    int[] awaited = new int[size];
    followers.forEach(all -> all.forEach(f -> awaited[f]++));
    double[] begin = new double[size];
    List<Integer> ready = new ArrayList<>();
    for (int n = 0; n < size; n++) {
      if (awaited[n] == 0) {
        ready.add(n);
      }
    }
    double longest = 0;
    int done = 0;
    while (!ready.isEmpty()) {
      int node = ready.removeLast();
      done++;
      boolean isDone = node <= top && used[node] && isBlock[node];
      double end = begin[node] + (isDone ? fronts.get(node).get(chosen[node]).time() : 0);
      longest = Math.max(longest, end);
      for (int follower : followers.get(node)) {
        begin[follower] = Math.max(begin[follower], end);
        if (--awaited[follower] == 0) {
          ready.add(follower);
        }
      }
    }
    return done == size ? longest : Double.POSITIVE_INFINITY;
  }
}
