package org.concordat.core.standards;

import java.util.Locale;
import java.util.Optional;

/** What a published mapping says of its two controls. */
public enum Statement {
  EQUAL,
  SUBSET,
  SUPERSET,
  INTERSECTS,
  NONE,
  /** They have something in common; the publisher does not say what kind of relation it is. */
  RELATED;

  /** The relations that are possible when the statement is true. */
  public Relations relations() {
    return switch (this) {
      case EQUAL -> Relations.of(Relation.EQUAL);
      case SUBSET -> Relations.of(Relation.SUBSET);
      case SUPERSET -> Relations.of(Relation.SUPERSET);
      case INTERSECTS -> Relations.of(Relation.INTERSECTS);
      case NONE -> Relations.of(Relation.NONE);
      case RELATED -> Relations.of(Relation.NONE).complement();
    };
  }

  /** As files write it: {@code related}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The statement of that word, or empty when there is none. */
  public static Optional<Statement> of(String word) {
    for (Statement statement : values()) {
      if (statement.word().equals(word)) {
        return Optional.of(statement);
      }
    }
    return Optional.empty();
  }

  /** The statement that just this relation is true. */
  public static Statement of(Relation relation) {
    return switch (relation) {
      case EQUAL -> EQUAL;
      case SUBSET -> SUBSET;
      case SUPERSET -> SUPERSET;
      case INTERSECTS -> INTERSECTS;
      case NONE -> NONE;
    };
  }
}
