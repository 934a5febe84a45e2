package org.concordat.formats.archimate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.formats.archimate.ArchimateModel.Element;
import org.concordat.formats.archimate.ArchimateModel.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Says which elements a relation really joins: through a junction, those that relations of the same
 * type lead to it and away from it; in place of a grouping, its members.
 */
final class RelationEnds {
  private final Map<String, Element> elements;
  private final Map<String, List<Relation>> intoJunction = new HashMap<>();
  private final Map<String, List<Relation>> outOfJunction = new HashMap<>();
  private final Map<String, List<String>> members = new HashMap<>();
  private final Map<Question, Ends> known = new HashMap<>();

  /**
   * Ends among these.
   *
   * @param elements by id
   * @param relations those whose both ends are elements
   */
  RelationEnds(Map<String, Element> elements, List<Relation> relations) {
    this.elements = elements;
    for (Relation relation : relations) {
      if (isJunction(relation.target())) {
        intoJunction.computeIfAbsent(relation.target(), _ -> new ArrayList<>()).add(relation);
      }
      if (isJunction(relation.source())) {
        outOfJunction.computeIfAbsent(relation.source(), _ -> new ArrayList<>()).add(relation);
      }
      if (isMembership(relation) && !relation.source().equals(relation.target())) {
        members.computeIfAbsent(relation.source(), _ -> new ArrayList<>()).add(relation.target());
      }
    }
  }

  /** Whether the relation says no more than that something is a member of a grouping. */
  boolean isMembership(Relation relation) {
    return relation.type() != null
        && relation.type().partWhole()
        && meaning(relation.source()) instanceof Meaning.Grouping;
  }

  /** The elements at which the relation starts. */
  Ends sources(Relation relation) {
    return ends(new Question(relation.source(), relation.type(), false));
  }

  /** The elements at which the relation ends. */
  Ends targets(Relation relation) {
    return ends(new Question(relation.target(), relation.type(), true));
  }

  private Ends ends(Question question) {
    return switch (meaning(question.element)) {
      case Meaning.Junction _, Meaning.Grouping _ -> {
        Ends ends = known.get(question);
        if (ends == null) {
          ends = search(question);
          known.put(question, ends);
        }
        yield ends;
      }
      case null, default -> new Ends(List.of(question.element), Set.of(), false);
    };
  }

  private Ends search(Question question) {
    Set<String> found = new LinkedHashSet<>();
    Set<String> passed = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>(Set.of(question.element));
    Deque<String> open = new ArrayDeque<>(seen);
    int steps = 0;
    while (!open.isEmpty()) {
      String element = open.remove();
      List<String> further = further(element, question);
      if (further == null) {
        found.add(element);
        continue;
      }
      passed.add(element);
      steps += further.size();
      if (steps > ArchimateImport.MAX_PAIRS) {
        return new Ends(List.of(), Set.of(), true);
      }
      for (String next : further) {
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return new Ends(List.copyOf(found), passed, false);
  }

  /** What a junction or grouping stands for, or null when the element stands for itself. */
  private @Nullable List<String> further(String element, Question question) {
    return switch (meaning(element)) {
      case Meaning.Grouping _ -> members.getOrDefault(element, List.of());
      case Meaning.Junction _ -> {
        var relations = question.forward ? outOfJunction : intoJunction;
        yield relations.getOrDefault(element, List.of()).stream()
            .filter(relation -> relation.type() == question.type)
            .map(question.forward ? Relation::target : Relation::source)
            .toList();
      }
      case null, default -> null;
    };
  }

  private boolean isJunction(String element) {
    return meaning(element) instanceof Meaning.Junction;
  }

  private @Nullable Meaning meaning(String id) {
    Element element = elements.get(id);
    return element == null || element.type() == null ? null : element.type().meaning();
  }

  private record Question(String element, @Nullable RelationType type, boolean forward) {}

  /**
   * The elements at one end of a relation.
   *
   * @param elements neither junctions nor groupings
   * @param passed the junctions and groupings in between
   * @param tooMany whether there are more than the limit allows, and so none here
   */
  record Ends(List<String> elements, Set<String> passed, boolean tooMany) {}
}
