package org.concordat.cli;

import java.util.List;
import java.util.Map;
import org.concordat.formats.scenarios.Sheet;

/**
 * The answer to a scenario.
 *
 * @param question as a line for people
 * @param facts what was asked, by name, in the order in which it is written
 */
record ScenarioAnswer(String question, Map<String, String> facts, List<Sheet> sheets) {
  ScenarioAnswer {
    sheets = List.copyOf(sheets);
  }
}
