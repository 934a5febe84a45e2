package org.concordat.formats.scenarios;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.formats.documents.DocumentText;
import org.concordat.formats.documents.DocumentText.Column;
import org.concordat.formats.documents.DocumentText.Field;
import org.concordat.formats.documents.DocumentText.Part;
import org.concordat.formats.documents.Letterhead;
import org.concordat.formats.documents.PdfDocuments;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers as a document for people: what was asked, how much there is of each result, and
 * every row with what proves it.
 */
public final class ScenarioDocument {
  /** The columns that say a result, and so can be counted. */
  private static final Set<String> RESULTS = Set.of("standing", "share", "result");

  /** Results from best to worst; those that name an organisation stand between. */
  private static final List<String> ORDER =
      List.of("covered", "double work", "partly", "possibly", "both do a part", "", "open", "gap");

  private static final Map<String, Integer> WIDTHS =
      Map.ofEntries(
          Map.entry("section", 15),
          Map.entry("control", 10),
          Map.entry("topic", 8),
          Map.entry("group", 6),
          Map.entry("catalogue", 14),
          Map.entry("title", 26),
          Map.entry("proof", 42),
          Map.entry("serves", 34),
          Map.entry("covers", 30),
          Map.entry("touches", 30),
          Map.entry("process", 18),
          Map.entry("share", 14),
          Map.entry("result", 14),
          Map.entry("covered", 9),
          Map.entry("topics", 6));

  private static final int USUAL_WIDTH = 11;

  /** More columns than these need broad pages. */
  private static final int NARROW = 6;

  /** The language of a document. */
  public interface Words {
    /** Everything as the sheets say it. */
    Words ENGLISH =
        new Words() {
          @Override
          public String sheet(Sheet sheet) {
            return sheet.title();
          }

          @Override
          public String column(Sheet.Column column) {
            return column.title();
          }

          @Override
          public String word(String word) {
            return word;
          }

          @Override
          public String nothing() {
            return "Nothing.";
          }
        };

    /** The name of a sheet. */
    String sheet(Sheet sheet);

    /** The head of a column. */
    String column(Sheet.Column column);

    /** A word of an answer, such as {@code covered}; what is no word stays as it is. */
    String word(String word);

    /** What stands in the place of a sheet without rows. */
    String nothing();
  }

  private final Words words;
  private final DocumentText text = new DocumentText();

  private ScenarioDocument(Words words) {
    this.words = words;
  }

  /**
   * Writes the sheets as PDF.
   *
   * @param question what they answer, as a sentence
   * @param note how the answer is to be read, or null
   */
  public static byte[] write(
      Letterhead letterhead,
      String title,
      String question,
      List<Sheet> sheets,
      @Nullable String note,
      Words words) {
    ScenarioDocument document = new ScenarioDocument(words);
    document.text.lead(question);
    if (note != null) {
      document.text.note(note);
    }
    sheets.forEach(document::add);
    return PdfDocuments.write(letterhead, title, document.text.toString());
  }

  private void add(Sheet sheet) {
    boolean isBroad = sheet.columns().size() > NARROW;
    if (isBroad) {
      text.broad();
    }
    text.chapter(words.sheet(sheet));
    if (sheet.rows().isEmpty()) {
      text.paragraph(words.nothing());
    } else {
      summary(sheet);
      table(sheet);
    }
    if (isBroad) {
      text.narrow();
    }
  }

  /** How many rows there are of each result. */
  private void summary(Sheet sheet) {
    for (int column = 0; column < sheet.columns().size(); column++) {
      if (RESULTS.contains(sheet.columns().get(column).key())) {
        List<Part> parts = counts(sheet, column);
        text.figures(parts);
        text.bar(
            String.join(", ", parts.stream().map(p -> p.count() + " " + p.name()).toList()), parts);
        return;
      }
    }
  }

  private List<Part> counts(Sheet sheet, int column) {
    Map<String, Long> counts = new LinkedHashMap<>();
    sheet.rows().forEach(row -> counts.merge(row.get(column).text(), 1L, Long::sum));
    return counts.entrySet().stream()
        .sorted(Comparator.comparing(e -> rank(e.getKey())))
        .map(e -> new Part(words.word(e.getKey()), e.getValue(), colour(e.getKey())))
        .toList();
  }

  private static int rank(String result) {
    return ORDER.contains(result) ? ORDER.indexOf(result) : ORDER.indexOf("");
  }

  private static String colour(String result) {
    return switch (result) {
      case "covered" -> "#1b7f4b";
      case "partly", "both do a part" -> "#d9a21b";
      case "possibly" -> "#8a929c";
      case "open", "gap" -> "#b3352f";
      case "double work" -> "#7a4ea3";
      default -> "#2f6ea8";
    };
  }

  private void table(Sheet sheet) {
    int all = sheet.columns().stream().mapToInt(ScenarioDocument::width).sum();
    List<Column> columns =
        sheet.columns().stream()
            .map(c -> Column.of(words.column(c), Math.round(100f * width(c) / all)))
            .toList();
    List<List<Field>> rows = new ArrayList<>();
    for (List<Sheet.Cell> row : sheet.rows()) {
      List<Field> fields = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        fields.add(field(row.get(i), sheet.columns().get(i).key(), i == 0));
      }
      rows.add(fields);
    }
    text.table(columns, rows);
  }

  private static int width(Sheet.Column column) {
    return WIDTHS.getOrDefault(column.key(), USUAL_WIDTH);
  }

  private Field field(Sheet.Cell cell, String column, boolean isFirst) {
    return switch (cell) {
      case Sheet.Cell.Texts several ->
          new Field(several.texts().stream().map(words::word).toList(), isFirst ? "id" : "small");
      case Sheet.Cell.Count count -> Field.of(count.text());
      case Sheet.Cell.Text plain ->
          Field.of(words.word(plain.text()), isFirst ? "id" : look(column, plain.text()));
    };
  }

  /** Only what says a result is coloured; a control may be called "open" as well. */
  private static String look(String column, String word) {
    if (!RESULTS.contains(column) && !Set.of("a", "b", "together").contains(column)) {
      return "";
    }
    return switch (word) {
      case "covered" -> "good";
      case "partly", "double work", "both do a part" -> "fair";
      case "possibly" -> "weak";
      case "open", "gap" -> "bad";
      default -> "";
    };
  }
}
