package org.concordat.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.concordat.cli.output.Table.Column;
import org.concordat.formats.json.Json;
import org.concordat.formats.tables.RowWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes a table in the format that was asked for. */
public final class Tables {
  /** What a spreadsheet would take for a formula. */
  private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\t\r].*");

  private Tables() {}

  public static void write(Table table, TableFormat format, Terminal terminal) {
    switch (format) {
      case TABLE -> new TextTable(table, terminal.width()).write(terminal);
      case JSON -> json(table, terminal);
      case CSV -> csv(table, terminal);
      case MARKDOWN -> markdown(table, terminal);
    }
  }

  /** Writes the rows of a file, with the keys of the columns above them, and finishes it. */
  public static void write(Table table, RowWriter rows) throws IOException {
    try (rows) {
      rows.write(table.columns().stream().map(Column::key).toList());
      for (List<Cell> row : table.rows()) {
        List<@Nullable Object> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(value(cell)));
        rows.write(cells);
      }
    }
  }

  private static @Nullable Object value(Cell cell) {
    return switch (cell) {
      case Cell.Text text -> text.text();
      case Cell.Stack stack -> stack.text();
      case Cell.Whole whole -> whole.number();
      case Cell.Real real -> real.number();
      case Cell.Nothing _ -> null;
    };
  }

  private static void json(Table table, Terminal terminal) {
    Json.write(
        terminal.out(),
        json -> Json.lines(json, table.rows(), (j, row) -> row(j, table.columns(), row)));
  }

  /** Writes one row as an object. */
  static void row(JsonGenerator json, List<Column> columns, List<Cell> row) {
    json.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      json.writeName(columns.get(i).key());
      switch (row.get(i)) {
        case Cell.Text text -> json.writeString(text.text());
        case Cell.Stack stack -> json.writeString(stack.text());
        case Cell.Whole whole -> json.writeNumber(whole.number());
        case Cell.Real real -> json.writeNumber(real.number());
        case Cell.Nothing nothing -> json.writeNull();
      }
    }
    json.writeEndObject();
  }

  private static void csv(Table table, Terminal terminal) {
    try {
      CsvWriter writer =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.LF)
              .build(terminal.out(), StandardCharsets.UTF_8);
      writer.writeRecord(table.columns().stream().map(Column::key).toList());
      for (List<Cell> row : table.rows()) {
        writer.writeRecord(row.stream().map(Tables::defused).toList());
      }
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only texts can be formulas: a number that starts with a minus sign is just a number. */
  private static String defused(Cell cell) {
    String text = cell.text();
    boolean isText = cell instanceof Cell.Text || cell instanceof Cell.Stack;
    return isText && FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  private static void markdown(Table table, Terminal terminal) {
    terminal.line(
        table.columns().stream().map(Column::title).collect(Collectors.joining(" | ", "| ", " |")));
    terminal.line("|" + " --- |".repeat(table.columns().size()));
    for (List<Cell> row : table.rows()) {
      terminal.line(
          row.stream().map(Tables::escaped).collect(Collectors.joining(" | ", "| ", " |")));
    }
  }

  private static String escaped(Cell cell) {
    return cell instanceof Cell.Stack(var texts)
        ? texts.stream().map(t -> escaped(t.text())).collect(Collectors.joining("<br>"))
        : escaped(cell.text());
  }

  private static String escaped(String text) {
    return Printable.line(text).replaceAll("([\\\\|`*_<>\\[\\]])", "\\\\$1");
  }
}
