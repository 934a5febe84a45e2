package org.concordat.core.alignment.attacks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * When the attacker succeeds, as a formula without negations: over the attacker's steps that are
 * done, and over the countermeasures that are off.
 *
 * <p>A node of the attacker holds when its refinement does and everything that counters it is
 * undone. A countermeasure is undone when it is off or when one of its own counters holds; where
 * one of several defences is enough, all have to be undone, and where all are needed, one. So the
 * formula only ever grows with what the attacker does, and shared nodes stay shared.
 *
 * <p>Nodes are numbered with inputs before outputs, the root is the last.
 */
final class Circuit {
  /** What a node is. */
  enum Op {
    FALSE,
    TRUE,
    /** Of the attacker; the inputs are empty. */
    STEP,
    /** A countermeasure that is off. */
    OFF,
    AND,
    OR,
    /** Like AND, one input after the other. */
    SAND
  }

  private final Op[] ops;
  private final int[][] inputs;
  private final int[] leaves;

  /** How many nodes each is made of, written out as a tree. */
  private final double[] sizes;

  private Circuit(Op[] ops, int[][] inputs, int[] leaves) {
    this.ops = ops;
    this.inputs = inputs;
    this.leaves = leaves;
    this.sizes = sizes(inputs);
  }

  /** The formula when exactly these countermeasures are on. */
  static Circuit under(AttackTree tree, Set<String> on) {
    return new Builder(tree).build(c -> on.contains(c.id()) ? Builder.NEVER : Builder.ALWAYS);
  }

  /** The formula when these countermeasures are on and all others are still to be chosen. */
  static Circuit open(AttackTree tree, Set<String> on) {
    return new Builder(tree).build(c -> on.contains(c.id()) ? Builder.NEVER : Builder.CHOICE);
  }

  int size() {
    return ops.length;
  }

  int root() {
    return ops.length - 1;
  }

  Op op(int node) {
    return ops[node];
  }

  int[] inputs(int node) {
    return inputs[node];
  }

  /** The position of a step or of a countermeasure among those of the tree. */
  int leaf(int node) {
    return leaves[node];
  }

  /** Whether an attack that does these steps succeeds while all that is to be chosen is off. */
  boolean holds(BitSet steps) {
    return holds(steps, new BitSet());
  }

  /** The same while these countermeasures, by their positions in the tree, are chosen. */
  boolean holds(BitSet steps, BitSet chosen) {
    boolean[] held = new boolean[ops.length];
    for (int n = 0; n < ops.length; n++) {
      held[n] =
          switch (ops[n]) {
            case FALSE -> false;
            case TRUE -> true;
            case OFF -> !chosen.get(leaves[n]);
            case STEP -> steps.get(leaves[n]);
            case AND, SAND -> Arrays.stream(inputs[n]).allMatch(i -> held[i]);
            case OR -> Arrays.stream(inputs[n]).anyMatch(i -> held[i]);
          };
    }
    return held[root()];
  }

  /** The attack without steps that it does not need; of several ways the later steps go first. */
  BitSet minimal(BitSet attack) {
    BitSet kept = (BitSet) attack.clone();
    int[] steps = attack.stream().toArray();
    for (int i = steps.length - 1; i >= 0; i--) {
      kept.clear(steps[i]);
      if (!holds(kept)) {
        kept.set(steps[i]);
      }
    }
    return kept;
  }

  /** The steps on which the outcome depends. */
  BitSet steps() {
    return leaves(Op.STEP);
  }

  private BitSet leaves(Op kind) {
    BitSet found = new BitSet();
    for (int n = 0; n < ops.length; n++) {
      if (ops[n] == kind) {
        found.set(leaves[n]);
      }
    }
    return found;
  }

  /** The inputs of a node, those with the least beneath them first. */
  private int[] smallFirst(int node) {
    return Arrays.stream(inputs[node])
        .boxed()
        .sorted(Comparator.comparingDouble(i -> sizes[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double[] sizes(int[][] inputs) {
    double[] sizes = new double[inputs.length];
    for (int n = 0; n < sizes.length; n++) {
      sizes[n] = 1;
      for (int input : inputs[n]) {
        sizes[n] += sizes[input];
      }
    }
    return sizes;
  }

  /**
   * Leaves in the order in which a walk from the root meets them, so that neighbours stay
   * neighbours: small parts first, or as the tree was written, whichever keeps the leaves of a gate
   * closer together.
   */
  int[] inOrder(Op kind) {
    int[] small = walk(kind, true);
    int[] written = walk(kind, false);
    return span(written, kind) < span(small, kind) ? written : small;
  }

  private int[] walk(Op kind, boolean isSmallFirst) {
    List<Integer> met = new ArrayList<>();
    boolean[] seen = new boolean[ops.length];
    List<Integer> open = new ArrayList<>(List.of(root()));
    while (!open.isEmpty()) {
      int node = open.removeLast();
      if (seen[node]) {
        continue;
      }
      seen[node] = true;
      if (ops[node] == kind) {
        met.add(leaves[node]);
      }
      int[] sorted = isSmallFirst ? smallFirst(node) : inputs[node];
      for (int i = sorted.length - 1; i >= 0; i--) {
        open.add(sorted[i]);
      }
    }
    return met.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * How far the leaves of each gate lie apart in an order, summed over all gates: small where a
   * diagram is small (F. A. Aloul, I. L. Markov, K. A. Sakallah, <i>FORCE: a fast and
   * easy-to-implement variable-ordering heuristic</i>, 2003).
   */
  private long span(int[] order, Op kind) {
    Map<Integer, Integer> at = new HashMap<>();
    for (int level = 0; level < order.length; level++) {
      at.put(order[level], level);
    }
    int[] first = new int[ops.length];
    int[] last = new int[ops.length];
    long sum = 0;
    for (int n = 0; n < ops.length; n++) {
      first[n] = Integer.MAX_VALUE;
      last[n] = -1;
      if (ops[n] == kind) {
        first[n] = at.getOrDefault(leaves[n], 0);
        last[n] = first[n];
      }
      for (int input : inputs[n]) {
        first[n] = Math.min(first[n], first[input]);
        last[n] = Math.max(last[n], last[input]);
      }
      sum += Math.max(0, last[n] - first[n]);
    }
    return sum;
  }

  /** Makes the formula from the leaves up. */
  private static final class Builder {
    /** What stands for a countermeasure that is on, off, or still to be chosen. */
    static final int NEVER = 0;

    static final int ALWAYS = 1;
    static final int CHOICE = 2;

    private final AttackTree tree;
    private final Map<String, TreeNode> byId;
    private final Map<String, Integer> leafOf = new HashMap<>();
    private final List<Op> ops = new ArrayList<>(List.of(Op.FALSE, Op.TRUE));
    private final List<int[]> inputs = new ArrayList<>(List.of(new int[0], new int[0]));
    private final List<Integer> leaves = new ArrayList<>(List.of(-1, -1));

    /** For a node of the attacker, where it holds; for one of the defender, where it is undone. */
    private final Map<String, Integer> meaning = new HashMap<>();

    Builder(AttackTree tree) {
      this.tree = tree;
      this.byId = tree.byId();
      tree.steps().forEach(s -> leafOf.put(s.id(), leafOf.size()));
      int steps = leafOf.size();
      tree.countermeasures().forEach(c -> leafOf.put(c.id(), leafOf.size() - steps));
    }

    Circuit build(ToIntFunction<TreeNode.Countermeasure> state) {
      for (TreeNode node : linksFirst()) {
        meaning.put(node.id(), meaning(node, state));
      }
      return compact(meaningOf(tree.root()));
    }

    private List<TreeNode> linksFirst() {
      List<TreeNode> order = new ArrayList<>();
      Set<String> opened = new LinkedHashSet<>();
      Set<String> done = new LinkedHashSet<>();
      List<String> open = new ArrayList<>(List.of(tree.root()));
      while (!open.isEmpty()) {
        String id = open.getLast();
        TreeNode node = nodeOf(id);
        if (opened.add(id)) {
          open.addAll(node.counteredBy().reversed());
          open.addAll(node.parts().reversed());
        } else {
          open.removeLast();
          if (done.add(id)) {
            order.add(node);
          }
        }
      }
      return order;
    }

    private TreeNode nodeOf(String id) {
      TreeNode node = byId.get(id);
      if (node == null) {
        throw new IllegalStateException("a sound tree has all its nodes: " + id);
      }
      return node;
    }

    private int meaningOf(String id) {
      Integer meant = meaning.get(id);
      if (meant == null) {
        throw new IllegalStateException("links come first: " + id);
      }
      return meant;
    }

    private int meaning(TreeNode node, ToIntFunction<TreeNode.Countermeasure> state) {
      int[] parts = node.parts().stream().mapToInt(this::meaningOf).toArray();
      int own =
          switch (node) {
            case TreeNode.AttackStep step -> leaf(Op.STEP, leafOf.getOrDefault(step.id(), -1));
            case TreeNode.Countermeasure measure -> {
              int stated = state.applyAsInt(measure);
              yield stated == CHOICE ? leaf(Op.OFF, leafOf.getOrDefault(measure.id(), -1)) : stated;
            }
            case TreeNode.Gate gate -> gate(operation(gate), parts);
          };
      int[] all = new int[node.counteredBy().size() + 1];
      all[0] = own;
      for (int i = 1; i < all.length; i++) {
        all[i] = meaningOf(node.counteredBy().get(i - 1));
      }
      return gate(node.actor() == Actor.ATTACKER ? Op.AND : Op.OR, all);
    }

    private static Op operation(TreeNode.Gate gate) {
      return switch (gate.actor()) {
        case ATTACKER ->
            switch (gate.refinement()) {
              case OR -> Op.OR;
              case AND -> Op.AND;
              case SAND -> Op.SAND;
            };
        case DEFENDER ->
            switch (gate.refinement()) {
              case OR -> Op.AND;
              case AND, SAND -> Op.OR;
            };
      };
    }

    private int leaf(Op op, int position) {
      return add(op, new int[0], position);
    }

    private int gate(Op op, int[] all) {
      int neutral = op == Op.OR ? NEVER : ALWAYS;
      int absorbing = op == Op.OR ? ALWAYS : NEVER;
      Set<Integer> kept = new LinkedHashSet<>();
      for (int input : all) {
        if (input == absorbing) {
          return absorbing;
        }
        if (input != neutral) {
          kept.add(input);
        }
      }
      if (kept.isEmpty()) {
        return neutral;
      }
      return kept.size() == 1
          ? kept.iterator().next()
          : add(op, kept.stream().mapToInt(Integer::intValue).toArray(), -1);
    }

    private int add(Op op, int[] from, int leaf) {
      ops.add(op);
      inputs.add(from);
      leaves.add(leaf);
      return ops.size() - 1;
    }

    /** Leaves out what the root does not rest on. */
    private Circuit compact(int root) {
      boolean[] needed = new boolean[ops.size()];
      needed[root] = true;
      for (int n = root; n >= 0; n--) {
        if (needed[n]) {
          for (int input : inputs.get(n)) {
            needed[input] = true;
          }
        }
      }
      int[] renumbered = new int[ops.size()];
      List<Integer> kept = new ArrayList<>();
      for (int n = 0; n <= root; n++) {
        if (needed[n]) {
          renumbered[n] = kept.size();
          kept.add(n);
        }
      }
      Op[] keptOps = new Op[kept.size()];
      int[][] keptInputs = new int[kept.size()][];
      int[] keptLeaves = new int[kept.size()];
      for (int i = 0; i < kept.size(); i++) {
        int n = kept.get(i);
        keptOps[i] = ops.get(n);
        keptInputs[i] = Arrays.stream(inputs.get(n)).map(in -> renumbered[in]).toArray();
        keptLeaves[i] = leaves.get(n);
      }
      return new Circuit(keptOps, keptInputs, keptLeaves);
    }
  }
}
