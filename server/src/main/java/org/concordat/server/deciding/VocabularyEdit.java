package org.concordat.server.deciding;

import static org.concordat.server.deciding.DraftEdit.missing;
import static org.concordat.server.deciding.DraftEdit.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.server.alignment.NewId;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Wish;

/** The organisation speaks of other kinds of damage or properties, or calls things otherwise. */
public sealed interface VocabularyEdit extends DraftEdit {
  /** There is one more kind of damage, which nothing does yet. */
  record NewFactor(String name) implements VocabularyEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, String by, LocalDate today) {
      require(!name.isBlank(), "factor", name);
      String id = NewId.of("", name, taken -> model.factor(taken) != null);
      return new Wish.OfFactor(id, new Factor(id, name.strip(), null), EntryTag.ANYTHING)
          .changes(model);
    }
  }

  /** A kind of damage is gone, with every judgement of what does it and what it does. */
  record FactorGone(String factor) implements VocabularyEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, String by, LocalDate today) {
      require(model.factor(factor) != null, "factor", factor);
      List<WorkspaceChange> changes = new ArrayList<>();
      model.impactsOn(factor).forEach(impact -> changes.add(new ImpactChange(impact, null)));
      model.impactsOfFactor(factor).forEach(impact -> changes.add(new ImpactChange(impact, null)));
      changes.addAll(new Wish.OfFactor(factor, null, EntryTag.ANYTHING).changes(model));
      return changes;
    }
  }

  /** The organisation has one more security property of its own. */
  record NewProperty(String name) implements VocabularyEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, String by, LocalDate today) {
      require(!name.isBlank(), "property", name);
      String id =
          NewId.of(
              "", name, taken -> SecurityProperty.KNOWN.contains(taken) || isDefined(taken, model));
      return new Wish.OfProperty(
              id, new PropertyDefinition(id, name.strip(), null), EntryTag.ANYTHING)
          .changes(model);
    }
  }

  /** A property of the organisation's own is gone, and with it the requirements about it. */
  record PropertyGone(String property) implements VocabularyEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, String by, LocalDate today) {
      require(isDefined(property, model), "property", property);
      List<WorkspaceChange> changes = new ArrayList<>();
      for (var row : model.assets(AssetQuery.ALL.withRows(0, model.assetCount())).rows()) {
        Asset asset = row.asset();
        if (asset.properties().contains(property)) {
          List<String> left = asset.properties().stream().filter(p -> !p.equals(property)).toList();
          changes.addAll(new AssetProperties(asset.id(), left).changes(model, by, today));
        }
      }
      changes.addAll(new Wish.OfProperty(property, null, EntryTag.ANYTHING).changes(model));
      return changes;
    }
  }

  /**
   * An asset has these properties and no others; impacts of requirements that it has no more go.
   */
  record AssetProperties(String asset, List<String> properties) implements VocabularyEdit {
    public AssetProperties {
      properties = List.copyOf(properties);
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model, String by, LocalDate today) {
      Asset was = model.asset(asset);
      if (was == null) {
        throw missing("asset", asset);
      }
      for (String property : properties) {
        require(
            SecurityProperty.KNOWN.contains(property) || isDefined(property, model),
            "property",
            property);
      }
      List<WorkspaceChange> changes = new ArrayList<>();
      for (String property : was.properties()) {
        if (!properties.contains(property)) {
          model
              .impactsOf(new Requirement(asset, property))
              .forEach(impact -> changes.add(new ImpactChange(impact, null)));
        }
      }
      Asset wanted =
          new Asset(was.id(), was.name(), was.kind(), was.unit(), was.description(), properties);
      changes.addAll(new Wish.OfAsset(asset, wanted, EntryTag.ANYTHING).changes(model));
      return changes;
    }
  }

  /** What can be called otherwise. */
  enum Named {
    ORGANISATION,
    UNIT,
    GOAL,
    FACTOR,
    ASSET,
    PROPERTY
  }

  /**
   * A thing has another name.
   *
   * @param id of the thing; that of the organisation does not matter
   */
  record Renamed(Named what, String id, String name) implements VocabularyEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, String by, LocalDate today) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a name is missing");
      }
      return switch (what) {
        case ORGANISATION -> {
          Organisation was = model.organisation();
          yield new Wish.OfOrganisation(
                  new Organisation(was.id(), name.strip(), was.industry()), EntryTag.ANYTHING)
              .changes(model);
        }
        case UNIT -> ofUnit(model);
        case GOAL -> ofGoal(model);
        case FACTOR -> ofFactor(model);
        case ASSET -> ofAsset(model);
        case PROPERTY -> ofProperty(model);
      };
    }

    private List<WorkspaceChange> ofUnit(Snapshot model) {
      Unit was = model.unit(id);
      if (was == null) {
        throw missing("unit", id);
      }
      Unit wanted = new Unit(id, name.strip(), was.discipline(), was.description(), was.goals());
      return new Wish.OfUnit(id, wanted, EntryTag.ANYTHING).changes(model);
    }

    private List<WorkspaceChange> ofGoal(Snapshot model) {
      OwnedGoal was = model.goal(id);
      if (was == null) {
        throw missing("goal", id);
      }
      Goal goal = new Goal(id, name.strip(), was.goal().importance(), was.goal().description());
      return new Wish.OfGoal(id, new OwnedGoal(was.unit(), goal), EntryTag.ANYTHING).changes(model);
    }

    private List<WorkspaceChange> ofFactor(Snapshot model) {
      Factor was = model.factor(id);
      if (was == null) {
        throw missing("factor", id);
      }
      Factor wanted = new Factor(id, name.strip(), was.controllable(), was.description());
      return new Wish.OfFactor(id, wanted, EntryTag.ANYTHING).changes(model);
    }

    private List<WorkspaceChange> ofAsset(Snapshot model) {
      Asset was = model.asset(id);
      if (was == null) {
        throw missing("asset", id);
      }
      Asset wanted =
          new Asset(id, name.strip(), was.kind(), was.unit(), was.description(), was.properties());
      return new Wish.OfAsset(id, wanted, EntryTag.ANYTHING).changes(model);
    }

    private List<WorkspaceChange> ofProperty(Snapshot model) {
      PropertyDefinition was =
          model.properties().stream().filter(p -> p.id().equals(id)).findFirst().orElse(null);
      if (was == null) {
        throw missing("property", id);
      }
      return new Wish.OfProperty(
              id, new PropertyDefinition(id, name.strip(), was.description()), EntryTag.ANYTHING)
          .changes(model);
    }
  }

  private static boolean isDefined(String property, Snapshot model) {
    return model.properties().stream().anyMatch(each -> each.id().equals(property));
  }
}
