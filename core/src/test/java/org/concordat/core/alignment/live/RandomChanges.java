package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.RandomWorkspaces;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceDiff;
import org.jspecify.annotations.Nullable;

/**
 * Lists of changes to a workspace as people and programs make them: mostly small and sound, often
 * with something forgotten, sometimes made from an older state, now and then of everything at once.
 */
final class RandomChanges {
  private static final List<AssetKind> KINDS = List.of(AssetKind.values());

  private final Random random;

  RandomChanges(Random random) {
    this.random = random;
  }

  List<WorkspaceChange> of(Workspace workspace) {
    List<WorkspaceChange> changes =
        new ArrayList<>(
            random.nextInt(12) == 0
                ? WorkspaceDiff.between(workspace, RandomWorkspaces.of(random.nextInt(1_000)))
                : WorkspaceDiff.between(workspace, edited(workspace)));
    switch (random.nextInt(10)) {
      case 0 -> changes.removeIf(_ -> random.nextInt(3) == 0);
      case 1 -> Collections.shuffle(changes, random);
      case 2 -> changes.replaceAll(change -> random.nextInt(4) == 0 ? change.inverse() : change);
      case 3 -> joinAssets(changes);
      default -> {}
    }
    return changes;
  }

  /** Makes one change of a removal and an addition: the asset gets another id. */
  private static void joinAssets(List<WorkspaceChange> changes) {
    List<WorkspaceChange.AssetChange> assets =
        changes.stream()
            .filter(WorkspaceChange.AssetChange.class::isInstance)
            .map(WorkspaceChange.AssetChange.class::cast)
            .toList();
    if (assets.size() >= 2) {
      WorkspaceChange.AssetChange one = assets.get(0);
      WorkspaceChange.AssetChange other = assets.get(1);
      changes.remove(one);
      changes.remove(other);
      if (one.before() != null || other.after() != null) {
        changes.add(new WorkspaceChange.AssetChange(one.before(), other.after()));
      }
      if (other.before() != null || one.after() != null) {
        changes.add(new WorkspaceChange.AssetChange(other.before(), one.after()));
      }
    }
  }

  private Workspace edited(Workspace workspace) {
    Workspace edited = workspace;
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      edited = editedOnce(edited);
    }
    return edited;
  }

  private Workspace editedOnce(Workspace w) {
    return switch (random.nextInt(17)) {
      case 0 -> withAssets(w, removed(w.assets()));
      case 1 -> withoutAsset(w);
      case 2, 3 -> withAssets(w, changed(w.assets(), asset -> otherAsset(w, asset)));
      case 4 -> withAssets(w, added(w.assets(), newAsset(w)));
      case 5, 6 -> withDependencies(w, edited(w.dependencies(), _ -> dependency(w)));
      case 7, 8, 9 -> withImpacts(w, edited(w.impacts(), impact -> impact(w, impact)));
      case 10 -> withUnits(w, changed(w.units(), this::reweighed));
      case 15 -> withUnits(w, withMovedGoals(w.units()));
      case 11 -> withUnits(w, edited(w.units(), unit -> otherUnit(unit)));
      case 12 -> withFactors(w, edited(w.factors(), this::otherFactor));
      case 13 -> withoutFactor(w);
      case 14 -> withOrigins(w);
      default -> withSettings(w);
    };
  }

  private <T> List<T> edited(List<T> list, Function<@Nullable T, T> other) {
    return switch (random.nextInt(3)) {
      case 0 -> removed(list);
      case 1 -> changed(list, entry -> other.apply(entry));
      default -> added(list, other.apply(null));
    };
  }

  private <T> List<T> removed(List<T> list) {
    List<T> result = new ArrayList<>(list);
    if (!list.isEmpty()) {
      result.remove(random.nextInt(list.size()));
    }
    return result;
  }

  private <T> List<T> changed(List<T> list, Function<T, T> other) {
    List<T> result = new ArrayList<>(list);
    if (!list.isEmpty()) {
      int place = random.nextInt(list.size());
      result.set(place, other.apply(list.get(place)));
    }
    return result;
  }

  private static <T> List<T> added(List<T> list, T entry) {
    return Stream.concat(list.stream(), Stream.of(entry)).toList();
  }

  private <T> T any(List<T> list, T otherwise) {
    return list.isEmpty() ? otherwise : list.get(random.nextInt(list.size()));
  }

  private Workspace withoutAsset(Workspace w) {
    if (w.assets().isEmpty()) {
      return w;
    }
    Asset gone = w.assets().get(random.nextInt(w.assets().size()));
    return new Workspace(
        w.organisation(),
        w.scale(),
        w.combination(),
        w.inheritance(),
        w.properties(),
        w.units(),
        w.factors(),
        w.assets().stream().filter(a -> !a.equals(gone)).toList(),
        w.dependencies().stream()
            .filter(d -> !d.from().equals(gone.id()) && !d.on().equals(gone.id()))
            .toList(),
        w.impacts().stream()
            .filter(
                i ->
                    !(i instanceof Impact.RequirementImpact(var requirement, _, _)
                        && requirement.asset().equals(gone.id())))
            .toList(),
        w.origins());
  }

  private Workspace withoutFactor(Workspace w) {
    String gone = any(w.factors(), new Factor("none", "None", null)).id();
    return withFactors(
        withImpacts(
            w,
            w.impacts().stream()
                .filter(i -> !i.link().from().equals(gone) && !i.link().to().equals(gone))
                .toList()),
        w.factors().stream().filter(f -> !f.id().equals(gone)).toList());
  }

  private Asset newAsset(Workspace w) {
    return new Asset(
        any(List.of("n" + random.nextInt(30), "a0", "Bücher-1".replace("ü", "u")), "n"),
        any(List.of("Straße", "strasse", "Äpfel", "apfel", "Zug"), "Neu") + random.nextInt(3),
        any(KINDS, AssetKind.PEOPLE),
        unitOrNull(w),
        random.nextBoolean() ? null : "Résumé of " + random.nextInt(9),
        random.nextInt(5) == 0 ? List.of() : SecurityProperty.CLASSIC);
  }

  private @Nullable String unitOrNull(Workspace w) {
    return w.units().isEmpty() || random.nextBoolean()
        ? null
        : w.units().get(random.nextInt(w.units().size())).id();
  }

  private Asset otherAsset(Workspace w, Asset asset) {
    List<String> properties = new ArrayList<>(asset.properties());
    if (random.nextBoolean()) {
      Collections.shuffle(properties, random);
      if (random.nextBoolean() && !properties.isEmpty()) {
        properties.removeLast();
      } else if (!properties.contains("traceability")) {
        properties.add("traceability");
      }
    }
    return new Asset(
        asset.id(),
        random.nextBoolean() ? asset.name() : "Ökonomie " + random.nextInt(4),
        random.nextBoolean() ? asset.kind() : any(KINDS, AssetKind.PEOPLE),
        random.nextBoolean() ? asset.unit() : unitOrNull(w),
        asset.description(),
        properties);
  }

  private Dependency dependency(Workspace w) {
    Asset fallback = newAsset(w);
    Asset from = any(w.assets(), fallback);
    Asset on = any(w.assets(), fallback);
    if (random.nextInt(4) == 0 && !w.dependencies().isEmpty()) {
      return w.dependencies().get(random.nextInt(w.dependencies().size()));
    }
    Redundancy redundancy =
        random.nextInt(4) == 0 ? new Redundancy("spare", 1 + random.nextInt(2)) : null;
    return new Dependency(
        from.id(), on.id(), random.nextBoolean() ? null : level(w), null, redundancy);
  }

  private Level level(Workspace w) {
    return Level.of(1 + random.nextInt(w.scale().size()));
  }

  private Impact impact(Workspace w, @Nullable Impact like) {
    Judgement judgement =
        new Judgement(
            level(w), random.nextBoolean() ? null : "a.adams", null, null, random.nextInt(4) == 0);
    if (like instanceof Impact.RequirementImpact(var requirement, var factor, _)) {
      return new Impact.RequirementImpact(requirement, factor, judgement);
    }
    if (like instanceof Impact.FactorImpact(var factor, var goal, _)) {
      return new Impact.FactorImpact(factor, goal, judgement);
    }
    String factor = any(w.factors(), new Factor("none", "None", null)).id();
    List<Goal> goals = w.units().stream().flatMap(unit -> unit.goals().stream()).toList();
    if (random.nextBoolean() && !goals.isEmpty()) {
      return new Impact.FactorImpact(factor, any(goals, goals.getFirst()).id(), judgement);
    }
    Asset asset = any(w.assets(), newAsset(w));
    return new Impact.RequirementImpact(
        new Requirement(asset.id(), any(asset.properties(), "integrity")), factor, judgement);
  }

  private Unit reweighed(Unit unit) {
    return new Unit(
        unit.id(),
        unit.name(),
        unit.discipline(),
        unit.description(),
        unit.goals().stream()
            .map(goal -> new Goal(goal.id(), goal.name(), Level.of(1 + random.nextInt(2))))
            .toList());
  }

  /** The goals of the first unit go to the last one, and sometimes it goes itself. */
  private List<Unit> withMovedGoals(List<Unit> units) {
    if (units.size() < 2) {
      return units;
    }
    List<Unit> result = new ArrayList<>(units);
    Unit first = result.removeFirst();
    Unit last = result.removeLast();
    if (random.nextInt(3) > 0) {
      result.addFirst(withGoals(first, List.of()));
    }
    result.add(
        withGoals(last, Stream.concat(last.goals().stream(), first.goals().stream()).toList()));
    return result;
  }

  private static Unit withGoals(Unit unit, List<Goal> goals) {
    return new Unit(unit.id(), unit.name(), unit.discipline(), unit.description(), goals);
  }

  private Unit otherUnit(@Nullable Unit unit) {
    if (unit == null) {
      return new Unit(
          "nu" + random.nextInt(4),
          "Vertrieb",
          null,
          List.of(new Goal("ng" + random.nextInt(4), "Goal", null)));
    }
    return new Unit(
        unit.id(),
        random.nextBoolean() ? unit.name() : "Übersee",
        unit.discipline(),
        unit.description(),
        random.nextBoolean() ? unit.goals() : removed(unit.goals()));
  }

  private Factor otherFactor(@Nullable Factor factor) {
    return new Factor(
        factor == null ? "nf" + random.nextInt(4) : factor.id(),
        "Name " + random.nextInt(5),
        random.nextBoolean());
  }

  private Workspace withOrigins(Workspace w) {
    Origin origin =
        new Origin("list.csv", "e" + random.nextInt(5), Origin.Kind.ASSET, "a" + random.nextInt(4));
    return new Workspace(
        w.organisation(),
        w.scale(),
        w.combination(),
        w.inheritance(),
        random.nextBoolean()
            ? w.properties()
            : edited(
                w.properties(),
                _ -> new PropertyDefinition("p" + random.nextInt(3), "Property", null)),
        w.units(),
        w.factors(),
        w.assets(),
        w.dependencies(),
        w.impacts(),
        edited(w.origins(), _ -> origin));
  }

  private Workspace withSettings(Workspace w) {
    ImpactScale scale =
        switch (random.nextInt(4)) {
          case 0 -> ImpactScale.DEFAULT;
          case 1 -> new ImpactScale(w.scale().names().stream().map(name -> name + "x").toList());
          case 2 -> new ImpactScale(List.of("a", "b", "c", "d", "e", "f"));
          default -> w.scale();
        };
    Combination combination =
        switch (random.nextInt(4)) {
          case 0 -> Combination.DEFAULT;
          case 1 -> new Combination(new Along.Product(), Combination.Across.MAXIMUM);
          case 2 -> new Combination(new Along.WeakestLink(), Combination.Across.AVERAGE);
          default -> w.combination();
        };
    return new Workspace(
        new Organisation("org", "Organisation " + random.nextInt(3), null),
        scale,
        combination,
        random.nextBoolean() ? w.inheritance() : Inheritance.DEFAULT,
        w.properties(),
        w.units(),
        w.factors(),
        w.assets(),
        w.dependencies(),
        w.impacts(),
        w.origins());
  }

  private static Workspace withAssets(Workspace w, List<Asset> assets) {
    return with(w, w.units(), w.factors(), assets, w.dependencies(), w.impacts());
  }

  private static Workspace withDependencies(Workspace w, List<Dependency> dependencies) {
    return with(w, w.units(), w.factors(), w.assets(), dependencies, w.impacts());
  }

  private static Workspace withImpacts(Workspace w, List<Impact> impacts) {
    return with(w, w.units(), w.factors(), w.assets(), w.dependencies(), impacts);
  }

  private static Workspace withFactors(Workspace w, List<Factor> factors) {
    return with(w, w.units(), factors, w.assets(), w.dependencies(), w.impacts());
  }

  private static Workspace withUnits(Workspace w, List<Unit> units) {
    boolean unique = units.stream().map(Unit::id).distinct().count() == units.size();
    return unique ? with(w, units, w.factors(), w.assets(), w.dependencies(), w.impacts()) : w;
  }

  private static Workspace with(
      Workspace w,
      List<Unit> units,
      List<Factor> factors,
      List<Asset> assets,
      List<Dependency> dependencies,
      List<Impact> impacts) {
    return new Workspace(
        w.organisation(),
        w.scale(),
        w.combination(),
        w.inheritance(),
        w.properties(),
        units,
        factors,
        assets,
        dependencies,
        impacts,
        w.origins());
  }
}
