package org.concordat.core.alignment.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Wanted;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.jspecify.annotations.Nullable;

/** The organisation speaks of other kinds of damage or properties, or calls things otherwise. */
public sealed interface VocabularyEdit extends DraftEdit {
  /**
   * There is one more kind of damage, which nothing does yet.
   *
   * @param id null for one that is made of the name
   */
  record NewFactor(@Nullable String id, String name) implements VocabularyEdit {
    public NewFactor(String name) {
      this(null, name);
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      String chosen = Present.newId("factor", id, name, taken -> model.factor(taken) != null);
      return Wanted.factor(model, chosen, new Factor(chosen, name.strip(), null));
    }
  }

  /** A kind of damage is gone, with every judgement of what does it and what it does. */
  record FactorGone(String factor) implements VocabularyEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      Present.factor(factor, model);
      List<WorkspaceChange> changes = new ArrayList<>();
      model.impactsOn(factor).forEach(impact -> changes.add(new ImpactChange(impact, null)));
      model.impactsOfFactor(factor).forEach(impact -> changes.add(new ImpactChange(impact, null)));
      changes.addAll(Wanted.factor(model, factor, null));
      return changes;
    }
  }

  /**
   * The organisation has one more security property of its own.
   *
   * @param id null for one that is made of the name
   */
  record NewProperty(@Nullable String id, String name) implements VocabularyEdit {
    public NewProperty(String name) {
      this(null, name);
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      String chosen =
          Present.newId(
              "property",
              id,
              name,
              taken -> SecurityProperty.KNOWN.contains(taken) || isDefined(taken, model));
      return Wanted.property(model, chosen, new PropertyDefinition(chosen, name.strip(), null));
    }
  }

  /** A property of the organisation's own is gone, and with it the requirements about it. */
  record PropertyGone(String property) implements VocabularyEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      definition(property, model);
      List<WorkspaceChange> changes = new ArrayList<>();
      for (Asset asset : model.workspace().assets()) {
        if (asset.properties().contains(property)) {
          List<String> left = asset.properties().stream().filter(p -> !p.equals(property)).toList();
          changes.addAll(new AssetProperties(asset.id(), left).changes(model, by, today));
        }
      }
      changes.addAll(Wanted.property(model, property, null));
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
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      Asset was = Present.asset(asset, model);
      for (String property : properties) {
        if (!SecurityProperty.KNOWN.contains(property)) {
          definition(property, model);
        }
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
      changes.addAll(Wanted.asset(model, asset, wanted));
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
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a name is missing");
      }
      return switch (what) {
        case ORGANISATION -> {
          Organisation was = model.organisation();
          yield Wanted.organisation(
              model, new Organisation(was.id(), name.strip(), was.industry()));
        }
        case UNIT -> {
          Unit was = Present.unit(id, model);
          yield Wanted.unit(
              model,
              id,
              new Unit(id, name.strip(), was.discipline(), was.description(), was.goals()));
        }
        case GOAL -> {
          OwnedGoal was = Present.goal(id, model);
          Goal goal = new Goal(id, name.strip(), was.goal().importance(), was.goal().description());
          yield Wanted.goal(model, id, new OwnedGoal(was.unit(), goal));
        }
        case FACTOR -> {
          Factor was = Present.factor(id, model);
          yield Wanted.factor(
              model, id, new Factor(id, name.strip(), was.controllable(), was.description()));
        }
        case ASSET -> {
          Asset was = Present.asset(id, model);
          yield Wanted.asset(
              model,
              id,
              new Asset(
                  id, name.strip(), was.kind(), was.unit(), was.description(), was.properties()));
        }
        case PROPERTY -> {
          PropertyDefinition was = definition(id, model);
          yield Wanted.property(
              model, id, new PropertyDefinition(id, name.strip(), was.description()));
        }
      };
    }
  }

  private static boolean isDefined(String property, Snapshot model) {
    return model.properties().stream().anyMatch(each -> each.id().equals(property));
  }

  private static PropertyDefinition definition(String property, Snapshot model) {
    return model.properties().stream()
        .filter(each -> each.id().equals(property))
        .findFirst()
        .orElseThrow(
            () ->
                Present.missing(
                    "property",
                    property,
                    Stream.concat(
                            SecurityProperty.KNOWN.stream(),
                            model.properties().stream().map(PropertyDefinition::id))
                        .toList()));
  }
}
