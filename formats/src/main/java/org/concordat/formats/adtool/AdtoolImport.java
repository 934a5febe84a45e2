package org.concordat.formats.adtool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.alignment.attacks.Actor;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.AttackTree.Units;
import org.concordat.core.alignment.attacks.Refinement;
import org.concordat.core.alignment.attacks.StepValues;
import org.concordat.core.alignment.attacks.TreeNode;
import org.concordat.core.alignment.attacks.TreeRules;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.imports.Slug;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree of a document of ADTool. There, leaves of one actor with equal labels are the same
 * step; so they become one node here. Refined nodes become one when they are equal in all they
 * hold. Parameters of domains that we have no place for stay in the document and are told.
 */
public final class AdtoolImport {
  /** So many leaves and goals a file may write out. */
  public static final int MOST_ELEMENTS = 100_000;

  private final AdtoolDocument document;
  private final FindingList findings = new FindingList();
  private final Map<String, Domain> domains = new HashMap<>();
  private final Map<Leaf, Step> steps = new LinkedHashMap<>();
  private final Map<Goal, String> goals = new HashMap<>();
  private final Map<String, TreeNode> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, Integer> slugs = new HashMap<>();
  private final Map<String, List<XmlElement>> occurrences = new HashMap<>();
  private int elements;

  /**
   * What became of it.
   *
   * @param warnings what was not taken over, and what somebody should look at
   */
  public record Read(AttackTree tree, List<Finding> warnings) {}

  /** Leaves are the same step when they have the same label and actor. */
  private record Leaf(String label, Actor actor) {}

  private record Goal(
      String label,
      Actor actor,
      Refinement refinement,
      List<String> parts,
      List<String> counters) {}

  /** A step, with the first value that was found for each domain. */
  private record Step(String id, Map<Domain, String> values) {}

  private AdtoolImport(AdtoolDocument document) {
    this.document = document;
  }

  /**
   * The tree of a document.
   *
   * @param id of the tree
   * @throws InvalidInput with everything that is wrong
   */
  public static Read tree(AdtoolDocument document, String id) throws InvalidInput {
    return new AdtoolImport(document).read(id);
  }

  /**
   * What the document says besides the tree that is read from it.
   *
   * @throws InvalidInput when no tree is read from it
   */
  static AdtoolOrigin origin(AdtoolDocument document) throws InvalidInput {
    AdtoolImport reading = new AdtoolImport(document);
    AttackTree tree = reading.read("origin").tree();
    return new AdtoolOrigin(document, tree, reading.domains, reading.occurrences);
  }

  private Read read(String id) throws InvalidInput {
    XmlElement root = document.root();
    for (XmlElement domain : root.children("domain")) {
      readDomain(domain);
    }
    List<XmlElement> goal = root.children("node");
    if (goal.size() != 1) {
      error(
          root,
          "the file has " + (goal.isEmpty() ? "no tree" : goal.size() + " trees"),
          "one 'node' stands directly in '" + root.name() + "'");
      throw new InvalidInput(findings.list());
    }
    if (isSwitch(goal.getFirst())) {
      error(
          goal.getFirst(),
          "the root belongs to the defender",
          "a tree starts from what the attacker wants");
    }
    String top = read(goal.getFirst(), Actor.ATTACKER);
    List<TreeNode> all = valued();
    TreeRules.check(top, all, (node, key) -> place(all, node, key)).forEach(findings::add);
    if (findings.hasErrors()) {
      throw new InvalidInput(findings.list());
    }
    String name = label(goal.getFirst());
    return new Read(new AttackTree(id, name, Units.UNSAID, top, all), findings.list());
  }

  private Place place(List<TreeNode> all, int node, String key) {
    int line = node < 0 ? 0 : lines.getOrDefault(all.get(node).id(), 0);
    return Place.of(document.file(), line, 0, key);
  }

  private void readDomain(XmlElement domain) {
    String id = domain.attributes().getOrDefault("id", "");
    String className = domain.child("class").map(XmlElement::text).orElse("").strip();
    Optional<Domain> known = Domain.of(className);
    if (known.isEmpty()) {
      warn(
          domain,
          "the values of '" + id + "' (" + className + ") have no place in a tree here",
          "they stay in the file");
    } else if (domains.containsValue(known.get())) {
      warn(domain, "'" + id + "' is a second domain of its kind", "the first one counts");
    } else {
      domains.put(id, known.get());
    }
  }

  private String read(XmlElement element, Actor actor) throws InvalidInput {
    if (++elements > MOST_ELEMENTS) {
      error(element, "the file writes out more than " + MOST_ELEMENTS + " nodes", null);
      throw new InvalidInput(findings.list());
    }
    String label = label(element);
    if (label.isEmpty()) {
      error(element, "the node has no label", "give it one in ADTool");
    }
    List<String> parts = new ArrayList<>();
    List<String> counters = new ArrayList<>();
    for (XmlElement child : element.children("node")) {
      if (isSwitch(child)) {
        counters.add(read(child, actor.other()));
      } else {
        parts.add(read(child, actor));
      }
    }
    if (parts.isEmpty()) {
      String step = step(element, new Leaf(label, actor));
      // Not every place where a step stands is countered, so the counters do not go with the step.
      return counters.isEmpty()
          ? step
          : goal(element, new Goal(label, actor, Refinement.AND, List.of(step), counters));
    }
    return goal(
        element, new Goal(label, actor, refinement(element), unique(element, parts), counters));
  }

  private List<String> unique(XmlElement element, List<String> parts) {
    List<String> unique = parts.stream().distinct().toList();
    if (unique.size() < parts.size()) {
      warn(element, "'" + label(element) + "' has the same part twice", "it counts once");
    }
    return unique;
  }

  private Refinement refinement(XmlElement element) {
    String word = element.attributes().getOrDefault("refinement", "");
    return switch (word) {
      case "disjunctive" -> Refinement.OR;
      case "conjunctive" -> Refinement.AND;
      case "sequential" -> Refinement.SAND;
      default -> {
        error(
            element,
            "'" + word + "' is no refinement",
            "one of disjunctive, conjunctive and sequential");
        yield Refinement.OR;
      }
    };
  }

  private static boolean isSwitch(XmlElement element) {
    return element.attributes().getOrDefault("switchRole", "no").equals("yes");
  }

  private static String label(XmlElement element) {
    return element.child("label").map(XmlElement::text).orElse("").strip().replaceAll("\\s+", " ");
  }

  private String step(XmlElement element, Leaf leaf) {
    Step step =
        steps.computeIfAbsent(
            leaf, l -> new Step(newId(l.label(), element), new LinkedHashMap<>()));
    for (XmlElement parameter : element.children("parameter")) {
      Domain domain = domains.get(parameter.attributes().getOrDefault("domainId", ""));
      String value = parameter.text().strip();
      if (domain != null) {
        String first = step.values().putIfAbsent(domain, value);
        if (first != null && !first.equals(value)) {
          warn(
              parameter,
              "'" + leaf.label() + "' stands with " + first + " and with " + value,
              "equal labels are one step; the first value counts");
        }
      }
    }
    stands(step.id(), element);
    // Holds the place of the step; its values are known when all has been read.
    nodes.putIfAbsent(step.id(), node(step, leaf));
    return step.id();
  }

  private String goal(XmlElement element, Goal goal) {
    String found =
        goals.computeIfAbsent(
            goal,
            g -> {
              String id = newId(g.label(), element);
              nodes.put(
                  id,
                  new TreeNode.Gate(
                      id, g.label(), g.actor(), g.refinement(), g.parts(), g.counters()));
              return id;
            });
    stands(found, element);
    return found;
  }

  private void stands(String node, XmlElement element) {
    occurrences.computeIfAbsent(node, _ -> new ArrayList<>()).add(element);
  }

  private String newId(String label, XmlElement element) {
    String slug = Slug.of(label).isEmpty() ? "node" : Slug.of(label);
    int number = slugs.merge(slug, 1, Integer::sum);
    String id = number == 1 ? slug : slug + "-" + number;
    while (nodes.containsKey(id)) {
      id = slug + "-" + slugs.merge(slug, 1, Integer::sum);
    }
    lines.put(id, element.line());
    return id;
  }

  /** The nodes, goals before what they are made of; steps with their values. */
  private List<TreeNode> valued() {
    steps.forEach((leaf, step) -> nodes.put(step.id(), node(step, leaf)));
    return nodes.values().stream().toList().reversed();
  }

  private TreeNode node(Step step, Leaf leaf) {
    return switch (leaf.actor()) {
      case ATTACKER ->
          new TreeNode.AttackStep(
              step.id(),
              leaf.label(),
              new StepValues(
                  number(step, Domain.COST),
                  number(step, Domain.PROBABILITY),
                  whole(step),
                  number(step, Domain.TIME)),
              List.of());
      case DEFENDER ->
          new TreeNode.Countermeasure(
              step.id(), leaf.label(), number(step, Domain.COST), false, List.of());
    };
  }

  private static @Nullable Integer whole(Step step) {
    Double skill = number(step, Domain.SKILL);
    return skill == null || skill > Integer.MAX_VALUE ? null : (Integer) (int) Math.ceil(skill);
  }

  /** ADTool gives what nobody set the value that harms its owner most, such as Infinity. */
  private static @Nullable Double number(Step step, Domain domain) {
    String text = step.values().get(domain);
    if (text == null) {
      return null;
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? (Double) value : null;
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private void error(XmlElement at, String problem, @Nullable String remedy) {
    findings.error(Place.of(document.file(), at.line(), at.column(), null), problem, remedy);
  }

  private void warn(XmlElement at, String problem, @Nullable String remedy) {
    findings.warning(Place.of(document.file(), at.line(), at.column(), null), problem, remedy);
  }
}
