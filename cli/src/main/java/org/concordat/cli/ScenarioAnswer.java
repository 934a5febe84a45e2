package org.concordat.cli;

import java.util.List;
import java.util.Map;
import org.concordat.formats.documents.Letterhead;
import org.concordat.formats.scenarios.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a scenario.
 *
 * @param title of a document that holds the answer
 * @param question as a line for people
 * @param letterhead of such a document
 * @param facts what was asked, by name, in the order in which it is written
 * @param note how the answer is to be read, or null
 */
record ScenarioAnswer(
    String title,
    String question,
    Letterhead letterhead,
    Map<String, String> facts,
    List<Sheet> sheets,
    @Nullable String note) {
  /** What an answer by topics must not be taken for. */
  static final String OF_TOPICS =
      "Covered speaks of the topics of the table. A process or clause asks for more than these.";

  ScenarioAnswer {
    sheets = List.copyOf(sheets);
  }

  /** The same with some of the sheets. */
  ScenarioAnswer with(List<Sheet> chosen) {
    return new ScenarioAnswer(title, question, letterhead, facts, chosen, note);
  }
}
