package org.concordat.core.alignment.priorities;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.PriorityShifts.Moved;
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
import org.concordat.core.workspace.WorkspaceChange.PropertyChange;
import org.concordat.core.workspace.WorkspaceChange.ScaleChange;
import org.concordat.core.workspace.WorkspaceChange.UnitChange;
import org.jspecify.annotations.Nullable;

/**
 * Changes by what they touch: the changes that touch a best path are its likely causes.
 *
 * <p>A path is touched at a requirement by what is judged of it, by its asset and by the
 * dependencies on that; at a factor by what is judged of it; at its goal. The scale and the ways of
 * combining and inheriting touch every path.
 */
final class PathCauses {
  private final Map<String, BitSet> touching = new HashMap<>();
  private final BitSet everywhere = new BitSet();

  /**
   * Changes by what they touch.
   *
   * @param relevant the places of those that can move a need
   */
  PathCauses(List<WorkspaceChange> changes, BitSet relevant) {
    relevant.stream().forEach(i -> register(i, changes.get(i)));
  }

  private void register(int i, WorkspaceChange change) {
    switch (change) {
      case ScaleChange _, CombinationChange _, InheritanceChange _ -> everywhere.set(i);
      case GoalChange(var was, var is) -> {
        touch("goal", was == null ? null : was.goal().id(), i);
        touch("goal", is == null ? null : is.goal().id(), i);
      }
      case FactorChange(var was, var is) -> {
        touch("factor", was == null ? null : was.id(), i);
        touch("factor", is == null ? null : is.id(), i);
      }
      case AssetChange(var was, var is) -> {
        touch("asset", was == null ? null : was.id(), i);
        touch("asset", is == null ? null : is.id(), i);
      }
      case DependencyChange(var was, var is) -> {
        touch("asset", was == null ? null : was.on(), i);
        touch("asset", is == null ? null : is.on(), i);
      }
      case ImpactChange impact -> {
        String from = impact.link().from();
        touch(from.indexOf('/') < 0 ? "factor" : "requirement", from, i);
      }
      case OrganisationChange _, PropertyChange _, UnitChange _, OriginChange _ -> {}
    }
  }

  private void touch(String kind, @Nullable String id, int change) {
    if (id != null) {
      touching.computeIfAbsent(kind + ' ' + id, _ -> new BitSet()).set(change);
    }
  }

  /** The changes that touch the best path before or after. */
  BitSet of(Moved moved) {
    BitSet causes = (BitSet) everywhere.clone();
    addRequirement(moved.requirement(), causes);
    addPath(moved.before(), causes);
    addPath(moved.after(), causes);
    return causes;
  }

  private void addPath(@Nullable Priority priority, BitSet causes) {
    if (priority == null || priority.rationale().isEmpty()) {
      return;
    }
    RationalePath best = priority.rationale().getFirst();
    for (String id : best.path()) {
      Requirement.parse(id).ifPresent(requirement -> addRequirement(requirement, causes));
    }
    add("factor", best.factor(), causes);
    add("goal", best.goal(), causes);
  }

  private void addRequirement(Requirement requirement, BitSet causes) {
    add("requirement", requirement.id(), causes);
    add("asset", requirement.asset(), causes);
  }

  private void add(String kind, String id, BitSet causes) {
    BitSet changes = touching.get(kind + ' ' + id);
    if (changes != null) {
      causes.or(changes);
    }
  }
}
