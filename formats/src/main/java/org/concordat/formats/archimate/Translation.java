package org.concordat.formats.archimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.archimate.ArchimateModel.Element;
import org.concordat.formats.archimate.ArchimateModel.Relation;
import org.concordat.formats.archimate.ModelLinks.Left;
import org.concordat.formats.archimate.ModelLinks.Link;
import org.concordat.formats.archimate.ModelLinks.Pair;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.imports.ImportedModel.ImportedAsset;
import org.concordat.formats.imports.ImportedModel.ImportedDependency;
import org.concordat.formats.imports.ImportedModel.ImportedFactor;
import org.concordat.formats.imports.ImportedModel.ImportedGoal;
import org.concordat.formats.imports.ImportedModel.ImportedUnit;
import org.concordat.formats.imports.ImportedModel.Unused;
import org.jspecify.annotations.Nullable;

/** Gives every element and relation of a model its place, or the reason why it has none. */
final class Translation {
  private static final String NO_PLACE = "an end of it has no place in a workspace";
  private static final String NOT_BETWEEN_ASSETS =
      "only assets depend on one another, and an end of it is none";
  private static final String SEVERAL_UNITS =
      "several units could own its asset, which is left without one";
  private static final String NOT_OWNING =
      "it links a unit with an asset without making it the unit's own";
  private static final String SILENT = "it gives no goal its unit";
  private static final String NOT_PASSED = "no relation that was used passes it";
  private static final String MEMBERSHIP = "it is membership of a grouping that was not used";
  private static final String EXTRA = "it is about the drawing or the tool, not what is drawn";

  private static final int NAMES_IN_A_FINDING = 10;

  private final ModelLinks model;
  private final String file;
  private final Map<String, Meaning> meanings;
  private final OwningUnits owners;
  private final GoalUnits goalUnits;
  private final Set<String> contested;
  private final Set<String> passed = new HashSet<>();
  private final Set<Pair> needs = new LinkedHashSet<>();
  private final List<Left> unusedElements;
  private final List<Left> unusedRelations;
  private int usedElements;
  private int usedRelations;

  private Translation(ModelLinks model, String file) {
    this.model = model;
    this.file = file;
    meanings = meanings(model);
    owners = new OwningUnits(meanings, model.links());
    goalUnits = new GoalUnits(model.elements(), meanings, model.links());
    contested = owners.contested();
    unusedElements = new ArrayList<>(model.unusedElements());
    unusedRelations = new ArrayList<>(model.unusedRelations());
  }

  /**
   * The model as an import.
   *
   * @param source the name of the source
   * @param file the file, for findings
   */
  static Translated of(ArchimateModel model, String source, String file) throws InvalidInput {
    Translation translation = new Translation(ModelLinks.of(model, file), file);
    translation.placeRelations();
    return translation.placeElements(source, model.extras());
  }

  private static Map<String, Meaning> meanings(ModelLinks model) {
    Map<String, Meaning> drawn = new LinkedHashMap<>();
    model
        .elements()
        .forEach(
            (id, element) ->
                drawn.put(
                    id,
                    element.type() == null
                        ? new Meaning.Unused(ModelLinks.NOT_ARCHIMATE)
                        : element.type().meaning()));
    Set<String> people = Actors.thatArePeople(drawn, model.links());
    drawn.replaceAll(
        (id, meaning) ->
            meaning instanceof Meaning.Actor
                ? people.contains(id) ? new Meaning.Asset(AssetKind.PEOPLE) : new Meaning.Unit()
                : meaning);
    return drawn;
  }

  private void placeRelations() {
    for (Link link : model.links()) {
      @Nullable String whyNot = null;
      boolean used = false;
      for (Pair pair : link.pairs()) {
        String why = place(link.type(), pair);
        used |= why == null;
        whyNot = whyNot == null ? why : whyNot;
      }
      if (used) {
        usedRelations++;
        passed.addAll(link.passed());
      } else if (whyNot != null) {
        leave(link.relation(), whyNot);
      }
    }
    for (Relation membership : model.memberships()) {
      if (passed.contains(membership.source())) {
        usedRelations++;
      } else {
        leave(membership, MEMBERSHIP);
      }
    }
  }

  private void leave(Relation relation, String why) {
    unusedRelations.add(new Left(relation.typeName(), why));
  }

  /** Makes what there is to make of a pair; returns null, or why there is nothing. */
  private @Nullable String place(RelationType type, Pair pair) {
    Meaning source = meanings.get(pair.source());
    Meaning target = meanings.get(pair.target());
    if (owners.decidedBy(type, pair) || goalUnits.decidedBy(type, pair)) {
      return null;
    }
    if (type.whyUnused() != null) {
      return type.whyUnused();
    }
    if (source instanceof Meaning.Unused || target instanceof Meaning.Unused) {
      return NO_PLACE;
    }
    boolean fromAsset = source instanceof Meaning.Asset;
    boolean toAsset = target instanceof Meaning.Asset;
    if (fromAsset && toAsset) {
      needs.add(
          switch (type.need()) {
            case SOURCE_NEEDS_TARGET -> pair;
            case TARGET_NEEDS_SOURCE, NONE -> pair.reversed();
          });
      return null;
    }
    boolean withUnit = source instanceof Meaning.Unit || target instanceof Meaning.Unit;
    if (withUnit && (fromAsset || toAsset)) {
      return contested.contains(fromAsset ? pair.source() : pair.target())
          ? SEVERAL_UNITS
          : NOT_OWNING;
    }
    return NOT_BETWEEN_ASSETS;
  }

  private Translated placeElements(String source, Map<String, Integer> extras) {
    List<ImportedUnit> units = new ArrayList<>();
    List<ImportedGoal> goals = new ArrayList<>();
    List<ImportedFactor> factors = new ArrayList<>();
    List<ImportedAsset> assets = new ArrayList<>();
    for (Element element : model.elements().values()) {
      String id = element.id();
      String name = element.name();
      String description = element.documentation();
      String why =
          switch (meanings.get(id)) {
            case Meaning.Unit _ -> {
              units.add(new ImportedUnit(id, name, description));
              yield null;
            }
            case Meaning.Goal _ -> {
              goals.add(new ImportedGoal(id, name, description, goalUnits.unitOf(id)));
              yield null;
            }
            case Meaning.Factor _ -> {
              factors.add(new ImportedFactor(id, name, description));
              yield null;
            }
            case Meaning.Asset(AssetKind kind) -> {
              assets.add(
                  new ImportedAsset(id, null, name, kind, owners.unitOf(id), description, null));
              yield null;
            }
            case Meaning.Stakeholder _ -> goalUnits.speaks(id) ? null : SILENT;
            case Meaning.Grouping _, Meaning.Junction _ -> passed.contains(id) ? null : NOT_PASSED;
            case Meaning.Unused(String reason) -> reason;
            case Meaning.Actor _ -> throw new IllegalStateException("actor without a decision");
            case null -> throw new IllegalStateException("element without a meaning: " + id);
          };
      if (why == null) {
        usedElements++;
      } else {
        unusedElements.add(new Left(element.typeName(), why));
      }
    }
    List<ImportedDependency> dependencies =
        needs.stream()
            .map(
                need ->
                    new ImportedDependency(
                        need.source() + ">" + need.target(), need.source(), need.target()))
            .toList();
    ImportedModel imported =
        new ImportedModel(
            source,
            units,
            goals,
            factors,
            assets,
            dependencies,
            List.of(),
            unused(extras),
            findings());
    return new Translated(
        imported, usedElements, unusedElements.size(), usedRelations, unusedRelations.size());
  }

  private List<Unused> unused(Map<String, Integer> extras) {
    Map<Left, Integer> counts =
        new TreeMap<>(Comparator.comparing(Left::typeName).thenComparing(Left::why));
    unusedElements.forEach(left -> counts.merge(left, 1, Integer::sum));
    unusedRelations.forEach(left -> counts.merge(left, 1, Integer::sum));
    List<Unused> unused = new ArrayList<>();
    counts.forEach((left, count) -> unused.add(new Unused(left.typeName(), count, left.why())));
    extras.forEach((kind, count) -> unused.add(new Unused(kind, count, EXTRA)));
    return unused;
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(model.findings());
    List<String> assets = names(contested::contains);
    if (!assets.isEmpty()) {
      findings.add(
          Finding.warning(
              Place.of(file),
              "several units could own " + listed(assets) + ", so none does",
              "name the unit in the workspace"));
    }
    List<String> goals = names(goalUnits::isContested);
    if (!goals.isEmpty()) {
      findings.add(
          Finding.warning(
              Place.of(file),
              "several units could have " + listed(goals) + ", so none of them does",
              "move the goal to its unit in the workspace"));
    }
    return findings;
  }

  private List<String> names(Predicate<String> which) {
    return model.elements().values().stream()
        .filter(element -> which.test(element.id()))
        .map(element -> "'" + element.name() + "'")
        .toList();
  }

  private static String listed(List<String> names) {
    String first = names.stream().limit(NAMES_IN_A_FINDING).collect(Collectors.joining(", "));
    int more = names.size() - NAMES_IN_A_FINDING;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  /**
   * An import, with the sums that show that nothing was dropped: used and unused elements are all
   * the file's elements, likewise relations.
   */
  record Translated(
      ImportedModel model,
      int usedElements,
      int unusedElements,
      int usedRelations,
      int unusedRelations) {}
}
