package org.concordat.server.alignment;

import java.util.List;
import java.util.SortedMap;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.live.DependencyQuery;
import org.concordat.core.alignment.live.DependencyQuery.Order;
import org.concordat.core.alignment.live.DependencyRow;
import org.concordat.core.alignment.live.Page;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.web.table.Asked;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.FilterField.Option;
import org.concordat.server.web.table.Table;
import org.jspecify.annotations.Nullable;

/** The list of dependencies. */
final class DependenciesTable {
  static final Table<Snapshot, DependencyRow> TABLE =
      new Table<>(
          "dependencies",
          "alignment.dependencies.title",
          "/dependencies",
          List.of(
              Column.<Snapshot, DependencyRow>of(
                      "from", "alignment.dependency.from", (_, row) -> Cells.asset(row.from()))
                  .sorting(Column.Order.LOWEST_FIRST)
                  .shown(Presence.ALWAYS),
              Column.<Snapshot, DependencyRow>of(
                      "on", "alignment.dependsOn", (_, row) -> Cells.asset(row.on()))
                  .sorting(Column.Order.LOWEST_FIRST)
                  .shown(Presence.ALWAYS),
              Column.<Snapshot, DependencyRow>of(
                      "strength",
                      "alignment.strength",
                      (model, row) ->
                          Cells.level(
                              LevelView.of(
                                  model.scale(), row.dependency().strengthOn(model.scale()))))
                  .sorting(Column.Order.HIGHEST_FIRST),
              Column.of("carries", "alignment.carries", DependenciesTable::carries),
              Column.of(
                  "redundancy",
                  "alignment.redundancy",
                  (_, row) -> redundancy(row.dependency().redundancy())),
              Column.<Snapshot, DependencyRow>of(
                      "unit",
                      "alignment.unit",
                      (model, row) -> Cells.unit(row.from().unit(), model))
                  .shown(Presence.WHEN_CHOSEN),
              Column.<Snapshot, DependencyRow>of(
                      "kind",
                      "alignment.dependency.kind",
                      (_, row) -> Cells.kind(row.from().kind()))
                  .shown(Presence.WHEN_CHOSEN),
              Column.<Snapshot, DependencyRow>of(
                      "onKind",
                      "alignment.dependency.onKind",
                      (_, row) -> Cells.kind(row.on().kind()))
                  .shown(Presence.WHEN_CHOSEN),
              Column.of(
                  "open",
                  "alignment.dependency.open",
                  (_, row) ->
                      new Cell.Link(
                          Cell.word("alignment.dependency.look"),
                          address(row.dependency().from(), row.dependency().on())))),
          List.of(
              FilterField.search(),
              Cells.units(),
              Cells.kinds("kind", "alignment.dependency.kind"),
              Cells.kinds("onKind", "alignment.dependency.onKind"),
              new FilterField<>(
                  "redundant",
                  "alignment.redundancy",
                  _ -> List.of(new Option("yes", Cell.word("alignment.redundancy.only"))))),
          DependenciesTable::find,
          null);

  private DependenciesTable() {}

  /** Where the dependencies of one asset on another are looked at. */
  static String address(String from, String on) {
    return "/dependencies/" + from + "/" + on;
  }

  private static Cell carries(Snapshot model, DependencyRow row) {
    SortedMap<String, String> carries = row.dependency().carries();
    if (carries == null) {
      return new Cell.Quiet(Cell.word("alignment.carries.same"));
    }
    return new Cell.Joined(
        carries.entrySet().stream()
            .<Cell>map(
                pair ->
                    new Cell.Joined(
                        List.of(
                            Cells.property(pair.getKey(), model),
                            Cells.property(pair.getValue(), model)),
                        " → "))
            .toList(),
        ", ");
  }

  private static Cell redundancy(@Nullable Redundancy redundancy) {
    return redundancy == null
        ? Cell.nothing()
        : new Cell.Joined(
            List.of(
                new Cell.Text(redundancy.group()),
                Cell.word("alignment.redundancy.needs"),
                new Cell.Count(redundancy.needs())),
            " ");
  }

  private static Table.Found<DependencyRow> find(
      Snapshot model, Asked asked, int offset, int limit) {
    String text = asked.filter("q");
    DependencyQuery query =
        DependencyQuery.ALL
            .withText(model.asset(text) == null ? text : "")
            .withAsset(model.asset(text) == null ? null : text)
            .withUnit(AssetsTable.unit(asked.filter("unit"), model))
            .withKind(Cells.kind(asked.filter("kind")))
            .withOnKind(Cells.kind(asked.filter("onKind")))
            .onlyRedundant(asked.filter("redundant").equals("yes"))
            .withRows(offset, limit);
    Order order =
        switch (asked.column()) {
          case "on" -> Order.ON;
          case "strength" -> Order.STRENGTH;
          default -> Order.FROM;
        };
    Page<DependencyRow> page =
        model.dependencies(
            asked.isDescending() ? query.descendingBy(order) : query.ascendingBy(order));
    return new Table.Found<>(page.rows(), page.total());
  }
}
