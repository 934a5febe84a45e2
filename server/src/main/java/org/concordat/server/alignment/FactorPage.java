package org.concordat.server.alignment;

import org.concordat.core.alignment.Factor;
import org.concordat.server.web.PageModel;

/**
 * One critical impact factor.
 *
 * @param requirements how many judgements lead to it
 * @param goals how many judgements lead from it
 * @param edits whether the reader may change it
 */
public record FactorPage(Factor factor, String tag, int requirements, int goals, boolean edits)
    implements PageModel {
  @Override
  public String template() {
    return "alignment/factor";
  }
}
