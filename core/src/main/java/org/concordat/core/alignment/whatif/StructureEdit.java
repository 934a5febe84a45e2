package org.concordat.core.alignment.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Wanted;
import org.concordat.core.workspace.WorkspaceChange;
import org.jspecify.annotations.Nullable;

/** The organisation has other units or assets, or these depend on each other in another way. */
public sealed interface StructureEdit extends DraftEdit {
  /**
   * There is one more unit, without goals yet.
   *
   * @param id null for one that is made of the name
   */
  record NewUnit(@Nullable String id, String name) implements StructureEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      String chosen = Present.newId("unit", id, name, taken -> model.unit(taken) != null);
      return Wanted.unit(model, chosen, new Unit(chosen, name.strip(), null, List.of()));
    }
  }

  /**
   * A unit is gone, with its goals and what factors do to these; its assets stay and are nobody's.
   */
  record UnitGone(String unit) implements StructureEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      Unit present = Present.unit(unit, model);
      List<WorkspaceChange> changes = new ArrayList<>();
      for (Goal goal : present.goals()) {
        changes.addAll(Present.impactsOn(goal.id(), model));
      }
      for (Asset was : model.workspace().assets()) {
        if (unit.equals(was.unit())) {
          Asset nobodys =
              new Asset(
                  was.id(), was.name(), was.kind(), null, was.description(), was.properties());
          changes.addAll(Wanted.asset(model, was.id(), nobodys));
        }
      }
      changes.addAll(Wanted.unit(model, unit, null));
      return changes;
    }
  }

  /**
   * There is one more asset, with the classic properties.
   *
   * @param id null for one that is made of the name
   */
  record NewAsset(@Nullable String id, String name, AssetKind kind, @Nullable String unit)
      implements StructureEdit {
    public NewAsset(String name, AssetKind kind, @Nullable String unit) {
      this(null, name, kind, unit);
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      String chosen = Present.newId("asset", id, name, taken -> model.asset(taken) != null);
      String owner = unit == null ? null : Present.unit(unit, model).id();
      Asset asset = new Asset(chosen, name.strip(), kind, owner, SecurityProperty.CLASSIC);
      return Wanted.asset(model, chosen, asset);
    }
  }

  /** An asset is gone, with its impacts and its dependencies. */
  record AssetGone(String asset) implements StructureEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      return Wanted.withoutAssets(model, Set.of(Present.asset(asset, model).id()));
    }
  }

  /**
   * An asset depends on another with a strength, or not at all. How the need is passed on stays.
   *
   * @param strength null for the top of the scale
   */
  record AssetDependency(String from, String on, @Nullable Level strength, boolean gone)
      implements StructureEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      List<Dependency> present = dependencies(from, on, model);
      List<Dependency> wanted =
          gone
              ? List.of()
              : present.isEmpty()
                  ? List.of(new Dependency(from, on, strength, null, null))
                  : present.stream()
                      .map(d -> new Dependency(from, on, strength, d.carries(), d.redundancy()))
                      .distinct()
                      .toList();
      return Wanted.dependencies(model, from, on, wanted);
    }
  }

  /**
   * A dependency passes needs on in another way; its strength stays.
   *
   * @param carries which property of {@code from} needs which of {@code on}; null for each that
   *     both have, to itself
   * @param redundancy the group of interchangeable assets that {@code on} is in, or null for none;
   *     all members of the group then need as many
   */
  record Passing(
      String from,
      String on,
      @Nullable SortedMap<String, String> carries,
      @Nullable Redundancy redundancy)
      implements StructureEdit {
    public Passing {
      carries = carries == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(carries));
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      List<Dependency> present = dependencies(from, on, model);
      if (present.isEmpty()) {
        throw new IllegalArgumentException(
            "'%s' does not depend on '%s'; try the dependency out first".formatted(from, on));
      }
      List<WorkspaceChange> changes =
          new ArrayList<>(
              Wanted.dependencies(
                  model,
                  from,
                  on,
                  present.stream()
                      .map(d -> new Dependency(from, on, d.strength(), carries, redundancy))
                      .distinct()
                      .toList()));
      if (redundancy != null) {
        changes.addAll(others(redundancy, model));
      }
      return changes;
    }

    /** The other members of the group, which must need as many. */
    private List<WorkspaceChange> others(Redundancy wanted, Snapshot model) {
      List<WorkspaceChange> changes = new ArrayList<>();
      for (Dependency other : model.dependenciesOf(from)) {
        Redundancy its = other.redundancy();
        if (its != null
            && !other.on().equals(on)
            && its.group().equals(wanted.group())
            && its.needs() != wanted.needs()) {
          changes.add(
              new WorkspaceChange.DependencyChange(
                  other,
                  new Dependency(
                      other.from(), other.on(), other.strength(), other.carries(), wanted)));
        }
      }
      return changes;
    }
  }

  private static List<Dependency> dependencies(String from, String on, Snapshot model) {
    Present.asset(from, model);
    Present.asset(on, model);
    return model.dependenciesOf(from).stream().filter(d -> d.on().equals(on)).toList();
  }
}
