package org.concordat.server.start;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Page;
import org.concordat.core.alignment.live.PriorityQuery;
import org.concordat.core.alignment.live.PriorityRow;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.assurance.Standing;
import org.concordat.server.start.Assurances.Known;
import org.jspecify.annotations.Nullable;

/**
 * The requirements that some goal needs, each with what is known of whether it is secured.
 *
 * @param model only looked at while it may be
 */
public record Secured(Snapshot model, Known known) {
  private static final PriorityQuery NEEDED =
      PriorityQuery.ALL.includingNone(false).withUnits(false);

  /** How many of the first requirements are looked at for those that are not secured. */
  private static final int LOOKED_AT = 100;

  /** A requirement that is needed, and where it stands. */
  public record Row(Asset asset, Priority priority, Standing standing) {
    public Requirement requirement() {
      return priority.requirement();
    }
  }

  /** Some rows, and how many there are in all. */
  public record Rows(List<Row> rows, int total) {
    public Rows {
      rows = List.copyOf(rows);
    }
  }

  /** How many requirements are needed. */
  public int needed() {
    return model.priorities(NEEDED.withRows(0, 1)).total();
  }

  /** How many needed requirements have which standing; every standing has a number. */
  public Map<Standing, Integer> counts() {
    Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    for (Standing standing : Standing.values()) {
      counts.put(standing, 0);
    }
    counts.put(Standing.UNKNOWN, needed());
    for (Requirement requirement : knownAndNeeded()) {
      counts.merge(known.assurance().standing(requirement), 1, Integer::sum);
      counts.merge(Standing.UNKNOWN, -1, Integer::sum);
    }
    return counts;
  }

  /** The first by rank that are not shown to be secured. */
  public List<Row> firstUnsecured(int most) {
    return page(0, LOOKED_AT).rows().stream()
        .map(this::row)
        .filter(row -> !row.standing().isSecured())
        .limit(most)
        .toList();
  }

  /**
   * Needed requirements by rank.
   *
   * @param standing only those, or null for all
   */
  public Rows rows(@Nullable Standing standing, int offset, int limit) {
    if (standing == null) {
      Page<PriorityRow> page = page(offset, limit);
      return new Rows(page.rows().stream().map(this::row).toList(), page.total());
    }
    return standing == Standing.UNKNOWN
        ? unknown(offset, limit)
        : part(ofStanding(standing), offset, limit);
  }

  private static Rows part(List<Row> all, int offset, int limit) {
    return new Rows(all.stream().skip(offset).limit(limit).toList(), all.size());
  }

  /** Few requirements are known of, however many there are. */
  private List<Row> ofStanding(Standing standing) {
    List<Row> rows = new ArrayList<>();
    for (Requirement requirement : knownAndNeeded()) {
      Asset asset = model.asset(requirement.asset());
      if (asset != null && known.assurance().standing(requirement) == standing) {
        rows.add(new Row(asset, model.priority(requirement, 0), standing));
      }
    }
    rows.sort(
        Comparator.comparingInt((Row row) -> row.priority().rank())
            .thenComparing(row -> row.requirement().id()));
    return rows;
  }

  /** Walks the ranks and leaves out those of which something is known. */
  private Rows unknown(int offset, int limit) {
    List<Row> rows = new ArrayList<>();
    int seen = 0;
    Page<PriorityRow> page = page(0, Page.MOST_ROWS);
    while (rows.size() < limit) {
      for (PriorityRow each : page.rows()) {
        Row row = row(each);
        if (row.standing() == Standing.UNKNOWN && seen++ >= offset && rows.size() < limit) {
          rows.add(row);
        }
      }
      if (!page.hasMore()) {
        break;
      }
      page = page(page.offset() + Page.MOST_ROWS, Page.MOST_ROWS);
    }
    return new Rows(rows, counts().getOrDefault(Standing.UNKNOWN, 0));
  }

  private Page<PriorityRow> page(int offset, int limit) {
    return model.priorities(NEEDED.withPaths(0).withRows(offset, limit));
  }

  private Row row(PriorityRow row) {
    return new Row(
        row.asset(), row.priority(), known.assurance().standing(row.priority().requirement()));
  }

  private List<Requirement> knownAndNeeded() {
    return known.assurance().known().stream().filter(this::isNeeded).toList();
  }

  private boolean isNeeded(Requirement requirement) {
    Asset asset = model.asset(requirement.asset());
    return asset != null
        && asset.properties().contains(requirement.property())
        && model.need(requirement) > 0;
  }
}
