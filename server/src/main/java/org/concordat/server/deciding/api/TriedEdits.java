package org.concordat.server.deciding.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.formats.yaml.Words;
import org.concordat.server.deciding.DraftEdit;
import org.concordat.server.deciding.Drafts;
import org.concordat.server.deciding.VocabularyEdit;
import org.concordat.server.deciding.VocabularyEdit.Named;
import org.concordat.server.deciding.api.DecidingShapes.AlongWord;
import org.concordat.server.deciding.api.DecidingShapes.Trying;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Values;
import org.jspecify.annotations.Nullable;

/** What a program wants to try out, from its JSON. */
final class TriedEdits {
  private TriedEdits() {}

  /**
   * The edit that is said.
   *
   * @param tried the draft as it is
   */
  static DraftEdit edit(Values said, Drafts.Tried tried) {
    ImpactScale scale = tried.today().read(Snapshot::scale);
    Errors errors = new Errors();
    Level level = level(said, scale, errors);
    boolean gone = Objects.requireNonNullElse(said.flag("gone"), false);
    Trying trying = Words.find(Trying.class, said.required("try")).orElse(Trying.LINK);
    if (trying == Trying.LINK && said.text("level") == null && !gone) {
      errors.add("/level", "must be said, unless the link is gone");
    }
    needed(said, trying).stream()
        .filter(name -> said.text(name) == null)
        .forEach(name -> errors.add("/" + name, "must be said"));
    errors.check();
    return switch (trying) {
      case LINK ->
          new DraftEdit.LinkLevel(
              new Impact.Link(said.required("from"), said.required("to")), gone ? null : level);
      case GOAL -> new DraftEdit.GoalImportance(said.required("id"), level, gone);
      case NEW_GOAL -> new DraftEdit.NewGoal(said.required("unit"), said.required("name"), level);
      case DEPENDENCY ->
          new DraftEdit.AssetDependency(said.required("from"), said.required("to"), level, gone);
      case NEW_ASSET ->
          new DraftEdit.NewAsset(
              said.required("name"),
              Words.find(AssetKind.class, said.required("kind")).orElse(AssetKind.INFORMATION),
              said.text("unit"));
      case ASSET_GONE -> new DraftEdit.AssetGone(said.required("id"));
      case PROPERTIES ->
          new VocabularyEdit.AssetProperties(said.required("id"), said.texts("properties"));
      case NEW_PROPERTY -> new VocabularyEdit.NewProperty(said.required("name"));
      case PROPERTY_GONE -> new VocabularyEdit.PropertyGone(said.required("id"));
      case NEW_FACTOR -> new VocabularyEdit.NewFactor(said.required("name"));
      case FACTOR_GONE -> new VocabularyEdit.FactorGone(said.required("id"));
      case NAME ->
          new VocabularyEdit.Renamed(
              Words.find(Named.class, said.required("what")).orElse(Named.ORGANISATION),
              Objects.requireNonNullElse(said.text("id"), ""),
              said.required("name"));
      case JOINING -> joining(said, scale, errors);
      case CARRY_OVER -> tried.carryOver();
    };
  }

  private static List<String> needed(Values said, Trying trying) {
    return switch (trying) {
      case LINK, DEPENDENCY -> List.of("from", "to");
      case GOAL, ASSET_GONE, PROPERTIES, PROPERTY_GONE, FACTOR_GONE -> List.of("id");
      case NEW_GOAL -> List.of("unit", "name");
      case NEW_ASSET -> List.of("name", "kind");
      case NEW_PROPERTY, NEW_FACTOR -> List.of("name");
      case NAME ->
          "organisation".equals(said.text("what"))
              ? List.of("what", "name")
              : List.of("what", "id", "name");
      case JOINING, CARRY_OVER -> List.of();
    };
  }

  private static @Nullable Level level(Values said, ImpactScale scale, Errors errors) {
    String text = said.text("level");
    if (text == null) {
      return null;
    }
    Level level = scale.level(text).orElse(null);
    if (level == null) {
      errors.add(
          "/level", "is no level of the scale; there are " + String.join(", ", scale.names()));
    }
    return level;
  }

  private static DraftEdit joining(Values said, ImpactScale today, Errors errors) {
    List<String> levels = said.texts("levels");
    ImpactScale scale = today;
    try {
      scale = levels.isEmpty() ? today : new ImpactScale(levels);
    } catch (IllegalArgumentException e) {
      errors.add("/levels", String.valueOf(e.getMessage()));
    }
    Along matrix = matrix(said, scale, errors);
    errors.check();
    Across across =
        said.text("across") == null
            ? null
            : Words.find(Across.class, said.required("across")).orElse(null);
    Long cumulation = said.whole("cumulation");
    return new DraftEdit.Joining(
        levels.isEmpty() ? null : levels,
        matrix != null ? matrix : along(said),
        across,
        cumulation == null ? null : Math.toIntExact(cumulation));
  }

  private static @Nullable Along along(Values said) {
    AlongWord along =
        said.text("along") == null
            ? null
            : Words.find(AlongWord.class, said.required("along")).orElse(null);
    return switch (along) {
      case null -> null;
      case WEAKEST_LINK -> new Along.WeakestLink();
      case PRODUCT -> new Along.Product();
    };
  }

  private static @Nullable Along matrix(Values said, ImpactScale scale, Errors errors) {
    if (!(said.get("matrix") instanceof List<?> all)) {
      return null;
    }
    List<List<Level>> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<Level> row = new ArrayList<>();
      if (all.get(i) instanceof List<?> cells) {
        for (int j = 0; j < cells.size(); j++) {
          Level level = scale.level(String.valueOf(cells.get(j))).orElse(null);
          if (level == null) {
            errors.add("/matrix/" + i + "/" + j, "is no level of the scale");
          } else {
            row.add(level);
          }
        }
      }
      rows.add(row);
    }
    return new Along.Matrix(rows);
  }
}
