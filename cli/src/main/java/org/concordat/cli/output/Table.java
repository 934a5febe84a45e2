package org.concordat.cli.output;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows under named columns, whatever format they are written in.
 *
 * @param rows each with as many cells as there are columns
 */
public record Table(List<Column> columns, List<List<Cell>> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row has " + row.size() + " cells, not " + columns.size());
      }
    }
  }

  /**
   * A column.
   *
   * @param key its name in JSON and CSV
   * @param title its name for people
   * @param isElastic whether it may be narrowed and broken into lines when room is scarce
   */
  public record Column(String key, String title, boolean isElastic) {}

  public static Column column(String key, String title) {
    return new Column(key, title, false);
  }

  public static Column elastic(String key, String title) {
    return new Column(key, title, true);
  }

  public static Builder of(Column... columns) {
    return new Builder(List.of(columns));
  }

  /** Collects rows. */
  public static final class Builder {
    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    private Builder(List<Column> columns) {
      this.columns = columns;
    }

    public Builder row(Cell... cells) {
      return row(List.of(cells));
    }

    public Builder row(List<Cell> cells) {
      rows.add(cells);
      return this;
    }

    public Table build() {
      return new Table(columns, rows);
    }
  }
}
