package org.concordat.core.alignment.budget;

import java.util.List;
import org.concordat.core.alignment.Requirement;

/**
 * How one control stands to a plan.
 *
 * @param control its id
 * @param start the year in which it starts, 0 when it is not in the plan
 * @param alone by how much the residual would fall if it were the first control of all
 * @param beyond in the plan: by how much the residual would rise if it, and what needs it, were
 *     taken out and nothing put in their place; not in the plan: by how much it would fall if it,
 *     and what it needs, were added whatever that takes
 * @param only requirements that it alone serves so well in the plan, or would serve better
 * @param blockers what keeps it out of the plan as it is; empty when it is in it
 */
public record Standing(
    String control,
    int start,
    double alone,
    double beyond,
    List<Requirement> only,
    List<Blocker> blockers) {
  public Standing {
    only = List.copyOf(only);
    blockers = List.copyOf(blockers);
  }
}
