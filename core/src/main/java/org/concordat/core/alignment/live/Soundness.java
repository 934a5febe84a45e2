package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Impact;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Place;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
import org.concordat.core.workspace.WorkspaceChange.DependencyChange;
import org.concordat.core.workspace.WorkspaceChange.GoalChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.concordat.core.workspace.WorkspaceChange.UnitChange;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.core.workspace.WorkspaceRules;

/**
 * Finds the errors that changes lead to in a workspace that has none.
 *
 * <p>Each rule speaks of an entry, of what it refers to, and of the other entries of the same asset
 * or link. So the rules are asked about a small workspace: the short lists, and of the long ones
 * all dependencies of each asset that is in doubt, all judgements of each link that is, and the
 * assets that they refer to. In doubt is what the changes touch, and what refers to something that
 * they take away.
 */
final class Soundness {
  private final Frame frame;
  private final Store store;
  private final List<WorkspaceChange> changes;
  private final Touched touched;

  /** What is in doubt, each with the change that puts it there. */
  private final Map<String, Integer> assets = new LinkedHashMap<>();

  private final Map<String, Integer> depending = new LinkedHashMap<>();
  private final Map<Impact.Link, Integer> links = new LinkedHashMap<>();

  private Soundness(Frame frame, Store store, List<WorkspaceChange> changes) {
    this.frame = frame;
    this.store = store;
    this.changes = changes;
    this.touched = new Touched(store, changes);
  }

  /**
   * The errors; there are at most as many as {@link WorkspaceRules} lists.
   *
   * @param changes not stale
   */
  static List<Finding> errors(Frame frame, Store store, List<WorkspaceChange> changes) {
    return new Soundness(frame, store, changes).errors();
  }

  private List<Finding> errors() {
    List<Finding> homeless = goalsWithoutUnit();
    if (!homeless.isEmpty()) {
      return homeless;
    }
    Frame after = frame.with(changes);
    SmallWorkspace small =
        hasSameRules(after)
            ? small(after)
            : SmallWorkspace.whole(WorkspaceDiff.apply(store.workspace(frame), changes), changes);
    return WorkspaceRules.check(small.workspace()).stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .map(small::placed)
        .toList();
  }

  /** Goals have their place within units, so these do not even make a workspace. */
  private List<Finding> goalsWithoutUnit() {
    Map<String, Integer> units = new HashMap<>();
    frame.units.keySet().forEach(id -> units.put(id, 1));
    Map<String, String> owners = new LinkedHashMap<>();
    frame.goals.forEach((id, owned) -> owners.put(id, owned.unit()));
    Map<String, Integer> causes = new HashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i) instanceof UnitChange(var was, var is)) {
        if (was != null) {
          units.merge(was.id(), -1, Integer::sum);
          causes.put(was.id(), i);
        }
        if (is != null) {
          units.merge(is.id(), 1, Integer::sum);
        }
      } else if (changes.get(i) instanceof GoalChange(var was, _) && was != null) {
        owners.remove(was.goal().id());
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i) instanceof GoalChange(_, var is)
          && is != null
          && units.getOrDefault(is.unit(), 0) <= 0) {
        findings.add(homeless(is.goal().id(), is.unit(), i));
      }
    }
    owners.forEach(
        (goal, unit) -> {
          if (units.getOrDefault(unit, 0) <= 0) {
            findings.add(homeless(goal, unit, causes.getOrDefault(unit, 0)));
          }
        });
    return findings;
  }

  private static Finding homeless(String goal, String unit, int change) {
    return Finding.error(
        Place.ofKey("changes[" + change + "]"),
        "the goal '" + goal + "' has no unit '" + unit + "'",
        "move the goal to a unit that there is, or remove it");
  }

  private boolean hasSameRules(Frame after) {
    return frame.workspace.scale().size() == after.workspace.scale().size()
        && frame.workspace.combination().equals(after.workspace.combination())
        && frame.workspace.inheritance().equals(after.workspace.inheritance());
  }

  private SmallWorkspace small(Frame after) {
    doubtTouched();
    doubtTakenAway(after);
    SmallWorkspace small = new SmallWorkspace(after, changes);
    addDependencies(small);
    addImpacts(small);
    Set<String> ids = new LinkedHashSet<>(assets.keySet());
    ids.addAll(small.referredAssets());
    for (String id : ids) {
      addAsset(id, small);
    }
    return small;
  }

  private void doubtTouched() {
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i) instanceof DependencyChange(var was, var is)) {
        if (was != null) {
          depending.putIfAbsent(was.from(), i);
        }
        if (is != null) {
          depending.putIfAbsent(is.from(), i);
        }
      } else if (changes.get(i) instanceof ImpactChange(var was, var is)) {
        if (was != null) {
          links.putIfAbsent(was.link(), i);
        }
        if (is != null) {
          links.putIfAbsent(is.link(), i);
        }
      }
    }
    touched.assets.forEach(
        (id, state) -> {
          assets.put(id, state.change());
          Node node = store.find(id);
          if (node != null && state.losesProperty()) {
            depending.putIfAbsent(id, state.change());
            node.dependents.each(
                held -> depending.putIfAbsent(held.entry().from(), state.change()));
            node.impacts.each(held -> links.putIfAbsent(held.entry().link(), state.change()));
          }
        });
  }

  private void doubtTakenAway(Frame after) {
    Map<String, Integer> units = new HashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      int change = i;
      switch (changes.get(i)) {
        case UnitChange(var was, _) when was != null && !after.units.containsKey(was.id()) ->
            units.put(was.id(), i);
        case GoalChange(var was, _) when was != null && !after.goals.containsKey(was.goal().id()) ->
            store
                .impactsOnGoal(was.goal().id())
                .forEach(impact -> links.putIfAbsent(impact.link(), change));
        case WorkspaceChange.FactorChange(var was, _)
            when was != null && !after.factors.containsKey(was.id()) -> {
          store.impactsOn(was.id()).each(held -> links.putIfAbsent(held.entry().link(), change));
          store
              .impactsOfFactor(was.id())
              .each(held -> links.putIfAbsent(held.entry().link(), change));
        }
        case UnitChange _,
            GoalChange _,
            WorkspaceChange.FactorChange _,
            WorkspaceChange.OrganisationChange _,
            WorkspaceChange.ScaleChange _,
            WorkspaceChange.CombinationChange _,
            WorkspaceChange.InheritanceChange _,
            WorkspaceChange.PropertyChange _,
            AssetChange _,
            DependencyChange _,
            ImpactChange _,
            WorkspaceChange.OriginChange _ -> {}
      }
    }
    if (!units.isEmpty()) {
      for (Node node : store.nodes()) {
        Integer change = units.get(node.asset().unit());
        if (change != null) {
          assets.putIfAbsent(node.id(), change);
        }
      }
    }
  }

  private void addDependencies(SmallWorkspace small) {
    Map<Dependency, Integer> removed = new HashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i) instanceof DependencyChange(var was, var is)) {
        if (was != null) {
          removed.merge(was, 1, Integer::sum);
        }
        if (is != null) {
          small.add(is, i, true);
        }
      }
    }
    depending.forEach(
        (from, change) -> {
          Node node = store.find(from);
          if (node != null) {
            for (Dependency dependency : node.dependencies.entries()) {
              if (!takeOne(removed, dependency)) {
                small.add(dependency, change, false);
              }
            }
          }
        });
  }

  private void addImpacts(SmallWorkspace small) {
    Map<Impact, Integer> removed = new HashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i) instanceof ImpactChange(var was, var is)) {
        if (was != null) {
          removed.merge(was, 1, Integer::sum);
        }
        if (is != null) {
          small.add(is, i, true);
        }
      }
    }
    links.forEach(
        (link, change) -> {
          for (Impact impact : store.judged(link)) {
            if (!takeOne(removed, impact)) {
              small.add(impact, change, false);
            }
          }
        });
  }

  private static <T> boolean takeOne(Map<T, Integer> removed, T entry) {
    int count = removed.getOrDefault(entry, 0);
    if (count > 0) {
      removed.put(entry, count - 1);
    }
    return count > 0;
  }

  private void addAsset(String id, SmallWorkspace small) {
    Touched.AssetState state = touched.assets.get(id);
    if (state != null) {
      state.after().forEach(asset -> small.add(asset, state.change(), true));
      return;
    }
    Node node = store.find(id);
    if (node != null) {
      small.add(node.asset(), assets.getOrDefault(id, 0), false);
    }
  }
}
