package org.concordat.core.standards;

import java.util.Locale;
import java.util.Optional;

/**
 * How the outcomes that one control demands relate to those of another: exactly one of these is
 * true of two controls.
 */
public enum Relation {
  /** Both demand the same. */
  EQUAL,
  /** The source demands less: all of it is in the target, and the target has more. */
  SUBSET,
  /** The source demands more: all of the target is in it, and it has more. */
  SUPERSET,
  /** They overlap, and each has something that the other has not. */
  INTERSECTS,
  /** They have nothing in common. */
  NONE;

  /** The relation of the target to the source. */
  public Relation converse() {
    return switch (this) {
      case SUBSET -> SUPERSET;
      case SUPERSET -> SUBSET;
      case EQUAL, INTERSECTS, NONE -> this;
    };
  }

  /** As files write it: {@code subset}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The relation of that word, or empty when there is none. */
  public static Optional<Relation> of(String word) {
    for (Relation relation : values()) {
      if (relation.word().equals(word)) {
        return Optional.of(relation);
      }
    }
    return Optional.empty();
  }
}
