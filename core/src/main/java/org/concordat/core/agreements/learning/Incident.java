package org.concordat.core.agreements.learning;

import java.time.LocalDate;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;

/**
 * Something that went wrong, and what it did.
 *
 * @param requirement what was broken
 * @param factor the damage that it did
 * @param level how bad that was, on the organisation's scale
 */
public record Incident(
    String id, LocalDate on, Requirement requirement, String factor, Level level) {
  public Incident {
    Identifier.check(id, "incident");
    Identifier.check(factor, "factor");
  }
}
