package org.concordat.server.deciding.pages;

import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;

/**
 * What the ranking depends on.
 *
 * @param tried how many changes of one judgement by one level were tried
 * @param without how many of them move nothing
 */
public record SensitivityPage(TableView table, int tried, int without) implements TablePage {
  @Override
  public String template() {
    return "deciding/sensitivity";
  }
}
