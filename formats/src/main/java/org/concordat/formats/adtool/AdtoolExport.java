package org.concordat.formats.adtool;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.Refinement;
import org.concordat.core.alignment.attacks.StepValues;
import org.concordat.core.alignment.attacks.TreeNode;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree out for ADTool, which knows no shared nodes: what is shared stands as often as it
 * is named, with the same label, which there means the same step. A node has one countermeasure
 * there; several become one that any of them makes up. ADTool reads sequences only in trees without
 * countermeasures.
 */
public final class AdtoolExport {
  private final AttackTree tree;
  private final @Nullable AdtoolOrigin origin;
  private final Map<String, TreeNode> nodes;
  private final Map<String, String> labels = new HashMap<>();
  private final Set<Domain> written = EnumSet.noneOf(Domain.class);
  private int elements;

  private AdtoolExport(AttackTree tree, @Nullable AdtoolOrigin origin) {
    this.tree = tree;
    this.origin = origin;
    this.nodes = tree.byId();
    Map<String, String> taken = new HashMap<>();
    for (TreeNode node : tree.nodes()) {
      if (step(node) != node) {
        continue;
      }
      String name = node.name().isBlank() ? node.id() : node.name().strip();
      boolean isFree = taken.putIfAbsent(name, node.id()) == null;
      labels.put(node.id(), isFree ? name : name + " (" + node.id() + ")");
    }
  }

  /**
   * The document of a tree.
   *
   * @throws InvalidInput when it gets too large because of what is shared
   */
  public static AdtoolDocument document(AttackTree tree) throws InvalidInput {
    return new AdtoolExport(tree, null).write();
  }

  /**
   * The document of a tree that came from one. While the tree says what that document says, it is
   * that document. Otherwise it is written anew, and takes along what stands there of its nodes and
   * has no place in a tree: domains of other tools, comments, unknown elements and attributes.
   *
   * @param came the document that the tree was read from
   * @throws InvalidInput when it gets too large because of what is shared, or no tree is read from
   *     the document
   */
  public static AdtoolDocument document(AttackTree tree, AdtoolDocument came) throws InvalidInput {
    AdtoolOrigin origin = AdtoolImport.origin(came);
    return origin.says(tree) ? came : new AdtoolExport(tree, origin).write();
  }

  private AdtoolDocument write() throws InvalidInput {
    boolean isSequential =
        tree.countermeasures().isEmpty()
            && tree.nodes().stream()
                .anyMatch(n -> n instanceof TreeNode.Gate g && g.refinement() == Refinement.SAND);
    String name = isSequential ? "sandtree" : "adtree";
    List<XmlContent> content = new ArrayList<>();
    put(content, 1, node(tree.root(), false, 1));
    for (Domain domain : written) {
      put(content, 1, declaration(domain, name));
    }
    if (origin != null) {
      origin.content().forEach(foreign -> put(content, 1, foreign));
    }
    content.add(indent(0));
    Map<String, String> attributes =
        origin == null ? Map.of() : origin.document().root().attributes();
    return new AdtoolDocument(tree.id() + ".xml", element(name, attributes, content));
  }

  /** ADTool keeps the domains of trees with defences and of those with sequences apart. */
  private XmlElement declaration(Domain domain, String name) {
    Optional<XmlElement> there =
        origin == null || !origin.document().root().name().equals(name)
            ? Optional.empty()
            : origin.declaration(domain);
    if (there.isPresent()) {
      return there.get();
    }
    List<XmlContent> about = new ArrayList<>();
    put(about, 2, leaf("class", domain.className(name.equals("sandtree"))));
    put(about, 2, leaf("tool", "Concordat"));
    about.add(indent(1));
    return element("domain", Map.of("id", id(domain)), about);
  }

  /** What the origin calls a domain; else our own name, unless somebody else's has it there. */
  private String id(Domain domain) {
    if (origin == null) {
      return domain.id();
    }
    Optional<XmlElement> there = origin.declaration(domain);
    if (there.isPresent()) {
      return there.get().attributes().getOrDefault("id", domain.id());
    }
    String id = domain.id();
    while (origin.domainIds().contains(id)) {
      id += "0";
    }
    return id;
  }

  private XmlElement node(String id, boolean isSwitch, int depth) throws InvalidInput {
    if (++elements > AdtoolImport.MOST_ELEMENTS || depth >= AdtoolDocument.DEPTH - 1) {
      throw new InvalidInput(
          Finding.error(
              Place.ofKey(id),
              "written out without shared nodes, the tree has more than "
                  + AdtoolImport.MOST_ELEMENTS
                  + " nodes or "
                  + AdtoolDocument.DEPTH
                  + " levels",
              "write it as YAML or JSON"));
    }
    TreeNode node = nodes.get(id);
    if (node == null) {
      throw new IllegalStateException("a sound tree has all its nodes: " + id);
    }
    TreeNode shown = step(node);
    Set<String> counters = new LinkedHashSet<>(node.counteredBy());
    counters.addAll(shown.counteredBy());
    String label = labels.getOrDefault(shown.id(), shown.id());
    List<XmlContent> content = new ArrayList<>();
    put(content, depth + 1, leaf("label", label));
    parameters(shown, content, depth + 1);
    Map<String, String> attributes = attributes(refinement(shown), isSwitch);
    place(node, shown)
        .ifPresent(
            place -> {
              AdtoolOrigin.attributes(place).forEach(attributes::putIfAbsent);
              foreign(place).forEach(foreign -> put(content, depth + 1, foreign));
            });
    for (String part : shown.parts()) {
      put(content, depth + 1, node(part, false, depth + 1));
    }
    if (counters.size() == 1) {
      put(content, depth + 1, node(counters.iterator().next(), true, depth + 1));
    } else if (!counters.isEmpty()) {
      put(content, depth + 1, anyOf(label, counters, depth + 1));
    }
    content.add(indent(depth));
    return element("node", attributes, content);
  }

  private Optional<XmlElement> place(TreeNode node, TreeNode shown) {
    return origin == null
        ? Optional.empty()
        : origin.place(node.id()).or(() -> origin.place(shown.id()));
  }

  private List<XmlContent> foreign(XmlElement place) {
    return origin == null ? List.of() : origin.content(place);
  }

  /**
   * The step that a goal is, when it is nothing but a step that is countered in this place; the
   * node itself otherwise.
   */
  private TreeNode step(TreeNode node) {
    if (node instanceof TreeNode.Gate gate && gate.parts().size() == 1) {
      TreeNode part = nodes.get(gate.parts().getFirst());
      if (part != null && part.parts().isEmpty() && part.name().equals(gate.name())) {
        return part;
      }
    }
    return node;
  }

  private XmlElement anyOf(String against, Set<String> counters, int depth) throws InvalidInput {
    List<XmlContent> content = new ArrayList<>();
    put(content, depth + 1, leaf("label", "against: " + against));
    for (String counter : counters) {
      put(content, depth + 1, node(counter, false, depth + 1));
    }
    content.add(indent(depth));
    return element("node", attributes(Refinement.OR, true), content);
  }

  private static Map<String, String> attributes(Refinement refinement, boolean isSwitch) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(
        "refinement",
        switch (refinement) {
          case OR -> "disjunctive";
          case AND -> "conjunctive";
          case SAND -> "sequential";
        });
    if (isSwitch) {
      attributes.put("switchRole", "yes");
    }
    return attributes;
  }

  private static Refinement refinement(TreeNode node) {
    return node instanceof TreeNode.Gate gate ? gate.refinement() : Refinement.OR;
  }

  private void parameters(TreeNode node, List<XmlContent> content, int depth) {
    switch (node) {
      case TreeNode.AttackStep step -> {
        StepValues values = step.values();
        parameter(content, depth, Domain.COST, values.cost());
        parameter(content, depth, Domain.PROBABILITY, values.probability());
        parameter(content, depth, Domain.SKILL, values.skill());
        parameter(content, depth, Domain.TIME, values.time());
      }
      case TreeNode.Countermeasure measure ->
          parameter(content, depth, Domain.COST, measure.cost());
      case TreeNode.Gate _ -> {}
    }
  }

  private void parameter(
      List<XmlContent> content, int depth, Domain domain, @Nullable Number value) {
    if (value != null) {
      written.add(domain);
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("domainId", id(domain));
      attributes.put("category", "basic");
      put(
          content,
          depth,
          element(
              "parameter",
              attributes,
              new ArrayList<>(List.of(new XmlContent.Text(value.toString())))));
    }
  }

  private static void put(List<XmlContent> content, int depth, XmlContent element) {
    content.add(indent(depth));
    content.add(element);
  }

  private static XmlContent indent(int depth) {
    return new XmlContent.Text("\n" + "  ".repeat(depth));
  }

  private static XmlElement leaf(String name, String text) {
    return element(name, Map.of(), new ArrayList<>(List.of(new XmlContent.Text(text))));
  }

  private static XmlElement element(
      String name, Map<String, String> attributes, List<XmlContent> content) {
    return new XmlElement(name, attributes, content, 0, 0);
  }
}
