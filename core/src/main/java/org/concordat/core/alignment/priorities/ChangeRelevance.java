package org.concordat.core.alignment.priorities;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
import org.concordat.core.workspace.WorkspaceChange.CombinationChange;
import org.concordat.core.workspace.WorkspaceChange.DependencyChange;
import org.concordat.core.workspace.WorkspaceChange.EntryChange;
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
 * Which changes can move a need at all: not those of names, descriptions, origins, reasons and
 * dates, nor of the unit that something belongs to.
 */
final class ChangeRelevance {
  private final ImpactScale scaleBefore;
  private final ImpactScale scaleAfter;

  private ChangeRelevance(ImpactScale scaleBefore, ImpactScale scaleAfter) {
    this.scaleBefore = scaleBefore;
    this.scaleAfter = scaleAfter;
  }

  /** The places of the changes that can move a need. */
  static BitSet relevant(Workspace before, Workspace after, List<WorkspaceChange> changes) {
    ChangeRelevance relevance = new ChangeRelevance(before.scale(), after.scale());
    BitSet relevant = new BitSet();
    for (int i = 0; i < changes.size(); i++) {
      relevant.set(i, relevance.canMoveNeeds(changes.get(i)));
    }
    return relevant;
  }

  private boolean canMoveNeeds(WorkspaceChange change) {
    return switch (change) {
      case ScaleChange(var was, var is) -> was.size() != is.size();
      case CombinationChange _, InheritanceChange _ -> true;
      case OrganisationChange _, PropertyChange _, UnitChange _, OriginChange _ -> false;
      case FactorChange factor -> comesOrGoes(factor);
      case GoalChange(var was, var is) ->
          was == null || is == null || differ(was.goal().importance(), is.goal().importance());
      case AssetChange(var was, var is) ->
          was == null
              || is == null
              || !Set.copyOf(was.properties()).equals(Set.copyOf(is.properties()));
      case DependencyChange(var was, var is) ->
          was == null
              || is == null
              || differ(was.strength(), is.strength())
              || !Objects.equals(was.carries(), is.carries())
              || !Objects.equals(was.redundancy(), is.redundancy());
      case ImpactChange(var was, var is) ->
          was == null
              || is == null
              || was.judgement().agreed() != is.judgement().agreed()
              || !was.judgement().level().equals(is.judgement().level());
    };
  }

  private static boolean comesOrGoes(EntryChange change) {
    return change.adds() || change.removes();
  }

  /** Whether a level differs; one that is not stated is the top of its scale. */
  private boolean differ(@Nullable Level was, @Nullable Level is) {
    if (scaleBefore.size() != scaleAfter.size()) {
      return !Objects.equals(was, is);
    }
    Level top = scaleBefore.top();
    return !Objects.requireNonNullElse(was, top).equals(Objects.requireNonNullElse(is, top));
  }
}
