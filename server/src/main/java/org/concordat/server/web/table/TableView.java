package org.concordat.server.web.table;

import java.util.List;
import org.concordat.server.web.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * A table as a page shows it.
 *
 * @param id the table's
 * @param title the key of its title
 * @param chips the filters that are on, each with the address without it
 * @param total how many rows the filters leave
 * @param columns all columns, to choose from
 * @param views what the reader has kept under a name
 * @param selectable whether rows can be selected
 */
public record TableView(
    String id,
    String title,
    Asked asked,
    List<Field> fields,
    List<Chip> chips,
    List<Head> heads,
    List<Row> rows,
    int total,
    List<Choice> columns,
    List<NamedView> views,
    boolean selectable) {
  public TableView {
    fields = List.copyOf(fields);
    chips = List.copyOf(chips);
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    views = List.copyOf(views);
  }

  /** A filter with its value. */
  public record Field(
      String parameter,
      String text,
      FilterField.Kind kind,
      List<FilterField.Option> options,
      String value) {
    public Field {
      options = List.copyOf(options);
    }
  }

  /** A filter that is on. */
  public record Chip(String text, Cell value, String without) {}

  /**
   * The head of a column.
   *
   * @param sort the address that sorts by it, or null
   * @param sorted how it is sorted, as ARIA says it
   */
  public record Head(
      String id, String text, boolean numeric, @Nullable String sort, String sorted) {}

  /** A row; its first cell names it. */
  public record Row(String key, List<Cell> cells) {
    /** Names of this many characters and more may break over lines. */
    private static final int SHORT = 28;

    public Row {
      cells = List.copyOf(cells);
    }

    /** Whether its name stands on one line however many columns there are. */
    public boolean hasShortName(Surroundings here) {
      return String.valueOf(cells.getFirst().plain(here)).length() < SHORT;
    }
  }

  /** A column to choose. */
  public record Choice(String id, String text, boolean chosen, boolean free) {}

  /** A list that was kept under a name. */
  public record NamedView(String name, String address) {}

  /** The id of the part of the page that is updated alone. */
  public String region() {
    return "table-" + id;
  }

  /** The id of the form with the filters. */
  public String form() {
    return "filter-" + id;
  }

  /** The id of the form that selected rows go to. */
  public String selection() {
    return "selected-" + id;
  }

  /** The number of the first row on the page, from 1. */
  public int first() {
    return asked.offset() + 1;
  }

  /** The number of the last row on the page. */
  public int last() {
    return asked.offset() + rows.size();
  }

  public boolean hasMore() {
    return last() < total;
  }

  /** The same table without the means to select rows. */
  public TableView withoutSelection() {
    return new TableView(
        id, title, asked, fields, chips, heads, rows, total, columns, views, false);
  }
}
