package org.concordat.core.alignment.live;

import java.util.List;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.Priorities;

/**
 * What changes did to the priorities.
 *
 * @param moved the requirements whose scores are other than before, by their ids; one that is new
 *     had 0 before, one that is gone has 0 now
 * @param appeared the requirements that are new, by their ids
 * @param gone the requirements that are no more, by their ids
 */
public record Applied(
    List<Priorities.Moved> moved, List<Requirement> appeared, List<Requirement> gone) {
  public Applied {
    moved = List.copyOf(moved);
    appeared = List.copyOf(appeared);
    gone = List.copyOf(gone);
  }
}
