package org.concordat.formats.crosswalks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Crosswalk.Considered;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Mapping;
import org.concordat.formats.extras.ExtraJson;
import org.concordat.formats.tables.RowWriter;
import org.concordat.formats.tables.Table;
import org.concordat.formats.tables.Table.Row;
import org.concordat.formats.tables.TableFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a crosswalk as a table: {@code source, relation, target, strength, because}, and a column
 * for each name among the extras of its rows. A workbook has two more sheets: what is said of the
 * crosswalk as a whole, and the controls without a counterpart. CSV has no place for these.
 */
public final class CrosswalkSheets {
  private static final List<String> HEADER =
      List.of("source", "relation", "target", "strength", "because");

  /** A cell holds no more (ECMA-376, and every program that reads it). */
  private static final int LONGEST_CELL = 32_767;

  private static final List<String> ABOUT = List.of("about this crosswalk", "value");
  private static final List<String> CONSIDERED = List.of("without counterpart", "control", "why");

  /** What the first cells of rows about the crosswalk say, where it is no extra. */
  private static final Set<String> KNOWN =
      Set.of("id", "source", "target", "publisher", "url", "version", "licence");

  private CrosswalkSheets() {}

  /** Writes CSV in UTF-8; the stream stays open. */
  public static void csv(Crosswalk crosswalk, OutputStream out) throws IOException {
    try (RowWriter rows = RowWriter.csv(out)) {
      for (List<@Nullable Object> row : rows(crosswalk)) {
        rows.write(row);
      }
    }
  }

  /**
   * Writes XLSX; the stream stays open.
   *
   * @throws IllegalArgumentException when a cell would hold more than it can
   */
  public static void xlsx(Crosswalk crosswalk, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Concordat", null);
    sheet(workbook, "Mappings", rows(crosswalk));
    sheet(workbook, "About", about(crosswalk));
    if (!crosswalk.considered().isEmpty()) {
      sheet(workbook, "Without counterpart", considered(crosswalk));
    }
    workbook.finish();
  }

  private static void sheet(Workbook workbook, String name, List<List<@Nullable Object>> rows)
      throws IOException {
    Worksheet sheet = workbook.newWorksheet(name);
    sheet.freezePane(0, 1);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        switch (rows.get(row).get(column)) {
          case null -> {}
          case Number number -> sheet.value(row, column, number);
          case Object text -> sheet.inlineString(row, column, fitting(text.toString()));
        }
      }
    }
    sheet.finish();
  }

  private static String fitting(String text) {
    if (text.length() > LONGEST_CELL) {
      throw new IllegalArgumentException(
          "a cell holds %,d characters, and here are %,d, which begin with '%s'"
              .formatted(LONGEST_CELL, text.length(), text.substring(0, 40)));
    }
    return text;
  }

  private static List<List<@Nullable Object>> rows(Crosswalk crosswalk) {
    Set<String> names = new LinkedHashSet<>();
    crosswalk.mappings().forEach(mapping -> names.addAll(mapping.extras().members().keySet()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<@Nullable Object> header = new ArrayList<>(HEADER);
    names.forEach(name -> header.add(Column.header(name)));
    rows.add(header);
    for (Mapping mapping : crosswalk.mappings()) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(mapping.source());
      row.add(mapping.statement().word());
      row.add(mapping.target());
      row.add(mapping.strength());
      row.add(mapping.because());
      for (String name : names) {
        String json = mapping.extras().members().get(name);
        row.add(json == null ? null : ExtraJson.cell(json));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<@Nullable Object>> about(Crosswalk crosswalk) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    rows.add(new ArrayList<>(ABOUT));
    tell(rows, "id", crosswalk.id());
    tell(rows, "source", crosswalk.source());
    tell(rows, "target", crosswalk.target());
    tell(rows, "publisher", crosswalk.publisher());
    tell(rows, "url", crosswalk.url());
    tell(rows, "version", crosswalk.version());
    tell(rows, "licence", crosswalk.licence());
    crosswalk
        .extras()
        .members()
        .forEach((name, json) -> tell(rows, "extra: " + name, ExtraJson.cell(json)));
    return rows;
  }

  private static void tell(List<List<@Nullable Object>> rows, String name, @Nullable String value) {
    if (value != null) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(name);
      row.add(value);
      rows.add(row);
    }
  }

  private static List<List<@Nullable Object>> considered(Crosswalk crosswalk) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    rows.add(new ArrayList<>(CONSIDERED));
    for (Considered each : crosswalk.considered()) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(each.control().catalogue());
      row.add(each.control().control());
      row.add(each.because());
      rows.add(row);
    }
    return rows;
  }

  /** What the other sheets of a workbook say. */
  static final class About {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> extras = new LinkedHashMap<>();
    private final List<Considered> considered = new ArrayList<>();

    /** What a file says; nothing when it is no workbook. */
    static About of(Path file) throws IOException, InvalidInput {
      About about = new About();
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
        try (TableFile opened = TableFile.open(file, _ -> 0)) {
          for (Table table : opened.tables()) {
            about.read(table);
          }
        }
      }
      return about;
    }

    /** Whether a table is one of these sheets. */
    static boolean is(Table table) throws IOException, InvalidInput {
      List<Row> first = new ArrayList<>();
      table.read(
          row -> {
            first.add(row);
            return false;
          });
      return !first.isEmpty() && isOne(first.getFirst());
    }

    private void read(Table table) throws IOException, InvalidInput {
      List<Row> rows = new ArrayList<>();
      table.read(
          row -> {
            rows.add(row);
            return rows.size() > 1 || isOne(row);
          });
      if (!rows.isEmpty() && isOne(rows.getFirst())) {
        boolean isAbout = rows.getFirst().cells().equals(ABOUT);
        rows.stream().skip(1).forEach(isAbout ? this::told : this::considered);
      }
    }

    private static boolean isOne(Row row) {
      return row.cells().equals(ABOUT) || row.cells().equals(CONSIDERED);
    }

    private void told(Row row) {
      if (KNOWN.contains(row.cell(0))) {
        texts.put(row.cell(0), row.cell(1));
      } else {
        extras.put(row.cell(0).replaceFirst("^extra: ", ""), ExtraJson.ofCell(row.cell(1)));
      }
    }

    private void considered(Row row) {
      considered.add(
          new Considered(
              new ControlRef(row.cell(0), row.cell(1)),
              row.cell(2).isEmpty() ? null : row.cell(2)));
    }

    @Nullable String text(String name) {
      return texts.get(name);
    }

    String text(String name, String otherwise) {
      return texts.getOrDefault(name, otherwise);
    }

    Extras extras() {
      return new Extras(extras);
    }

    /** Those of the two catalogues. */
    List<Considered> considered(String source, String target) {
      return considered.stream()
          .filter(
              each ->
                  each.control().catalogue().equals(source)
                      || each.control().catalogue().equals(target))
          .toList();
    }
  }
}
