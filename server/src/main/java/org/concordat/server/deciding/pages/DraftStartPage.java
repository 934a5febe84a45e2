package org.concordat.server.deciding.pages;

import java.util.List;
import org.concordat.server.deciding.Draft;
import org.concordat.server.web.PageModel;

/**
 * Where somebody asks "what if": in a new draft or in one that is open.
 *
 * @param about what it is about, such as {@code asset:claims-db}, or nothing
 * @param name of the thing, or nothing
 * @param open the reader's open drafts
 */
public record DraftStartPage(String about, String name, List<Draft> open) implements PageModel {
  public DraftStartPage {
    open = List.copyOf(open);
  }

  @Override
  public String template() {
    return "deciding/start";
  }
}
