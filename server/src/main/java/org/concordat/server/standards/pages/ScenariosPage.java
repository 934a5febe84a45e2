package org.concordat.server.standards.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.formats.scenarios.Sheet;
import org.concordat.server.web.PageModel;
import org.concordat.server.web.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * The four scenarios, and the answer to one of them.
 *
 * @param kind which one is asked, or null while none is
 * @param catalogues the titles of the catalogues to choose from, by their ids
 * @param table the title of the table of topics that answers, or null when crosswalks do
 * @param nameOfB what the other organisation is called
 * @param controlsOfB what it has in operation, as it was typed
 * @param unknown the ids in it that its catalogue does not have
 * @param sheets the answer
 * @param query the question as the part of an address after the question mark
 */
public record ScenariosPage(
    @Nullable ScenarioKind kind,
    Map<String, String> catalogues,
    String from,
    String to,
    @Nullable String table,
    String nameOfB,
    String controlsOfB,
    List<String> unknown,
    List<Sheet> sheets,
    String query)
    implements PageModel {
  /** Of a longer sheet only the beginning is shown; the workbook has all of it. */
  private static final int ROWS = 300;

  /** Between a control, what is said of it, and the next control in a proof. */
  private static final String STEP = " → ";

  /** The columns of sentences, which need some width to be read. */
  private static final Set<String> PROSE = Set.of("title", "proof", "covers", "touches", "serves");

  public ScenariosPage {
    unknown = List.copyOf(unknown);
    sheets = List.copyOf(sheets);
  }

  public ScenarioKind[] kinds() {
    return ScenarioKind.values();
  }

  public String catalogueTitle(String id) {
    return catalogues.getOrDefault(id, id);
  }

  /** Whether sentences stand in a column. */
  public boolean isProse(Sheet.Column column) {
    return PROSE.contains(column.key());
  }

  /** The rows that are shown. */
  public List<List<Sheet.Cell>> shown(Sheet sheet) {
    return sheet.rows().subList(0, Math.min(ROWS, sheet.rows().size()));
  }

  /** A word of an answer, such as {@code covered}, in the reader's language; else as it is. */
  public static String word(Surroundings here, String word) {
    if (!word.contains(STEP)) {
      return here.textOr("standards.word." + word.replace(' ', '-'), word);
    }
    String[] parts = word.split(STEP, -1);
    for (int i = 1; i < parts.length; i += 2) {
      parts[i] = relations(here, parts[i]);
    }
    return String.join(STEP, parts);
  }

  /** What a step of a proof says, such as {@code subset or equal}. */
  private static String relations(Surroundings here, String words) {
    return switch (words) {
      case "is part of" -> here.text("standards.says.part");
      case "has the part" -> here.text("standards.says.whole");
      default ->
          Arrays.stream(words.split(" or ", -1))
              .map(each -> here.textOr("standards.says." + each, each))
              .collect(Collectors.joining(" / "));
    };
  }

  @Override
  public String template() {
    return "standards/scenarios";
  }
}
