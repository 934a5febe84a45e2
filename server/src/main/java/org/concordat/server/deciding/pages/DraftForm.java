package org.concordat.server.deciding.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.AssetRow;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.whatif.DraftEdit;
import org.concordat.core.alignment.whatif.StructureEdit;
import org.concordat.core.alignment.whatif.VocabularyEdit;
import org.concordat.server.alignment.DependencyForm;
import org.concordat.server.alignment.ReckoningForm;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;

/**
 * A form that says what to try out.
 *
 * @param fields as they were sent
 */
record DraftForm(Map<String, String[]> fields) {
  private static final String GONE = "gone";

  /** Whether what has an old level is to get a new one, which the draft itself knows. */
  boolean carriesOver() {
    return text("kind").equals("carryOver");
  }

  /** What the form asks to try out. */
  DraftEdit edit(Snapshot model) {
    return switch (text("kind")) {
      case "link" ->
          new DraftEdit.LinkLevel(
              new Impact.Link(asset("asset", model) + "/" + text("property"), text("factor")),
              level());
      case "goalLink" ->
          new DraftEdit.LinkLevel(new Impact.Link(text("factor"), text("goal")), level());
      case "goal" -> new DraftEdit.GoalImportance(text("goal"), level(), isGone());
      case "goalUnit" -> new DraftEdit.GoalUnit(text("goal"), text("unit"));
      case "newGoal" -> new DraftEdit.NewGoal(text("unit"), text("name"), level());
      case "dependency" ->
          new StructureEdit.AssetDependency(
              asset("from", model), asset("on", model), level(), isGone());
      case "passing" -> {
        DependencyForm form = new DependencyForm(firsts());
        yield new StructureEdit.Passing(
            text("from"), text("on"), form.carries(), form.redundancy());
      }
      case "newUnit" -> new StructureEdit.NewUnit(null, text("name"));
      case "unitGone" -> new StructureEdit.UnitGone(text("unit"));
      case "newAsset" ->
          new StructureEdit.NewAsset(text("name"), assetKind(), orNull(text("unit")));
      case "assetGone" -> new StructureEdit.AssetGone(asset("assetGone", model));
      case "joining" -> joining(model);
      case "properties" ->
          new VocabularyEdit.AssetProperties(asset("asset", model), all("properties"));
      case "newFactor" -> new VocabularyEdit.NewFactor(text("name"));
      case "factorGone" -> new VocabularyEdit.FactorGone(text("factor"));
      case "newProperty" -> new VocabularyEdit.NewProperty(text("name"));
      case "propertyGone" -> new VocabularyEdit.PropertyGone(text("property"));
      case "name" -> renamed();
      default -> throw new IllegalArgumentException("'" + text("kind") + "' cannot be tried out");
    };
  }

  private String text(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "" : all.getFirst();
  }

  /** The fields that have one value. */
  private Map<String, String> firsts() {
    Map<String, String> firsts = new HashMap<>();
    fields.keySet().forEach(name -> firsts.put(name, text(name)));
    return firsts;
  }

  private List<String> all(String name) {
    return Stream.of(fields.getOrDefault(name, new String[0])).map(String::strip).toList();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private boolean isGone() {
    return text("level").equals(GONE);
  }

  /** The level, or null where it is to be gone or the top of the scale. */
  private @Nullable Level level() {
    String text = text("level");
    return text.matches("[1-9][0-9]{0,2}") ? Level.of(Integer.parseInt(text)) : null;
  }

  private AssetKind assetKind() {
    for (AssetKind kind : AssetKind.values()) {
      if (kind.name().equals(text("assetKind"))) {
        return kind;
      }
    }
    throw new IllegalArgumentException("'" + text("assetKind") + "' is no kind of asset");
  }

  /** An asset is named by its id, or by its name when only one is called so. */
  private String asset(String field, Snapshot model) {
    String text = text(field);
    if (text.isEmpty() || model.asset(text) != null) {
      return text;
    }
    List<AssetRow> found =
        model.assets(AssetQuery.ALL.withText(text).withRows(0, 50)).rows().stream()
            .filter(row -> row.asset().name().equalsIgnoreCase(text))
            .toList();
    return found.size() == 1 ? found.getFirst().asset().id() : text;
  }

  /** Of a number of levels that this form does not know yet, the own table is the usual one. */
  private DraftEdit joining(Snapshot model) {
    ReckoningForm form = ReckoningForm.of(fields, model.scale().size());
    Wish.Reckoning wanted = form.reckoning();
    return new DraftEdit.Joining(
        form.levels(),
        wanted.combination().along(),
        wanted.combination().across(),
        wanted.inheritance().cumulation());
  }

  /** A thing is named by its kind and its id, such as {@code goal:growth}. */
  private DraftEdit renamed() {
    String thing = text("thing");
    int colon = thing.indexOf(':');
    for (VocabularyEdit.Named what : VocabularyEdit.Named.values()) {
      if (colon > 0 && what.name().equalsIgnoreCase(thing.substring(0, colon))) {
        return new VocabularyEdit.Renamed(what, thing.substring(colon + 1), text("name"));
      }
    }
    throw new IllegalArgumentException("'" + thing + "' has no name");
  }
}
