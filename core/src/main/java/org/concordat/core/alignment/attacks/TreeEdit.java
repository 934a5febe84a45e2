package org.concordat.core.alignment.attacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.alignment.attacks.TreeNode.AttackStep;
import org.concordat.core.alignment.attacks.TreeNode.Countermeasure;
import org.concordat.core.alignment.attacks.TreeNode.Gate;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Finding.Severity;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;

/**
 * One step of working on a tree as an outline. A node that gets its first part becomes a goal, and
 * what was known of it goes to that part; a goal that loses its last part becomes a basic step.
 * Nodes on which nothing hangs any more go.
 */
public sealed interface TreeEdit {
  /** Which way to move. */
  enum Direction {
    UP,
    DOWN
  }

  /** How a node hangs on another. */
  enum Tie {
    PART,
    COUNTER
  }

  /** A new basic node under another, or against it. */
  record Add(String under, Tie tie, String id, String name) implements TreeEdit {}

  /** Lets a node that is there already serve another one, too. */
  record Share(String under, Tie tie, String id) implements TreeEdit {}

  /** Puts another node of the same id in the place of one. */
  record Change(TreeNode node) implements TreeEdit {}

  /** Changes the refinement of a goal. */
  record Refine(String id, Refinement refinement) implements TreeEdit {}

  /** Changes places with the neighbour under the same node. */
  record Move(String id, String under, Direction direction) implements TreeEdit {}

  /** Makes a part or counter the last part of the neighbour above it. */
  record Indent(String id, String under) implements TreeEdit {}

  /** Makes a part of a part the next part of what the latter is a part of. */
  record Outdent(String id, String under, String above) implements TreeEdit {}

  /** Takes a node away from another. */
  record Remove(String id, String under) implements TreeEdit {}

  /**
   * The tree after this edit.
   *
   * @throws InvalidInput when it cannot be done, or would break a rule
   */
  default AttackTree applyTo(AttackTree tree) throws InvalidInput {
    Draft draft = new Draft(tree);
    switch (this) {
      case Add(var under, var tie, var id, var name) -> {
        draft.addNew(under, tie, id, name);
        draft.tie(under, tie, id);
      }
      case Share(var under, var tie, var id) -> draft.tie(under, tie, id);
      case Change(var node) -> draft.put(node);
      case Refine(var id, var refinement) -> draft.refine(id, refinement);
      case Move(var id, var under, var direction) -> draft.move(id, under, direction);
      case Indent(var id, var under) -> draft.indent(id, under);
      case Outdent(var id, var under, var above) -> draft.outdent(id, under, above);
      case Remove(var id, var under) -> draft.untie(id, under);
    }
    return draft.finished();
  }

  /** A tree that is being changed. */
  final class Draft {
    private final AttackTree tree;
    private final Map<String, TreeNode> nodes;

    private Draft(AttackTree tree) {
      this.tree = tree;
      this.nodes = new LinkedHashMap<>(tree.byId());
    }

    private TreeNode node(String id) throws InvalidInput {
      TreeNode node = nodes.get(id);
      if (node == null) {
        throw refused("there is no node '" + id + "' any more");
      }
      return node;
    }

    private static InvalidInput refused(String problem) {
      return new InvalidInput(Finding.error(Place.NOWHERE, problem, null));
    }

    private void addNew(String under, Tie tie, String id, String name) throws InvalidInput {
      if (nodes.containsKey(id)) {
        throw refused("there is a node '" + id + "' already");
      }
      Actor actor = node(under).actor();
      put(basic(id, name, tie == Tie.PART ? actor : actor.other()));
    }

    private static TreeNode basic(String id, String name, Actor actor) {
      return actor == Actor.ATTACKER
          ? new AttackStep(id, name, StepValues.UNKNOWN, List.of())
          : new Countermeasure(id, name, null, false, List.of());
    }

    private void put(TreeNode node) {
      nodes.put(node.id(), node);
    }

    private void tie(String under, Tie tie, String id) throws InvalidInput {
      TreeNode part = node(id);
      TreeNode whole = node(under);
      if (tie == Tie.COUNTER) {
        put(with(whole, whole.parts(), added(whole.counteredBy(), id)));
      } else if (whole instanceof Gate) {
        put(with(whole, added(whole.parts(), id), whole.counteredBy()));
      } else {
        put(inherited(part, whole));
        put(
            new Gate(
                under,
                whole.name(),
                whole.actor(),
                Refinement.OR,
                List.of(id),
                whole.counteredBy()));
      }
    }

    /** The first part of what was a basic step knows what that knew. */
    private static TreeNode inherited(TreeNode part, TreeNode whole) {
      return switch (part) {
        case AttackStep step
            when step.values().equals(StepValues.UNKNOWN) && whole instanceof AttackStep was ->
            new AttackStep(step.id(), step.name(), was.values(), step.counteredBy());
        case Countermeasure measure
            when measure.cost() == null && whole instanceof Countermeasure was ->
            new Countermeasure(
                measure.id(), measure.name(), was.cost(), was.inPlace(), measure.counteredBy());
        case AttackStep step -> step;
        case Countermeasure measure -> measure;
        case Gate gate -> gate;
      };
    }

    private static List<String> added(List<String> links, String id) {
      List<String> more = new ArrayList<>(links);
      more.add(id);
      return more;
    }

    private static TreeNode with(TreeNode node, List<String> parts, List<String> counters) {
      return switch (node) {
        case AttackStep s -> new AttackStep(s.id(), s.name(), s.values(), counters);
        case Countermeasure m ->
            new Countermeasure(m.id(), m.name(), m.cost(), m.inPlace(), counters);
        case Gate g when parts.isEmpty() ->
            with(basic(g.id(), g.name(), g.actor()), List.of(), counters);
        case Gate g -> new Gate(g.id(), g.name(), g.actor(), g.refinement(), parts, counters);
      };
    }

    private void refine(String id, Refinement refinement) throws InvalidInput {
      if (node(id) instanceof Gate g) {
        put(new Gate(g.id(), g.name(), g.actor(), refinement, g.parts(), g.counteredBy()));
      } else {
        throw refused("'" + id + "' has no parts");
      }
    }

    private void move(String id, String under, Direction direction) throws InvalidInput {
      TreeNode whole = node(under);
      put(
          with(
              whole,
              moved(whole.parts(), id, direction),
              moved(whole.counteredBy(), id, direction)));
    }

    private static List<String> moved(List<String> links, String id, Direction direction) {
      int from = links.indexOf(id);
      int to = direction == Direction.UP ? from - 1 : from + 1;
      if (from < 0 || to < 0 || to >= links.size()) {
        return links;
      }
      List<String> moved = new ArrayList<>(links);
      moved.remove(from);
      moved.add(to, id);
      return moved;
    }

    private void indent(String id, String under) throws InvalidInput {
      TreeNode whole = node(under);
      Optional<String> above = above(whole.parts(), id).or(() -> above(whole.counteredBy(), id));
      if (above.isEmpty()) {
        throw refused("'" + id + "' has no neighbour above it");
      }
      untie(id, under);
      tie(above.get(), Tie.PART, id);
    }

    private static Optional<String> above(List<String> links, String id) {
      int at = links.indexOf(id);
      return at < 1 ? Optional.empty() : Optional.of(links.get(at - 1));
    }

    private void outdent(String id, String under, String above) throws InvalidInput {
      TreeNode target = node(above);
      boolean isPart = target.parts().contains(under);
      if (!node(under).parts().contains(id) || (!isPart && !target.counteredBy().contains(under))) {
        throw refused("'" + id + "' cannot move further out");
      }
      untie(id, under);
      TreeNode now = node(above);
      put(
          with(
              now,
              isPart ? after(now.parts(), under, id) : now.parts(),
              isPart ? now.counteredBy() : after(now.counteredBy(), under, id)));
    }

    private static List<String> after(List<String> links, String before, String id) {
      List<String> more = new ArrayList<>(links);
      if (!more.contains(id)) {
        more.add(more.indexOf(before) + 1, id);
      }
      return more;
    }

    private void untie(String id, String under) throws InvalidInput {
      TreeNode whole = node(under);
      List<String> parts = new ArrayList<>(whole.parts());
      List<String> counters = new ArrayList<>(whole.counteredBy());
      parts.remove(id);
      counters.remove(id);
      put(with(whole, parts, counters));
    }

    private AttackTree finished() throws InvalidInput {
      Set<String> held = new LinkedHashSet<>();
      List<String> open = new ArrayList<>(List.of(tree.root()));
      while (!open.isEmpty()) {
        String id = open.removeLast();
        TreeNode node = nodes.get(id);
        if (node != null && held.add(id)) {
          open.addAll(node.parts());
          open.addAll(node.counteredBy());
        }
      }
      Set<String> before = new LinkedHashSet<>(tree.byId().keySet());
      List<TreeNode> kept =
          nodes.values().stream()
              .filter(n -> held.contains(n.id()) || wasLoose(n.id(), before))
              .toList();
      List<Finding> errors =
          TreeRules.check(tree.root(), kept, TreeRules.BY_KEY).stream()
              .filter(f -> f.severity() == Severity.ERROR)
              .toList();
      if (!errors.isEmpty()) {
        throw new InvalidInput(errors);
      }
      return new AttackTree(tree.id(), tree.name(), tree.units(), tree.root(), kept);
    }

    /** What hung on nothing before somebody put there so; it is not ours to take away. */
    private boolean wasLoose(String id, Set<String> before) {
      return before.contains(id)
          && !id.equals(tree.root())
          && tree.nodes().stream()
              .noneMatch(n -> n.parts().contains(id) || n.counteredBy().contains(id));
    }
  }
}
