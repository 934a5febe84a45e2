package org.concordat.core.agreements.steps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.Party.Capacity;
import org.concordat.core.agreements.Side;

/**
 * The process of one unit: seven steps over what exists, resumed at any time. The state follows
 * from the facts and the completions; nothing else is kept.
 */
public final class SevenSteps {
  private final StepFacts facts;
  private final Map<Step, Completion> latest = new EnumMap<>(Step.class);
  private final Map<Step, StepState> states = new EnumMap<>(Step.class);

  private SevenSteps(StepFacts facts, List<Completion> history) {
    this.facts = facts;
    history.forEach(completion -> latest.put(completion.step(), completion));
    for (Step step : Step.values()) {
      states.put(step, reckon(step));
    }
  }

  /**
   * Where a unit stands.
   *
   * @param history every completion, in the order in which they were made; the latest of a step
   *     counts
   */
  public static SevenSteps of(StepFacts facts, List<Completion> history) {
    return new SevenSteps(facts, history);
  }

  private StepState reckon(Step step) {
    List<Lack> lacks = lacks(step);
    Completion completion = latest.get(step);
    if (completion == null) {
      return lacks.isEmpty() ? new StepState.Ready() : new StepState.Open(lacks);
    }
    Set<StepInput> changed = EnumSet.noneOf(StepInput.class);
    for (StepInput input : step.inputs()) {
      if (!facts.fingerprint(input).equals(completion.seen().get(input))) {
        changed.add(input);
      }
    }
    return changed.isEmpty() && lacks.isEmpty()
        ? new StepState.Done(completion)
        : new StepState.AnotherLook(completion, changed, lacks);
  }

  /** What the facts lack, and the steps before that nobody has completed yet. */
  private List<Lack> lacks(Step step) {
    List<Lack> lacks = new ArrayList<>();
    for (Step before : Step.values()) {
      if (before.compareTo(step) < 0 && !latest.containsKey(before)) {
        lacks.add(new Lack(Lack.Kind.STEP_BEFORE, before.name()));
      }
    }
    lacks.addAll(facts.lacks(step));
    return List.copyOf(lacks);
  }

  public StepState state(Step step) {
    return states.getOrDefault(step, new StepState.Ready());
  }

  /** All steps in their order. */
  public Map<Step, StepState> states() {
    return Collections.unmodifiableMap(states);
  }

  /** The first step that is not done; empty when all are. */
  public java.util.Optional<Step> next() {
    return states.entrySet().stream()
        .filter(e -> !(e.getValue() instanceof StepState.Done))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether somebody may say that a step is done: it lacks nothing and is their side's. */
  public boolean mayComplete(Step step, Capacity capacity) {
    boolean isOwner =
        switch (capacity) {
          case DEMAND -> step.owners().contains(Side.DEMAND);
          case SUPPLY -> step.owners().contains(Side.SUPPLY);
          case OTHER_UNIT, MANAGEMENT -> false;
        };
    return isOwner && lacks(step).isEmpty();
  }

  /**
   * The completion of a step on what is there now.
   *
   * @throws IllegalArgumentException when {@link #mayComplete} says no
   */
  public Completion complete(Step step, Actor by) {
    if (!mayComplete(step, by.party().capacity())) {
      throw new IllegalArgumentException(
          "%s cannot complete %s, which lacks %s".formatted(by.party().word(), step, lacks(step)));
    }
    Map<StepInput, String> seen = new EnumMap<>(StepInput.class);
    step.inputs().forEach(input -> seen.put(input, facts.fingerprint(input)));
    return new Completion(step, by, seen);
  }
}
