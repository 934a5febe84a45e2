package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.EstateChange;
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

  /**
   * Whether the estate can follow to another frame step by step: the settings are the same, and
   * units are gone or stand last where they are new.
   */
  boolean leadsTo(Frame after) {
    List<String> inOrder = new ArrayList<>(units.keySet());
    inOrder.removeIf(id -> !after.units.containsKey(id));
    after.units.keySet().stream().filter(id -> !units.containsKey(id)).forEach(inOrder::add);
    return workspace.scale().equals(after.workspace.scale())
        && workspace.combination().equals(after.workspace.combination())
        && workspace.inheritance().equals(after.workspace.inheritance())
        && List.copyOf(after.units.keySet()).equals(inOrder);
  }

  /** The steps from this frame to another, up to the point where links are set. */
  List<EstateChange> stepsTo(Frame after) {
    if (after == this) {
      return List.of();
    }
    List<EstateChange> steps = new ArrayList<>();
    for (String unit : after.units.keySet()) {
      if (!units.containsKey(unit)) {
        steps.add(new EstateChange.UnitAdded(unit));
      }
    }
    for (String factor : after.factors.keySet()) {
      if (!factors.containsKey(factor)) {
        steps.add(new EstateChange.FactorAdded(factor));
      }
    }
    after.goals.forEach(
        (id, owned) -> {
          Level importance = owned.goal().importanceOn(workspace.scale());
          OwnedGoal was = goals.get(id);
          if (was == null
              || !was.unit().equals(owned.unit())
              || !was.goal().importanceOn(workspace.scale()).equals(importance)) {
            steps.add(new EstateChange.GoalSet(id, owned.unit(), importance));
          }
        });
    return steps;
  }

  /** The steps that are left once no link leads to what goes. */
  List<EstateChange> lastStepsTo(Frame after) {
    if (after == this) {
      return List.of();
    }
    List<EstateChange> steps = new ArrayList<>();
    for (String factor : factors.keySet()) {
      if (!after.factors.containsKey(factor)) {
        steps.add(new EstateChange.FactorRemoved(factor));
      }
    }
    for (String goal : goals.keySet()) {
      if (!after.goals.containsKey(goal)) {
        steps.add(new EstateChange.GoalRemoved(goal));
      }
    }
    for (String unit : units.keySet()) {
      if (!after.units.containsKey(unit)) {
        steps.add(new EstateChange.UnitRemoved(unit));
      }
    }
    return steps;
  }
}
