package org.concordat.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.Tone;
import org.concordat.formats.json.Json;
import org.concordat.formats.scenarios.ScenarioDocument;
import org.concordat.formats.scenarios.ScenarioWorkbook;
import org.concordat.formats.scenarios.Sheet;
import tools.jackson.core.JsonGenerator;

/** Writes the answer to a scenario in the format that was asked for. */
final class ScenarioWriter {
  private static final String PROOF = "proof";

  /** Columns whose texts are long, and may be broken into lines. */
  private static final List<String> LONG =
      List.of("section", "title", PROOF, "serves", "covers", "touches", "process");

  private final ScenarioAnswer answer;
  private final boolean why;

  /**
   * A writer.
   *
   * @param why whether tables for people show what each answer follows from
   */
  ScenarioWriter(ScenarioAnswer answer, boolean why) {
    this.answer = answer;
    this.why = why;
  }

  void write(ScenarioFormat format, OutputStream out, Terminal to) throws IOException {
    switch (format) {
      case TABLE -> table(to);
      case JSON -> json(out);
      case CSV -> Tables.write(table(answer.sheets().getFirst(), true), TableFormat.CSV, to);
      case MARKDOWN -> markdown(to);
      case XLSX -> workbook(answer.sheets(), out);
      case PDF ->
          out.write(
              ScenarioDocument.write(
                  answer.letterhead(),
                  answer.title(),
                  answer.question(),
                  answer.sheets(),
                  answer.note(),
                  ScenarioDocument.Words.ENGLISH));
    }
  }

  /** Writes a workbook. What writes it would close the stream. */
  static void workbook(List<Sheet> sheets, OutputStream out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ScenarioWorkbook.write(sheets, bytes);
    bytes.writeTo(out);
  }

  private void table(Terminal to) {
    to.paragraph(0, answer.question());
    for (Sheet sheet : answer.sheets()) {
      to.line("");
      to.line(Tone.STRONG, sheet.title());
      if (sheet.rows().isEmpty()) {
        to.paragraph(0, "Nothing.");
      } else {
        Tables.write(table(sheet, why), TableFormat.TABLE, to);
        summary(sheet, to);
      }
    }
    if (answer.note() != null) {
      to.line("");
      to.paragraph(0, answer.note());
    }
  }

  /** How many rows there are of each result. */
  private static void summary(Sheet sheet, Terminal to) {
    List<String> keys = sheet.columns().stream().map(Sheet.Column::key).toList();
    int column =
        Math.max(keys.indexOf("standing"), Math.max(keys.indexOf("share"), keys.indexOf("result")));
    if (column < 0) {
      to.paragraph(0, sheet.rows().size() + " in all.");
      return;
    }
    Map<String, Long> counts =
        sheet.rows().stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.get(column).text(), TreeMap::new, Collectors.counting()));
    to.paragraph(
        0,
        "%d in all: %s."
            .formatted(
                sheet.rows().size(),
                counts.entrySet().stream()
                    .map(e -> e.getValue() + " " + e.getKey())
                    .collect(Collectors.joining(", "))));
  }

  private void markdown(Terminal to) {
    for (Sheet sheet : answer.sheets()) {
      to.line("## " + sheet.title());
      to.line("");
      Tables.write(table(sheet, true), TableFormat.MARKDOWN, to);
      to.line("");
    }
  }

  private static Table table(Sheet sheet, boolean why) {
    List<Integer> shown =
        IntStream.range(0, sheet.columns().size())
            .filter(i -> why || !sheet.columns().get(i).key().equals(PROOF))
            .boxed()
            .toList();
    Table.Builder table =
        Table.of(
            shown.stream()
                .map(i -> sheet.columns().get(i))
                .map(c -> new Table.Column(c.key(), c.title(), LONG.contains(c.key())))
                .toArray(Table.Column[]::new));
    for (List<Sheet.Cell> row : sheet.rows()) {
      table.row(shown.stream().map(i -> cell(row.get(i))).toList());
    }
    return table.build();
  }

  private static Cell cell(Sheet.Cell cell) {
    return switch (cell) {
      case Sheet.Cell.Text text -> Cell.of(text.text(), tone(text.text()));
      case Sheet.Cell.Count count -> Cell.of(count.number());
      case Sheet.Cell.Texts texts -> Cell.stack(texts.texts());
    };
  }

  private static Tone tone(String text) {
    return switch (text) {
      case "open", "gap" -> Tone.STRONG;
      default -> Tone.PLAIN;
    };
  }

  private void json(OutputStream out) {
    Json.write(
        out,
        json -> {
          json.writeStartObject();
          answer.facts().forEach(json::writeStringProperty);
          Json.property(json, "note", answer.note());
          for (Sheet sheet : answer.sheets()) {
            json.writeName(sheet.key());
            Json.lines(json, sheet.rows(), (j, row) -> row(j, sheet, row));
          }
          json.writeEndObject();
        });
  }

  private static void row(JsonGenerator json, Sheet sheet, List<Sheet.Cell> row) {
    json.writeStartObject();
    for (int i = 0; i < row.size(); i++) {
      json.writeName(sheet.columns().get(i).key());
      switch (row.get(i)) {
        case Sheet.Cell.Text text -> json.writeString(text.text());
        case Sheet.Cell.Count count -> json.writeNumber(count.number());
        case Sheet.Cell.Texts texts -> {
          json.writeStartArray();
          texts.texts().forEach(json::writeString);
          json.writeEndArray();
        }
      }
    }
    json.writeEndObject();
  }
}
