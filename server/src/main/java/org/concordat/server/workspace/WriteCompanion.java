package org.concordat.server.workspace;

import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Goes along with a change while it is written: hears how far it is, and writes rows of its own.
 */
public interface WriteCompanion {
  /** Goes along and does nothing. */
  WriteCompanion NONE = new WriteCompanion() {};

  /**
   * Hears how far the writing is; what it throws ends it, and nothing is changed.
   *
   * @param changes so many are written
   * @param inAll so many are to be written
   */
  default void written(long changes, long inAll) {}

  /**
   * Writes in the transaction of the change, last before it ends.
   *
   * @param change the action's id in the trail
   */
  default void beforeCommit(DSLContext sql, UUID change) {}
}
