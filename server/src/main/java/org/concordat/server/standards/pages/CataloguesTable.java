package org.concordat.server.standards.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.programme.Shelf;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.web.table.Asked;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Order;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.FilterField.Option;
import org.concordat.server.web.table.Table;

/** All catalogues, shipped and own, those that are followed with their coverage. */
final class CataloguesTable {
  static final Table<Model, Row> TABLE =
      new Table<>(
          "catalogues",
          "standards.catalogues.table",
          "/catalogues",
          List.of(
              Column.<Model, Row>of("title", "standards.column.title", (_, row) -> title(row))
                  .sorting(Order.LOWEST_FIRST)
                  .shown(Presence.ALWAYS),
              Column.<Model, Row>of(
                      "id", "alignment.field.id", (_, row) -> Cell.of(row.catalogue().id()))
                  .shown(Presence.WHEN_CHOSEN),
              Column.<Model, Row>of(
                      "followed", "standards.table.followed", (_, row) -> yes(row.followed()))
                  .sorting(Order.HIGHEST_FIRST),
              figure(
                  "controls", "standards.table.controls", row -> row.catalogue().controls().size()),
              figure("operated", "standards.table.operated", Row::operated),
              figure(
                  "covered", "standards.degree.covered", row -> count(row, CoverageView::covered)),
              figure("partly", "standards.degree.partly", row -> count(row, CoverageView::partly)),
              figure(
                  "possibly",
                  "standards.degree.possibly",
                  row -> count(row, CoverageView::possibly)),
              figure("open", "standards.degree.open", row -> count(row, CoverageView::open)),
              Column.<Model, Row>of(
                      "version",
                      "standards.table.version",
                      (_, row) -> Cell.of(row.catalogue().version()))
                  .shown(Presence.WHEN_CHOSEN),
              Column.<Model, Row>of(
                      "licence",
                      "standards.table.licence",
                      (_, row) -> Cell.of(row.catalogue().licence()))
                  .shown(Presence.WHEN_CHOSEN)),
          List.of(
              FilterField.search(),
              new FilterField<>(
                  "followed",
                  "standards.table.followed",
                  _ ->
                      List.of(
                          new Option("yes", Cell.word("web.yes")),
                          new Option("no", Cell.word("web.no"))))),
          CataloguesTable::find,
          null);

  private CataloguesTable() {}

  /** What the table is read from. */
  record Model(StandardsState now, Shelf shelf) {}

  /**
   * A catalogue.
   *
   * @param operated how many controls are said to be in operation, be it partly
   * @param coverage of a catalogue that is in use
   */
  record Row(
      Catalogue catalogue,
      boolean isKnown,
      boolean followed,
      int operated,
      Optional<CoverageView> coverage) {}

  private interface Figure {
    int of(Row row);
  }

  private interface Part {
    int of(CoverageView coverage);
  }

  private static int count(Row row, Part part) {
    return row.coverage().map(part::of).orElse(-1);
  }

  /** A column of counts; what is negative is not known. */
  private static Column<Model, Row> figure(String id, String text, Figure figure) {
    return Column.<Model, Row>ofNumbers(
            id,
            text,
            (_, row) -> figure.of(row) < 0 ? Cell.nothing() : new Cell.Count(figure.of(row)))
        .sorting(Order.HIGHEST_FIRST);
  }

  private static Cell title(Row row) {
    Cell title = new Cell.Text(row.catalogue().title());
    return row.isKnown() ? new Cell.Link(title, "/standards/" + row.catalogue().id()) : title;
  }

  private static Cell yes(boolean is) {
    return is ? Cell.word("web.yes") : new Cell.Quiet(Cell.word("web.no"));
  }

  private static Table.Found<Row> find(Model model, Asked asked, int offset, int limit) {
    List<Catalogue> all = new ArrayList<>(model.now().library().catalogues());
    for (Catalogue shipped : model.shelf().catalogues()) {
      if (model.now().library().catalogue(shipped.id()).isEmpty()) {
        all.add(shipped);
      }
    }
    String followed = asked.filter("followed");
    List<Row> found = new ArrayList<>();
    for (Catalogue catalogue : all) {
      Row row = row(catalogue, model.now());
      if ((followed.isEmpty() || followed.equals(row.followed() ? "yes" : "no"))
          && ListedRows.match(asked, catalogue.id(), catalogue.title())) {
        found.add(row);
      }
    }
    return ListedRows.part(found, asked, CataloguesTable::order, offset, limit);
  }

  private static Row row(Catalogue catalogue, StandardsState now) {
    boolean isKnown = now.library().catalogue(catalogue.id()).isPresent();
    long operated =
        now.operations().entrySet().stream()
            .filter(each -> each.getKey().catalogue().equals(catalogue.id()))
            .filter(each -> each.getValue() != Operation.NO)
            .count();
    return new Row(
        catalogue,
        isKnown,
        now.programme().follows(catalogue.id()),
        (int) operated,
        isKnown ? Optional.of(CoverageView.of(now.coverage(catalogue.id()))) : Optional.empty());
  }

  private static Comparator<Row> order(String column) {
    return switch (column) {
      case "followed" -> Comparator.comparing(Row::followed);
      case "controls" -> Comparator.comparing(row -> row.catalogue().controls().size());
      case "operated" -> Comparator.comparing(Row::operated);
      case "covered" -> Comparator.comparing(row -> count(row, CoverageView::covered));
      case "partly" -> Comparator.comparing(row -> count(row, CoverageView::partly));
      case "possibly" -> Comparator.comparing(row -> count(row, CoverageView::possibly));
      case "open" -> Comparator.comparing(row -> count(row, CoverageView::open));
      default -> Comparator.comparing(row -> row.catalogue().title());
    };
  }
}
