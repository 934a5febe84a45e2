package org.concordat.server.alignment;

import org.concordat.core.alignment.ImpactScale;
import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;

/**
 * Dependencies.
 *
 * @param all how many there are
 * @param assets how many assets there are
 * @param edits whether the reader may change some
 */
public record DependenciesPage(
    TableView table, int all, int assets, ImpactScale scale, boolean edits) implements TablePage {
  @Override
  public String template() {
    return "alignment/dependencies";
  }
}
