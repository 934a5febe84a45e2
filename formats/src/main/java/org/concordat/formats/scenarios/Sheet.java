package org.concordat.formats.scenarios;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of an answer.
 *
 * @param key its name for programs
 * @param title its name for people, and that of a sheet of a workbook
 * @param rows each with as many cells as there are columns
 */
public record Sheet(String key, String title, List<Column> columns, List<List<Cell>> rows) {
  public Sheet {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row has " + row.size() + " cells, not " + columns.size());
      }
    }
  }

  /** A column, for programs and for people. */
  public record Column(String key, String title) {}

  /** What stands in a field. */
  public sealed interface Cell {
    record Text(String text) implements Cell {}

    record Count(long number) implements Cell {}

    /** Several texts. */
    record Texts(List<String> texts) implements Cell {
      public Texts {
        texts = List.copyOf(texts);
      }
    }

    /** The cell as one text. */
    default String text() {
      return switch (this) {
        case Text text -> text.text();
        case Count count -> Long.toString(count.number());
        case Texts several -> String.join("; ", several.texts());
      };
    }
  }

  static Builder of(String key, String title, Column... columns) {
    return new Builder(key, title, List.of(columns));
  }

  /** Collects rows. */
  static final class Builder {
    private final String key;
    private final String title;
    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    private Builder(String key, String title, List<Column> columns) {
      this.key = key;
      this.title = title;
      this.columns = columns;
    }

    Builder row(Cell... cells) {
      rows.add(List.of(cells));
      return this;
    }

    Sheet build() {
      return new Sheet(key, title, columns, rows);
    }
  }
}
