package org.concordat.formats.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.imports.ImportMerge.Outcome;
import org.concordat.formats.imports.ImportedModel.ImportedAsset;
import org.concordat.formats.imports.ImportedModel.ImportedDependency;
import org.concordat.formats.imports.ImportedModel.ImportedFactor;
import org.concordat.formats.imports.ImportedModel.ImportedGoal;
import org.concordat.formats.imports.ImportedModel.ImportedUnit;
import org.jspecify.annotations.Nullable;

/** One import under way, kind by kind. */
final class Merging {
  private final Workspace workspace;
  private final ImportedModel model;
  private final Registry<Unit> units = new Registry<>(Origin.Kind.UNIT, Unit::name);
  private final Registry<PlacedGoal> goals =
      new Registry<>(Origin.Kind.GOAL, placed -> placed.goal().name());
  private final Registry<Factor> factors = new Registry<>(Origin.Kind.FACTOR, Factor::name);
  private final Registry<Asset> assets = new Registry<>(Origin.Kind.ASSET, Asset::name);
  private final Registry<Dependency> dependencies =
      new Registry<>(Origin.Kind.DEPENDENCY, Merging::id);
  private final Ratings ratings;

  Merging(Workspace workspace, ImportedModel model, LocalDate on) {
    this.workspace = workspace;
    this.model = model;
    for (Unit unit : workspace.units()) {
      units.hold(unit.id(), unit);
      unit.goals().forEach(goal -> goals.hold(goal.id(), new PlacedGoal(unit.id(), goal)));
    }
    workspace.factors().forEach(factor -> factors.hold(factor.id(), factor));
    workspace.assets().forEach(asset -> assets.hold(asset.id(), asset));
    workspace.origins().stream()
        .filter(origin -> origin.source().equals(model.source()))
        .forEach(origin -> registry(origin.kind()).cameFrom(origin.element(), origin.id()));
    identify();
    holdDependencies();
    ratings = new Ratings(workspace, model, assets, on);
  }

  /** Gives every element its id, before anything refers to one. */
  private void identify() {
    model.units().forEach(u -> units.identify(u.element(), null, name(u.name(), u.element())));
    model.goals().forEach(g -> goals.identify(g.element(), null, name(g.name(), g.element())));
    model.factors().forEach(f -> factors.identify(f.element(), null, name(f.name(), f.element())));
    model.assets().forEach(a -> assets.identify(a.element(), a.id(), name(a.name(), a.element())));
  }

  /** Holds the dependencies that the source may speak of: those of assets of which it says any. */
  private void holdDependencies() {
    Set<String> depending = new HashSet<>();
    model.dependencies().forEach(need -> depending.add(assets.idOf(need.from())));
    dependencies.idsBefore().forEach(id -> depending.add(id.substring(0, id.indexOf('>'))));
    for (Dependency need : workspace.dependencies()) {
      if (depending.contains(need.from())) {
        dependencies.hold(id(need), need);
      }
    }
  }

  ImportMerge.Merged merged() {
    model.units().forEach(this::merge);
    model.goals().forEach(this::merge);
    model.factors().forEach(this::merge);
    Map<String, Set<String>> spokenOf = propertiesSpokenOf();
    model.assets().forEach(asset -> merge(asset, spokenOf));
    model.dependencies().forEach(this::merge);
    addFactorOfRatings();
    Workspace merged =
        new Workspace(
            workspace.organisation(),
            workspace.scale(),
            workspace.combination(),
            workspace.inheritance(),
            workspace.properties(),
            unitsWithGoals(),
            factors.entries(),
            assets.entries(),
            mergedDependencies(),
            ratings.impacts(),
            origins());
    return new ImportMerge.Merged(merged, outcomes());
  }

  private void merge(ImportedUnit unit) {
    String id = units.idOf(unit.element());
    Unit before = units.get(id);
    String name = name(unit.name(), unit.element());
    units.put(
        id,
        before == null
            ? new Unit(id, name, null, unit.description(), List.of())
            : new Unit(
                id,
                name,
                before.discipline(),
                stated(unit.description(), before.description()),
                before.goals()));
  }

  private void merge(ImportedGoal goal) {
    String id = goals.idOf(goal.element());
    PlacedGoal before = goals.get(id);
    String name = name(goal.name(), goal.element());
    String unit = goal.unit() == null ? null : units.idOf(goal.unit());
    goals.put(
        id,
        before == null
            ? new PlacedGoal(
                unit == null ? wholeOrganisation() : unit,
                new Goal(id, name, null, goal.description()))
            : new PlacedGoal(
                unit == null ? before.unit() : unit,
                new Goal(
                    id,
                    name,
                    before.goal().importance(),
                    stated(goal.description(), before.goal().description()))));
  }

  /** The id of the unit for goals that belong to no part of the organisation. */
  private String wholeOrganisation() {
    String slug = Slug.of(workspace.organisation().id());
    String id = slug.isEmpty() ? "organisation" : slug;
    if (units.get(id) == null) {
      String name = name(workspace.organisation().name(), id);
      units.put(id, new Unit(id, name, null, List.of()));
    }
    return id;
  }

  private void merge(ImportedFactor factor) {
    String id = factors.idOf(factor.element());
    Factor before = factors.get(id);
    String name = name(factor.name(), factor.element());
    factors.put(
        id,
        before == null
            ? new Factor(id, name, null, factor.description())
            : new Factor(
                id,
                name,
                before.controllable(),
                stated(factor.description(), before.description())));
  }

  private void merge(ImportedAsset asset, Map<String, Set<String>> spokenOf) {
    String id = assets.idOf(asset.element());
    Asset before = assets.get(id);
    String unit = asset.unit() == null ? null : units.idOf(asset.unit());
    Set<String> properties = new LinkedHashSet<>();
    if (asset.properties() != null) {
      properties.addAll(asset.properties());
    } else {
      properties.addAll(before == null ? SecurityProperty.CLASSIC : before.properties());
    }
    properties.addAll(spokenOf.getOrDefault(id, Set.of()));
    properties.addAll(ratings.propertiesOf(id));
    assets.put(
        id,
        new Asset(
            id,
            name(asset.name(), asset.element()),
            asset.kind(),
            before == null ? unit : stated(unit, before.unit()),
            before == null
                ? asset.description()
                : stated(asset.description(), before.description()),
            before == null ? List.copyOf(properties) : inOrder(before.properties(), properties)));
  }

  /** The properties in their old order, new ones last: another order says nothing else. */
  private static List<String> inOrder(List<String> before, Set<String> now) {
    return Stream.concat(before.stream().filter(now::contains), now.stream()).distinct().toList();
  }

  /** By asset, the properties that somebody's judgement or a dependency speaks of. */
  private Map<String, Set<String>> propertiesSpokenOf() {
    Map<String, Set<String>> spokenOf = new HashMap<>();
    for (Impact impact : ratings.judgementsOfOthers()) {
      if (impact instanceof Impact.RequirementImpact(var requirement, _, _)) {
        speak(spokenOf, requirement.asset(), requirement.property());
      }
    }
    for (Dependency need : workspace.dependencies()) {
      if (need.carries() != null) {
        need.carries()
            .forEach(
                (needed, given) -> {
                  speak(spokenOf, need.from(), needed);
                  speak(spokenOf, need.on(), given);
                });
      }
    }
    // Speaking of a property that an asset never had is the workspace's own mistake: it stays one.
    spokenOf.forEach(
        (id, properties) -> {
          Asset asset = assets.get(id);
          properties.retainAll(asset == null ? List.of() : asset.properties());
        });
    return spokenOf;
  }

  private static void speak(Map<String, Set<String>> spokenOf, String asset, String property) {
    spokenOf.computeIfAbsent(asset, _ -> new LinkedHashSet<>()).add(property);
  }

  private void merge(ImportedDependency imported) {
    Dependency need = new Dependency(assets.idOf(imported.from()), assets.idOf(imported.on()));
    String id = id(need);
    Dependency before = dependencies.get(id);
    dependencies.cameNow(imported.element(), id);
    dependencies.put(id, before == null ? need : before);
  }

  private static String id(Dependency need) {
    return need.from() + ">" + need.on();
  }

  /** The dependencies there were, also where two of them join the same assets, and the new ones. */
  private List<Dependency> mergedDependencies() {
    return Stream.concat(workspace.dependencies().stream(), dependencies.added().stream()).toList();
  }

  private void addFactorOfRatings() {
    if (!model.ratings().isEmpty() && factors.get(ImportMerge.RATED_IMPACT) == null) {
      factors.put(
          ImportMerge.RATED_IMPACT,
          new Factor(ImportMerge.RATED_IMPACT, "Impact as rated at its source", null));
    }
  }

  private List<Unit> unitsWithGoals() {
    Map<String, List<Goal>> goalsByUnit = new LinkedHashMap<>();
    goals
        .entries()
        .forEach(
            placed ->
                goalsByUnit
                    .computeIfAbsent(placed.unit(), _ -> new ArrayList<>())
                    .add(placed.goal()));
    return units.entries().stream()
        .map(
            unit ->
                new Unit(
                    unit.id(),
                    unit.name(),
                    unit.discipline(),
                    unit.description(),
                    goalsByUnit.getOrDefault(unit.id(), List.of())))
        .toList();
  }

  /** The origins there were, in their places, and the new ones at the end. */
  private List<Origin> origins() {
    Set<Origin> now = new LinkedHashSet<>();
    for (Origin.Kind kind : Origin.Kind.values()) {
      registry(kind)
          .idsByElement()
          .forEach((element, id) -> now.add(new Origin(model.source(), element, kind, id)));
    }
    List<Origin> all = new ArrayList<>(workspace.origins().size() + now.size());
    for (Origin origin : workspace.origins()) {
      if (!origin.source().equals(model.source()) || now.remove(origin)) {
        all.add(origin);
      }
    }
    all.addAll(now);
    return all;
  }

  private List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    for (Origin.Kind kind : Origin.Kind.values()) {
      outcomes.addAll(registry(kind).outcomes());
      outcomes.addAll(registry(kind).gone());
    }
    return outcomes;
  }

  private Registry<?> registry(Origin.Kind kind) {
    return switch (kind) {
      case UNIT -> units;
      case GOAL -> goals;
      case FACTOR -> factors;
      case ASSET -> assets;
      case DEPENDENCY -> dependencies;
    };
  }

  private static String name(String name, String otherwise) {
    return name.isBlank() ? otherwise : name.strip();
  }

  private static @Nullable String stated(@Nullable String stated, @Nullable String before) {
    return stated == null ? before : stated;
  }

  /** A goal and the unit that has it. */
  private record PlacedGoal(String unit, Goal goal) {}
}
