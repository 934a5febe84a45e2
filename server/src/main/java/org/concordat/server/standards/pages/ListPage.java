package org.concordat.server.standards.pages;

import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;

/**
 * A page that is a table and nothing else.
 *
 * @param lead the key of the text that says what it is for
 */
public record ListPage(TableView table, String lead) implements TablePage {
  @Override
  public String template() {
    return "standards/list";
  }
}
