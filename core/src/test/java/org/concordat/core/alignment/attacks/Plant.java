package org.concordat.core.alignment.attacks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.concordat.core.alignment.attacks.AttackTree.Units;
import org.concordat.core.alignment.attacks.TreeNode.AttackStep;
import org.concordat.core.alignment.attacks.TreeNode.Countermeasure;
import org.concordat.core.alignment.attacks.TreeNode.Gate;
import org.jspecify.annotations.Nullable;

/** Puts trees for tests together, node by node; the last gate of the attacker is the root. */
final class Plant {
  private final Map<String, TreeNode> nodes = new LinkedHashMap<>();
  private String root = "";

  Plant step(String id, double cost) {
    return step(id, cost, null, null, null);
  }

  Plant step(
      String id,
      @Nullable Double cost,
      @Nullable Double probability,
      @Nullable Integer skill,
      @Nullable Double time) {
    return put(new AttackStep(id, "", new StepValues(cost, probability, skill, time), List.of()));
  }

  Plant timed(String id, double cost, double time) {
    return step(id, cost, null, null, time);
  }

  Plant measure(String id, double cost) {
    return put(new Countermeasure(id, "", cost, false, List.of()));
  }

  Plant or(String id, String... parts) {
    return attack(id, Refinement.OR, parts);
  }

  Plant and(String id, String... parts) {
    return attack(id, Refinement.AND, parts);
  }

  Plant sand(String id, String... parts) {
    return attack(id, Refinement.SAND, parts);
  }

  Plant defence(String id, Refinement refinement, String... parts) {
    return put(new Gate(id, "", Actor.DEFENDER, refinement, Arrays.asList(parts), List.of()));
  }

  private Plant attack(String id, Refinement refinement, String... parts) {
    root = id;
    return put(new Gate(id, "", Actor.ATTACKER, refinement, Arrays.asList(parts), List.of()));
  }

  Plant put(TreeNode node) {
    nodes.put(node.id(), node);
    return this;
  }

  /** Sets one more node of the other actor against a node. */
  Plant counter(String id, String by) {
    TreeNode node = Objects.requireNonNull(nodes.get(id), id);
    List<String> counters = new ArrayList<>(node.counteredBy());
    counters.add(by);
    return put(
        switch (node) {
          case AttackStep s -> new AttackStep(s.id(), s.name(), s.values(), counters);
          case Countermeasure m ->
              new Countermeasure(m.id(), m.name(), m.cost(), m.inPlace(), counters);
          case Gate g -> new Gate(g.id(), g.name(), g.actor(), g.refinement(), g.parts(), counters);
        });
  }

  List<TreeNode> nodes() {
    return List.copyOf(nodes.values());
  }

  AttackTree tree() {
    return new AttackTree("tree", "", Units.UNSAID, root, nodes());
  }
}
