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
 */
public record Activity(
    @Nullable String actor,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String table) {
  /** All actions. */
  public static final Activity ALL = new Activity(null, null, null, null);
}
