package org.concordat.formats.archimate;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The relations of ArchiMate 3.2 (The Open Group, C226, chapter 5) and which end of each needs the
 * other.
 */
enum RelationType {
  COMPOSITION(Need.SOURCE_NEEDS_TARGET, true, null),
  AGGREGATION(Need.SOURCE_NEEDS_TARGET, true, null),
  ASSIGNMENT(Need.TARGET_NEEDS_SOURCE, true, null),
  REALIZATION(Need.TARGET_NEEDS_SOURCE, true, null),
  SERVING(Need.TARGET_NEEDS_SOURCE, false, null),
  ACCESS(Need.SOURCE_NEEDS_TARGET, false, null),
  FLOW(Need.TARGET_NEEDS_SOURCE, false, null),
  TRIGGERING(Need.TARGET_NEEDS_SOURCE, false, null),
  INFLUENCE(Need.NONE, false, "says what helps or hinders what, not what needs what"),
  ASSOCIATION(Need.NONE, false, "says that two things are related, not which of them needs which"),
  SPECIALIZATION(Need.NONE, false, "says that one thing is a kind of another, not what needs what");

  private static final String SUFFIX = "Relationship";

  private static final Map<String, RelationType> NAMES =
      Arrays.stream(values())
          .collect(Collectors.toMap(type -> CamelCase.of(type.name()), Function.identity()));

  /** What ArchiMate 2 called a relation that has another name now. */
  private static final Map<String, RelationType> OTHER_NAMES =
      Map.of("UsedBy", SERVING, "Realisation", REALIZATION, "Specialisation", SPECIALIZATION);

  private final Need need;
  private final boolean owning;
  private final @Nullable String whyUnused;

  RelationType(Need need, boolean owning, @Nullable String whyUnused) {
    this.need = need;
    this.owning = owning;
    this.whyUnused = whyUnused;
  }

  /**
   * The relation that a file calls by this name, with or without {@code Relationship} at its end,
   * or empty when ArchiMate has none.
   */
  static Optional<RelationType> named(String name) {
    String bare = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    RelationType type = NAMES.get(bare);
    return Optional.ofNullable(type == null ? OTHER_NAMES.get(bare) : type);
  }

  /** The name that reports use, such as {@code ServingRelationship}. */
  String typeName() {
    return CamelCase.of(name()) + SUFFIX;
  }

  Need need() {
    return need;
  }

  /** Whether the target is a part, a task or a product of the source. */
  boolean owning() {
    return owning;
  }

  /** Whether the relation is a whole's with its part. */
  boolean partWhole() {
    return this == COMPOSITION || this == AGGREGATION;
  }

  /** Why the relation makes no dependency, or null when it makes one. */
  @Nullable String whyUnused() {
    return whyUnused;
  }

  /** Which end depends on which. */
  enum Need {
    SOURCE_NEEDS_TARGET,
    TARGET_NEEDS_SOURCE,
    NONE
  }
}
