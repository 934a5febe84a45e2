package org.concordat.server.workspace;

import java.util.Collections;
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
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Wanted;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants an entry of the model to be. Null or an empty list as the wanted state means
 * that the entry shall go.
 */
public sealed interface Wish {
  /** The {@link EntryTag} of the entry that the person saw when they decided. */
  String tag();

  /** What the model holds now: the entry, a list of entries, or null for nothing. */
  @Nullable Object present(Snapshot model);

  /** What is wanted in its place. */
  @Nullable Object wanted();

  /** What has to change so that the wish comes true; nothing when it is true already. */
  List<WorkspaceChange> changes(Snapshot model);

  /** A wish that is put together of many, such as one for all entries that a list shows. */
  non-sealed interface Combined extends Wish {}

  /**
   * A wish for a unit's own fields; its goals stay as they are, but go with the unit.
   *
   * @param wanted has the same id
   */
  record OfUnit(String id, @Nullable Unit wanted, String tag) implements Wish {
    public OfUnit {
      wanted = wanted == null ? null : bare(wanted);
    }

    private static Unit bare(Unit unit) {
      return new Unit(unit.id(), unit.name(), unit.discipline(), unit.description(), List.of());
    }

    @Override
    public @Nullable Unit present(Snapshot model) {
      Unit unit = model.unit(id);
      return unit == null ? null : bare(unit);
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model) {
      return Wanted.unit(model, id, wanted);
    }
  }

  /** A wish for a goal and the unit that has it. */
  record OfGoal(String id, @Nullable OwnedGoal wanted, String tag) implements Wish {
    @Override
    public @Nullable OwnedGoal present(Snapshot model) {
      return model.goal(id);
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model) {
      return Wanted.goal(model, id, wanted);
    }
  }

  /** A wish for a factor. */
  record OfFactor(String id, @Nullable Factor wanted, String tag) implements Wish {
    @Override
    public @Nullable Factor present(Snapshot model) {
      return model.factor(id);
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model) {
      return Wanted.factor(model, id, wanted);
    }
  }

  /** A wish for an asset. */
  record OfAsset(String id, @Nullable Asset wanted, String tag) implements Wish {
    @Override
    public @Nullable Asset present(Snapshot model) {
      return model.asset(id);
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model) {
      return Wanted.asset(model, id, wanted);
    }
  }

  /**
   * A wish that assets go, and with them what cannot be without them: their dependencies either
   * way, their impacts, and where all of it came from.
   *
   * @param tag of the list of the assets
   */
  record OfWholeAssets(Set<String> ids, String tag) implements Wish {
    public OfWholeAssets {
      ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
    }

    /** A wish that one asset goes. */
    public static OfWholeAssets one(String id, String tag) {
      return new OfWholeAssets(Set.of(id), tag);
    }

    /** The assets, or the asset when it is one. */
    @Override
    public @Nullable Object present(Snapshot model) {
      List<Asset> assets = assets(model);
      return ids.size() != 1 ? assets : assets.isEmpty() ? null : assets.getFirst();
    }

    private List<Asset> assets(Snapshot model) {
      return ids.stream().map(model::asset).filter(Objects::nonNull).toList();
    }

    @Override
    public @Nullable Object wanted() {
      return null;
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model) {
      return Wanted.withoutAssets(model, ids);
    }
  }

  /** A wish for a security property of the organisation's own. */
  record OfProperty(String id, @Nullable PropertyDefinition wanted, String tag) implements Wish {
    @Override
    public @Nullable PropertyDefinition present(Snapshot model) {
      return model.properties().stream().filter(p -> p.id().equals(id)).findFirst().orElse(null);
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model) {
      return Wanted.property(model, id, wanted);
    }
  }

  /**
   * A wish for all dependencies of one asset on another; usually there is one at the most.
   *
   * @param wanted each from the one asset on the other
   */
  record OfDependencies(String from, String on, List<Dependency> wanted, String tag)
      implements Wish {
    public OfDependencies {
      wanted = List.copyOf(wanted);
    }

    @Override
    public List<Dependency> present(Snapshot model) {
      return model.dependenciesOf(from).stream().filter(d -> d.on().equals(on)).toList();
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model) {
      return Wanted.dependencies(model, from, on, wanted);
    }
  }

  /**
   * A wish for one judge's judgement of one link, or for the agreed one.
   *
   * @param judge the judge, or null for a judgement of nobody by name
   * @param agreed whether the agreed judgement is meant
   * @param wanted of the same link, judge and agreement
   */
  record OfJudgement(
      Impact.Link link, @Nullable String judge, boolean agreed, @Nullable Impact wanted, String tag)
      implements Wish {
    @Override
    public @Nullable Impact present(Snapshot model) {
      return Wanted.judgement(model, link, judge, agreed);
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model) {
      return Wanted.judgement(present(model), wanted);
    }
  }

  /** A wish for the organisation's name and industry. */
  record OfOrganisation(Organisation wanted, String tag) implements Wish {
    @Override
    public Organisation present(Snapshot model) {
      return model.organisation();
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model) {
      return Wanted.organisation(model, wanted);
    }
  }

  /** A wish for how levels are named and how they join. */
  record OfReckoning(Reckoning wanted, String tag) implements Wish {
    @Override
    public Reckoning present(Snapshot model) {
      return Reckoning.of(model);
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model) {
      return Wanted.reckoning(model, wanted.scale(), wanted.combination(), wanted.inheritance());
    }
  }

  /** The settings that every score depends on. */
  record Reckoning(ImpactScale scale, Combination combination, Inheritance inheritance) {
    /** Those of a model. */
    public static Reckoning of(Snapshot model) {
      return new Reckoning(model.scale(), model.combination(), model.inheritance());
    }
  }
}
