package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Impact;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
import org.concordat.core.workspace.WorkspaceChange.DependencyChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.jspecify.annotations.Nullable;

/** What changes touch, by id: for assets, what they are before and after all of the changes. */
final class Touched {
  /**
   * An asset id before and after the changes.
   *
   * @param after all that have the id then; more than one is an error
   * @param change the first of the changes that touches the id
   */
  record AssetState(@Nullable Asset before, List<Asset> after, int change) {
    boolean isGone() {
      return after.isEmpty();
    }

    /** Whether some property of before is not among those of after. */
    boolean losesProperty() {
      return before != null
          && !(after.size() == 1 && after.getFirst().properties().containsAll(before.properties()));
    }

    /** Whether the set of properties is not the same before and after. */
    boolean changesProperties() {
      return before == null
          || after.size() != 1
          || !Set.copyOf(before.properties()).equals(Set.copyOf(after.getFirst().properties()));
    }
  }

  final Map<String, AssetState> assets = new LinkedHashMap<>();

  /** Assets whose dependencies change. */
  final Set<String> depending = new LinkedHashSet<>();

  /** Links whose judgements change. */
  final Set<Impact.Link> links = new LinkedHashSet<>();

  Touched(Store store, List<WorkspaceChange> changes) {
    for (int i = 0; i < changes.size(); i++) {
      switch (changes.get(i)) {
        case AssetChange(var was, var is) -> {
          if (was != null) {
            touch(store, was.id(), null, i);
          }
          if (is != null) {
            touch(store, is.id(), is, i);
          }
        }
        case DependencyChange(var was, var is) -> {
          depend(was);
          depend(is);
        }
        case ImpactChange(var was, var is) -> {
          judge(was);
          judge(is);
        }
        case WorkspaceChange.OrganisationChange _,
            WorkspaceChange.ScaleChange _,
            WorkspaceChange.CombinationChange _,
            WorkspaceChange.InheritanceChange _,
            WorkspaceChange.PropertyChange _,
            WorkspaceChange.UnitChange _,
            WorkspaceChange.GoalChange _,
            WorkspaceChange.FactorChange _,
            WorkspaceChange.OriginChange _ -> {}
      }
    }
    leaveUntaken(store, changes);
  }

  private void touch(Store store, String id, @Nullable Asset is, int change) {
    Node node = store.find(id);
    AssetState state =
        assets.computeIfAbsent(
            id, _ -> new AssetState(node == null ? null : node.asset(), new ArrayList<>(), change));
    if (is != null) {
      state.after.add(is);
    }
  }

  /** An asset that is there and that no change is made from stays. */
  private void leaveUntaken(Store store, List<WorkspaceChange> changes) {
    Set<String> taken = new LinkedHashSet<>();
    for (WorkspaceChange change : changes) {
      if (change instanceof AssetChange(var was, _) && was != null) {
        taken.add(was.id());
      }
    }
    assets.forEach(
        (id, state) -> {
          if (state.before != null && !taken.contains(id)) {
            state.after.addFirst(store.node(id).asset());
          }
        });
  }

  private void depend(@Nullable Dependency dependency) {
    if (dependency != null) {
      depending.add(dependency.from());
    }
  }

  private void judge(@Nullable Impact impact) {
    if (impact != null) {
      links.add(impact.link());
    }
  }
}
