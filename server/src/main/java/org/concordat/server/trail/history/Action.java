package org.concordat.server.trail.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concordat.server.trail.seal.TrailEntry.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did at once.
 *
 * @param number of the last entry in the trail that was asked for
 * @param first the number of the action's first entry
 * @param last the number of the action's last entry
 * @param change the action's id; null for what no part of the server did
 * @param actor an account's id, or the name of a part of the server
 * @param name the account's name, or the actor as it is
 * @param request the request that it came with, or null
 * @param reason the reason that was given, or null
 * @param counts how many rows of which table it changed, in all
 * @param rows the first of the changes that were asked for
 */
public record Action(
    long number,
    long first,
    long last,
    @Nullable UUID change,
    Instant at,
    String actor,
    String name,
    @Nullable String request,
    @Nullable String reason,
    List<Count> counts,
    List<RowChange> rows) {
  public Action {
    counts = List.copyOf(counts);
    rows = List.copyOf(rows);
  }

  /** How many rows of a table had the same done to them. */
  public record Count(String table, Operation operation, int rows) {}

  /** How many rows were changed. */
  public int size() {
    return counts.stream().mapToInt(Count::rows).sum();
  }

  /** Whether it changed the model, and nothing beside it but the draft that proposed it. */
  public boolean changedTheModel() {
    return counts.stream().anyMatch(count -> TrailTables.isOfModel(count.table()))
        && counts.stream()
            .allMatch(
                count -> TrailTables.isOfModel(count.table()) || count.table().equals("draft"));
  }
}
