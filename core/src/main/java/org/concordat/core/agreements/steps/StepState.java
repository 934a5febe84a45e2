package org.concordat.core.agreements.steps;

import java.util.List;
import java.util.Set;

/** Where a step stands. */
public sealed interface StepState {
  /** It cannot end yet. */
  record Open(List<Lack> lacks) implements StepState {
    public Open {
      lacks = List.copyOf(lacks);
    }
  }

  /** All that it needs is there; somebody of its side has to say that it is done. */
  record Ready() implements StepState {}

  /** It is done, and what it rests on has not changed since. */
  record Done(Completion completion) implements StepState {}

  /**
   * It was done, and needs another look.
   *
   * @param changed what it rests on and what has changed since
   * @param lacks what it would need now before it can end again
   */
  record AnotherLook(Completion completion, Set<StepInput> changed, List<Lack> lacks)
      implements StepState {
    public AnotherLook {
      changed = Set.copyOf(changed);
      lacks = List.copyOf(lacks);
    }
  }

  /** What it lacks before it can end, or end again. */
  default List<Lack> missing() {
    return switch (this) {
      case Open(var lacks) -> lacks;
      case AnotherLook(var _, var _, var lacks) -> lacks;
      case Ready _, Done _ -> List.of();
    };
  }
}
