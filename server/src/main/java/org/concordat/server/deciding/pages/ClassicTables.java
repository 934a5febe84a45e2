package org.concordat.server.deciding.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.classic.ClassicTable;
import org.concordat.core.alignment.classic.ClassicTable.AssetRow;
import org.concordat.core.alignment.classic.ClassicTable.Rated;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.alignment.PathView;
import org.concordat.server.web.table.Asked;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.FilterField.Option;
import org.concordat.server.web.table.Table;
import org.jspecify.annotations.Nullable;

/** The classic ratings as two lists: by requirement with reasons, and by asset. */
final class ClassicTables {
  /** A model and its ratings. */
  record Ratings(Snapshot model, ClassicTable classic) {}

  /** What differs most comes first. */
  static final Table<Ratings, Rated> BY_REQUIREMENT =
      new Table<>(
          "classic",
          "deciding.classic.title",
          "/classic",
          List.of(
              Column.<Ratings, Rated>of(
                      "requirement",
                      "alignment.requirement",
                      (ratings, row) ->
                          new Cell.Link(
                              new Things(ratings.model(), List.of()).requirement(row.requirement()),
                              "/priorities/" + row.requirement().id()))
                  .shown(Presence.ALWAYS),
              Column.of(
                  "rating",
                  "deciding.classic.rating",
                  (ratings, row) -> Things.level(ratings.classic().scale(), row.rating())),
              Column.of(
                  "level",
                  "deciding.classic.byGoals",
                  (ratings, row) ->
                      Things.level(LevelView.of(ratings.classic().scale(), row.need()))),
              Column.<Ratings, Rated>ofNumbers(
                      "shift", "deciding.classic.shift", (_, row) -> new Cell.Figure(row.shift()))
                  .sorting(Column.Order.HIGHEST_FIRST),
              Column.of("why", "deciding.classic.why", ClassicTables::why)),
          List.of(
              FilterField.search(),
              new FilterField<>(
                  "which",
                  "deciding.classic.which",
                  _ ->
                      List.of(
                          new Option("unexplained", Cell.word("deciding.classic.unexplained")),
                          new Option("higher", Cell.word("deciding.classic.higher")),
                          new Option("lower", Cell.word("deciding.classic.lower"))))),
          ClassicTables::find,
          null);

  /** The table that people know: every asset with a risk level for each concern. */
  static final Table<Ratings, AssetRow> BY_ASSET =
      new Table<>(
          "classicAssets",
          "deciding.classic.assets.title",
          "/classic/assets",
          List.of(
              Column.<Ratings, AssetRow>of(
                      "asset",
                      "alignment.asset",
                      (ratings, row) ->
                          new Cell.Link(
                              new Cell.Text(name(ratings.model(), row.asset())),
                              "/assets/" + row.asset()))
                  .shown(Presence.ALWAYS),
              Column.of(
                  "risk",
                  "deciding.classic.risk",
                  (ratings, row) -> Things.level(ratings.classic().scale(), row.risk())),
              concern(SecurityProperty.CONFIDENTIALITY),
              concern(SecurityProperty.INTEGRITY),
              concern(SecurityProperty.AVAILABILITY)),
          List.of(FilterField.search()),
          ClassicTables::findAssets,
          null);

  private ClassicTables() {}

  private static Column<Ratings, AssetRow> concern(String property) {
    return Column.of(
        property,
        "alignment.property." + property,
        (ratings, row) -> {
          Rated rated = rated(row, property);
          return rated == null
              ? Cell.nothing()
              : new Cell.Lines(
                  List.of(
                      Things.level(ratings.classic().scale(), rated.rating()),
                      new Cell.Joined(
                          List.of(
                              new Cell.Quiet(Cell.word("deciding.classic.byGoals")),
                              Things.level(LevelView.of(ratings.classic().scale(), rated.need()))),
                          " ")));
        });
  }

  private static @Nullable Rated rated(AssetRow row, String property) {
    return switch (property) {
      case SecurityProperty.CONFIDENTIALITY -> row.confidentiality();
      case SecurityProperty.INTEGRITY -> row.integrity();
      default -> row.availability();
    };
  }

  private static String name(Snapshot model, String id) {
    Asset asset = model.asset(id);
    return asset == null ? id : asset.name();
  }

  private static Cell why(Ratings ratings, Rated row) {
    if (row.hasNoBusinessReason()) {
      return Cell.word("deciding.classic.noReason");
    }
    Priority priority = ratings.model().priority(row.requirement(), 1);
    return priority.rationale().isEmpty()
        ? Cell.nothing()
        : path(PathView.of(priority.rationale().getFirst(), ratings.model()));
  }

  static Cell path(PathView path) {
    return new Cell.Path(
        path.steps().stream()
            .<Cell>map(
                step ->
                    new Cell.Joined(
                        List.of(
                            new Cell.Link(new Cell.Text(step.name()), step.link()),
                            Things.level(step.level())),
                        " "))
            .toList());
  }

  private static Table.Found<Rated> find(Ratings ratings, Asked asked, int offset, int limit) {
    String text = asked.filter("q").toLowerCase(Locale.ROOT);
    String which = asked.filter("which");
    List<Rated> found =
        ratings.classic().rated().stream()
            .filter(
                row ->
                    switch (which) {
                      case "unexplained" -> row.hasNoBusinessReason();
                      case "higher" -> row.shift() > 0;
                      case "lower" -> row.shift() < 0;
                      default -> true;
                    })
            .filter(
                row ->
                    text.isEmpty()
                        || (row.requirement().id()
                                + " "
                                + name(ratings.model(), row.requirement().asset()))
                            .toLowerCase(Locale.ROOT)
                            .contains(text))
            .toList();
    if (asked.column().equals("shift")) {
      Comparator<Rated> byShift = Comparator.comparingDouble(Rated::shift);
      found = found.stream().sorted(asked.isDescending() ? byShift.reversed() : byShift).toList();
    }
    return part(found, offset, limit);
  }

  private static Table.Found<AssetRow> findAssets(
      Ratings ratings, Asked asked, int offset, int limit) {
    String text = asked.filter("q").toLowerCase(Locale.ROOT);
    List<AssetRow> found =
        ratings.classic().byAsset().stream()
            .filter(
                row ->
                    (row.asset() + " " + name(ratings.model(), row.asset()))
                        .toLowerCase(Locale.ROOT)
                        .contains(text))
            .toList();
    return part(found, offset, limit);
  }

  static <R> Table.Found<R> part(List<R> all, int offset, int limit) {
    int from = Math.min(offset, all.size());
    return new Table.Found<>(all.subList(from, Math.min(from + limit, all.size())), all.size());
  }
}
