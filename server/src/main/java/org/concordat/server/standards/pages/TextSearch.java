package org.concordat.server.standards.pages;

import java.util.List;
import java.util.Locale;
import org.concordat.server.web.table.Asked;

/** The search by words that tables have. */
final class TextSearch {
  private TextSearch() {}

  /** Whether each word that is asked for stands in one of the texts; case does not matter. */
  static boolean finds(Asked asked, String... texts) {
    String all = String.join(" ", texts).toLowerCase(Locale.ROOT);
    return List.of(asked.filter("q").toLowerCase(Locale.ROOT).strip().split("\\s+", -1)).stream()
        .allMatch(all::contains);
  }
}
