package org.concordat.formats.tables;

import java.io.IOException;
import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;

/** Rows of text cells. May be read several times, always from the start. */
public sealed interface Table permits CsvTable, ExcelSheet {
  /**
   * Hands over the rows that hold something, until the visitor has had enough.
   *
   * @throws InvalidInput when the table cannot be read on
   */
  void read(Visitor visitor) throws IOException, InvalidInput;

  /**
   * Where a cell stands.
   *
   * @param row the row's number
   * @param column the column's index, from 0
   * @param header the column's header, or empty
   */
  Place place(int row, int column, String header);

  /** Where a row stands. */
  Place place(int row);

  /** What to look at when the table as a whole is meant. */
  Place place();

  /** Takes one row after the other. */
  interface Visitor {
    /** Returns whether to go on. */
    boolean visit(Row row) throws InvalidInput;
  }

  /**
   * One row.
   *
   * @param number the row's number, from 1; in a CSV file the line that it starts on
   * @param cells the cells' texts, without white space at their ends; empty for an empty cell
   */
  record Row(int number, List<String> cells) {
    /** The cell's text; empty beyond the last cell. */
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isEmpty() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  /** Refuses a row that is beyond the limits. */
  static void checkLimits(Table table, Row row, int count) throws InvalidInput {
    if (count > TableLimits.ROWS) {
      throw new InvalidInput(
          Finding.error(
              table.place(row.number()),
              "the table has more than %,d rows".formatted(TableLimits.ROWS),
              "split it into several files"));
    }
    if (row.cells().size() > TableLimits.COLUMNS && hasCellBeyondLimit(row)) {
      throw new InvalidInput(
          Finding.error(
              table.place(row.number()),
              "the row has more than " + TableLimits.COLUMNS + " columns",
              "leave out the columns that are not needed"));
    }
    for (int i = 0; i < row.cells().size(); i++) {
      if (row.cell(i).length() > TableLimits.CELL_CHARACTERS) {
        throw new InvalidInput(
            Finding.error(
                table.place(row.number(), i, ""),
                "the cell holds more than %,d characters".formatted(TableLimits.CELL_CHARACTERS),
                "shorten it; in a CSV file, look for a quotation mark that is never closed"));
      }
    }
  }

  private static boolean hasCellBeyondLimit(Row row) {
    return row.cells().subList(TableLimits.COLUMNS, row.cells().size()).stream()
        .anyMatch(c -> !c.isEmpty());
  }
}
