package org.concordat.core.agreements;

import org.concordat.core.alignment.Identifier;

/**
 * A service level target of an agreement.
 *
 * @param id unique in the agreement; measurements name it
 */
public record Target(String id, TargetTerms terms) {
  public Target {
    Identifier.check(id, "target");
  }
}
