package org.concordat.formats.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows as CSV. */
final class CsvRowWriter implements RowWriter {
  /** What a spreadsheet would take for a formula, and what the import takes an apostrophe off. */
  private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\t\r].*");

  private final CsvWriter writer;

  CsvRowWriter(OutputStream out, LineDelimiter end) {
    writer = CsvWriter.builder().lineDelimiter(end).build(out, StandardCharsets.UTF_8);
  }

  @Override
  public void write(List<? extends @Nullable Object> cells) {
    writer.writeRecord(cells.stream().map(CsvRowWriter::text).toList());
  }

  private static String text(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case Number number -> number.toString();
      case Object other -> {
        String text = other.toString();
        yield FORMULA.matcher(text).matches() ? "'" + text : text;
      }
    };
  }

  @Override
  public void close() throws IOException {
    writer.flush();
  }
}
