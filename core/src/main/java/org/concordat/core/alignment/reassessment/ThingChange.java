package org.concordat.core.alignment.reassessment;

import java.time.Instant;

/**
 * The last time that something was changed that judgements are about.
 *
 * @param id of the thing
 */
public record ThingChange(Kind kind, String id, Instant at) {
  /** What judgements are about. */
  public enum Kind {
    UNIT,
    GOAL,
    FACTOR,
    ASSET
  }
}
