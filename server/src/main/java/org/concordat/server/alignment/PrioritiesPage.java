package org.concordat.server.alignment;

import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;

/**
 * Requirements by rank.
 *
 * @param all how many requirements there are
 */
public record PrioritiesPage(TableView table, int all) implements TablePage {
  @Override
  public String template() {
    return "alignment/priorities";
  }
}
