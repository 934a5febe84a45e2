package org.concordat.core.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Unit;

/**
 * A piece of a workspace that may change by itself. A workspace is its entries: {@link #of} takes
 * it apart, {@link #workspace} puts it together.
 */
public sealed interface WorkspaceEntry {
  /** What makes two entries the same piece, in two workspaces; unique within one. */
  String key();

  record OfOrganisation(Organisation organisation) implements WorkspaceEntry {
    @Override
    public String key() {
      return "organisation";
    }
  }

  record OfScale(ImpactScale scale) implements WorkspaceEntry {
    @Override
    public String key() {
      return "scale";
    }
  }

  record OfCombination(Combination combination) implements WorkspaceEntry {
    @Override
    public String key() {
      return "combination";
    }
  }

  record OfInheritance(Inheritance inheritance) implements WorkspaceEntry {
    @Override
    public String key() {
      return "inheritance";
    }
  }

  record OfProperty(PropertyDefinition property) implements WorkspaceEntry {
    @Override
    public String key() {
      return "property " + property.id();
    }
  }

  /** A unit without its goals. */
  record OfUnit(Unit unit) implements WorkspaceEntry {
    @Override
    public String key() {
      return "unit " + unit.id();
    }
  }

  /** A goal, with the unit that has it. */
  record OfGoal(String unit, Goal goal) implements WorkspaceEntry {
    @Override
    public String key() {
      return "goal " + goal.id();
    }
  }

  record OfFactor(Factor factor) implements WorkspaceEntry {
    @Override
    public String key() {
      return "factor " + factor.id();
    }
  }

  record OfAsset(Asset asset) implements WorkspaceEntry {
    @Override
    public String key() {
      return "asset " + asset.id();
    }
  }

  /**
   * A dependency.
   *
   * @param number from 0, tells those apart that join the same assets in the same way
   */
  record OfDependency(Dependency dependency, int number) implements WorkspaceEntry {
    @Override
    public String key() {
      Redundancy redundancy = dependency.redundancy();
      return "dependency %s>%s %s %s %d"
          .formatted(
              dependency.from(),
              dependency.on(),
              dependency.carries(),
              redundancy == null ? "" : redundancy.group(),
              number);
    }
  }

  record OfImpact(Impact impact) implements WorkspaceEntry {
    @Override
    public String key() {
      return "impact %s>%s by %s %s"
          .formatted(
              impact.link().from(),
              impact.link().to(),
              impact.judgement().by(),
              impact.judgement().agreed());
    }
  }

  /**
   * An origin.
   *
   * @param origin of which source, element and kind name the piece
   */
  record OfOrigin(Origin origin) implements WorkspaceEntry {
    @Override
    public String key() {
      return "origin %s %s %s".formatted(origin.source(), origin.kind(), origin.element());
    }
  }

  /**
   * The entries of a workspace by their keys, in the order in which they stand.
   *
   * @param workspace without errors
   */
  static Map<String, WorkspaceEntry> of(Workspace workspace) {
    List<WorkspaceEntry> entries = new ArrayList<>();
    entries.add(new OfOrganisation(workspace.organisation()));
    entries.add(new OfScale(workspace.scale()));
    entries.add(new OfCombination(workspace.combination()));
    entries.add(new OfInheritance(workspace.inheritance()));
    workspace.properties().forEach(p -> entries.add(new OfProperty(p)));
    for (Unit unit : workspace.units()) {
      entries.add(new OfUnit(with(unit, List.of())));
      unit.goals().forEach(goal -> entries.add(new OfGoal(unit.id(), goal)));
    }
    workspace.factors().forEach(f -> entries.add(new OfFactor(f)));
    workspace.assets().forEach(a -> entries.add(new OfAsset(a)));
    Map<String, Integer> numbers = new HashMap<>();
    for (Dependency dependency : workspace.dependencies()) {
      String first = new OfDependency(dependency, 0).key();
      int number = numbers.merge(first, 1, Integer::sum) - 1;
      entries.add(new OfDependency(dependency, number));
    }
    workspace.impacts().forEach(i -> entries.add(new OfImpact(i)));
    workspace.origins().forEach(o -> entries.add(new OfOrigin(o)));
    Map<String, WorkspaceEntry> byKey = LinkedHashMap.newLinkedHashMap(entries.size());
    entries.forEach(e -> byKey.put(e.key(), e));
    return byKey;
  }

  private static Unit with(Unit unit, List<Goal> goals) {
    return new Unit(unit.id(), unit.name(), unit.discipline(), unit.description(), goals);
  }

  /**
   * The workspace of some entries. Goals of a unit that is not among them are left out.
   *
   * @throws IllegalArgumentException when the organisation is not among them
   */
  static Workspace workspace(Iterable<WorkspaceEntry> entries) {
    Organisation organisation = null;
    ImpactScale scale = ImpactScale.DEFAULT;
    Combination combination = Combination.DEFAULT;
    Inheritance inheritance = Inheritance.DEFAULT;
    List<PropertyDefinition> properties = new ArrayList<>();
    List<Unit> units = new ArrayList<>();
    Map<String, List<Goal>> goals = new HashMap<>();
    List<Factor> factors = new ArrayList<>();
    List<Asset> assets = new ArrayList<>();
    List<Dependency> dependencies = new ArrayList<>();
    List<Impact> impacts = new ArrayList<>();
    List<Origin> origins = new ArrayList<>();
    for (WorkspaceEntry entry : entries) {
      switch (entry) {
        case OfOrganisation(var value) -> organisation = value;
        case OfScale(var value) -> scale = value;
        case OfCombination(var value) -> combination = value;
        case OfInheritance(var value) -> inheritance = value;
        case OfProperty(var value) -> properties.add(value);
        case OfUnit(var value) -> units.add(value);
        case OfGoal(var unit, var value) ->
            goals.computeIfAbsent(unit, u -> new ArrayList<>()).add(value);
        case OfFactor(var value) -> factors.add(value);
        case OfAsset(var value) -> assets.add(value);
        case OfDependency(var value, _) -> dependencies.add(value);
        case OfImpact(var value) -> impacts.add(value);
        case OfOrigin(var value) -> origins.add(value);
      }
    }
    if (organisation == null) {
      throw new IllegalArgumentException("a workspace needs an organisation");
    }
    units.replaceAll(unit -> with(unit, goals.getOrDefault(unit.id(), List.of())));
    return new Workspace(
        organisation,
        scale,
        combination,
        inheritance,
        properties,
        units,
        factors,
        assets,
        dependencies,
        impacts,
        origins);
  }
}
