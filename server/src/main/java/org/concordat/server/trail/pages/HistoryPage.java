package org.concordat.server.trail.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.trail.history.ActionPage;
import org.concordat.server.trail.history.Activity;
import org.concordat.server.trail.history.TrailHistory;
import org.concordat.server.trail.sealing.SealState;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * What was done in the organisation, and how far it is sealed.
 *
 * @param people who may be asked for
 */
public record HistoryPage(
    Activity activity, ActionPage list, List<Accounts.Listed> people, SealState seal)
    implements PageModel {
  public HistoryPage {
    people = List.copyOf(people);
  }

  @Override
  public String template() {
    return "trail/history";
  }

  /** The kinds of rows that the list can be narrowed to. */
  public List<String> tables() {
    return TrailHistory.tables();
  }

  /** Whether the list was narrowed. */
  public boolean narrowed() {
    return !activity.equals(Activity.ALL);
  }

  /** The address of the next page. */
  public String next() {
    return "/history?before="
        + list.next()
        + parameter("actor", activity.actor())
        + parameter("from", activity.from())
        + parameter("to", activity.to())
        + parameter("table", activity.table());
  }

  private static String parameter(String name, @Nullable Object value) {
    return value == null
        ? ""
        : "&" + name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
  }
}
