package org.concordat.formats.tables;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** A sheet of an XLSX file. Formulas count by the value that the file holds for them. */
record ExcelSheet(String file, Sheet sheet) implements Table {
  @Override
  public void read(Visitor visitor) throws IOException, InvalidInput {
    int count = 0;
    try (Stream<org.dhatim.fastexcel.reader.Row> rows = open()) {
      Iterator<org.dhatim.fastexcel.reader.Row> iterator = rows.iterator();
      for (Row row = next(iterator); row != null; row = next(iterator)) {
        if (row.isEmpty()) {
          continue;
        }
        Table.checkLimits(this, row, ++count);
        if (!visitor.visit(row)) {
          return;
        }
      }
    }
  }

  private Stream<org.dhatim.fastexcel.reader.Row> open() throws InvalidInput {
    try {
      return sheet.openStream();
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  /** The next row, or null at the end. The reader throws whatever it likes at a damaged sheet. */
  private @Nullable Row next(Iterator<org.dhatim.fastexcel.reader.Row> rows) throws InvalidInput {
    try {
      if (!rows.hasNext()) {
        return null;
      }
      org.dhatim.fastexcel.reader.Row next = rows.next();
      return new Row(next.getRowNum(), cells(next));
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private InvalidInput damaged(Exception e) {
    return new InvalidInput(
        Finding.error(
            place(),
            "the sheet is damaged: " + e.getMessage(),
            "open it in a spreadsheet and save it again"));
  }

  @Override
  public Place place(int row, int column, String header) {
    return Place.of(file, 0, 0, sheet.getName() + "!" + columnName(column) + row);
  }

  @Override
  public Place place(int row) {
    return Place.of(file, 0, 0, sheet.getName() + "!" + row + ":" + row);
  }

  @Override
  public Place place() {
    return Place.of(file, 0, 0, sheet.getName());
  }

  /** The letters of a column: A, B, ... Z, AA, ... */
  static String columnName(int column) {
    StringBuilder name = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      name.insert(0, (char) ('A' + rest % 26));
    }
    return name.toString();
  }

  private static List<String> cells(org.dhatim.fastexcel.reader.Row row) {
    List<String> cells = new ArrayList<>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(text(row.getCell(i)));
    }
    return cells;
  }

  private static String text(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return "";
    }
    if (cell.getValue() instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    String text = cell.getText().strip();
    boolean cached = cell.getType() == CellType.FORMULA && text.endsWith(".0");
    return cached ? text.substring(0, text.length() - 2) : text;
  }
}
