package org.concordat.core.agreements.steps;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is the case when one looks: the fingerprint of every input, and what each step lacks. */
public final class StepFacts {
  private final Map<StepInput, String> fingerprints;
  private final Map<Step, List<Lack>> lacks;

  /**
   * Facts that were found.
   *
   * @param fingerprints one for each input; equal when the input is the same
   * @param lacks what a step lacks, apart from the steps before it
   * @throws IllegalArgumentException when an input has no fingerprint
   */
  public StepFacts(Map<StepInput, String> fingerprints, Map<Step, List<Lack>> lacks) {
    this.fingerprints = new EnumMap<>(fingerprints);
    this.lacks = new EnumMap<>(Step.class);
    lacks.forEach((step, list) -> this.lacks.put(step, List.copyOf(list)));
    for (StepInput input : StepInput.values()) {
      if (!fingerprints.containsKey(input)) {
        throw new IllegalArgumentException("there is no fingerprint of " + input);
      }
    }
  }

  public String fingerprint(StepInput input) {
    return fingerprints.getOrDefault(input, "");
  }

  public Map<StepInput, String> fingerprints() {
    return Collections.unmodifiableMap(fingerprints);
  }

  /** What a step lacks, apart from the steps before it. */
  public List<Lack> lacks(Step step) {
    return lacks.getOrDefault(step, List.of());
  }
}
