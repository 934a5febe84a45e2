package org.concordat.core.alignment.attacks;

import java.util.List;

/**
 * A set of countermeasures that no other one beats: whatever is better for the defender costs more.
 *
 * @param countermeasures the ids of those that are added, in the order of the tree
 * @param cost of these together, each paid once; what is not known counts as 0
 * @param value what the attacker is left with, see {@link DefenceFront.Aim}
 */
public record DefencePlan(List<String> countermeasures, double cost, double value) {
  public DefencePlan {
    countermeasures = List.copyOf(countermeasures);
  }
}
