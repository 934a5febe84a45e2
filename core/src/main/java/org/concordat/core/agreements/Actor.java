package org.concordat.core.agreements;

import java.time.Instant;

/**
 * Who does something to an agreement, for whom, and when.
 *
 * @param person an account or a name that stays the same for one human being
 */
public record Actor(Party party, String person, Instant at) {
  public Actor {
    Texts.line(person, "a person");
  }
}
