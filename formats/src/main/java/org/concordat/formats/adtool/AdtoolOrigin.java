package org.concordat.formats.adtool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.TreeNode;

/**
 * The document that a tree came from, and what it says beyond the tree: domains of other tools with
 * their values, comments, attributes and elements that we do not know. It belongs to nodes by their
 * ids, so it follows a node that was renamed or moved, and goes with one that was taken out.
 */
final class AdtoolOrigin {
  private static final Set<String> KNOWN_ATTRIBUTES = Set.of("refinement", "switchRole");

  private final AdtoolDocument document;
  private final AttackTree read;
  private final Map<String, Domain> domains;
  private final Map<String, List<XmlElement>> occurrences;
  private final Map<String, Integer> taken = new HashMap<>();

  /**
   * @param read the tree that is read from the document
   * @param domains those that we know, by their ids there
   * @param occurrences where each node of the tree stands, in the order of the document
   */
  AdtoolOrigin(
      AdtoolDocument document,
      AttackTree read,
      Map<String, Domain> domains,
      Map<String, List<XmlElement>> occurrences) {
    this.document = document;
    this.read = read;
    this.domains = domains;
    this.occurrences = occurrences;
  }

  AdtoolDocument document() {
    return document;
  }

  /** Whether a tree says, in what ADTool has a place for, what the document says. */
  boolean says(AttackTree tree) {
    return tree.root().equals(read.root()) && comparable(tree).equals(comparable(read));
  }

  /** ADTool does not know which countermeasures are in place, nor an order of nodes. */
  private static Map<String, TreeNode> comparable(AttackTree tree) {
    Map<String, TreeNode> nodes = new HashMap<>(tree.byId());
    for (TreeNode.Countermeasure measure : tree.countermeasures()) {
      nodes.put(
          measure.id(),
          new TreeNode.Countermeasure(
              measure.id(), measure.name(), measure.cost(), false, measure.counteredBy()));
    }
    return nodes;
  }

  /** The next place in which a node stood; the first one again when it stands more often now. */
  Optional<XmlElement> place(String node) {
    List<XmlElement> places = occurrences.getOrDefault(node, List.of());
    if (places.isEmpty()) {
      return Optional.empty();
    }
    int next = taken.merge(node, 1, Integer::sum) - 1;
    return Optional.of(places.get(next < places.size() ? next : 0));
  }

  /** The attributes of an element that mean nothing here. */
  static Map<String, String> attributes(XmlElement element) {
    Map<String, String> foreign = new LinkedHashMap<>(element.attributes());
    foreign.keySet().removeAll(KNOWN_ATTRIBUTES);
    return foreign;
  }

  /** What stands in a node and has no place in a tree, without the white space between. */
  List<XmlContent> content(XmlElement node) {
    return foreign(node, Set.of("label", "node"));
  }

  /** What stands beside the tree, without the domains that we know. */
  List<XmlContent> content() {
    return foreign(document.root(), Set.of("node"));
  }

  private List<XmlContent> foreign(XmlElement of, Set<String> known) {
    List<XmlContent> foreign = new ArrayList<>();
    for (XmlContent content : of.content()) {
      switch (content) {
        case XmlElement child -> {
          if (!known.contains(child.name()) && !isOfKnownDomain(child)) {
            foreign.add(child);
          }
        }
        case XmlContent.Comment comment -> foreign.add(comment);
        case XmlContent.Text _ -> {}
      }
    }
    return foreign;
  }

  private boolean isOfKnownDomain(XmlElement element) {
    return switch (element.name()) {
      case "parameter" -> domains.containsKey(element.attributes().getOrDefault("domainId", ""));
      case "domain" -> domains.containsKey(element.attributes().getOrDefault("id", ""));
      default -> false;
    };
  }

  /** The declaration of a domain that we know, when the document has one. */
  Optional<XmlElement> declaration(Domain domain) {
    return document.root().children("domain").stream()
        .filter(d -> domains.get(d.attributes().getOrDefault("id", "")) == domain)
        .findFirst();
  }

  /** The ids that the document uses for domains. */
  Set<String> domainIds() {
    Set<String> ids = new HashSet<>();
    document.root().children("domain").forEach(d -> ids.add(d.attributes().getOrDefault("id", "")));
    return ids;
  }
}
