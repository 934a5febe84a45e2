package org.concordat.server.deciding.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.AssetRow;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.deciding.DraftEdit;
import org.jspecify.annotations.Nullable;

/**
 * A form that says what to try out.
 *
 * @param fields as they were sent
 */
record DraftForm(Map<String, String> fields) {
  private static final String GONE = "gone";

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
      case "newGoal" -> new DraftEdit.NewGoal(text("unit"), text("name"), level());
      case "dependency" ->
          new DraftEdit.AssetDependency(
              asset("from", model), asset("on", model), level(), isGone());
      case "newAsset" -> new DraftEdit.NewAsset(text("name"), assetKind(), orNull(text("unit")));
      case "assetGone" -> new DraftEdit.AssetGone(asset("assetGone", model));
      case "joining" -> joining();
      default -> throw new IllegalArgumentException("'" + text("kind") + "' cannot be tried out");
    };
  }

  private String text(String name) {
    return fields.getOrDefault(name, "").strip();
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

  private DraftEdit joining() {
    String cumulation = text("cumulation");
    if (!cumulation.isEmpty() && !cumulation.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException("'" + cumulation + "' is no whole number from 1");
    }
    Optional<Along> along =
        switch (text("along")) {
          case "weakest_link" -> Optional.of(new Along.WeakestLink());
          case "product" -> Optional.of(new Along.Product());
          default -> Optional.empty();
        };
    Across across = text("across").equals("average") ? Across.AVERAGE : Across.MAXIMUM;
    return new DraftEdit.Joining(
        along.orElse(null), across, cumulation.isEmpty() ? null : Integer.valueOf(cumulation));
  }
}
