package org.concordat.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.concordat.core.alignment.attacks.Actor;
import org.concordat.core.alignment.attacks.Analysis;
import org.concordat.core.alignment.attacks.Attack;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.AttackTree.Units;
import org.concordat.core.alignment.attacks.DefenceFront;
import org.concordat.core.alignment.attacks.DefencePlan;
import org.concordat.core.alignment.attacks.Limits;
import org.concordat.core.alignment.attacks.Refinement;
import org.concordat.core.alignment.attacks.StepValues;
import org.concordat.core.alignment.attacks.TreeNode;
import org.concordat.core.alignment.attacks.TreeNode.AttackStep;
import org.concordat.core.alignment.attacks.TreeNode.Countermeasure;
import org.concordat.core.alignment.attacks.TreeNode.Gate;
import org.concordat.core.alignment.attacks.TreeTooLarge;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Trees in which each goal shares a step with the next one, some steps countered; and the
 * reference, which writes out every attack as a set of steps.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class AttackTrees {
  /** Beyond these, the reference takes minutes. */
  private static final int MOST_FOR_SETS = 10;

  @Param({"10", "150", "300"})
  private int goals = 10;

  private AttackTree tree = tree(2, 1);

  @Setup
  public void grow() {
    tree = tree(goals, 1);
  }

  /**
   * A tree of so many goals, all needed, with twice as many steps.
   *
   * @param seed of the values
   */
  static AttackTree tree(int goals, long seed) {
    Random random = new Random(seed);
    List<TreeNode> nodes = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < goals; i++) {
      boolean isCountered = i % 50 == 0;
      nodes.add(step("shared" + i, random, List.of()));
      nodes.add(step("own" + i, random, isCountered ? List.of("measure" + i) : List.of()));
      if (isCountered) {
        nodes.add(new Countermeasure("measure" + i, "", 1.0 + random.nextInt(9), false, List.of()));
      }
      List<String> parts = new ArrayList<>(List.of("shared" + i, "own" + i));
      if (i > 0) {
        parts.add("shared" + (i - 1));
      }
      nodes.add(new Gate("goal" + i, "", Actor.ATTACKER, Refinement.OR, parts, List.of()));
      all.add("goal" + i);
    }
    nodes.add(new Gate("root", "", Actor.ATTACKER, Refinement.AND, all, List.of()));
    return new AttackTree("bench", "", Units.UNSAID, "root", nodes);
  }

  private static AttackStep step(String id, Random random, List<String> counters) {
    return new AttackStep(
        id,
        "",
        new StepValues(
            1.0 + random.nextInt(9),
            (1 + random.nextInt(9)) / 10.0,
            random.nextInt(5),
            (double) random.nextInt(9)),
        counters);
  }

  @Benchmark
  public double cheapestByDiagram() throws TreeTooLarge {
    return analysis().cheapest().map(Attack::cost).orElse(0.0);
  }

  @Benchmark
  public double successByDiagram() throws TreeTooLarge {
    return analysis().success();
  }

  @Benchmark
  public int plansByDiagram() throws TreeTooLarge {
    List<DefencePlan> plans =
        DefenceFront.of(tree, Set.of(), DefenceFront.Aim.SUCCESS, Limits.DEFAULT);
    return plans.size();
  }

  private Analysis analysis() {
    return Analysis.of(tree, Set.of(), Limits.DEFAULT);
  }

  /** The reference; 0 where it would take minutes. */
  @Benchmark
  public double cheapestBySets() {
    return goals > MOST_FOR_SETS ? 0 : cheapestBySets(tree);
  }

  /** The least cost over all attacks, each written out as a set; without countermeasures on. */
  static double cheapestBySets(AttackTree tree) {
    Map<String, TreeNode> byId = tree.byId();
    Map<String, Double> costs = new HashMap<>();
    for (AttackStep step : tree.steps()) {
      Double cost = step.values().cost();
      costs.put(step.id(), cost == null ? 0 : cost);
    }
    double least = Double.POSITIVE_INFINITY;
    for (Set<String> attack : attacks(tree.node(tree.root()), byId)) {
      double cost = 0;
      for (String step : attack) {
        cost += costs.getOrDefault(step, 0.0);
      }
      least = Math.min(least, cost);
    }
    return least;
  }

  private static Collection<Set<String>> attacks(TreeNode node, Map<String, TreeNode> byId) {
    Collection<Set<String>> attacks = new HashSet<>();
    if (node.parts().isEmpty()) {
      attacks.add(Set.of(node.id()));
      return attacks;
    }
    boolean isOr = node instanceof Gate gate && gate.refinement() == Refinement.OR;
    for (String part : node.parts()) {
      Collection<Set<String>> ofPart = attacks(byId.getOrDefault(part, node), byId);
      if (isOr || attacks.isEmpty()) {
        attacks.addAll(ofPart);
      } else {
        Collection<Set<String>> joined = new HashSet<>();
        for (Set<String> one : attacks) {
          for (Set<String> other : ofPart) {
            Set<String> both = new HashSet<>(one);
            both.addAll(other);
            joined.add(both);
          }
        }
        attacks = joined;
      }
    }
    return attacks;
  }
}
