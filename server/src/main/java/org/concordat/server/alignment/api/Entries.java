package org.concordat.server.alignment.api;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.ValueDiscipline;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.formats.yaml.Words;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.Values;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of entries that have an id of their own. */
final class Entries {
  static final EntryKind<String, PropertyDefinition> PROPERTY = new OfProperty();
  static final EntryKind<String, Unit> UNIT = new OfUnit();
  static final EntryKind<String, OwnedGoal> GOAL = new OfGoal();
  static final EntryKind<String, Factor> FACTOR = new OfFactor();
  static final EntryKind<String, Asset> ASSET = new OfAsset();

  private Entries() {}

  /** What entries with an id have in common. */
  private interface WithId<E> extends EntryKind<String, E> {
    String collection();

    @Override
    default @Nullable String key(Values said) {
      return said.text("id");
    }

    @Override
    default String path(String id) {
      return Call.ROOT + "/" + collection() + "/" + id;
    }

    @Override
    @SuppressWarnings("unchecked")
    default @Nullable E present(String id, Snapshot model) {
      return (E) wish(id, null, "").present(model);
    }
  }

  private record OfProperty() implements WithId<PropertyDefinition> {
    @Override
    public String collection() {
      return "properties";
    }

    @Override
    public Shape shape() {
      return Shapes.PROPERTY;
    }

    @Override
    public PropertyDefinition read(String id, Values said, Snapshot model, Errors errors) {
      return new PropertyDefinition(id, said.required("name"), said.text("description"));
    }

    @Override
    public Wish wish(String id, @Nullable PropertyDefinition wanted, String tag) {
      return new Wish.OfProperty(id, wanted, tag);
    }

    @Override
    public ObjectNode json(PropertyDefinition property, Snapshot model) {
      ObjectNode json = Nodes.object().put("id", property.id()).put("name", property.name());
      Nodes.put(json, "description", property.description());
      return json;
    }
  }

  private record OfUnit() implements WithId<Unit> {
    @Override
    public String collection() {
      return "units";
    }

    @Override
    public Shape shape() {
      return Shapes.UNIT;
    }

    @Override
    public Unit read(String id, Values said, Snapshot model, Errors errors) {
      ValueDiscipline discipline =
          Optional.ofNullable(said.text("discipline"))
              .flatMap(word -> Words.find(ValueDiscipline.class, word))
              .orElse(null);
      return new Unit(id, said.required("name"), discipline, said.text("description"), List.of());
    }

    @Override
    public Wish wish(String id, @Nullable Unit wanted, String tag) {
      return new Wish.OfUnit(id, wanted, tag);
    }

    @Override
    public ObjectNode json(Unit unit, Snapshot model) {
      ObjectNode json = Nodes.object().put("id", unit.id()).put("name", unit.name());
      if (unit.discipline() != null) {
        json.put("discipline", Words.of(unit.discipline()));
      }
      Nodes.put(json, "description", unit.description());
      return json;
    }
  }

  private record OfGoal() implements WithId<OwnedGoal> {
    @Override
    public String collection() {
      return "goals";
    }

    @Override
    public Shape shape() {
      return Shapes.GOAL;
    }

    @Override
    public OwnedGoal read(String id, Values said, Snapshot model, Errors errors) {
      String unit = said.required("unit");
      if (model.unit(unit) == null) {
        errors.add("/unit", "is no unit");
      }
      return new OwnedGoal(
          unit,
          new Goal(
              id,
              said.required("name"),
              Nodes.level("importance", said, model.scale(), "", errors),
              said.text("description")));
    }

    @Override
    public Wish wish(String id, @Nullable OwnedGoal wanted, String tag) {
      return new Wish.OfGoal(id, wanted, tag);
    }

    @Override
    public ObjectNode json(OwnedGoal owned, Snapshot model) {
      Goal goal = owned.goal();
      ObjectNode json =
          Nodes.object().put("id", goal.id()).put("unit", owned.unit()).put("name", goal.name());
      Nodes.put(json, "importance", goal.importance(), model.scale());
      Nodes.put(json, "description", goal.description());
      return json;
    }
  }

  private record OfFactor() implements WithId<Factor> {
    @Override
    public String collection() {
      return "factors";
    }

    @Override
    public Shape shape() {
      return Shapes.FACTOR;
    }

    @Override
    public Factor read(String id, Values said, Snapshot model, Errors errors) {
      return new Factor(
          id, said.required("name"), said.flag("controllable"), said.text("description"));
    }

    @Override
    public Wish wish(String id, @Nullable Factor wanted, String tag) {
      return new Wish.OfFactor(id, wanted, tag);
    }

    @Override
    public ObjectNode json(Factor factor, Snapshot model) {
      ObjectNode json = Nodes.object().put("id", factor.id()).put("name", factor.name());
      if (factor.controllable() != null) {
        json.put("controllable", factor.controllable());
      }
      Nodes.put(json, "description", factor.description());
      return json;
    }
  }

  private record OfAsset() implements WithId<Asset> {
    @Override
    public String collection() {
      return "assets";
    }

    @Override
    public Shape shape() {
      return Shapes.ASSET;
    }

    @Override
    public @Nullable Asset read(String id, Values said, Snapshot model, Errors errors) {
      List<String> properties =
          said.has("properties") ? said.texts("properties") : SecurityProperty.CLASSIC;
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < properties.size(); i++) {
        if (!seen.add(properties.get(i))) {
          errors.add("/properties/" + i, "stands there twice");
        }
      }
      AssetKind kind = Words.find(AssetKind.class, said.required("kind")).orElse(null);
      return kind == null || seen.size() < properties.size()
          ? null
          : new Asset(
              id,
              said.required("name"),
              kind,
              said.text("unit"),
              said.text("description"),
              properties);
    }

    @Override
    public Wish wish(String id, @Nullable Asset wanted, String tag) {
      return new Wish.OfAsset(id, wanted, tag);
    }

    @Override
    public ObjectNode json(Asset asset, Snapshot model) {
      ObjectNode json =
          Nodes.object()
              .put("id", asset.id())
              .put("name", asset.name())
              .put("kind", Words.of(asset.kind()));
      Nodes.put(json, "unit", asset.unit());
      Nodes.put(json, "description", asset.description());
      var properties = json.putArray("properties");
      asset.properties().forEach(properties::add);
      return json;
    }
  }
}
