package org.concordat.server.alignment;

import java.util.List;
import org.concordat.formats.content.CatalogueFactor;
import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;

/**
 * The critical impact factors.
 *
 * @param all how many there are
 * @param catalogue those of the shipped catalogue that the organisation does not have
 * @param edits whether the reader may change them
 */
public record FactorsPage(TableView table, int all, List<CatalogueFactor> catalogue, boolean edits)
    implements TablePage {
  public FactorsPage {
    catalogue = List.copyOf(catalogue);
  }

  @Override
  public String template() {
    return "alignment/factors";
  }
}
