package org.concordat.server.trail.pages;

import org.concordat.server.trail.sealing.SealState;
import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;

/** What was done in the organisation, and how far it is sealed. */
public record HistoryPage(TableView table, SealState seal) implements TablePage {
  @Override
  public String template() {
    return "trail/history";
  }
}
