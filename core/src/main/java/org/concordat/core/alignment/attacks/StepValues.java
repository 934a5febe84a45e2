package org.concordat.core.alignment.attacks;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a basic step of the attacker; null is not known, which is not the same as
 * nothing.
 *
 * @param cost what the step costs the attacker once, 0 or more, in the unit of the tree
 * @param probability that the step succeeds when it is tried, from 0 to 1, independently of all
 *     others
 * @param skill the least level of skill that the step takes, from 0 to {@value #HIGHEST_SKILL}; an
 *     order, not an amount
 * @param time how long the step takes, 0 or more, in the unit of the tree
 */
public record StepValues(
    @Nullable Double cost,
    @Nullable Double probability,
    @Nullable Integer skill,
    @Nullable Double time) {
  /** The top of the scale of skill. */
  public static final int HIGHEST_SKILL = 100;

  /** Nothing is known. */
  public static final StepValues UNKNOWN = new StepValues(null, null, null, null);
}
