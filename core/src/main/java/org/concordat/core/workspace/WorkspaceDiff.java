package org.concordat.core.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.WorkspaceChange.CombinationChange;
import org.concordat.core.workspace.WorkspaceChange.InheritanceChange;
import org.concordat.core.workspace.WorkspaceChange.OrganisationChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.core.workspace.WorkspaceChange.ScaleChange;

/** What differs between two workspaces. */
public final class WorkspaceDiff {
  private WorkspaceDiff() {}

  /**
   * The changes that make one workspace the other: settings first, then property definitions,
   * units, goals, factors, assets, dependencies, impacts and origins, each by its id.
   *
   * <p>Entries are the same when they have the same id; dependencies, the same two assets; impacts,
   * the same link and judge; origins, the same element of the same source. The order of entries and
   * of an asset's properties is no difference. There is no change too many: each entry that differs
   * is in one change. Takes time linear in the two workspaces, and sorts what differs.
   *
   * @throws IllegalArgumentException when the id of a unit stands twice in one of them
   */
  public static List<WorkspaceChange> between(Workspace before, Workspace after) {
    requireUniqueUnits(before);
    requireUniqueUnits(after);
    List<WorkspaceChange> changes = new ArrayList<>();
    addSetting(before, after, Workspace::organisation, OrganisationChange::new, changes);
    addSetting(before, after, Workspace::scale, ScaleChange::new, changes);
    addSetting(before, after, Workspace::combination, CombinationChange::new, changes);
    addSetting(before, after, Workspace::inheritance, InheritanceChange::new, changes);
    changes.addAll(Entries.PROPERTIES.between(before.properties(), after.properties()));
    changes.addAll(Entries.UNITS.between(before.units(), after.units()));
    changes.addAll(Entries.GOALS.between(Entries.goalsOf(before), Entries.goalsOf(after)));
    changes.addAll(Entries.FACTORS.between(before.factors(), after.factors()));
    changes.addAll(Entries.ASSETS.between(before.assets(), after.assets()));
    changes.addAll(Entries.DEPENDENCIES.between(before.dependencies(), after.dependencies()));
    changes.addAll(Entries.IMPACTS.between(before.impacts(), after.impacts()));
    changes.addAll(Entries.ORIGINS.between(before.origins(), after.origins()));
    return List.copyOf(changes);
  }

  private static <T> void addSetting(
      Workspace before,
      Workspace after,
      Function<Workspace, T> setting,
      BiFunction<T, T, WorkspaceChange> change,
      List<WorkspaceChange> changes) {
    T was = setting.apply(before);
    T is = setting.apply(after);
    if (!was.equals(is)) {
      changes.add(change.apply(was, is));
    }
  }

  private static void requireUniqueUnits(Workspace workspace) {
    Map<String, Unit> seen = new LinkedHashMap<>();
    for (Unit unit : workspace.units()) {
      if (seen.put(unit.id(), unit) != null) {
        throw new IllegalArgumentException("the unit '" + unit.id() + "' stands twice");
      }
    }
  }

  /**
   * The workspace with all of these changes, made at once: each says what the workspace holds, not
   * what another change leaves. Entries stay in their places; new ones stand last.
   *
   * <p>Some of the changes between two workspaces may leave references that lead nowhere, see
   * {@link ChangeDependencies}. Takes time linear in the changes and the lists that they touch.
   *
   * @throws IllegalArgumentException when the workspace is not as a change says it was, or a goal
   *     would have no unit
   */
  public static Workspace apply(Workspace workspace, List<WorkspaceChange> changes) {
    return new Workspace(
        setting(workspace.organisation(), OrganisationChange.class, Organisation.class, changes),
        setting(workspace.scale(), ScaleChange.class, ImpactScale.class, changes),
        setting(workspace.combination(), CombinationChange.class, Combination.class, changes),
        setting(workspace.inheritance(), InheritanceChange.class, Inheritance.class, changes),
        Entries.PROPERTIES.applied(workspace.properties(), changes),
        units(workspace, changes),
        Entries.FACTORS.applied(workspace.factors(), changes),
        Entries.ASSETS.applied(workspace.assets(), changes),
        Entries.DEPENDENCIES.applied(workspace.dependencies(), changes),
        Entries.IMPACTS.applied(workspace.impacts(), changes),
        Entries.ORIGINS.applied(workspace.origins(), changes));
  }

  private static <T> T setting(
      T current,
      Class<? extends WorkspaceChange> kind,
      Class<T> type,
      List<WorkspaceChange> changes) {
    T result = current;
    for (WorkspaceChange change : changes) {
      if (kind.isInstance(change)) {
        if (!result.equals(change.before())) {
          throw new IllegalArgumentException(
              "the workspace has " + result + ", not " + change.before());
        }
        result = Objects.requireNonNull(type.cast(change.after()));
      }
    }
    return result;
  }

  private static List<Unit> units(Workspace workspace, List<WorkspaceChange> changes) {
    List<OwnedGoal> goalsBefore = Entries.goalsOf(workspace);
    List<Unit> units = Entries.UNITS.applied(workspace.units(), changes);
    List<OwnedGoal> goals = Entries.GOALS.applied(goalsBefore, changes);
    if (units.equals(workspace.units()) && goals.equals(goalsBefore)) {
      return workspace.units();
    }
    Map<String, List<Goal>> byUnit = new LinkedHashMap<>();
    units.forEach(unit -> byUnit.put(unit.id(), new ArrayList<>()));
    for (OwnedGoal owned : goals) {
      List<Goal> ofUnit = byUnit.get(owned.unit());
      if (ofUnit == null) {
        throw new IllegalArgumentException(
            "the goal '" + owned.goal().id() + "' has no unit '" + owned.unit() + "'");
      }
      ofUnit.add(owned.goal());
    }
    return units.stream()
        .map(
            unit ->
                new Unit(
                    unit.id(),
                    unit.name(),
                    unit.discipline(),
                    unit.description(),
                    byUnit.getOrDefault(unit.id(), List.of())))
        .toList();
  }
}
