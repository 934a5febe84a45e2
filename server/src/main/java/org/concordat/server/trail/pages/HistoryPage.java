package org.concordat.server.trail.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.trail.history.ActionPage;
import org.concordat.server.trail.history.Activity;
import org.concordat.server.trail.history.TrailHistory;
import org.concordat.server.trail.sealing.SealState;
import org.concordat.server.web.PageModel;

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
    String query = query(activity);
    return "/history?before=" + list.next() + (query.isEmpty() ? "" : "&" + query);
  }

  /** What is asked for, as a query, from the newest on. */
  static String query(Activity activity) {
    Map<String, Optional<Object>> parts = new LinkedHashMap<>();
    parts.put("actor", Optional.ofNullable(activity.actor()));
    parts.put("from", Optional.ofNullable(activity.from()));
    parts.put("to", Optional.ofNullable(activity.to()));
    parts.put("table", Optional.ofNullable(activity.table()));
    return parts.entrySet().stream()
        .filter(part -> part.getValue().isPresent())
        .map(
            part ->
                part.getKey()
                    + "="
                    + URLEncoder.encode(part.getValue().get().toString(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
