package org.concordat.core.workspace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
import org.concordat.core.workspace.WorkspaceChange.DependencyChange;
import org.concordat.core.workspace.WorkspaceChange.EntryChange;
import org.concordat.core.workspace.WorkspaceChange.FactorChange;
import org.concordat.core.workspace.WorkspaceChange.GoalChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.concordat.core.workspace.WorkspaceChange.OriginChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.core.workspace.WorkspaceChange.PropertyChange;
import org.concordat.core.workspace.WorkspaceChange.UnitChange;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one list of a workspace: which two are the same entry in another state, and how
 * they change. A list is a bag here: its order says nothing, but an entry may stand twice.
 *
 * @param identity what an entry keeps while it changes
 * @param order where several entries have one identity: which of them are paired
 * @param normal an entry in the form in which equal ones are equal
 */
record Entries<T>(
    Class<T> type,
    Class<? extends EntryChange> changeType,
    Function<T, String> identity,
    Function<T, String> order,
    UnaryOperator<T> normal,
    BiFunction<@Nullable T, @Nullable T, EntryChange> change) {
  static final Entries<PropertyDefinition> PROPERTIES =
      of(
          PropertyDefinition.class,
          PropertyChange.class,
          PropertyDefinition::id,
          PropertyChange::new);
  static final Entries<Unit> UNITS =
      new Entries<>(
          Unit.class,
          UnitChange.class,
          Unit::id,
          Unit::toString,
          UnitChange::withoutGoals,
          UnitChange::new);
  static final Entries<OwnedGoal> GOALS =
      of(OwnedGoal.class, GoalChange.class, owned -> owned.goal().id(), GoalChange::new);
  static final Entries<Factor> FACTORS =
      of(Factor.class, FactorChange.class, Factor::id, FactorChange::new);
  static final Entries<Asset> ASSETS =
      new Entries<>(
          Asset.class,
          AssetChange.class,
          Asset::id,
          Asset::toString,
          Entries::withSortedProperties,
          AssetChange::new);
  static final Entries<Dependency> DEPENDENCIES =
      of(Dependency.class, DependencyChange.class, Entries::ends, DependencyChange::new);

  /** A judge may have given a level and be named beside the agreed one too: those pair apart. */
  static final Entries<Impact> IMPACTS =
      new Entries<>(
          Impact.class,
          ImpactChange.class,
          Entries::judged,
          impact -> impact.judgement().agreed() + impact.toString(),
          UnaryOperator.identity(),
          ImpactChange::new);

  static final Entries<Origin> ORIGINS =
      of(Origin.class, OriginChange.class, Entries::element, OriginChange::new);

  private static <T> Entries<T> of(
      Class<T> type,
      Class<? extends EntryChange> changeType,
      Function<T, String> identity,
      BiFunction<@Nullable T, @Nullable T, EntryChange> change) {
    return new Entries<>(type, changeType, identity, T::toString, UnaryOperator.identity(), change);
  }

  private static Asset withSortedProperties(Asset asset) {
    return new Asset(
        asset.id(),
        asset.name(),
        asset.kind(),
        asset.unit(),
        asset.description(),
        asset.properties().stream().sorted().toList());
  }

  static String ends(Dependency dependency) {
    return dependency.from() + ">" + dependency.on();
  }

  static String judged(Impact impact) {
    String link = impact.link().from() + ">" + impact.link().to();
    return impact.judgement().by() == null ? link : link + " by " + impact.judgement().by();
  }

  static String element(Origin origin) {
    return origin.kind() + " " + origin.source() + ">" + origin.element();
  }

  static List<OwnedGoal> goalsOf(Workspace workspace) {
    List<OwnedGoal> goals = new ArrayList<>();
    for (Unit unit : workspace.units()) {
      for (Goal goal : unit.goals()) {
        goals.add(new OwnedGoal(unit.id(), goal));
      }
    }
    return goals;
  }

  /** The changes that make one bag the other, by identity. */
  List<EntryChange> between(List<T> before, List<T> after) {
    List<T> others = new ArrayList<>();
    List<T> othersNow = new ArrayList<>();
    int common = Math.min(before.size(), after.size());
    for (int i = 0; i < common; i++) {
      // Mostly it is the very same entry in the same place, which nobody has to look into.
      if (!Objects.equals(before.get(i), after.get(i))) {
        others.add(before.get(i));
        othersNow.add(after.get(i));
      }
    }
    others.addAll(before.subList(common, before.size()));
    othersNow.addAll(after.subList(common, after.size()));
    return betweenBags(others, othersNow);
  }

  private List<EntryChange> betweenBags(List<T> before, List<T> after) {
    Map<T, Integer> surplus = HashMap.newHashMap(before.size());
    before.forEach(entry -> surplus.merge(normal.apply(entry), 1, Integer::sum));
    List<T> added = new ArrayList<>();
    for (T entry : after) {
      if (!takeOne(surplus, entry)) {
        added.add(entry);
      }
    }
    List<T> removed = new ArrayList<>();
    for (T entry : before) {
      if (takeOne(surplus, entry)) {
        removed.add(entry);
      }
    }
    return paired(removed, added);
  }

  private boolean takeOne(Map<T, Integer> surplus, T entry) {
    T form = normal.apply(entry);
    int count = surplus.getOrDefault(form, 0);
    if (count > 0) {
      surplus.put(form, count - 1);
    }
    return count > 0;
  }

  private List<EntryChange> paired(List<T> removed, List<T> added) {
    Comparator<T> byIdentityAndOrder = Comparator.comparing(identity).thenComparing(order);
    removed.sort(byIdentityAndOrder);
    added.sort(byIdentityAndOrder);
    List<EntryChange> changes = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < removed.size() || j < added.size()) {
      int side = side(removed, i, added, j);
      T before = side <= 0 ? removed.get(i++) : null;
      T after = side >= 0 ? added.get(j++) : null;
      changes.add(change.apply(before, after));
    }
    return changes;
  }

  /** Negative when the removed entry stands alone, positive when the added one does. */
  private int side(List<T> removed, int i, List<T> added, int j) {
    if (i == removed.size()) {
      return 1;
    }
    if (j == added.size()) {
      return -1;
    }
    return identity.apply(removed.get(i)).compareTo(identity.apply(added.get(j)));
  }

  /**
   * The list with those of the changes that are of its kind, each entry in its place, new ones
   * last.
   *
   * @throws IllegalArgumentException when the list lacks what a change was made from
   */
  List<T> applied(List<T> list, List<WorkspaceChange> changes) {
    Map<T, ArrayDeque<WorkspaceChange>> pending = new HashMap<>();
    List<T> added = new ArrayList<>();
    for (WorkspaceChange each : changes) {
      if (!changeType.isInstance(each)) {
        continue;
      }
      if (each.before() == null) {
        added.add(type.cast(each.after()));
      } else {
        pending
            .computeIfAbsent(normal.apply(type.cast(each.before())), _ -> new ArrayDeque<>())
            .add(each);
      }
    }
    if (pending.isEmpty() && added.isEmpty()) {
      return list;
    }
    List<T> result = new ArrayList<>(list.size() + added.size());
    for (T entry : list) {
      ArrayDeque<WorkspaceChange> waiting = pending.get(normal.apply(entry));
      WorkspaceChange each = waiting == null ? null : waiting.poll();
      if (each == null) {
        result.add(entry);
      } else if (each.after() != null) {
        result.add(type.cast(each.after()));
      }
    }
    pending.forEach(
        (entry, waiting) -> {
          if (!waiting.isEmpty()) {
            throw new IllegalArgumentException("the workspace does not hold " + entry);
          }
        });
    result.addAll(added);
    return result;
  }
}
