package org.concordat.server.trail.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which actions are asked for.
 *
 * @param actor only those of this account or part of the server, or null
 * @param from only since the beginning of this day in UTC, or null
 * @param to only until the end of this day in UTC, or null
 * @param table only those that changed rows of this table, or null
 * @param text only those with this in their reason, or in the id or name of something that they
 *     changed, be it in capitals or not; null for all. Things are looked for among the last {@value
 *     #LOOKED_THROUGH} entries of the trail.
 */
public record Activity(
    @Nullable String actor,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String table,
    @Nullable String text) {
  /** So many entries are looked through for the names of things. */
  public static final int LOOKED_THROUGH = 100_000;

  /** All actions. */
  public static final Activity ALL = new Activity(null, null, null, null, null);
}
