package org.concordat.formats.tables;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row into a file, in memory that does not grow with the rows.
 *
 * <p>Text stays text in a spreadsheet, whatever it begins with (OWASP, <i>CSV Injection</i>): in
 * CSV, a cell that starts with {@code = + - @}, a tab or a carriage return gets an apostrophe in
 * front; the cells of XLSX say themselves that they are texts. Numbers are written as numbers.
 */
public sealed interface RowWriter extends AutoCloseable permits CsvRowWriter, ExcelRowWriter {
  /**
   * Writes the next row.
   *
   * @param cells numbers, texts, or null for nothing
   * @throws IOException when the stream cannot be written
   * @throws IllegalStateException when the file has no room for more rows
   */
  void write(List<? extends @Nullable Object> cells) throws IOException;

  /** Finishes the file; the stream stays open. */
  @Override
  void close() throws IOException;

  /** Writes CSV in UTF-8, with commas. */
  static RowWriter csv(OutputStream out) {
    return new CsvRowWriter(out, LineDelimiter.CRLF);
  }

  /** Writes CSV whose lines end as those of other commands do that it is piped into. */
  static RowWriter piped(OutputStream out) {
    return new CsvRowWriter(out, LineDelimiter.LF);
  }

  /**
   * Writes XLSX with one sheet whose first row, and first columns if told, stay in sight.
   *
   * @param sheet its name
   * @param frozen how many columns stay in sight
   */
  static RowWriter xlsx(OutputStream out, String sheet, int frozen) {
    return new ExcelRowWriter(out, sheet, frozen);
  }
}
