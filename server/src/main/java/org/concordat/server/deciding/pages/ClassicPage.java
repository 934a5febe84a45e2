package org.concordat.server.deciding.pages;

import java.util.List;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.classic.RankCorrelation;
import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;

/**
 * The classic ratings beside the priorities.
 *
 * @param counts how many have each rating and each need, see {@link
 *     org.concordat.core.alignment.classic.ClassicTable#counts}; empty on the page by asset
 * @param all how many ratings there are
 * @param unexplained how many of them no goal gives a reason for
 * @param circular whether the ratings hurt a goal and so are among the reasons themselves
 */
public record ClassicPage(
    TableView table,
    ImpactScale scale,
    RankCorrelation agreement,
    List<List<Integer>> counts,
    int all,
    int unexplained,
    boolean circular)
    implements TablePage {
  public ClassicPage {
    counts = counts.stream().map(List::copyOf).toList();
  }

  @Override
  public String template() {
    return "deciding/classic";
  }
}
