package org.concordat.server.trail.history;

import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.FactorImpact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
import org.concordat.core.workspace.WorkspaceChange.CombinationChange;
import org.concordat.core.workspace.WorkspaceChange.DependencyChange;
import org.concordat.core.workspace.WorkspaceChange.FactorChange;
import org.concordat.core.workspace.WorkspaceChange.GoalChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.concordat.core.workspace.WorkspaceChange.InheritanceChange;
import org.concordat.core.workspace.WorkspaceChange.OrganisationChange;
import org.concordat.core.workspace.WorkspaceChange.OriginChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.core.workspace.WorkspaceChange.PropertyChange;
import org.concordat.core.workspace.WorkspaceChange.ScaleChange;
import org.concordat.core.workspace.WorkspaceChange.UnitChange;
import org.jspecify.annotations.Nullable;

/**
 * A thing that was changed after an action, so that the action cannot be taken back.
 *
 * @param table the table that it stands in
 * @param subject what it is or connects, as in {@link RowChange}
 */
public record Obstacle(String table, List<Value.Entry> subject, What what) {
  public Obstacle {
    subject = List.copyOf(subject);
  }

  /** What happened to it since. */
  public enum What {
    /** It is other than the action left it. */
    CHANGED,
    /** It was removed. */
    REMOVED,
    /** It was removed by the action, and is there again. */
    THERE_AGAIN
  }

  /** How {@link TrailHistory#of} finds it. */
  public String key() {
    return Columns.key(table, subject);
  }

  /** What a conflict says. */
  public static Obstacle of(Verdict.Conflict conflict, Snapshot model) {
    WorkspaceChange change = conflict.change();
    What what =
        change.before() == null
            ? What.THERE_AGAIN
            : conflict.present() == null ? What.REMOVED : What.CHANGED;
    return of(change, what, model);
  }

  private static Obstacle of(WorkspaceChange change, What what, Snapshot model) {
    return switch (change) {
      case OrganisationChange _, ScaleChange _, CombinationChange _, InheritanceChange _ ->
          new Obstacle("workspace", List.of(), what);
      case PropertyChange(var was, var is) -> {
        var one = either(was, is);
        yield alone("property", one.id(), one.name(), what);
      }
      case UnitChange(var was, var is) -> {
        var one = either(was, is);
        yield alone("unit", one.id(), one.name(), what);
      }
      case GoalChange(var was, var is) -> {
        var one = either(was, is).goal();
        yield alone("goal", one.id(), one.name(), what);
      }
      case FactorChange(var was, var is) -> {
        var one = either(was, is);
        yield alone("factor", one.id(), one.name(), what);
      }
      case AssetChange(var was, var is) -> {
        var one = either(was, is);
        yield alone("asset", one.id(), one.name(), what);
      }
      case DependencyChange(var was, var is) -> {
        var one = either(was, is);
        yield new Obstacle(
            "dependency", List.of(asset(one.from(), model), asset(one.on(), model)), what);
      }
      case ImpactChange(var was, var is) -> impact(either(was, is), what, model);
      case OriginChange(var was, var is) -> {
        var one = either(was, is);
        yield alone("origin", one.id(), one.id(), what);
      }
    };
  }

  private static Obstacle impact(Impact impact, What what, Snapshot model) {
    return switch (impact) {
      case RequirementImpact(var requirement, var factor, var _) ->
          new Obstacle(
              "requirement_impact",
              List.of(
                  asset(requirement.asset(), model),
                  new Value.Entry("property", requirement.property(), requirement.property()),
                  factor(factor, model)),
              what);
      case FactorImpact(var factor, var goal, var _) ->
          new Obstacle("factor_impact", List.of(factor(factor, model), goal(goal, model)), what);
    };
  }

  private static <T> T either(@Nullable T was, @Nullable T is) {
    if (was != null) {
      return was;
    }
    if (is != null) {
      return is;
    }
    throw new IllegalArgumentException("a change has a before or an after");
  }

  private static Obstacle alone(String table, String id, String name, What what) {
    return new Obstacle(table, List.of(new Value.Entry(table, id, name)), what);
  }

  private static Value.Entry asset(String id, Snapshot model) {
    Asset asset = model.asset(id);
    return new Value.Entry("asset", id, asset == null ? id : asset.name());
  }

  private static Value.Entry factor(String id, Snapshot model) {
    Factor factor = model.factor(id);
    return new Value.Entry("factor", id, factor == null ? id : factor.name());
  }

  private static Value.Entry goal(String id, Snapshot model) {
    OwnedGoal goal = model.goal(id);
    return new Value.Entry("goal", id, goal == null ? id : goal.goal().name());
  }
}
