package org.concordat.core.alignment.attacks;

import java.util.List;

/**
 * The attacker's steps of which a value is not known although the outcome may depend on it, by
 * value. While a list is not empty, the figures of that value are bounds: at least so much cost,
 * skill or time, at most so much probability.
 */
public record UnknownValues(
    List<String> cost, List<String> probability, List<String> skill, List<String> time) {
  public UnknownValues {
    cost = List.copyOf(cost);
    probability = List.copyOf(probability);
    skill = List.copyOf(skill);
    time = List.copyOf(time);
  }
}
