package org.concordat.server.workspace;

import static org.concordat.server.identity.Permission.EDIT_DEMAND;
import static org.concordat.server.identity.Permission.EDIT_MODEL;
import static org.concordat.server.identity.Permission.EDIT_SUPPLY;
import static org.concordat.server.identity.Permission.JUDGE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.FactorImpact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.live.Snapshot;
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
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who may change what. Whoever edits the whole model may change all of it. The demand side changes
 * its own units: their vision, their business assets and what these depend on. The supply side
 * changes technical assets and what these depend on. A judge gives judgements in their own name, on
 * the requirements and goals of their own units; the head of the unit also says what is agreed.
 */
public final class ChangePolicy {
  private final Caller caller;
  private final Snapshot model;

  /** The policy for a caller and the model as it is before the changes. */
  public ChangePolicy(Caller caller, Snapshot model) {
    this.caller = caller;
    this.model = model;
  }

  /** Those of the changes that the caller may not make. */
  public List<WorkspaceChange> refused(List<WorkspaceChange> changes) {
    return changes.stream().filter(change -> !allows(change)).toList();
  }

  /** Whether the caller may make a change. */
  public boolean allows(WorkspaceChange change) {
    if (caller.may(EDIT_MODEL)) {
      return true;
    }
    return switch (change) {
      case OrganisationChange _,
          ScaleChange _,
          CombinationChange _,
          InheritanceChange _,
          PropertyChange _,
          FactorChange _,
          OriginChange _ ->
          false;
      case UnitChange(var was, var is) ->
          was != null && is != null && caller.may(EDIT_DEMAND, is.id());
      case GoalChange(var was, var is) -> both(was, is, this::ownsGoal);
      case AssetChange(var was, var is) -> both(was, is, this::ownsAsset);
      case DependencyChange(var was, var is) -> both(was, is, this::ownsDependency);
      case ImpactChange(var was, var is) -> both(was, is, this::judges);
    };
  }

  private static <T> boolean both(@Nullable T was, @Nullable T is, Predicate<T> allowed) {
    return Stream.of(Optional.ofNullable(was), Optional.ofNullable(is))
        .flatMap(Optional::stream)
        .allMatch(allowed);
  }

  private boolean ownsGoal(OwnedGoal goal) {
    return caller.may(EDIT_DEMAND, goal.unit());
  }

  private boolean ownsAsset(Asset asset) {
    if (asset.kind() == AssetKind.TECHNICAL) {
      return caller.may(EDIT_SUPPLY);
    }
    String unit = asset.unit();
    return unit != null && caller.may(EDIT_DEMAND, unit);
  }

  private boolean ownsDependency(Dependency dependency) {
    Asset from = model.asset(dependency.from());
    return from != null && ownsAsset(from);
  }

  private boolean judges(Impact impact) {
    String unit =
        switch (impact) {
          case RequirementImpact(var requirement, var _, var _) -> {
            Asset asset = model.asset(requirement.asset());
            yield asset == null ? null : asset.unit();
          }
          case FactorImpact(var _, var goal, var _) -> {
            OwnedGoal owned = model.goal(goal);
            yield owned == null ? null : owned.unit();
          }
        };
    if (unit == null || !caller.may(JUDGE, unit)) {
      return false;
    }
    boolean heads = caller.units().getOrDefault(Role.UNIT_HEAD, Set.of()).contains(unit);
    return impact.judgement().agreed() ? heads : caller.name().equals(impact.judgement().by());
  }
}
