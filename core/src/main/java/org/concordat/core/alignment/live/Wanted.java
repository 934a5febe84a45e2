package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.PropertyDefinition;
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
 * What has to change so that an entry of a model is as somebody wants it; nothing when it is so
 * already. Null or an empty list as the wanted state means that the entry shall go.
 */
public final class Wanted {
  private Wanted() {}

  /** A unit's own fields; its goals stay as they are, but go with the unit. */
  public static List<WorkspaceChange> unit(Snapshot model, String id, @Nullable Unit wanted) {
    List<WorkspaceChange> changes = new ArrayList<>();
    Unit present = model.unit(id);
    if (wanted == null && present != null) {
      present.goals().forEach(g -> changes.add(new GoalChange(new OwnedGoal(id, g), null)));
    }
    changes.addAll(entry(bare(present), bare(wanted), UnitChange::new));
    return changes;
  }

  private static @Nullable Unit bare(@Nullable Unit unit) {
    return unit == null
        ? null
        : new Unit(unit.id(), unit.name(), unit.discipline(), unit.description(), List.of());
  }

  /** A goal and the unit that has it. */
  public static List<WorkspaceChange> goal(Snapshot model, String id, @Nullable OwnedGoal wanted) {
    return entry(model.goal(id), wanted, GoalChange::new);
  }

  public static List<WorkspaceChange> factor(Snapshot model, String id, @Nullable Factor wanted) {
    return entry(model.factor(id), wanted, FactorChange::new);
  }

  public static List<WorkspaceChange> asset(Snapshot model, String id, @Nullable Asset wanted) {
    return entry(model.asset(id), wanted, AssetChange::new);
  }

  /** A security property of the organisation's own. */
  public static List<WorkspaceChange> property(
      Snapshot model, String id, @Nullable PropertyDefinition wanted) {
    PropertyDefinition present =
        model.properties().stream().filter(p -> p.id().equals(id)).findFirst().orElse(null);
    return entry(present, wanted, PropertyChange::new);
  }

  public static List<WorkspaceChange> organisation(Snapshot model, Organisation wanted) {
    return wanted.equals(model.organisation())
        ? List.of()
        : List.of(new OrganisationChange(model.organisation(), wanted));
  }

  /** The settings that every score depends on. */
  public static List<WorkspaceChange> reckoning(
      Snapshot model, ImpactScale scale, Combination combination, Inheritance inheritance) {
    List<WorkspaceChange> changes = new ArrayList<>();
    if (!model.scale().equals(scale)) {
      changes.add(new ScaleChange(model.scale(), scale));
    }
    if (!model.combination().equals(combination)) {
      changes.add(new CombinationChange(model.combination(), combination));
    }
    if (!model.inheritance().equals(inheritance)) {
      changes.add(new InheritanceChange(model.inheritance(), inheritance));
    }
    return changes;
  }

  /**
   * All dependencies of one asset on another; usually there is one at the most.
   *
   * @param wanted each from the one asset on the other
   */
  public static List<WorkspaceChange> dependencies(
      Snapshot model, String from, String on, List<Dependency> wanted) {
    List<Dependency> present =
        model.dependenciesOf(from).stream().filter(d -> d.on().equals(on)).toList();
    return replaced(present, wanted, DependencyChange::new);
  }

  /** All judgements of a link, as impacts. */
  public static List<? extends Impact> judgements(Snapshot model, Impact.Link link) {
    List<? extends Impact> all =
        Requirement.parse(link.from())
            .<List<? extends Impact>>map(model::impactsOf)
            .orElseGet(() -> model.impactsOfFactor(link.from()));
    return all.stream().filter(impact -> impact.link().equals(link)).toList();
  }

  /**
   * One judge's judgement of a link, or the agreed one; null for none.
   *
   * @param judge the judge, or null for nobody by name
   */
  public static @Nullable Impact judgement(
      Snapshot model, Impact.Link link, @Nullable String judge, boolean agreed) {
    return judgements(model, link).stream()
        .filter(impact -> impact.judgement().agreed() == agreed)
        .filter(impact -> agreed || Objects.equals(impact.judgement().by(), judge))
        .findFirst()
        .orElse(null);
  }

  /**
   * A judgement of a link in the place of another, or of none.
   *
   * @param present the judgement that is meant, or null for none yet
   */
  public static List<WorkspaceChange> judgement(@Nullable Impact present, @Nullable Impact wanted) {
    if (Objects.equals(present, wanted)) {
      return List.of();
    }
    boolean sameJudge =
        present != null
            && wanted != null
            && Objects.equals(present.judgement().by(), wanted.judgement().by());
    return sameJudge
        ? List.of(new ImpactChange(present, wanted))
        : replaced(listOf(present), listOf(wanted), ImpactChange::new);
  }

  /**
   * That assets go, and with them what cannot be without them: their dependencies either way, their
   * impacts, and where all of it came from.
   */
  public static List<WorkspaceChange> withoutAssets(Snapshot model, Set<String> ids) {
    List<Asset> assets = ids.stream().map(model::asset).filter(Objects::nonNull).toList();
    List<WorkspaceChange> changes = new ArrayList<>();
    Set<String> ends = new LinkedHashSet<>();
    for (Asset asset : assets) {
      List<Dependency> dependencies = new ArrayList<>(model.dependenciesOf(asset.id()));
      model.dependentsOn(asset.id()).stream()
          .filter(dependency -> !ids.contains(dependency.from()))
          .forEach(dependencies::add);
      for (Dependency dependency : dependencies) {
        changes.add(new DependencyChange(dependency, null));
        ends.add(dependency.from() + ">" + dependency.on());
      }
      for (String property : asset.properties()) {
        model
            .impactsOf(new Requirement(asset.id(), property))
            .forEach(impact -> changes.add(new ImpactChange(impact, null)));
      }
      addOrigins(Origin.Kind.ASSET, asset.id(), model, changes);
    }
    ends.forEach(pair -> addOrigins(Origin.Kind.DEPENDENCY, pair, model, changes));
    assets.forEach(asset -> changes.add(new AssetChange(asset, null)));
    return changes;
  }

  private static void addOrigins(
      Origin.Kind kind, String id, Snapshot model, List<WorkspaceChange> changes) {
    model.origins(kind, id).forEach(origin -> changes.add(new OriginChange(origin, null)));
  }

  /** A change of one entry. */
  private interface Change<T> {
    WorkspaceChange of(@Nullable T before, @Nullable T after);
  }

  private static <T> List<WorkspaceChange> entry(
      @Nullable T present, @Nullable T wanted, Change<T> change) {
    return Objects.equals(present, wanted) ? List.of() : List.of(change.of(present, wanted));
  }

  private static <T> List<T> listOf(@Nullable T entry) {
    return entry == null ? List.of() : List.of(entry);
  }

  private static <T> List<WorkspaceChange> replaced(
      List<T> present, List<T> wanted, Change<T> change) {
    List<T> gone = new ArrayList<>(present);
    List<T> added = new ArrayList<>(wanted);
    wanted.forEach(gone::remove);
    present.forEach(added::remove);
    List<WorkspaceChange> changes = new ArrayList<>();
    gone.forEach(entry -> changes.add(change.of(entry, null)));
    added.forEach(entry -> changes.add(change.of(null, entry)));
    return changes;
  }
}
