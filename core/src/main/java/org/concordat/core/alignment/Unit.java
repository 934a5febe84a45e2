package org.concordat.core.alignment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A business unit with its vision: a value discipline and goals.
 *
 * @param discipline null when the unit has not stated one
 * @param description null when nobody wrote one
 */
public record Unit(
    String id,
    String name,
    @Nullable ValueDiscipline discipline,
    @Nullable String description,
    List<Goal> goals) {
  public Unit {
    Identifier.check(id, "unit");
    goals = List.copyOf(goals);
  }

  public Unit(String id, String name, @Nullable ValueDiscipline discipline, List<Goal> goals) {
    this(id, name, discipline, null, goals);
  }
}
