package org.concordat.core.agreements.review;

import java.util.List;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.RationalePath;
import org.jspecify.annotations.Nullable;

/**
 * That an agreement leaves another unit with less than it needs.
 *
 * @param unit the other unit
 * @param line the line that does it
 * @param requirement where: the line's own, or one beneath
 * @param way from the line's requirement down to this one, both included; of one where it is the
 *     line's own
 * @param needed the number of the level that the unit needs there
 * @param there the number of the level that is there; 0 for none
 * @param reason the unit's best path from there to a goal, or null when there is none
 * @param coveredBy ids of the unit's own agreements in force that give what it needs there
 */
public record Hurt(
    String unit,
    String line,
    Requirement requirement,
    List<Requirement> way,
    int needed,
    int there,
    @Nullable RationalePath reason,
    List<String> coveredBy) {
  public Hurt {
    way = List.copyOf(way);
    coveredBy = List.copyOf(coveredBy);
  }

  /** Whether it is on the line's own requirement. */
  public boolean isDirect() {
    return way.size() == 1;
  }

  public boolean isCovered() {
    return !coveredBy.isEmpty();
  }
}
