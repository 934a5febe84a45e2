package org.concordat.formats.crosswalks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.concordat.formats.tables.TextKey;

/** What a column of a crosswalk table can mean, and how publishers head it, the surest first. */
enum Column {
  SOURCE(
      "source",
      "source id",
      "source control",
      "source ref id",
      "source node id",
      "source requirement",
      "source element",
      "focal document element",
      "fde",
      "from",
      "quelle"),
  TARGET(
      "target",
      "target id",
      "target control",
      "target ref id",
      "target node id",
      "target requirement",
      "target element",
      "reference document element",
      "rde",
      "scf",
      "to",
      "maps to",
      "mapped to",
      "ziel"),
  RELATION(
      "relation",
      "relationship",
      "strm relationship",
      "relationship type",
      "type of relationship",
      "set theory relationship",
      "beziehung",
      "relation type"),
  STRENGTH("strength of relationship (optional)", "strength of relationship", "strength", "stärke"),
  REASON(
      "because",
      "strm rationale",
      "comments (optional)",
      "comments",
      "comment",
      "notes (optional)",
      "notes",
      "rationale",
      "begründung"),
  /** Rows with the same group speak of their targets together. */
  GROUP("group identifier (optional)", "group identifier", "group");

  private static final String AS_PUBLISHED = " (as published)";

  @SuppressWarnings("ImmutableEnumChecker") // the list is unmodifiable
  private final List<String> words;

  Column(String... words) {
    this.words = Arrays.stream(words).map(TextKey::of).toList();
  }

  /** Whether some column is headed so. */
  private static boolean isKnown(String header) {
    return Arrays.stream(values()).anyMatch(column -> column.order(header).isPresent());
  }

  /** The header of a column whose name means something here and which yet means nothing here. */
  static String header(String name) {
    return isKnown(name) ? name + AS_PUBLISHED : name;
  }

  /** The name that is headed so. */
  static String asPublished(String header) {
    return header.endsWith(AS_PUBLISHED)
        ? header.substring(0, header.length() - AS_PUBLISHED.length())
        : header;
  }

  /** How sure the header is to mean this, 0 being the surest; empty when it does not. */
  Optional<Integer> order(String header) {
    int order = words.indexOf(TextKey.of(header));
    return order < 0 ? Optional.empty() : Optional.of(order);
  }
}
