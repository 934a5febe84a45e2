package org.concordat.server.start;

import java.util.List;
import org.concordat.server.web.NavigationItem;
import org.concordat.server.web.PageModel;
import org.concordat.server.web.Surroundings;
import org.concordat.server.web.table.Cell;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param q what was typed
 */
public record SearchPage(String q, List<Hit> hits) implements PageModel {
  /** So many characters of what was typed are looked at. */
  static final int LONGEST = 200;

  public SearchPage {
    hits = List.copyOf(hits);
  }

  /**
   * Something that was found.
   *
   * @param kind what it is
   */
  public record Hit(String name, Cell kind, String address) {}

  /** The pages whose names have what was typed, in the reader's language. */
  public List<NavigationItem> pages(Surroundings here) {
    String words = q.toLowerCase(here.locale());
    return here.navigation().stream()
        .filter(item -> here.text(item.text()).toLowerCase(here.locale()).contains(words))
        .toList();
  }

  @Override
  public @Nullable String fragment(String target) {
    return target.equals("jump-found") ? "start/found" : null;
  }

  @Override
  public String template() {
    return "start/search";
  }
}
