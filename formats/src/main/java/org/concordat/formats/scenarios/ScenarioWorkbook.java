package org.concordat.formats.scenarios;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes answers as XLSX, a sheet each, with a header that stays in sight and a filter. */
public final class ScenarioWorkbook {
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\\\/?*\\[\\]:']");
  private static final int LONGEST_NAME = 31;
  private static final int LONGEST_CELL = 32_767;

  /** Widths of columns in characters: longer lines wrap, so that a sheet fits on a screen. */
  private static final int NARROWEST = 12;

  private static final int WIDEST = 50;

  private ScenarioWorkbook() {}

  /**
   * Writes the sheets.
   *
   * @throws IOException when the stream cannot be written; it stays open
   */
  public static void write(List<Sheet> sheets, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Concordat", null);
    Set<String> names = new HashSet<>();
    for (Sheet sheet : sheets) {
      write(sheet, workbook.newWorksheet(name(sheet.title(), names)));
    }
    workbook.finish();
  }

  private static String name(String title, Set<String> taken) {
    String plain = NOT_IN_NAMES.matcher(title).replaceAll("-");
    String name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      String end = " " + i;
      name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - end.length())) + end;
    }
    return name;
  }

  private static void write(Sheet sheet, Worksheet worksheet) {
    for (int column = 0; column < sheet.columns().size(); column++) {
      worksheet.value(0, column, sheet.columns().get(column).title());
      worksheet.style(0, column).bold().set();
      worksheet.width(column, width(sheet, column));
    }
    worksheet.freezePane(0, 1);
    for (int row = 0; row < sheet.rows().size(); row++) {
      for (int column = 0; column < sheet.columns().size(); column++) {
        switch (sheet.rows().get(row).get(column)) {
          case Sheet.Cell.Count count -> worksheet.value(row + 1, column, count.number());
          case Sheet.Cell.Text text -> worksheet.value(row + 1, column, cut(text.text()));
          case Sheet.Cell.Texts texts ->
              worksheet.value(row + 1, column, cut(String.join("\n", texts.texts())));
        }
      }
    }
    if (!sheet.rows().isEmpty()) {
      worksheet
          .range(1, 0, sheet.rows().size(), sheet.columns().size() - 1)
          .style()
          .wrapText(true)
          .verticalAlignment("top")
          .set();
    }
    worksheet.setAutoFilter(0, 0, Math.max(sheet.rows().size(), 1), sheet.columns().size() - 1);
  }

  /** As wide as the longest line in it, within bounds. */
  private static int width(Sheet sheet, int column) {
    int longest = sheet.columns().get(column).title().length();
    for (List<Sheet.Cell> row : sheet.rows()) {
      longest =
          switch (row.get(column)) {
            case Sheet.Cell.Texts several ->
                several.texts().stream().mapToInt(String::length).reduce(longest, Math::max);
            case Sheet.Cell.Text _, Sheet.Cell.Count _ ->
                Math.max(longest, row.get(column).text().length());
          };
    }
    return Math.clamp(longest + 2, NARROWEST, WIDEST);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1) + "…";
  }
}
