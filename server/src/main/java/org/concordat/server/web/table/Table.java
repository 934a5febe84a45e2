package org.concordat.server.web.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.server.web.table.Column.Order;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.TableView.Chip;
import org.concordat.server.web.table.TableView.Choice;
import org.concordat.server.web.table.TableView.Field;
import org.concordat.server.web.table.TableView.Head;
import org.concordat.server.web.table.TableView.Row;
import org.jspecify.annotations.Nullable;

/**
 * A list that people look at and take away: the one description of it.
 *
 * @param <M> what it is read from, such as a model
 * @param <R> a row
 * @param id its name in what is remembered
 * @param title the key of its title
 * @param path where its page is
 * @param columns in the order in which they are shown
 * @param filters in the order in which they are shown
 * @param finder finds the rows of a page
 * @param key the id of a row, or null for rows that cannot be selected
 */
public record Table<M, R>(
    String id,
    String title,
    String path,
    List<Column<M, R>> columns,
    List<FilterField<M>> filters,
    Finder<M, R> finder,
    @Nullable RowKey<R> key) {
  public Table {
    columns = List.copyOf(columns);
    filters = List.copyOf(filters);
  }

  /** Finds rows in the order asked for, from an offset on, at most so many. */
  public interface Finder<M, R> {
    Found<R> find(M model, Asked asked, int offset, int limit);
  }

  /** The id of a row. */
  public interface RowKey<R> {
    String of(R row);
  }

  /**
   * Some rows.
   *
   * @param total how many there are on all pages
   */
  public record Found<R>(List<R> rows, int total) {
    public Found {
      rows = List.copyOf(rows);
    }
  }

  /** What parameters of an address ask for. */
  Asked asked(Map<String, String> parameters) {
    return Asked.of(
        path,
        filters.stream().map(FilterField::parameter).toList(),
        columns.stream().filter(c -> c.order() != Order.NONE).map(Column::id).toList(),
        parameters);
  }

  /** What a query asks for that was kept. */
  public Asked asked(String query) {
    return asked(Asked.parameters(query));
  }

  /** Those of the columns that are shown to somebody who has chosen these; none for no choice. */
  List<Column<M, R>> shown(Set<String> chosen) {
    return columns.stream()
        .filter(
            column ->
                switch (column.presence()) {
                  case ALWAYS -> true;
                  case USUALLY -> chosen.isEmpty() || chosen.contains(column.id());
                  case WHEN_CHOSEN -> chosen.contains(column.id());
                })
        .toList();
  }

  /** A page of the table as it is shown. */
  TableView view(M model, Asked asked, TableChoices.Choices choices) {
    List<Column<M, R>> shown = shown(choices.columns());
    Found<R> found = finder.find(model, asked, asked.offset(), asked.rows());
    List<Field> fields = filters.stream().map(f -> field(f, model, asked)).toList();
    return new TableView(
        id,
        title,
        asked,
        fields,
        fields.stream().flatMap(field -> chip(field, asked).stream()).toList(),
        shown.stream().map(column -> head(column, asked)).toList(),
        found.rows().stream().map(row -> row(model, row, shown)).toList(),
        found.total(),
        columns.stream()
            .map(
                c ->
                    new Choice(
                        c.id(), c.text(), shown.contains(c), c.presence() != Presence.ALWAYS))
            .toList(),
        choices.views().stream().map(view -> view.shown(path)).toList(),
        key != null);
  }

  private Row row(M model, R row, List<Column<M, R>> shown) {
    return new Row(key == null ? "" : key.of(row), cells(model, row, shown));
  }

  /** The cells of a row in some columns. */
  List<Cell> cells(M model, R row, List<Column<M, R>> shown) {
    List<Cell> cells = new ArrayList<>();
    for (Column<M, R> column : shown) {
      cells.add(column.cell().apply(model, row));
    }
    return cells;
  }

  private Field field(FilterField<M> filter, M model, Asked asked) {
    return new Field(
        filter.parameter(),
        filter.text(),
        filter.kind(),
        filter.options().apply(model),
        asked.filter(filter.parameter()));
  }

  private static Optional<Chip> chip(Field field, Asked asked) {
    if (field.value().isEmpty()) {
      return Optional.empty();
    }
    Cell value =
        field.options().stream()
            .filter(option -> option.value().equals(field.value()))
            .map(FilterField.Option::label)
            .findFirst()
            .orElse(new Cell.Text(field.value()));
    return Optional.of(new Chip(field.text(), value, asked.without(field.parameter())));
  }

  private static Head head(Column<?, ?> column, Asked asked) {
    boolean isSorted = asked.column().equals(column.id());
    boolean descends = isSorted ? !asked.isDescending() : column.order() == Order.HIGHEST_FIRST;
    return new Head(
        column.id(),
        column.text(),
        column.numeric(),
        column.order() == Order.NONE ? null : asked.sortedBy((descends ? "-" : "") + column.id()),
        isSorted ? (asked.isDescending() ? "descending" : "ascending") : "none");
  }
}
