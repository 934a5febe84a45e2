package org.concordat.server.alignment;

import java.util.List;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.AssetQuery.Order;
import org.concordat.core.alignment.live.AssetRow;
import org.concordat.core.alignment.live.Page;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.UnitFilter;
import org.concordat.server.web.table.Asked;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.FilterField.Option;
import org.concordat.server.web.table.Table;

/** The list of assets. */
final class AssetsTable {
  static final Table<Snapshot, AssetRow> TABLE =
      new Table<>(
          "assets",
          "alignment.assets.title",
          "/assets",
          List.of(
              Column.<Snapshot, AssetRow>of(
                      "name", "alignment.field.name", (_, row) -> Cells.asset(row.asset()))
                  .sorting(Column.Order.LOWEST_FIRST)
                  .shown(Presence.ALWAYS),
              Column.<Snapshot, AssetRow>of(
                      "id", "alignment.field.id", (_, row) -> Cell.of(row.asset().id()))
                  .sorting(Column.Order.LOWEST_FIRST)
                  .shown(Presence.WHEN_CHOSEN),
              Column.<Snapshot, AssetRow>of(
                      "kind", "alignment.kind", (_, row) -> Cells.kind(row.asset().kind()))
                  .sorting(Column.Order.LOWEST_FIRST),
              Column.<Snapshot, AssetRow>of(
                      "unit",
                      "alignment.unit",
                      (model, row) -> Cells.unit(row.asset().unit(), model))
                  .sorting(Column.Order.LOWEST_FIRST),
              Column.<Snapshot, AssetRow>of(
                      "need",
                      "alignment.highest",
                      (model, row) -> Cells.level(LevelView.of(model.scale(), row.highestNeed())))
                  .sorting(Column.Order.HIGHEST_FIRST),
              Column.<Snapshot, AssetRow>ofNumbers(
                      "score", "alignment.score", (_, row) -> new Cell.Figure(row.highestNeed()))
                  .shown(Presence.WHEN_CHOSEN),
              Column.<Snapshot, AssetRow>ofNumbers(
                      "rank",
                      "alignment.rank",
                      (_, row) -> row.rank() == 0 ? Cell.nothing() : new Cell.Count(row.rank()))
                  .shown(Presence.WHEN_CHOSEN),
              Column.<Snapshot, AssetRow>of(
                      "properties",
                      "alignment.field.properties",
                      (model, row) ->
                          new Cell.Joined(
                              row.asset().properties().stream()
                                  .map(property -> Cells.property(property, model))
                                  .toList(),
                              ", "))
                  .shown(Presence.WHEN_CHOSEN),
              Column.ofNumbers(
                  "on", "alignment.dependsOn", (_, row) -> new Cell.Count(row.dependencies())),
              Column.ofNumbers(
                  "dependents",
                  "alignment.dependents",
                  (_, row) -> new Cell.Count(row.dependents())),
              Column.ofNumbers(
                  "impacts", "alignment.impacts", (_, row) -> new Cell.Count(row.impacts())),
              Column.<Snapshot, AssetRow>of(
                      "description",
                      "alignment.field.description",
                      (_, row) -> Cell.of(row.asset().description()))
                  .shown(Presence.WHEN_CHOSEN)),
          List.of(
              FilterField.search(),
              Cells.kinds("kind", "alignment.kind"),
              Cells.units(),
              Cells.properties(),
              Cells.levels(),
              new FilterField<>(
                  "rated",
                  "alignment.rated",
                  _ -> List.of(new Option("no", Cell.word("alignment.rated.no"))))),
          AssetsTable::find,
          row -> row.asset().id());

  private AssetsTable() {}

  private static Table.Found<AssetRow> find(Snapshot model, Asked asked, int offset, int limit) {
    Page<AssetRow> page = model.assets(query(model, asked).withRows(offset, limit));
    return new Table.Found<>(page.rows(), page.total());
  }

  /** The assets that are asked for, in their order. */
  static AssetQuery query(Snapshot model, Asked asked) {
    String property = asked.filter("property");
    AssetQuery query =
        AssetQuery.ALL
            .withText(asked.filter("q"))
            .withKind(Cells.kind(asked.filter("kind")))
            .withUnit(unit(asked.filter("unit"), model))
            .withProperty(property.isEmpty() ? null : property)
            .withMinimumLevel(Cells.level(asked.filter("level"), model.scale()))
            .withoutImpact(asked.filter("rated").equals("no"));
    Order order =
        switch (asked.column()) {
          case "id" -> Order.ID;
          case "kind" -> Order.KIND;
          case "unit" -> Order.UNIT;
          case "need" -> Order.HIGHEST_NEED;
          default -> Order.NAME;
        };
    return asked.isDescending() ? query.descendingBy(order) : query.ascendingBy(order);
  }

  /** The units that a filter names; all when it names none that there is. */
  static UnitFilter unit(String value, Snapshot model) {
    return value.equals(Cells.NO_UNIT)
        ? UnitFilter.NONE
        : model.unit(value) == null ? UnitFilter.ANY : UnitFilter.of(value);
  }
}
