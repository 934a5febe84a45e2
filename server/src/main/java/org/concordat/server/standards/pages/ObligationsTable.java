package org.concordat.server.standards.pages;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.concordat.core.alignment.Unit;
import org.concordat.core.standards.programme.Bindings;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationKind;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.web.table.Asked;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Order;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.FilterField.Option;
import org.concordat.server.web.table.Table;

/** The register of obligations, or what of it binds somebody. */
final class ObligationsTable {
  static final Table<Model, ObligationsPage.Row> TABLE =
      new Table<>(
          "obligations",
          "standards.obligations.title",
          "/obligations",
          List.of(
              Column.<Model, ObligationsPage.Row>of(
                      "title", "standards.obligation.name", (_, row) -> title(row.obligation()))
                  .sorting(Order.LOWEST_FIRST)
                  .shown(Presence.ALWAYS),
              Column.<Model, ObligationsPage.Row>of(
                      "kind",
                      "alignment.kind",
                      (_, row) ->
                          Cell.word("standards.obligation." + row.obligation().kind().word()))
                  .sorting(Order.LOWEST_FIRST),
              Column.of("units", "alignment.unit", (_, row) -> units(row)),
              Column.of(
                  "geography",
                  "standards.obligation.geography",
                  (_, row) -> texts(row.obligation().geography())),
              Column.of(
                  "data", "standards.obligation.data", (_, row) -> texts(row.obligation().data())),
              Column.<Model, ObligationsPage.Row>of(
                      "controls", "standards.obligation.controls", (_, row) -> controls(row))
                  .sorting(Order.LOWEST_FIRST),
              Column.<Model, ObligationsPage.Row>of(
                      "owner", "standards.owner", (_, row) -> Cell.of(row.obligation().owner()))
                  .sorting(Order.LOWEST_FIRST),
              Column.<Model, ObligationsPage.Row>of(
                      "review", "standards.obligation.review", (_, row) -> review(row))
                  .sorting(Order.LOWEST_FIRST),
              Column.<Model, ObligationsPage.Row>of(
                      "source",
                      "standards.obligation.source",
                      (_, row) -> Cell.of(row.obligation().source()))
                  .shown(Presence.WHEN_CHOSEN)),
          List.of(
              FilterField.search(),
              new FilterField<>("unit", "alignment.unit", ObligationsTable::unitOptions),
              new FilterField<>(
                  "place",
                  "standards.obligation.geography",
                  model -> options(model.words(Obligation::geography))),
              new FilterField<>(
                  "data",
                  "standards.obligation.data",
                  model -> options(model.words(Obligation::data))),
              new FilterField<>("kind", "alignment.kind", _ -> kinds())),
          ObligationsTable::find,
          null);

  private ObligationsTable() {}

  /** What the table is read from. */
  record Model(StandardsState now, List<Unit> units) {
    Model {
      units = List.copyOf(units);
    }

    /** What obligations name, each once. */
    List<String> words(ObligationsController.Named named) {
      return ObligationsController.words(now.programme().all(Obligation.class), named);
    }
  }

  private static Cell title(Obligation obligation) {
    return new Cell.Link(new Cell.Text(obligation.title()), "/obligations/" + obligation.id());
  }

  private static Cell units(ObligationsPage.Row row) {
    return row.unitNames().isEmpty()
        ? new Cell.Quiet(Cell.word("standards.obligation.allUnits"))
        : texts(row.unitNames());
  }

  private static Cell texts(List<String> texts) {
    return new Cell.Joined(texts.stream().<Cell>map(Cell.Text::new).toList(), ", ");
  }

  private static Cell controls(ObligationsPage.Row row) {
    CoverageView coverage = row.coverage();
    return coverage.total() == 0
        ? new Cell.Quiet(Cell.word("standards.obligation.noControls"))
        : new Cell.Text(coverage.covered() + " / " + coverage.total());
  }

  private static Cell review(ObligationsPage.Row row) {
    LocalDate review = row.obligation().reviewOn();
    if (review == null) {
      return Cell.nothing();
    }
    Cell day = new Cell.Day(review);
    return row.overdue()
        ? new Cell.Joined(List.of(day, new Cell.Badge(Cell.word("standards.overdue"), 5)), " ")
        : day;
  }

  private static List<Option> unitOptions(Model model) {
    return model.units().stream()
        .map(unit -> new Option(unit.id(), new Cell.Text(unit.name())))
        .toList();
  }

  private static List<Option> options(List<String> words) {
    return words.stream().map(word -> new Option(word, new Cell.Text(word))).toList();
  }

  private static List<Option> kinds() {
    return Arrays.stream(ObligationKind.values())
        .map(kind -> new Option(kind.word(), Cell.word("standards.obligation." + kind.word())))
        .toList();
  }

  private static Table.Found<ObligationsPage.Row> find(
      Model model, Asked asked, int offset, int limit) {
    Bindings bindings =
        new Bindings(asked.filter("unit"), asked.filter("place"), asked.filter("data"));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    List<ObligationsPage.Row> found = new ArrayList<>();
    String kind = asked.filter("kind");
    for (Obligation each : bindings.among(model.now().programme())) {
      if ((kind.isEmpty() || kind.equals(each.kind().word()))
          && ListedRows.match(asked, each.id(), each.title())) {
        found.add(ObligationsController.row(each, model.units(), model.now(), today));
      }
    }
    return ListedRows.part(found, asked, ObligationsTable::order, offset, limit);
  }

  private static Comparator<ObligationsPage.Row> order(String column) {
    return switch (column) {
      case "kind" -> Comparator.comparing(row -> row.obligation().kind());
      case "controls" -> Comparator.comparing(row -> row.coverage().share());
      case "owner" ->
          Comparator.comparing(
              row -> row.obligation().owner(), Comparator.nullsLast(Comparator.naturalOrder()));
      case "review" ->
          Comparator.comparing(
              row -> row.obligation().reviewOn(), Comparator.nullsLast(Comparator.naturalOrder()));
      default -> Comparator.comparing(row -> row.obligation().title().toLowerCase(Locale.ROOT));
    };
  }
}
