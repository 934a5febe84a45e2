package org.concordat.cli;

import java.util.List;
import java.util.Map;
import org.concordat.formats.scenarios.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a scenario.
 *
 * @param question as a line for people
 * @param facts what was asked, by name, in the order in which it is written
 * @param note how the answer is to be read, or null
 */
record ScenarioAnswer(
    String question, Map<String, String> facts, List<Sheet> sheets, @Nullable String note) {
  /** What an answer by topics must not be taken for. */
  static final String OF_TOPICS =
      "Covered speaks of the topics of the table. A process or clause asks for more than these.";

  ScenarioAnswer {
    sheets = List.copyOf(sheets);
  }
}
