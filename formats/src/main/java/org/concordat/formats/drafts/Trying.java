package org.concordat.formats.drafts;

import java.util.List;
import java.util.stream.Stream;

/** What can be tried out, and which keys say it. */
public enum Trying {
  LINK(List.of("from", "to"), List.of("level", "gone")),
  GOAL(List.of("id"), List.of("level", "gone")),
  GOAL_UNIT(List.of("id", "unit"), List.of()),
  NEW_GOAL(List.of("unit", "name"), List.of("id", "level")),
  DEPENDENCY(List.of("from", "to"), List.of("level", "gone")),
  PASSING(List.of("from", "to"), List.of("carries", "redundancy")),
  NEW_ASSET(List.of("name", "kind"), List.of("id", "unit")),
  ASSET_GONE(List.of("id"), List.of()),
  NEW_UNIT(List.of("name"), List.of("id")),
  UNIT_GONE(List.of("id"), List.of()),
  PROPERTIES(List.of("id", "properties"), List.of()),
  NEW_PROPERTY(List.of("name"), List.of("id")),
  PROPERTY_GONE(List.of("id"), List.of()),
  NEW_FACTOR(List.of("name"), List.of("id")),
  FACTOR_GONE(List.of("id"), List.of()),
  NAME(List.of("what", "name"), List.of("id")),
  JOINING(List.of(), List.of("levels", "matrix", "along", "across", "cumulation")),
  CARRY_OVER(List.of(), List.of());

  /** The key that says which of these it is. */
  public static final String TRY = "try";

  @SuppressWarnings("ImmutableEnumChecker") // the list is unmodifiable
  private final List<String> needed;

  @SuppressWarnings("ImmutableEnumChecker") // the list is unmodifiable
  private final List<String> optional;

  Trying(List<String> needed, List<String> optional) {
    this.needed = needed;
    this.optional = optional;
  }

  /** The keys that must be there. */
  List<String> needed() {
    return needed;
  }

  /** All keys that say something of it, beside {@value #TRY}. */
  List<String> keys() {
    return Stream.concat(needed.stream(), optional.stream()).toList();
  }

  /** The keys of all that can be tried out. */
  static List<String> allKeys() {
    return Stream.concat(
            Stream.of(TRY), Stream.of(values()).flatMap(trying -> trying.keys().stream()))
        .distinct()
        .toList();
  }
}
