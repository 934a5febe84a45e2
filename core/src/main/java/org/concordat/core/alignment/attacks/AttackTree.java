package org.concordat.core.alignment.attacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Finding.Severity;

/**
 * An attack-defence tree: how an attacker may reach a goal, and what stands against it (B. Kordy,
 * S. Mauw, S. Radomirović, P. Schweitzer, <i>Attack–defense trees</i>, Journal of Logic and
 * Computation 24, 2014). Nodes may be shared, so it is a graph without circles that is called a
 * tree.
 *
 * @param id unique within the organisation
 * @param name what people call it
 * @param units what costs and times are counted in
 * @param root the id of the attacker's goal
 * @param nodes in the order in which people wrote them
 */
public record AttackTree(String id, String name, Units units, String root, List<TreeNode> nodes) {
  /**
   * What numbers are counted in, for people to read; empty when nobody said.
   *
   * @param cost such as "EUR"
   * @param time such as "hours"
   */
  public record Units(String cost, String time) {
    public static final Units UNSAID = new Units("", "");
  }

  /**
   * A tree that keeps all rules.
   *
   * @throws IllegalArgumentException when it breaks one of {@link TreeRules}; ask these first
   */
  public AttackTree {
    nodes = List.copyOf(nodes);
    String broken =
        TreeRules.check(root, nodes, TreeRules.BY_KEY).stream()
            .filter(f -> f.severity() == Severity.ERROR)
            .map(Finding::message)
            .collect(Collectors.joining("; "));
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException("attack tree '" + id + "': " + broken);
    }
  }

  /**
   * The node of that id.
   *
   * @throws NoSuchElementException when there is none
   */
  public TreeNode node(String wanted) {
    for (TreeNode node : nodes) {
      if (node.id().equals(wanted)) {
        return node;
      }
    }
    throw new NoSuchElementException("attack tree '" + id + "' has no node '" + wanted + "'");
  }

  /** All nodes by their ids, in their order. */
  public Map<String, TreeNode> byId() {
    Map<String, TreeNode> byId = LinkedHashMap.newLinkedHashMap(nodes.size());
    nodes.forEach(node -> byId.put(node.id(), node));
    return byId;
  }

  /** The attacker's basic steps, in their order. */
  public List<TreeNode.AttackStep> steps() {
    List<TreeNode.AttackStep> steps = new ArrayList<>();
    for (TreeNode node : nodes) {
      if (node instanceof TreeNode.AttackStep step) {
        steps.add(step);
      }
    }
    return steps;
  }

  /** The defender's basic steps, in their order. */
  public List<TreeNode.Countermeasure> countermeasures() {
    List<TreeNode.Countermeasure> countermeasures = new ArrayList<>();
    for (TreeNode node : nodes) {
      if (node instanceof TreeNode.Countermeasure countermeasure) {
        countermeasures.add(countermeasure);
      }
    }
    return countermeasures;
  }

  /** The countermeasures that are switched on today. */
  public Set<String> inPlace() {
    Set<String> inPlace = new LinkedHashSet<>();
    for (TreeNode.Countermeasure countermeasure : countermeasures()) {
      if (countermeasure.inPlace()) {
        inPlace.add(countermeasure.id());
      }
    }
    return inPlace;
  }
}
