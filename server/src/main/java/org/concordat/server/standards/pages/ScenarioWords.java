package org.concordat.server.standards.pages;

import org.concordat.formats.scenarios.ScenarioDocument;
import org.concordat.formats.scenarios.Sheet;
import org.concordat.server.web.Surroundings;

/** The words of answers in the reader's language. */
record ScenarioWords(Surroundings here) implements ScenarioDocument.Words {
  @Override
  public String sheet(Sheet sheet) {
    return here.textOr("standards.sheet." + sheet.key(), sheet.title());
  }

  @Override
  public String column(Sheet.Column column) {
    return here.textOr("standards.column." + column.key(), column.title());
  }

  @Override
  public String word(String word) {
    return ScenariosPage.word(here, word);
  }

  @Override
  public String nothing() {
    return here.text("standards.sheet.empty");
  }
}
