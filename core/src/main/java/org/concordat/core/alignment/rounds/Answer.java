package org.concordat.core.alignment.rounds;

import java.util.OptionalInt;
import org.concordat.core.alignment.Level;
import org.jspecify.annotations.Nullable;

/** What a judge says of a link. */
public sealed interface Answer {
  /** The spoken reason, or null. */
  @Nullable String because();

  /** There is an impact of this level. */
  record Rated(Level level, @Nullable String because) implements Answer {}

  /** There is no impact at all. It is an answer like a level, and stands below the lowest. */
  record NoImpact(@Nullable String because) implements Answer {}

  /**
   * It has this place among the things that are put in order; others may share it.
   *
   * @param place from 1, the gravest
   */
  record Placed(int place, @Nullable String because) implements Answer {
    public Placed {
      if (place < 1) {
        throw new IllegalArgumentException("places are counted from 1, not " + place);
      }
    }
  }

  /** The judge does not know. It counts as no answer. */
  record Unknown(@Nullable String because) implements Answer {}

  /**
   * The answer as a step of an ordinal scale: 0 for no impact, the number of the level, the place,
   * or empty when the judge does not know.
   */
  default OptionalInt step() {
    return switch (this) {
      case Rated(Level level, _) -> OptionalInt.of(level.number());
      case NoImpact _ -> OptionalInt.of(0);
      case Placed(int place, _) -> OptionalInt.of(place);
      case Unknown _ -> OptionalInt.empty();
    };
  }

  /**
   * The answer of a step.
   *
   * @param step 0 for no impact, or the number of a level
   */
  static Answer ofStep(int step, @Nullable String because) {
    return step == 0 ? new NoImpact(because) : new Rated(Level.of(step), because);
  }
}
