package org.concordat.core.alignment;

import org.jspecify.annotations.Nullable;

/**
 * A critical impact factor (CIF): a kind of damage that an incident does to the business.
 *
 * @param controllable whether the damage is within the organisation's control (lost productivity
 *     is, a regulator's fine is not); null when not stated
 * @param description null when nobody wrote one
 */
public record Factor(
    String id, String name, @Nullable Boolean controllable, @Nullable String description) {
  public Factor {
    Identifier.check(id, "factor");
  }

  public Factor(String id, String name, @Nullable Boolean controllable) {
    this(id, name, controllable, null);
  }
}
