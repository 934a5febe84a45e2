package org.concordat.formats.crosswalks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Extras;
import org.concordat.formats.extras.ExtraJson;
import org.concordat.formats.tables.Table;
import org.concordat.formats.tables.Table.Row;
import org.concordat.formats.tables.TableLimits;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table means what. Headers tell it; where they do not name both ends, such as
 * "SP 800-53 control" and "ISO/IEC 27001 control", the cells do: the column with the most ids of
 * the catalogue is meant.
 *
 * @param headerRow the number of the header's row
 * @param columns the index of each column that there is
 * @param headers the headers of all columns
 */
record Layout(int headerRow, Map<Column, Integer> columns, List<String> headers) {
  /** How many rows are looked at to find the ends by their cells. */
  private static final int LOOK = 200;

  /** How well the table is understood: the number of columns; 0 without both ends. */
  int understood() {
    return columns.size();
  }

  String cell(Row row, Column column) {
    Integer index = columns.get(column);
    return index == null ? "" : row.cell(index);
  }

  /** The cells of all columns that mean nothing here, by their headers. */
  Extras extras(Row row) {
    Map<String, String> members = new LinkedHashMap<>();
    for (int i = 0; i < row.cells().size(); i++) {
      boolean isRead = columns.containsValue(i) && !Integer.valueOf(i).equals(group());
      if (row.cell(i).isEmpty() || isRead) {
        continue;
      }
      String header = i < headers.size() ? headers.get(i) : "";
      String name = header.isEmpty() ? "column " + (i + 1) : Column.asPublished(header);
      for (int again = 2; members.containsKey(name); again++) {
        name = header + " (" + again + ")";
      }
      members.put(name, ExtraJson.ofCell(row.cell(i)));
    }
    return members.isEmpty() ? Extras.NONE : new Extras(members);
  }

  /** What a group is called is nothing of the pair, and is kept as it is. */
  private @Nullable Integer group() {
    return columns.get(Column.GROUP);
  }

  int index(Column column) {
    return columns.getOrDefault(column, 0);
  }

  /** The layout under the header with the most known columns among the first rows. */
  static Optional<Layout> find(Table table, Ids sources, Ids targets)
      throws IOException, InvalidInput {
    List<Row> rows = new ArrayList<>();
    table.read(
        row -> {
          rows.add(row);
          return rows.size() < LOOK;
        });
    Layout best = null;
    for (Row row : rows) {
      if (row.number() > TableLimits.HEADER_ROWS) {
        break;
      }
      Layout layout = of(row, rows, sources, targets);
      if (layout != null && (best == null || layout.understood() > best.understood())) {
        best = layout;
      }
    }
    return Optional.ofNullable(best);
  }

  private static @Nullable Layout of(Row header, List<Row> rows, Ids sources, Ids targets) {
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    Map<Column, Integer> orders = new EnumMap<>(Column.class);
    for (int i = 0; i < header.cells().size(); i++) {
      for (Column column : Column.values()) {
        Optional<Integer> order = column.order(header.cell(i));
        if (order.isPresent() && order.get() < orders.getOrDefault(column, Integer.MAX_VALUE)) {
          columns.put(column, i);
          orders.put(column, order.get());
        }
      }
    }
    if (!columns.containsKey(Column.SOURCE)) {
      byCells(Column.SOURCE, header, rows, sources, columns);
    }
    if (!columns.containsKey(Column.TARGET)) {
      byCells(Column.TARGET, header, rows, targets, columns);
    }
    return columns.containsKey(Column.SOURCE) && columns.containsKey(Column.TARGET)
        ? new Layout(header.number(), columns, header.cells())
        : null;
  }

  private static void byCells(
      Column column, Row header, List<Row> rows, Ids ids, Map<Column, Integer> columns) {
    int most = 0;
    for (int i = 0; i < header.cells().size(); i++) {
      int index = i;
      if (header.cell(i).isEmpty() || columns.containsValue(i) || ids.names(header.cell(i))) {
        continue;
      }
      int named =
          (int)
              rows.stream()
                  .filter(r -> r.number() > header.number() && ids.names(r.cell(index)))
                  .count();
      if (named > most) {
        most = named;
        columns.put(column, i);
      }
    }
  }
}
