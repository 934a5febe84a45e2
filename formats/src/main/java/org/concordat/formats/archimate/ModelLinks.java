package org.concordat.formats.archimate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.archimate.ArchimateModel.Element;
import org.concordat.formats.archimate.ArchimateModel.Relation;

/**
 * A model whose relations are plain pairs of elements, and what could not be made one.
 *
 * @param elements by id, in the order of the file; those without a proper identifier are left out
 * @param links in the order of the file
 * @param memberships relations that make something a member of a grouping
 * @param unusedElements elements without a proper identifier, with the reason
 * @param unusedRelations relations that join no pair of elements, with the reason
 */
record ModelLinks(
    Map<String, Element> elements,
    List<Link> links,
    List<Relation> memberships,
    List<Left> unusedElements,
    List<Left> unusedRelations,
    List<Finding> findings) {

  static final String DANGLING = "an end of it is missing from the file";
  static final String TO_RELATION = "it starts or ends at another relation";
  static final String TO_ITSELF = "it leads from an element to itself";
  static final String LOOSE = "it passes a junction or grouping that leads nowhere";
  static final String TOO_WIDE =
      "it stands for more than "
          + ArchimateImport.MAX_PAIRS
          + " pairs of elements through junctions and groupings";
  static final String NOT_ARCHIMATE = "ArchiMate has no such type";
  static final String BAD_ID = "its identifier is missing or stands twice in the file";

  /**
   * A relation and the pairs that it joins.
   *
   * @param pairs none with twice the same element
   * @param passed the junctions and groupings between the ends
   */
  record Link(Relation relation, RelationType type, List<Pair> pairs, Set<String> passed) {}

  /** Two elements, neither a junction nor a grouping. */
  record Pair(String source, String target) {
    @SuppressWarnings("ArgumentSelectionDefectChecker") // swapping them is the purpose
    Pair reversed() {
      return new Pair(target, source);
    }
  }

  /** Something that is left out, and why. */
  record Left(String typeName, String why) {}

  static ModelLinks of(ArchimateModel model, String file) throws InvalidInput {
    Resolution resolution = new Resolution(file);
    resolution.index(model.elements());
    resolution.join(model.relations());
    return resolution.result();
  }

  private static final class Resolution {
    private final String file;
    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Relation> memberships = new ArrayList<>();
    private final List<Left> unusedElements = new ArrayList<>();
    private final List<Left> unusedRelations = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private long pairs;

    Resolution(String file) {
      this.file = file;
    }

    void index(List<Element> all) {
      for (Element element : all) {
        if (element.id().isEmpty() || elements.putIfAbsent(element.id(), element) != null) {
          unusedElements.add(new Left(element.typeName(), BAD_ID));
          warn(
              element.line(),
              element.id(),
              element.typeName() + " '" + element.name() + "' is left out: " + BAD_ID);
        }
      }
    }

    void join(List<Relation> all) throws InvalidInput {
      Set<String> ids = all.stream().map(Relation::id).collect(Collectors.toSet());
      List<Relation> proper = new ArrayList<>();
      for (Relation relation : all) {
        if (relation.type() == null) {
          unusedRelations.add(new Left(relation.typeName(), NOT_ARCHIMATE));
        } else if (Stream.of(relation.source(), relation.target())
            .allMatch(elements::containsKey)) {
          proper.add(relation);
        } else if (Stream.of(relation.source(), relation.target())
            .allMatch(end -> elements.containsKey(end) || (!end.isEmpty() && ids.contains(end)))) {
          unusedRelations.add(new Left(relation.typeName(), TO_RELATION));
        } else {
          unusedRelations.add(new Left(relation.typeName(), DANGLING));
          warn(
              relation.line(),
              relation.id(),
              relation.typeName()
                  + " from '"
                  + relation.source()
                  + "' to '"
                  + relation.target()
                  + "' is left out: "
                  + DANGLING);
        }
      }
      RelationEnds ends = new RelationEnds(elements, proper);
      for (Relation relation : proper) {
        join(relation, ends);
      }
    }

    private void join(Relation relation, RelationEnds ends) throws InvalidInput {
      if (relation.source().equals(relation.target())) {
        unusedRelations.add(new Left(relation.typeName(), TO_ITSELF));
        return;
      }
      if (ends.isMembership(relation)) {
        memberships.add(relation);
        return;
      }
      RelationEnds.Ends sources = ends.sources(relation);
      RelationEnds.Ends targets = ends.targets(relation);
      long product = (long) sources.elements().size() * targets.elements().size();
      if (sources.tooMany() || targets.tooMany() || product > ArchimateImport.MAX_PAIRS) {
        unusedRelations.add(new Left(relation.typeName(), TOO_WIDE));
        return;
      }
      if (product == 0) {
        unusedRelations.add(new Left(relation.typeName(), LOOSE));
        return;
      }
      List<Pair> joined =
          sources.elements().stream()
              .flatMap(s -> targets.elements().stream().map(t -> new Pair(s, t)))
              .filter(pair -> !pair.source().equals(pair.target()))
              .toList();
      if (joined.isEmpty()) {
        unusedRelations.add(new Left(relation.typeName(), TO_ITSELF));
        return;
      }
      count(joined.size());
      Set<String> passed = new HashSet<>(sources.passed());
      passed.addAll(targets.passed());
      links.add(
          new Link(relation, Objects.requireNonNull(relation.type()), joined, Set.copyOf(passed)));
    }

    private void count(int more) throws InvalidInput {
      pairs += more;
      if (pairs > ArchimateImport.MAX_ALL_PAIRS) {
        throw new InvalidInput(
            Finding.error(
                Place.of(file),
                "its relations stand for more than "
                    + ArchimateImport.MAX_ALL_PAIRS
                    + " pairs of elements through junctions and groupings",
                "import a part of the model"));
      }
    }

    private void warn(int line, String element, String problem) {
      findings.add(
          Finding.warning(
              Place.of(file, line, 0, element.isEmpty() ? null : element), problem, null));
    }

    ModelLinks result() {
      return new ModelLinks(
          elements, links, memberships, unusedElements, unusedRelations, capped());
    }

    private List<Finding> capped() {
      int most = ArchimateImport.MAX_WARNINGS;
      if (findings.size() <= most) {
        return findings;
      }
      List<Finding> first = new ArrayList<>(findings.subList(0, most));
      first.add(
          Finding.warning(
              Place.of(file),
              (findings.size() - most) + " more parts are left out likewise",
              null));
      return first;
    }
  }
}
