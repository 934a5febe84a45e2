package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.PropertyDefinition;
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
import org.concordat.core.workspace.WorkspaceChange.PropertyChange;
import org.concordat.core.workspace.WorkspaceChange.ScaleChange;
import org.concordat.core.workspace.WorkspaceChange.UnitChange;
import org.jspecify.annotations.Nullable;

/**
 * Finds the changes whose {@code before} is not what the workspace holds. Lists are bags: where
 * several changes are made from equal entries, as many must be there.
 */
final class Staleness {
  private final Frame frame;
  private final Store store;

  /** How many entries that equal a key were taken by earlier changes. */
  private final Map<Object, Integer> taken = new HashMap<>();

  /** A setting has one value, so a second change of it is made from what the first one leaves. */
  private final Map<Class<?>, Object> settings = new HashMap<>();

  private Staleness(Frame frame, Store store) {
    this.frame = frame;
    this.store = store;
    Workspace workspace = frame.workspace;
    settings.put(OrganisationChange.class, workspace.organisation());
    settings.put(ScaleChange.class, workspace.scale());
    settings.put(CombinationChange.class, workspace.combination());
    settings.put(InheritanceChange.class, workspace.inheritance());
  }

  static List<Verdict.Conflict> conflicts(Frame frame, Store store, List<WorkspaceChange> changes) {
    Staleness staleness = new Staleness(frame, store);
    List<Verdict.Conflict> conflicts = new ArrayList<>();
    for (WorkspaceChange change : changes) {
      if (!staleness.isCurrent(change)) {
        conflicts.add(new Verdict.Conflict(change, staleness.present(change)));
      }
    }
    return conflicts;
  }

  private boolean isCurrent(WorkspaceChange change) {
    return switch (change) {
      case OrganisationChange _, ScaleChange _, CombinationChange _, InheritanceChange _ ->
          isSettingCurrent(change);
      case PropertyChange(var was, _) -> was == null || take(was, count(was));
      case UnitChange(var was, _) -> was == null || take(was, count(was));
      case GoalChange(var was, _) ->
          was == null || take(was, was.equals(frame.goals.get(was.goal().id())) ? 1 : 0);
      case FactorChange(var was, _) ->
          was == null || take(was, was.equals(frame.factors.get(was.id())) ? 1 : 0);
      case AssetChange(var was, _) -> was == null || take("asset " + was.id(), count(was));
      case DependencyChange(var was, _) -> was == null || take(was, store.count(was));
      case ImpactChange(var was, _) -> was == null || take(was, store.count(was));
      case OriginChange(var was, _) ->
          was == null || take(was, store.origins(was.kind(), was.id()).count(was));
    };
  }

  private boolean isSettingCurrent(WorkspaceChange change) {
    if (!Objects.equals(change.before(), settings.get(change.getClass()))) {
      return false;
    }
    settings.put(change.getClass(), Objects.requireNonNull(change.after()));
    return true;
  }

  private boolean take(Object entry, int present) {
    return taken.merge(entry, 1, Integer::sum) <= present;
  }

  private int count(PropertyDefinition was) {
    return (int) frame.workspace.properties().stream().filter(was::equals).count();
  }

  private int count(Unit was) {
    Unit unit = frame.units.get(was.id());
    return unit != null && was.equals(withoutGoals(unit)) ? 1 : 0;
  }

  private static Unit withoutGoals(Unit unit) {
    return new Unit(unit.id(), unit.name(), unit.discipline(), unit.description(), List.of());
  }

  private int count(Asset was) {
    Node node = store.find(was.id());
    return node != null && Node.isSame(node.asset(), was) ? 1 : 0;
  }

  /** What stands where the change looked for its {@code before}. */
  private @Nullable Object present(WorkspaceChange change) {
    return switch (change) {
      case OrganisationChange _, ScaleChange _, CombinationChange _, InheritanceChange _ ->
          settings.get(change.getClass());
      case PropertyChange(var was, _) ->
          was == null
              ? null
              : frame.workspace.properties().stream()
                  .filter(property -> property.id().equals(was.id()))
                  .findFirst()
                  .orElse(null);
      case UnitChange(var was, _) -> {
        Unit unit = was == null ? null : frame.units.get(was.id());
        yield unit == null ? null : withoutGoals(unit);
      }
      case GoalChange(var was, _) -> was == null ? null : frame.goals.get(was.goal().id());
      case FactorChange(var was, _) -> was == null ? null : frame.factors.get(was.id());
      case AssetChange(var was, _) -> {
        Node node = was == null ? null : store.find(was.id());
        yield node == null ? null : node.asset();
      }
      case DependencyChange(var was, _) -> {
        Node from = was == null ? null : store.find(was.from());
        yield was == null || from == null
            ? null
            : from.dependencies.entries().stream()
                .filter(dependency -> dependency.on().equals(was.on()))
                .findFirst()
                .orElse(null);
      }
      case ImpactChange(var was, _) -> was == null ? null : presentJudgement(was);
      case OriginChange(var was, _) -> was == null ? null : store.originOf(was);
    };
  }

  private @Nullable Impact presentJudgement(Impact was) {
    Set<Impact> ofJudge = new HashSet<>();
    for (Impact impact : store.judged(was.link())) {
      if (Objects.equals(impact.judgement().by(), was.judgement().by())) {
        ofJudge.add(impact);
      }
    }
    return ofJudge.stream().findFirst().orElse(null);
  }
}
