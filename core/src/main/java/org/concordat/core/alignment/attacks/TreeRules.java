package org.concordat.core.alignment.attacks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.NearestName;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/** What must hold for the nodes of an attack-defence tree. All that is broken is found at once. */
public final class TreeRules {
  /** So many nodes a tree may have; more is no picture of anything, and nobody could check it. */
  public static final int MOST_NODES = 5_000;

  /** Places by the position of a node in the list, for trees that stand in no file. */
  public static final Places BY_KEY =
      (node, key) ->
          Place.ofKey(node < 0 ? key : "nodes[" + node + "]" + (key.isEmpty() ? "" : "." + key));

  private final String root;
  private final List<TreeNode> nodes;
  private final Places places;
  private final FindingList findings = new FindingList();
  private final Map<String, Integer> positions = new HashMap<>();
  private final NearestName known;

  /** Where something of a tree stands in somebody's input. */
  @FunctionalInterface
  public interface Places {
    /**
     * The place of one key of a node.
     *
     * @param node the position of the node in the list, or -1 for the tree itself
     * @param key such as {@code parts}, or nothing for the node as a whole
     */
    Place of(int node, String key);
  }

  private TreeRules(String root, List<TreeNode> nodes, Places places) {
    this.root = root;
    this.nodes = nodes;
    this.places = places;
    for (int i = 0; i < nodes.size(); i++) {
      Integer first = positions.putIfAbsent(nodes.get(i).id(), i);
      if (first != null) {
        findings.error(
            places.of(i, "id"),
            "there are two nodes with the id '" + nodes.get(i).id() + "'",
            "give one of them another id, or name the node where it is needed a second time");
      }
    }
    this.known = NearestName.among(positions.keySet());
  }

  /** Everything that is wrong, errors before warnings; nothing when the tree is sound. */
  public static List<Finding> check(String root, List<TreeNode> nodes, Places places) {
    TreeRules rules = new TreeRules(root, nodes, places);
    rules.checkAll();
    return rules.findings.list();
  }

  private void checkAll() {
    if (nodes.size() > MOST_NODES) {
      findings.error(
          places.of(-1, "nodes"),
          "the tree has " + nodes.size() + " nodes",
          "at most " + MOST_NODES + " are possible; make trees of its branches");
      return;
    }
    checkRoot();
    for (int i = 0; i < nodes.size(); i++) {
      checkNode(i, nodes.get(i));
    }
    if (!findings.hasErrors()) {
      findCircle();
    }
    if (!findings.hasErrors()) {
      findLoose();
    }
  }

  private void checkRoot() {
    TreeNode node = at(root);
    if (node == null) {
      findings.error(
          places.of(-1, "root"),
          root.isEmpty() ? "the tree has no root" : "the root '" + root + "' is no node",
          root.isEmpty() ? "name the attacker's goal" : known.remedyFor(root));
    } else if (node.actor() != Actor.ATTACKER) {
      findings.error(
          places.of(-1, "root"),
          "the root '" + root + "' belongs to the defender",
          "a tree starts from what the attacker wants");
    }
  }

  private @Nullable TreeNode at(String id) {
    Integer position = positions.get(id);
    return position == null ? null : nodes.get(position);
  }

  private void checkNode(int position, TreeNode node) {
    if (!Identifier.isValid(node.id())) {
      findings.error(
          places.of(position, "id"),
          "'" + node.id() + "' is no identifier",
          "write " + Identifier.SHAPE);
    }
    checkLinks(position, node, "parts", node.parts(), node.actor());
    checkLinks(position, node, "countered-by", node.counteredBy(), node.actor().other());
    switch (node) {
      case TreeNode.AttackStep step -> checkValues(position, step.values());
      case TreeNode.Countermeasure measure ->
          checkAmount(position, "cost", "a cost", measure.cost());
      case TreeNode.Gate gate -> {
        if (gate.parts().isEmpty()) {
          findings.error(
              places.of(position, "parts"),
              "'" + node.id() + "' has no parts",
              "name its parts, or make it a basic step");
        }
      }
    }
  }

  private void checkLinks(
      int position, TreeNode node, String key, List<String> links, Actor expected) {
    Set<String> seen = new HashSet<>();
    for (String link : links) {
      TreeNode other = at(link);
      if (other == null) {
        findings.error(
            places.of(position, key),
            "'" + node.id() + "' names '" + link + "', which is no node",
            findings.suggests() ? known.remedyFor(link) : null);
      } else if (other.actor() != expected) {
        findings.error(
            places.of(position, key),
            "'" + link + "' belongs to the " + word(other.actor()) + ", which does not fit here",
            expected == node.actor()
                ? "parts belong to the same actor as the whole"
                : "a node is countered by nodes of the other actor");
      }
      if (!seen.add(link)) {
        findings.error(
            places.of(position, key), "'" + node.id() + "' names '" + link + "' twice", null);
      }
    }
  }

  private static String word(Actor actor) {
    return actor == Actor.ATTACKER ? "attacker" : "defender";
  }

  private void checkValues(int position, StepValues values) {
    checkAmount(position, "cost", "a cost", values.cost());
    checkAmount(position, "time", "a time", values.time());
    Double probability = values.probability();
    if (probability != null && !(probability >= 0 && probability <= 1)) {
      findings.error(
          places.of(position, "probability"),
          probability + " is no probability",
          "write a number from 0 to 1");
    }
    Integer skill = values.skill();
    if (skill != null && (skill < 0 || skill > StepValues.HIGHEST_SKILL)) {
      findings.error(
          places.of(position, "skill"),
          skill + " is no level of skill",
          "write a whole number from 0 to " + StepValues.HIGHEST_SKILL);
    }
  }

  private void checkAmount(int position, String key, String what, @Nullable Double amount) {
    if (amount != null && !(amount >= 0 && amount <= StepAmounts.LARGEST)) {
      findings.error(
          places.of(position, key),
          amount + " is not " + what + " that can be reckoned with",
          "write a number from 0 to a million million");
    }
  }

  /** Bounds of amounts: beyond them sums in doubles would lose whole units. */
  private static final class StepAmounts {
    static final double LARGEST = 1e12;
  }

  private void findCircle() {
    Walk walk = new Walk(nodes, positions);
    for (int i = 0; i < nodes.size(); i++) {
      List<Integer> circle = walk.circleFrom(i);
      if (!circle.isEmpty()) {
        StringBuilder way = new StringBuilder();
        circle.forEach(n -> way.append(nodes.get(n).id()).append(" \u2192 "));
        findings.error(
            places.of(circle.getFirst(), ""),
            "the tree goes in a circle: " + way + nodes.get(circle.getFirst()).id(),
            "take one of these links out");
      }
    }
  }

  private void findLoose() {
    boolean[] reached = new boolean[nodes.size()];
    List<Integer> open = new ArrayList<>(List.of(index(root)));
    while (!open.isEmpty()) {
      int position = open.removeLast();
      if (!reached[position]) {
        reached[position] = true;
        nodes.get(position).parts().forEach(p -> open.add(index(p)));
        nodes.get(position).counteredBy().forEach(p -> open.add(index(p)));
      }
    }
    for (int i = 0; i < nodes.size(); i++) {
      if (!reached[i]) {
        findings.warning(
            places.of(i, "id"),
            "'" + nodes.get(i).id() + "' hangs on nothing and counts for nothing",
            "name it as a part or a counter of another node");
      }
    }
  }

  private int index(String id) {
    Integer position = positions.get(id);
    if (position == null) {
      throw new IllegalStateException("links are checked first: " + id);
    }
    return position;
  }

  /** A walk in depth that finds circles; without recursion, because trees may be deep. */
  private static final class Walk {
    private enum Colour {
      NEW,
      OPEN,
      DONE
    }

    private final List<int[]> links = new ArrayList<>();
    private final Colour[] colours;

    Walk(List<TreeNode> nodes, Map<String, Integer> positions) {
      for (TreeNode node : nodes) {
        List<String> all = new ArrayList<>(node.parts());
        all.addAll(node.counteredBy());
        links.add(all.stream().mapToInt(id -> positions.getOrDefault(id, 0)).toArray());
      }
      colours = new Colour[nodes.size()];
      Arrays.fill(colours, Colour.NEW);
    }

    /** A circle that can be reached over nodes not walked yet, or nothing. */
    List<Integer> circleFrom(int start) {
      if (colours[start] != Colour.NEW) {
        return List.of();
      }
      List<Integer> path = new ArrayList<>();
      List<Integer> next = new ArrayList<>();
      open(start, path, next);
      while (!path.isEmpty()) {
        int node = path.getLast();
        int link = next.getLast();
        if (link == links.get(node).length) {
          colours[node] = Colour.DONE;
          path.removeLast();
          next.removeLast();
          continue;
        }
        next.set(next.size() - 1, link + 1);
        int target = links.get(node)[link];
        if (colours[target] == Colour.OPEN) {
          path.forEach(n -> colours[n] = Colour.DONE);
          return List.copyOf(path.subList(path.indexOf(target), path.size()));
        }
        if (colours[target] == Colour.NEW) {
          open(target, path, next);
        }
      }
      return List.of();
    }

    private void open(int node, List<Integer> path, List<Integer> next) {
      colours[node] = Colour.OPEN;
      path.add(node);
      next.add(0);
    }
  }
}
