package org.concordat.server.trail.pages;

import java.util.List;
import org.concordat.server.trail.history.ActionPage;
import org.concordat.server.trail.history.Value;
import org.concordat.server.web.PageModel;

/**
 * What happened to one thing.
 *
 * @param table the table of its row
 * @param key how the history finds it
 * @param subject what it is or connects
 */
public record ThingPage(String table, String key, List<Value.Entry> subject, ActionPage list)
    implements PageModel {
  public ThingPage {
    subject = List.copyOf(subject);
  }

  @Override
  public String template() {
    return "trail/thing";
  }

  /** The address of the next page. */
  public String next() {
    return "/history/" + table + "/" + key + "?before=" + list.next();
  }
}
