package org.concordat.core.alignment;

import org.jspecify.annotations.Nullable;

/**
 * A business goal of a unit.
 *
 * @param id unique among all goals of the organisation
 * @param importance null means the top of the scale
 * @param description null when nobody wrote one
 */
public record Goal(
    String id, String name, @Nullable Level importance, @Nullable String description) {
  public Goal {
    Identifier.check(id, "goal");
  }

  public Goal(String id, String name, @Nullable Level importance) {
    this(id, name, importance, null);
  }

  public Level importanceOn(ImpactScale scale) {
    return importance == null ? scale.top() : importance;
  }
}
