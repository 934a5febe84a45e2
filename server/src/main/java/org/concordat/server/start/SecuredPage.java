package org.concordat.server.start;

import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;

/**
 * Whether what is needed is secured.
 *
 * @param needed how many requirements some goal needs
 */
public record SecuredPage(TableView table, int needed) implements TablePage {
  @Override
  public String template() {
    return "start/secured";
  }
}
