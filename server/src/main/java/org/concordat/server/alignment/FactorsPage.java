package org.concordat.server.alignment;

import java.util.List;
import org.concordat.core.alignment.Factor;
import org.concordat.formats.content.CatalogueFactor;
import org.concordat.server.web.PageModel;

/**
 * The critical impact factors.
 *
 * @param catalogue those of the shipped catalogue that the organisation does not have
 * @param edits whether the reader may change them
 */
public record FactorsPage(List<Row> rows, List<CatalogueFactor> catalogue, boolean edits)
    implements PageModel {
  public FactorsPage {
    rows = List.copyOf(rows);
    catalogue = List.copyOf(catalogue);
  }

  /**
   * A factor.
   *
   * @param requirements how many judgements lead to it
   * @param goals how many judgements lead from it
   */
  public record Row(Factor factor, int requirements, int goals, String tag) {}

  @Override
  public String template() {
    return "alignment/factors";
  }
}
