package org.concordat.core.alignment.rounds;

/**
 * Somebody who judges in a round.
 *
 * @param id what the round knows the judge by; not empty
 */
public record Judge(String id, Awareness awareness) {
  public Judge {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a judge needs an id");
    }
  }

  /** A judge of whose awareness nothing is known. */
  public static Judge of(String id) {
    return new Judge(id, Awareness.UNSTATED);
  }
}
