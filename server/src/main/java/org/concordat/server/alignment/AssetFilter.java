package org.concordat.server.alignment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.UnitFilter;

/**
 * Which assets a page shows, as its address says it; what is empty or unknown does not filter.
 *
 * @param q words to search for
 * @param unit a unit's id, or {@code -} for assets without one
 * @param rated {@code no} for assets without an impact of their own
 * @param sort the column, {@code -} before it for the other direction
 * @param page from 1
 */
public record AssetFilter(
    String path, String q, String kind, String unit, String rated, String sort, int page) {
  private static final int LAST_PAGE = 1_000_000;

  public AssetFilter {
    page = Math.clamp(page, 1, LAST_PAGE);
  }

  AssetQuery query(Snapshot model, int rows) {
    AssetQuery query =
        AssetQuery.ALL
            .withText(q)
            .withoutImpact(rated.equals("no"))
            .withRows((page - 1) * rows, rows);
    for (AssetKind each : AssetKind.values()) {
      if (each.name().equals(kind)) {
        query = query.withKind(each);
      }
    }
    if (unit.equals("-")) {
      query = query.withUnit(UnitFilter.NONE);
    } else if (model.unit(unit) != null) {
      query = query.withUnit(UnitFilter.of(unit));
    }
    boolean descending = sort.startsWith("-");
    String column = descending ? sort.substring(1) : sort;
    for (AssetQuery.Order order : AssetQuery.Order.values()) {
      if (order.name().equals(column)) {
        query = descending ? query.descendingBy(order) : query.ascendingBy(order);
      }
    }
    return query;
  }

  /** The address of another page of the same list. */
  public String at(int other) {
    return address(sort, other);
  }

  /** The address of the same list in another order; a second time in the other direction. */
  public String by(String column) {
    return address(sort.equals(column) ? "-" + column : column, 1);
  }

  /** How a column is sorted, as ARIA says it. */
  public String ordered(String column) {
    return sort.equals(column) ? "ascending" : sort.equals("-" + column) ? "descending" : "none";
  }

  private String address(String order, int other) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("q", q);
    parts.put("kind", kind);
    parts.put("unit", unit);
    parts.put("rated", rated);
    parts.put("sort", order);
    parts.put("page", other == 1 ? "" : String.valueOf(other));
    String query =
        parts.entrySet().stream()
            .filter(part -> !part.getValue().isEmpty())
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return path + (query.isEmpty() ? "" : "?" + query);
  }
}
