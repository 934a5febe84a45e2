package org.concordat.core.alignment.attacks;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One way to reach the root: the steps that it takes, none of which could be left out, and what
 * they come to. Values that are not known count as the attacker would like them: cost, skill and
 * time as 0, probability as 1.
 *
 * @param steps the ids of the steps, in the order of the tree
 * @param cost of all steps together, each paid once
 * @param probability that all steps succeed
 * @param skill the highest that a step takes
 * @param time of the longest chain of steps; empty when sequences contradict each other, so that
 *     some step would have to be done twice
 */
public record Attack(
    List<String> steps, double cost, double probability, int skill, OptionalDouble time) {
  public Attack {
    steps = List.copyOf(steps);
  }
}
