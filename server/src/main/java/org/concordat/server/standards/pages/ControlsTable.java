package org.concordat.server.standards.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.ControlCoverage;
import org.concordat.core.standards.inference.ControlCoverage.ByControl;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.formats.scenarios.Scenarios;
import org.concordat.formats.yaml.Words;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.web.table.Asked;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Order;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.FilterField.Option;
import org.concordat.server.web.table.Table;

/** The controls of all catalogues in use, with their coverage and what proves it. */
final class ControlsTable {
  static final Table<Model, Row> TABLE =
      new Table<>(
          "controls",
          "standards.controls.title",
          "/controls",
          List.of(
              Column.<Model, Row>of("control", "standards.control", (_, row) -> control(row))
                  .sorting(Order.LOWEST_FIRST)
                  .shown(Presence.ALWAYS),
              Column.of(
                  "title", "standards.column.title", (_, row) -> Cell.of(row.control().title())),
              Column.<Model, Row>of(
                      "catalogue",
                      "standards.column.catalogue",
                      (_, row) -> Cell.of(row.catalogue().title()))
                  .sorting(Order.LOWEST_FIRST),
              Column.<Model, Row>of("part", "standards.table.part", (_, row) -> part(row))
                  .shown(Presence.WHEN_CHOSEN),
              Column.<Model, Row>of("operation", "standards.operation", ControlsTable::operation)
                  .sorting(Order.HIGHEST_FIRST),
              Column.<Model, Row>of("coverage", "standards.coverage", (_, row) -> degree(row))
                  .sorting(Order.HIGHEST_FIRST),
              Column.of("by", "standards.table.by", (_, row) -> by(row)),
              Column.<Model, Row>of("proof", "standards.column.proof", (_, row) -> proof(row))
                  .shown(Presence.WHEN_CHOSEN),
              Column.<Model, Row>ofNumbers(
                      "importance", "standards.importance", ControlsTable::importance)
                  .sorting(Order.HIGHEST_FIRST),
              Column.<Model, Row>of("owner", "standards.owner", ControlsTable::owner)
                  .shown(Presence.WHEN_CHOSEN)),
          List.of(
              FilterField.search(),
              new FilterField<>(
                  "catalogue", "standards.column.catalogue", ControlsTable::catalogues),
              new FilterField<>("operation", "standards.operation", _ -> operations()),
              new FilterField<>("degree", "standards.coverage", _ -> degrees()),
              new FilterField<>(
                  "important",
                  "standards.importance",
                  _ -> List.of(new Option("yes", Cell.word("standards.important.yes"))))),
          ControlsTable::find,
          null);

  private ControlsTable() {}

  /** What the table is read from. */
  record Model(StandardsState now, Snapshot model) {
    Optional<ControlOperation> said(Row row) {
      return now.programme().operation(row.ref());
    }

    OptionalDouble importance(Row row) {
      return now.purposes()
          .importance(row.ref(), requirement -> CatalogueController.need(model, requirement));
    }
  }

  /** A control with its coverage. */
  record Row(Catalogue catalogue, Control control, ControlCoverage coverage) {
    ControlRef ref() {
      return new ControlRef(catalogue.id(), control.id());
    }
  }

  private static Cell control(Row row) {
    return new Cell.Link(
        new Cell.Text(row.control().id()),
        ControlView.link(row.catalogue().id(), row.control().id()));
  }

  private static Cell part(Row row) {
    return Cell.of(row.control().parent());
  }

  private static Cell operation(Model model, Row row) {
    return model
        .said(row)
        .map(said -> Cell.word("standards.operation." + said.operation().word()))
        .orElse(Cell.nothing());
  }

  private static Cell owner(Model model, Row row) {
    return model.said(row).map(said -> Cell.of(said.owner())).orElse(Cell.nothing());
  }

  private static Cell degree(Row row) {
    Degree degree = row.coverage().degree();
    Cell word = Cell.word("standards.degree." + Words.of(degree));
    return degree == Degree.OPEN ? new Cell.Quiet(word) : word;
  }

  private static Cell by(Row row) {
    if (row.coverage().reason() instanceof ByControl(var _, var known)) {
      ControlRef source = known.source();
      return new Cell.Link(
          new Cell.Text(source.toString()), ControlView.link(source.catalogue(), source.control()));
    }
    return Cell.nothing();
  }

  private static Cell proof(Row row) {
    return new Cell.Joined(
        Scenarios.proof(row.coverage()).stream().<Cell>map(Cell.Text::new).toList(), "; ");
  }

  private static Cell importance(Model model, Row row) {
    OptionalDouble importance = model.importance(row);
    return importance.isPresent() ? new Cell.Figure(importance.getAsDouble()) : Cell.nothing();
  }

  private static List<Option> catalogues(Model model) {
    return model.now().library().catalogues().stream()
        .map(each -> new Option(each.id(), new Cell.Text(each.title())))
        .toList();
  }

  private static List<Option> operations() {
    return Arrays.stream(Operation.values())
        .map(each -> new Option(each.word(), Cell.word("standards.operation." + each.word())))
        .toList();
  }

  private static List<Option> degrees() {
    return Arrays.stream(Degree.values())
        .map(each -> new Option(Words.of(each), Cell.word("standards.degree." + Words.of(each))))
        .toList();
  }

  private static Table.Found<Row> find(Model model, Asked asked, int offset, int limit) {
    List<Row> found = new ArrayList<>();
    for (Catalogue catalogue : model.now().library().catalogues()) {
      String wanted = asked.filter("catalogue");
      if (wanted.isEmpty() || wanted.equals(catalogue.id())) {
        var coverage = model.now().coverage(catalogue.id());
        for (Control control : catalogue.controls()) {
          Row row = new Row(catalogue, control, coverage.of(control));
          if (matches(model, row, asked)) {
            found.add(row);
          }
        }
      }
    }
    return ListedRows.part(found, asked, column -> order(model, column), offset, limit);
  }

  private static Comparator<Row> order(Model model, String column) {
    return switch (column) {
      case "catalogue" -> Comparator.comparing(row -> row.catalogue().title());
      case "operation" ->
          Comparator.comparing(
              row -> model.said(row).map(ControlOperation::operation).orElse(Operation.NO),
              Comparator.reverseOrder());
      case "coverage" ->
          Comparator.comparing(row -> row.coverage().degree(), Comparator.reverseOrder());
      case "importance" -> Comparator.comparing(row -> model.importance(row).orElse(-1));
      default -> Comparator.comparing(row -> row.control().id());
    };
  }

  private static boolean matches(Model model, Row row, Asked asked) {
    Operation said = model.said(row).map(ControlOperation::operation).orElse(Operation.NO);
    String operation = asked.filter("operation");
    String degree = asked.filter("degree");
    return ListedRows.match(asked, row.control().id(), row.control().title())
        && (operation.isEmpty() || operation.equals(said.word()))
        && (degree.isEmpty() || degree.equals(Words.of(row.coverage().degree())))
        && (asked.filter("important").isEmpty() || model.importance(row).isPresent());
  }
}
