package org.concordat.core.alignment.whatif;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.workspace.ChangeDependencies;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.Rescaling;
import org.concordat.core.workspace.Workspace;
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
import org.concordat.core.workspace.WorkspaceDiff;
import org.jspecify.annotations.Nullable;

/** Puts changes that were tried out on the model of today. */
public final class Rebasing {
  private Rebasing() {}

  /** How a conflict with what others have changed is settled. */
  public enum Settlement {
    /** The draft's entry shall come in the place of what is there now. */
    MINE,
    /** What is there now stays. */
    THEIRS
  }

  /** The changes without one of them, and without those that cannot be without it. */
  public static List<WorkspaceChange> without(
      LiveWorkspace now, List<WorkspaceChange> changes, int place) {
    BitSet gone = new BitSet();
    gone.set(place);
    if (now.check(changes) instanceof Verdict.Sound) {
      Workspace before = now.read(Snapshot::workspace);
      Workspace after = WorkspaceDiff.apply(before, changes);
      List<WorkspaceChange> ordered = WorkspaceDiff.between(before, after);
      gone.clear();
      gone.set(ordered.indexOf(changes.get(place)));
      gone = ChangeDependencies.of(before, after, ordered).withNeeding(gone);
      return left(ordered, gone);
    }
    return left(changes, gone);
  }

  private static List<WorkspaceChange> left(List<WorkspaceChange> changes, BitSet gone) {
    List<WorkspaceChange> left = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      if (!gone.get(i)) {
        left.add(changes.get(i));
      }
    }
    return left;
  }

  /**
   * The changes with one conflict settled.
   *
   * @param place of the change that is in conflict
   */
  public static List<WorkspaceChange> settled(
      LiveWorkspace now, List<WorkspaceChange> changes, int place, Settlement settlement) {
    if (place < 0
        || place >= changes.size()
        || !(now.check(changes) instanceof Verdict.Stale(var conflicts))) {
      return changes;
    }
    WorkspaceChange change = changes.get(place);
    Verdict.Conflict conflict =
        conflicts.stream().filter(each -> each.change().equals(change)).findFirst().orElse(null);
    if (conflict == null) {
      return changes;
    }
    List<WorkspaceChange> settled = new ArrayList<>(changes);
    settled.remove(place);
    Object present = conflict.present();
    boolean alreadySo = present == null ? change.after() == null : present.equals(change.after());
    if (settlement == Settlement.MINE && !alreadySo) {
      settled.add(place, onTopOf(present, change));
    }
    return settled;
  }

  /**
   * What still has a level of the old scale when the changes give it another number of levels:
   * judged meanwhile perhaps, or so chosen in the draft.
   *
   * @return what would give each the nearest new level
   */
  public static List<WorkspaceChange> leftOnOldScale(
      LiveWorkspace now, List<WorkspaceChange> changes) {
    ImpactScale present = now.read(Snapshot::scale);
    List<WorkspaceChange> left = new ArrayList<>();
    for (WorkspaceChange change : changes) {
      if (change instanceof ScaleChange(var was, var is)
          && was.equals(present)
          && was.size() != is.size()) {
        Set<String> known = changes.stream().map(WorkspaceChange::key).collect(Collectors.toSet());
        Rescaling.proportional(was.size(), is.size())
            .changes(now.read(Snapshot::workspace))
            .stream()
            .filter(each -> !known.contains(each.key()))
            .forEach(left::add);
      }
    }
    return left;
  }

  /** What others have changed, where that is in conflict with a change. */
  public static WorkspaceChange meanwhile(Verdict.Conflict conflict) {
    return onTopOf(conflict.present(), conflict.change().inverse()).inverse();
  }

  /** The same change from what is there now. */
  private static WorkspaceChange onTopOf(@Nullable Object present, WorkspaceChange change) {
    return switch (change) {
      case OrganisationChange(var was, var is) ->
          new OrganisationChange(present instanceof Organisation now ? now : was, is);
      case ScaleChange(var was, var is) ->
          new ScaleChange(present instanceof ImpactScale now ? now : was, is);
      case CombinationChange(var was, var is) ->
          new CombinationChange(present instanceof Combination now ? now : was, is);
      case InheritanceChange(var was, var is) ->
          new InheritanceChange(present instanceof Inheritance now ? now : was, is);
      case PropertyChange(var _, var is) -> new PropertyChange((PropertyDefinition) present, is);
      case UnitChange(var _, var is) -> new UnitChange((Unit) present, is);
      case GoalChange(var _, var is) -> new GoalChange((OwnedGoal) present, is);
      case FactorChange(var _, var is) -> new FactorChange((Factor) present, is);
      case AssetChange(var _, var is) -> new AssetChange((Asset) present, is);
      case DependencyChange(var _, var is) -> new DependencyChange((Dependency) present, is);
      case ImpactChange(var _, var is) -> new ImpactChange((Impact) present, is);
      case OriginChange(var _, var is) -> new OriginChange((Origin) present, is);
    };
  }
}
