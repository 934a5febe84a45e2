package org.concordat.core.agreements.steps;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.core.agreements.Actor;

/**
 * Somebody has said that a step is done.
 *
 * @param seen the fingerprints of what the step rested on then
 */
public record Completion(Step step, Actor by, Map<StepInput, String> seen) {
  public Completion {
    seen = Collections.unmodifiableMap(new TreeMap<>(seen));
  }
}
