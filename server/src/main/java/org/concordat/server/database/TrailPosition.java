package org.concordat.server.database;

import static org.concordat.server.database.schema.Tables.TRAIL_HEAD;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** How far an organisation's trail goes. All methods work in a transaction of that organisation. */
public final class TrailPosition {
  private TrailPosition() {}

  /**
   * The number of the last entry, 0 before the first. What was read at a position is as of that
   * position.
   */
  public static long of(DSLContext sql) {
    return orNone(sql.select(TRAIL_HEAD.NUMBER).from(TRAIL_HEAD).fetchOne(TRAIL_HEAD.NUMBER));
  }

  /**
   * The same, and until the transaction ends nobody else changes anything of the organisation.
   * Whoever locks more takes this first, or two could wait for each other.
   */
  public static long locked(DSLContext sql) {
    return orNone(sql.fetchSingle("select lock_trail()").get(0, Long.class));
  }

  private static long orNone(@Nullable Long number) {
    return number == null ? 0 : number;
  }
}
