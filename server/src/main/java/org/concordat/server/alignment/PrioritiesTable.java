package org.concordat.server.alignment;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.concordat.core.alignment.live.Page;
import org.concordat.core.alignment.live.PriorityQuery;
import org.concordat.core.alignment.live.PriorityRow;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.web.table.Asked;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.Table;

/** The list of priorities. It has one order, that of the ranks. */
final class PrioritiesTable {
  static final Table<Snapshot, PriorityRow> TABLE =
      new Table<>(
          "priorities",
          "alignment.priorities.title",
          "/priorities",
          List.of(
              Column.<Snapshot, PriorityRow>of(
                      "requirement", "alignment.requirement", PrioritiesTable::requirement)
                  .shown(Presence.ALWAYS),
              Column.ofNumbers(
                  "rank", "alignment.rank", (_, row) -> new Cell.Count(row.priority().rank())),
              Column.of(
                  "level",
                  "alignment.priority",
                  (model, row) -> Cells.level(LevelView.of(model.scale(), row.priority().score()))),
              Column.<Snapshot, PriorityRow>ofNumbers(
                      "score",
                      "alignment.score",
                      (_, row) -> new Cell.Figure(row.priority().score()))
                  .shown(Presence.WHEN_CHOSEN),
              Column.<Snapshot, PriorityRow>ofNumbers(
                      "own",
                      "alignment.ownScore",
                      (_, row) -> new Cell.Figure(row.priority().own()))
                  .shown(Presence.WHEN_CHOSEN),
              Column.of("damage", "alignment.factor", reason(PathView::damage)),
              Column.of("goal", "alignment.goal", reason(PathView::goal)),
              Column.of("through", "alignment.through", reason(PathView::through)),
              Column.<Snapshot, PriorityRow>of(
                      "because", "alignment.because.whole", reason(PathView::whole))
                  .shown(Presence.WHEN_CHOSEN),
              Column.<Snapshot, PriorityRow>of(
                      "kind", "alignment.kind", (_, row) -> Cells.kind(row.asset().kind()))
                  .shown(Presence.WHEN_CHOSEN),
              Column.<Snapshot, PriorityRow>of(
                      "unit",
                      "alignment.unit",
                      (model, row) -> Cells.unit(row.asset().unit(), model))
                  .shown(Presence.WHEN_CHOSEN)),
          List.of(
              FilterField.search(),
              Cells.properties(),
              Cells.kinds("kind", "alignment.kind"),
              Cells.units(),
              new FilterField<>("by", "alignment.seenBy", Cells::unitOptions),
              Cells.levels()),
          PrioritiesTable::find,
          null);

  private PrioritiesTable() {}

  private static Cell requirement(Snapshot model, PriorityRow row) {
    String property = row.priority().requirement().property();
    return new Cell.Link(
        new Cell.Joined(
            List.of(new Cell.Text(row.asset().name()), Cells.property(property, model)), ", "),
        "/priorities/" + row.priority().requirement().id());
  }

  private static BiFunction<Snapshot, PriorityRow, Cell> reason(Function<PathView, Cell> part) {
    return (model, row) ->
        row.priority().rationale().isEmpty()
            ? Cell.nothing()
            : part.apply(PathView.of(row.priority().rationale().getFirst(), model));
  }

  private static Table.Found<PriorityRow> find(Snapshot model, Asked asked, int offset, int limit) {
    String property = asked.filter("property");
    PriorityQuery query =
        PriorityQuery.ALL
            .withText(asked.filter("q"))
            .withProperty(property.isEmpty() ? null : property)
            .withKind(Cells.kind(asked.filter("kind")))
            .withUnit(AssetsTable.unit(asked.filter("unit"), model))
            .withMinimumLevel(Cells.level(asked.filter("level"), model.scale()))
            .withUnits(false)
            .withPaths(1)
            .withRows(offset, limit);
    String by = asked.filter("by");
    Page<PriorityRow> page = model.priorities(model.unit(by) == null ? query : query.seenBy(by));
    return new Table.Found<>(page.rows(), page.total());
  }
}
