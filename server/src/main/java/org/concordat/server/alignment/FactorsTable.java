package org.concordat.server.alignment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.web.table.Asked;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.Table;

/** The list of impact factors; there are few, so it is sorted when it is asked for. */
final class FactorsTable {
  static final Table<Snapshot, Factor> TABLE =
      new Table<>(
          "factors",
          "alignment.factors.title",
          "/factors",
          List.of(
              Column.<Snapshot, Factor>of(
                      "name",
                      "alignment.field.name",
                      (_, factor) ->
                          new Cell.Link(new Cell.Text(factor.name()), "/factors/" + factor.id()))
                  .sorting(Column.Order.LOWEST_FIRST)
                  .shown(Presence.ALWAYS),
              Column.<Snapshot, Factor>of(
                      "id", "alignment.field.id", (_, factor) -> Cell.of(factor.id()))
                  .shown(Presence.WHEN_CHOSEN),
              Column.of(
                  "description",
                  "alignment.field.description",
                  (_, factor) -> Cell.of(factor.description())),
              Column.of("controllable", "alignment.field.controllable", (_, f) -> control(f)),
              Column.<Snapshot, Factor>ofNumbers(
                      "causes",
                      "alignment.factors.causes",
                      (model, factor) -> new Cell.Count(model.impactsOn(factor.id()).size()))
                  .sorting(Column.Order.HIGHEST_FIRST),
              Column.<Snapshot, Factor>ofNumbers(
                      "goals",
                      "alignment.factors.goals",
                      (model, factor) -> new Cell.Count(model.impactsOfFactor(factor.id()).size()))
                  .sorting(Column.Order.HIGHEST_FIRST)),
          List.of(FilterField.search()),
          FactorsTable::find,
          null);

  private FactorsTable() {}

  private static Cell control(Factor factor) {
    Boolean controllable = factor.controllable();
    return controllable == null
        ? new Cell.Quiet(Cell.word("alignment.notStated"))
        : Cell.word(controllable ? "alignment.controllable.yes" : "alignment.controllable.no");
  }

  private static Table.Found<Factor> find(Snapshot model, Asked asked, int offset, int limit) {
    Comparator<Factor> order =
        switch (asked.column()) {
          case "causes" -> Comparator.comparing(f -> model.impactsOn(f.id()).size());
          case "goals" -> Comparator.comparing(f -> model.impactsOfFactor(f.id()).size());
          default -> Comparator.comparing(f -> f.name().toLowerCase(Locale.ROOT));
        };
    List<Factor> found =
        model.factors().stream()
            .filter(factor -> matches(factor, asked.filter("q")))
            .sorted(asked.isDescending() ? order.reversed() : order)
            .toList();
    return new Table.Found<>(found.stream().skip(offset).limit(limit).toList(), found.size());
  }

  private static boolean matches(Factor factor, String words) {
    String text =
        (factor.id() + " " + factor.name() + " " + factor.description()).toLowerCase(Locale.ROOT);
    return List.of(words.toLowerCase(Locale.ROOT).split(" ", -1)).stream().allMatch(text::contains);
  }
}
