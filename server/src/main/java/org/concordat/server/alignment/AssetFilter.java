package org.concordat.server.alignment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.Snapshot;

/**
 * Whose requirements a matrix shows, as its address says it; what is empty or unknown does not
 * filter. Those that matter most come first.
 *
 * @param q words to search for
 * @param unit a unit's id, or {@code -} for assets without one
 * @param agreed whether the agreed judgements are looked at
 * @param page from 1
 */
public record AssetFilter(
    String path, String q, String kind, String unit, boolean agreed, int page) {
  private static final int LAST_PAGE = 1_000_000;

  public AssetFilter {
    page = Math.clamp(page, 1, LAST_PAGE);
  }

  AssetQuery query(Snapshot model, int rows) {
    return AssetQuery.ALL
        .withText(q)
        .withKind(Cells.kind(kind))
        .withUnit(AssetsTable.unit(unit, model))
        .descendingBy(AssetQuery.Order.HIGHEST_NEED)
        .withRows((page - 1) * rows, rows);
  }

  /** Whether it asks for some assets rather than for all. */
  boolean isNarrow() {
    return !q.isBlank() || !kind.isBlank() || !unit.isBlank();
  }

  /** The address of what is shown. */
  public String address() {
    return at(page);
  }

  /** The address of another page of the same matrix. */
  public String at(int other) {
    String query = parameters(other);
    return path + (query.isEmpty() ? "" : "?" + query);
  }

  /** What is shown, as a query, from the first page on. */
  String parameters() {
    return parameters(1);
  }

  private String parameters(int other) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("q", q);
    parts.put("kind", kind);
    parts.put("unit", unit);
    parts.put("agreed", agreed ? "true" : "");
    parts.put("page", other == 1 ? "" : String.valueOf(other));
    return parts.entrySet().stream()
        .filter(part -> !part.getValue().isEmpty())
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
