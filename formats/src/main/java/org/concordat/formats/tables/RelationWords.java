package org.concordat.formats.tables;

import java.util.Optional;
import java.util.Set;

/**
 * Which end of a relation depends on the other. ServiceNow names a relation's type from both ends:
 * {@code Depends on::Used by} says that the parent depends on the child. The parent's half decides.
 */
final class RelationWords {
  /** Which end needs the other. */
  enum Direction {
    PARENT_NEEDS_CHILD,
    CHILD_NEEDS_PARENT
  }

  private static final Set<String> PARENT_NEEDS =
      Set.of(
          "dependson",
          "runson",
          "hostedon",
          "uses",
          "consumes",
          "contains",
          "providedby",
          "supportedby",
          "poweredby",
          "virtualizedby",
          "virtualisedby",
          "storedon",
          "receivesdatafrom",
          "members",
          "requires",
          "needs",
          "composedof",
          "madeof",
          "implementedby",
          "servedby",
          "deployedon",
          "installedon",
          "hangtabvon",
          "dependde");

  private static final Set<String> CHILD_NEEDS =
      Set.of(
          "usedby",
          "runs",
          "hosts",
          "consumedby",
          "containedby",
          "provides",
          "supports",
          "powers",
          "virtualizes",
          "virtualises",
          "stores",
          "sendsdatato",
          "memberof",
          "requiredby",
          "neededby",
          "partof",
          "implements",
          "serves",
          "impacts");

  private RelationWords() {}

  /** The direction of a relation of that type, or empty when it says nothing of dependence. */
  static Optional<Direction> of(String type) {
    int middle = type.indexOf("::");
    String parentsHalf = TextKey.of(middle < 0 ? type : type.substring(0, middle));
    if (PARENT_NEEDS.contains(parentsHalf)) {
      return Optional.of(Direction.PARENT_NEEDS_CHILD);
    }
    return CHILD_NEEDS.contains(parentsHalf)
        ? Optional.of(Direction.CHILD_NEEDS_PARENT)
        : Optional.empty();
  }
}
