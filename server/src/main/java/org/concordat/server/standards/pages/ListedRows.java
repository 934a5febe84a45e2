package org.concordat.server.standards.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.concordat.server.web.table.Asked;
import org.concordat.server.web.table.Table;

/** Rows that are few enough to be filtered and sorted when they are asked for. */
final class ListedRows {
  private ListedRows() {}

  /** Whether each word that is asked for stands in one of the texts; case does not matter. */
  static boolean match(Asked asked, String... texts) {
    String all = String.join(" ", texts).toLowerCase(Locale.ROOT);
    return List.of(asked.filter("q").toLowerCase(Locale.ROOT).strip().split("\\s+", -1)).stream()
        .allMatch(all::contains);
  }

  /**
   * The part of the rows that is asked for.
   *
   * @param rows in the order that they have when no other is asked for
   * @param orders the order of each column that sorts
   */
  static <R> Table.Found<R> part(
      List<R> rows, Asked asked, Function<String, Comparator<R>> orders, int offset, int limit) {
    List<R> sorted = rows;
    if (!asked.column().isEmpty()) {
      Comparator<R> order = orders.apply(asked.column());
      sorted = rows.stream().sorted(asked.isDescending() ? order.reversed() : order).toList();
    }
    return new Table.Found<>(sorted.stream().skip(offset).limit(limit).toList(), sorted.size());
  }
}
