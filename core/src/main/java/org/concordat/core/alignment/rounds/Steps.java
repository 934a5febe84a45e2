package org.concordat.core.alignment.rounds;

import org.concordat.core.alignment.ImpactScale;
import org.jspecify.annotations.Nullable;

/** The ordinal steps that answers of a round are on. */
public sealed interface Steps {
  /** No impact is 0, then the levels, lowest first. */
  record Levels(ImpactScale scale) implements Steps {}

  /**
   * Places in an order, the gravest is 1.
   *
   * @param items how many things are put in order
   */
  record Places(int items) implements Steps {}

  /** The highest step that can be given. */
  default int highest() {
    return switch (this) {
      case Levels(var scale) -> scale.size();
      case Places(int items) -> items;
    };
  }

  /** The name of a step, for programs. */
  default String name(int step) {
    return switch (this) {
      case Levels(var scale) -> step == 0 ? ImpactScale.NONE : scale.names().get(step - 1);
      case Places _ -> String.valueOf(step);
    };
  }

  /** The answer of a step. */
  default Answer answer(int step, @Nullable String because) {
    return switch (this) {
      case Levels _ -> Answer.ofStep(step, because);
      case Places _ -> new Answer.Placed(step, because);
    };
  }

  /** Whether an answer is one on these steps; "don't know" always is. */
  default boolean allow(Answer answer) {
    return switch (answer) {
      case Answer.Unknown _ -> true;
      case Answer.NoImpact _ -> this instanceof Levels;
      case Answer.Rated(var level, _) -> this instanceof Levels && level.number() <= highest();
      case Answer.Placed(int place, _) -> this instanceof Places && place <= highest();
    };
  }
}
