package org.concordat.formats.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Rows as XLSX. */
final class ExcelRowWriter implements RowWriter {
  /** A cell holds no more (ECMA-376, and every program that reads it). */
  private static final int LONGEST_TEXT = 32_767;

  /** So many rows are kept before they are written out. */
  private static final int KEPT = 500;

  private final Workbook workbook;
  private final Worksheet sheet;
  private int row;

  ExcelRowWriter(OutputStream out, String name, int frozen) {
    workbook = new Workbook(out, "Concordat", null);
    sheet = workbook.newWorksheet(name);
    sheet.freezePane(frozen, 1);
  }

  @Override
  public void write(List<? extends @Nullable Object> cells) throws IOException {
    if (row >= Worksheet.MAX_ROWS) {
      throw new IllegalStateException("a sheet holds %,d rows".formatted(Worksheet.MAX_ROWS));
    }
    for (int column = 0; column < cells.size(); column++) {
      switch (cells.get(column)) {
        case null -> {}
        case Number number -> sheet.value(row, column, number);
        // Within the cell: a table of shared texts would have to stay in memory to the end.
        case Object text -> sheet.inlineString(row, column, shortened(text.toString()));
      }
    }
    row++;
    if (row % KEPT == 0) {
      sheet.flush();
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
  }
}
