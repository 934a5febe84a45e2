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
    worksheet.setAutoFilter(0, 0, Math.max(sheet.rows().size(), 1), sheet.columns().size() - 1);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1) + "…";
  }
}
