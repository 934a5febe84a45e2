package org.concordat.core.workspace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
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
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.core.workspace.WorkspaceChange.PropertyChange;
import org.concordat.core.workspace.WorkspaceChange.ScaleChange;
import org.concordat.core.workspace.WorkspaceChange.UnitChange;
import org.jspecify.annotations.Nullable;

/**
 * Which of the changes between two workspaces cannot be made without which others.
 *
 * <p>One change needs another
 *
 * <ul>
 *   <li>that adds what its entry refers to: a unit, goal, factor, asset or an asset's property;
 *   <li>that lets go of what it removes: the removal of an asset needs the removal of its impacts
 *       and dependencies;
 *   <li>on the scale, where levels are above the other scale, or a matrix is of the other size;
 *   <li>on cumulation and redundancy, which do not go with a product;
 *   <li>of the same redundancy group, when the number that the group needs differs;
 *   <li>that takes back the agreed level of a link on which it states another.
 * </ul>
 *
 * <p>Changes are named by their places in the list. When both workspaces are without errors, so is
 * the one before with any set of changes that holds all that its members need. Building takes time
 * linear in the changes.
 */
public final class ChangeDependencies {
  private final Workspace before;
  private final Workspace after;
  private final List<WorkspaceChange> changes;

  private final List<List<Integer>> needed = new ArrayList<>();
  private final List<List<Integer>> needing = new ArrayList<>();

  private final Map<String, Integer> units = new HashMap<>();
  private final Map<String, Integer> goals = new HashMap<>();
  private final Map<String, Integer> factors = new HashMap<>();
  private final Map<String, Integer> assets = new HashMap<>();
  private final Map<Impact.Link, Integer> agreementsTakenBack = new HashMap<>();
  private final Map<GroupKey, Group> groups = new HashMap<>();
  private int scale = ABSENT;
  private int combination = ABSENT;
  private int inheritance = ABSENT;

  private static final int ABSENT = -1;

  private record GroupKey(String from, String group) {}

  /** The changes that touch a redundancy group, and what it needed and needs; 0 is not known. */
  private static final class Group {
    private final List<Integer> members = new ArrayList<>();
    private int before;
    private int after;
  }

  private ChangeDependencies(Workspace before, Workspace after, List<WorkspaceChange> changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  /**
   * What the changes between two workspaces need.
   *
   * @param before without errors
   * @param after without errors
   * @param changes those of {@link WorkspaceDiff#between}
   */
  public static ChangeDependencies of(
      Workspace before, Workspace after, List<WorkspaceChange> changes) {
    ChangeDependencies result = new ChangeDependencies(before, after, List.copyOf(changes));
    for (int i = 0; i < changes.size(); i++) {
      result.needed.add(new ArrayList<>(2));
      result.needing.add(new ArrayList<>(2));
      result.register(i);
    }
    for (int i = 0; i < changes.size(); i++) {
      result.connect(i);
    }
    result.connectSettings();
    result.groups.values().forEach(result::connectGroup);
    return result;
  }

  /** These changes and all that they need, directly or not. */
  public BitSet withNeeded(BitSet some) {
    return reached(some, needed);
  }

  /** These changes and all that need them, directly or not. */
  public BitSet withNeeding(BitSet some) {
    return reached(some, needing);
  }

  private static BitSet reached(BitSet some, List<List<Integer>> next) {
    BitSet reached = (BitSet) some.clone();
    ArrayDeque<Integer> open = new ArrayDeque<>();
    some.stream().forEach(open::add);
    while (!open.isEmpty()) {
      for (int change : next.get(open.remove())) {
        if (!reached.get(change)) {
          reached.set(change);
          open.add(change);
        }
      }
    }
    return reached;
  }

  private void register(int i) {
    switch (changes.get(i)) {
      case ScaleChange _ -> scale = i;
      case CombinationChange _ -> combination = i;
      case InheritanceChange _ -> inheritance = i;
      case UnitChange(var was, var is) -> units.put(is == null ? either(was).id() : is.id(), i);
      case GoalChange(var was, var is) -> goals.put((is == null ? either(was) : is).goal().id(), i);
      case FactorChange(var was, var is) -> factors.put(is == null ? either(was).id() : is.id(), i);
      case AssetChange(var was, var is) -> assets.put(is == null ? either(was).id() : is.id(), i);
      case ImpactChange(var was, _) when was != null && was.judgement().agreed() ->
          agreementsTakenBack.put(was.link(), i);
      case OrganisationChange _,
          PropertyChange _,
          DependencyChange _,
          ImpactChange _,
          OriginChange _ -> {}
    }
  }

  private static <T> T either(@Nullable T entry) {
    if (entry == null) {
      throw new IllegalStateException("a change has a before or an after");
    }
    return entry;
  }

  private void connect(int i) {
    switch (changes.get(i)) {
      case GoalChange(var was, var is) -> connectGoal(i, was, is);
      case AssetChange(var was, var is) -> {
        connectReference(i, units, was == null ? null : was.unit(), is == null ? null : is.unit());
      }
      case DependencyChange(var was, var is) -> connectDependency(i, was, is);
      case ImpactChange(var was, var is) -> connectImpact(i, was, is);
      case ScaleChange _,
          CombinationChange _,
          InheritanceChange _,
          UnitChange _,
          FactorChange _,
          OrganisationChange _,
          PropertyChange _,
          OriginChange _ -> {}
    }
  }

  private void connectGoal(int i, @Nullable OwnedGoal was, @Nullable OwnedGoal is) {
    connectReference(i, units, was == null ? null : was.unit(), is == null ? null : is.unit());
    connectLevel(i, importance(was), importance(is));
  }

  private static @Nullable Level importance(@Nullable OwnedGoal owned) {
    return owned == null ? null : owned.goal().importance();
  }

  private void connectDependency(int i, @Nullable Dependency was, @Nullable Dependency is) {
    if (was != null) {
      connectReference(i, assets, was.from(), null);
      connectReference(i, assets, was.on(), null);
      if (was.carries() != null) {
        was.carries()
            .forEach(
                (needing, given) -> {
                  connectProperty(i, was.from(), needing, false);
                  connectProperty(i, was.on(), given, false);
                });
      }
      connectRedundancy(i, was.from(), was.redundancy(), false);
    }
    if (is != null) {
      connectReference(i, assets, null, is.from());
      connectReference(i, assets, null, is.on());
      if (is.carries() != null) {
        is.carries()
            .forEach(
                (needing, given) -> {
                  connectProperty(i, is.from(), needing, true);
                  connectProperty(i, is.on(), given, true);
                });
      }
      connectRedundancy(i, is.from(), is.redundancy(), true);
    }
    connectLevel(i, was == null ? null : was.strength(), is == null ? null : is.strength());
  }

  private void connectImpact(int i, @Nullable Impact was, @Nullable Impact is) {
    if (was != null) {
      connectEnds(i, was, false);
    }
    if (is != null) {
      connectEnds(i, is, true);
      Integer takingBack = agreementsTakenBack.get(is.link());
      if (is.judgement().agreed() && takingBack != null) {
        need(i, takingBack);
      }
    }
    connectLevel(
        i,
        was == null ? null : was.judgement().level(),
        is == null ? null : is.judgement().level());
  }

  private void connectEnds(int i, Impact impact, boolean later) {
    switch (impact) {
      case Impact.RequirementImpact(Requirement requirement, String factor, _) -> {
        connectProperty(i, requirement.asset(), requirement.property(), later);
        connectReference(i, factors, later ? null : factor, later ? factor : null);
      }
      case Impact.FactorImpact(String factor, String goal, _) -> {
        connectReference(i, factors, later ? null : factor, later ? factor : null);
        connectReference(i, goals, later ? null : goal, later ? goal : null);
      }
    }
  }

  /** A removal needs that what referred to it goes; what refers needs what it refers to. */
  private void connectReference(
      int i, Map<String, Integer> register, @Nullable String was, @Nullable String is) {
    Integer gone = was == null ? null : register.get(was);
    if (gone != null && changes.get(gone) instanceof EntryChange entry && entry.removes()) {
      need(gone, i);
    }
    Integer fresh = is == null ? null : register.get(is);
    if (fresh != null && changes.get(fresh) instanceof EntryChange entry && entry.adds()) {
      need(i, fresh);
    }
  }

  private void connectProperty(int i, String asset, String property, boolean later) {
    Integer change = assets.get(asset);
    if (change != null && changes.get(change) instanceof AssetChange(var was, var is)) {
      if (later && !has(was, property)) {
        need(i, change);
      } else if (!later && !has(is, property)) {
        need(change, i);
      }
    }
  }

  private static boolean has(@Nullable Asset asset, String property) {
    return asset != null && asset.properties().contains(property);
  }

  private void connectLevel(int i, @Nullable Level was, @Nullable Level is) {
    if (is != null && is.number() > before.scale().size()) {
      need(i, scale);
    }
    if (was != null && was.number() > after.scale().size()) {
      need(scale, i);
    }
  }

  private void connectRedundancy(
      int i, String from, @Nullable Redundancy redundancy, boolean later) {
    if (redundancy == null) {
      return;
    }
    Group group = groups.computeIfAbsent(new GroupKey(from, redundancy.group()), _ -> new Group());
    group.members.add(i);
    if (later) {
      group.after = redundancy.needs();
    } else {
      group.before = redundancy.needs();
    }
    if (later && isProduct(before)) {
      need(i, combination);
    } else if (!later && isProduct(after)) {
      need(combination, i);
    }
  }

  private void connectGroup(Group group) {
    if (group.before == 0 || group.after == 0 || group.before == group.after) {
      return;
    }
    int last = group.members.getLast();
    for (int member : group.members) {
      need(member, last);
      last = member;
    }
  }

  private void connectSettings() {
    if (before.scale().size() != after.scale().size()) {
      if (before.combination().along() instanceof Along.Matrix) {
        need(scale, combination);
      }
      if (after.combination().along() instanceof Along.Matrix) {
        need(combination, scale);
      }
    }
    if (isProduct(after) && before.inheritance().cumulation() != null) {
      need(combination, inheritance);
    }
    if (isProduct(before) && after.inheritance().cumulation() != null) {
      need(inheritance, combination);
    }
  }

  private static boolean isProduct(Workspace workspace) {
    return workspace.combination().along() instanceof Along.Product;
  }

  private void need(int change, int other) {
    if (change == ABSENT || other == ABSENT) {
      throw new IllegalArgumentException("the changes are not those between the two workspaces");
    }
    if (change != other) {
      needed.get(change).add(other);
      needing.get(other).add(change);
    }
  }
}
