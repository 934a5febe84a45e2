package org.concordat.server.deciding.pages;

import java.util.List;
import org.concordat.server.deciding.Draft;
import org.concordat.server.web.PageModel;

/**
 * The drafts that the reader may open.
 *
 * @param waiting proposals that wait for somebody like the reader
 * @param mine the reader's own, but for proposals
 * @param others what others share or have decided
 * @param makes whether the reader may make drafts
 */
public record DraftsPage(List<Draft> waiting, List<Draft> mine, List<Draft> others, boolean makes)
    implements PageModel {
  public DraftsPage {
    waiting = List.copyOf(waiting);
    mine = List.copyOf(mine);
    others = List.copyOf(others);
  }

  @Override
  public String template() {
    return "deciding/drafts";
  }
}
