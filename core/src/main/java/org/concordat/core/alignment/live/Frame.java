package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.core.workspace.WorkspaceDiff;

/**
 * The short lists of a workspace: settings, properties, units with their goals, factors. There are
 * thousands at the most, so a change makes them anew.
 */
final class Frame {
  /** A workspace without assets, dependencies, impacts and origins. */
  final Workspace workspace;

  final Map<String, Unit> units = new LinkedHashMap<>();
  final Map<String, OwnedGoal> goals = new LinkedHashMap<>();
  final Map<String, Factor> factors = new LinkedHashMap<>();

  private Frame(Workspace workspace) {
    this.workspace = workspace;
    for (Unit unit : workspace.units()) {
      units.put(unit.id(), unit);
      for (Goal goal : unit.goals()) {
        goals.put(goal.id(), new OwnedGoal(unit.id(), goal));
      }
    }
    workspace.factors().forEach(factor -> factors.put(factor.id(), factor));
  }

  static Frame of(Workspace whole) {
    return new Frame(
        new Workspace(
            whole.organisation(),
            whole.scale(),
            whole.combination(),
            whole.inheritance(),
            whole.properties(),
            whole.units(),
            whole.factors(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  /** Whether a change is one of the short lists. */
  static boolean holds(WorkspaceChange change) {
    return switch (change) {
      case WorkspaceChange.OrganisationChange _,
          WorkspaceChange.ScaleChange _,
          WorkspaceChange.CombinationChange _,
          WorkspaceChange.InheritanceChange _,
          WorkspaceChange.PropertyChange _,
          WorkspaceChange.UnitChange _,
          WorkspaceChange.GoalChange _,
          WorkspaceChange.FactorChange _ ->
          true;
      case WorkspaceChange.AssetChange _,
          WorkspaceChange.DependencyChange _,
          WorkspaceChange.ImpactChange _,
          WorkspaceChange.OriginChange _ ->
          false;
    };
  }

  /** This frame with those of the changes that are its own; they are not stale. */
  Frame with(List<WorkspaceChange> changes) {
    List<WorkspaceChange> own = changes.stream().filter(Frame::holds).toList();
    return own.isEmpty() ? this : new Frame(WorkspaceDiff.apply(workspace, own));
  }

  /** Whether the estate of the other frame has the same settings, units, goals and factors. */
  boolean hasShapeOf(Frame other) {
    return workspace.scale().equals(other.workspace.scale())
        && workspace.combination().equals(other.workspace.combination())
        && workspace.inheritance().equals(other.workspace.inheritance())
        && List.copyOf(units.keySet()).equals(List.copyOf(other.units.keySet()))
        && unitsOfGoals().equals(other.unitsOfGoals())
        && factors.keySet().equals(other.factors.keySet());
  }

  private Map<String, String> unitsOfGoals() {
    Map<String, String> owners = HashMap.newHashMap(goals.size());
    goals.forEach((id, goal) -> owners.put(id, goal.unit()));
    return owners;
  }

  /** The goals whose importance is another one in a frame of the same shape. */
  List<Goal> reweighed(Frame after) {
    List<Goal> changed = new ArrayList<>();
    goals.forEach(
        (id, owned) -> {
          OwnedGoal now = after.goals.get(id);
          if (now != null
              && !now.goal()
                  .importanceOn(workspace.scale())
                  .equals(owned.goal().importanceOn(workspace.scale()))) {
            changed.add(now.goal());
          }
        });
    return changed;
  }
}
