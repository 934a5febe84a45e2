package org.concordat.server.alignment;

import java.util.List;
import org.concordat.core.alignment.live.PriorityQuery;
import org.concordat.core.alignment.live.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A requirement with its rank, in a short list.
 *
 * @param asset the asset's id
 * @param name the asset's name
 * @param score its need, in [0, 1]
 * @param own the part of the score that does not come over dependencies
 * @param path the best reason, or null for none
 */
public record RankedRow(
    int rank,
    String asset,
    String name,
    String property,
    double score,
    double own,
    LevelView level,
    @Nullable PathView path) {
  /** The first priorities, each with its best reason; none that is without need. */
  public static List<RankedRow> first(int n, Snapshot model) {
    PriorityQuery query =
        PriorityQuery.ALL.includingNone(false).withUnits(false).withPaths(1).withRows(0, n);
    return model.priorities(query).rows().stream()
        .map(row -> PrioritiesController.row(row, model))
        .toList();
  }
}
