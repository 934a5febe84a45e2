package org.concordat.core.standards.inference;

import java.util.List;
import org.concordat.core.standards.Relations;

/**
 * A proof: steps of which each begins where the one before it ends.
 *
 * @param steps at least one
 */
public record Chain(List<Step> steps) {
  public Chain {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a chain has at least one step");
    }
  }

  /** What the chain says of its first control in relation to its last. */
  public Relations says() {
    Relations said = steps.getFirst().says();
    for (Step step : steps.subList(1, steps.size())) {
      said = said.then(step.says());
    }
    return said;
  }

  /** The same chain from its last control to its first. */
  public Chain reversed() {
    return new Chain(steps.reversed().stream().map(Step::reversed).toList());
  }
}
