package org.concordat.server.alignment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.live.PriorityQuery;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.UnitFilter;

/**
 * Which priorities a page shows, as its address says it; what is empty or unknown does not filter.
 *
 * @param q words to search for
 * @param unit the unit of the asset
 * @param by the unit whose goals alone count
 * @param level the number of the least level
 * @param page from 1
 */
public record PriorityFilter(
    String q, String property, String kind, String unit, String by, int level, int page) {
  /** So many rows a page has. */
  static final int ROWS = 50;

  private static final int LAST_PAGE = 1_000_000;

  public PriorityFilter {
    page = Math.clamp(page, 1, LAST_PAGE);
  }

  PriorityQuery query(Snapshot model) {
    PriorityQuery query =
        PriorityQuery.ALL
            .withText(q)
            .withUnits(false)
            .withPaths(1)
            .withRows((page - 1) * ROWS, ROWS);
    if (!property.isBlank()) {
      query = query.withProperty(property);
    }
    for (AssetKind each : AssetKind.values()) {
      if (each.name().equals(kind)) {
        query = query.withKind(each);
      }
    }
    if (model.unit(unit) != null) {
      query = query.withUnit(UnitFilter.of(unit));
    }
    if (model.unit(by) != null) {
      query = query.seenBy(by);
    }
    if (level >= 1 && level <= model.scale().size()) {
      query = query.withMinimumLevel(Level.of(level));
    }
    return query;
  }

  /** The address of another page of the same list. */
  public String at(int other) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("q", q);
    parts.put("property", property);
    parts.put("kind", kind);
    parts.put("unit", unit);
    parts.put("by", by);
    parts.put("level", level == 0 ? "" : String.valueOf(level));
    parts.put("page", other == 1 ? "" : String.valueOf(other));
    String query =
        parts.entrySet().stream()
            .filter(part -> !part.getValue().isEmpty())
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return "/priorities" + (query.isEmpty() ? "" : "?" + query);
  }
}
