package org.concordat.formats.crosswalks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.standards.Statement;
import org.concordat.formats.tables.TextKey;

/**
 * What publishers call the relations. Case, spaces, hyphens and underscores do not count, so that
 * "Subset of", "subset_of" and "subset-of" are one word.
 */
final class RelationWords {
  private static final Map<String, Statement> WORDS = new HashMap<>();

  static {
    teach(
        Statement.EQUAL,
        "equal",
        "equals",
        "equal to",
        "is equal to",
        "equivalent",
        "equivalent to",
        "identical",
        "identical to",
        "same",
        "gleich",
        "identisch",
        "äquivalent");
    teach(
        Statement.SUBSET,
        "subset",
        "subset of",
        "is subset of",
        "is a subset of",
        "part of",
        "is part of",
        "contained in",
        "teilmenge",
        "teilmenge von");
    teach(
        Statement.SUPERSET,
        "superset",
        "superset of",
        "is superset of",
        "is a superset of",
        "contains",
        "includes",
        "obermenge",
        "obermenge von");
    teach(
        Statement.INTERSECTS,
        "intersects",
        "intersect",
        "intersects with",
        "intersects-with",
        "intersection",
        "overlaps",
        "overlap",
        "overlaps with",
        "schneidet",
        "überschneidet",
        "überschneidung");
    teach(
        Statement.NONE,
        "none",
        "not related",
        "not related to",
        "not_related",
        "no relationship",
        "no relation",
        "unrelated",
        "disjoint",
        "keine",
        "nicht verwandt");
    teach(
        Statement.RELATED,
        "related",
        "related to",
        "relates to",
        "is related to",
        "mapped",
        "maps to",
        "associated",
        "partial",
        "partially",
        "partly",
        "supports",
        "is supported by",
        "verwandt");
    WORDS.put("=", Statement.EQUAL);
    WORDS.put("≡", Statement.EQUAL);
    WORDS.put("⊂", Statement.SUBSET);
    WORDS.put("⊃", Statement.SUPERSET);
    WORDS.put("∩", Statement.INTERSECTS);
    WORDS.put("∅", Statement.NONE);
  }

  private RelationWords() {}

  private static void teach(Statement statement, String... words) {
    for (String word : words) {
      WORDS.put(TextKey.of(word), statement);
    }
  }

  /** What the word says; empty when nobody knows it. No word at all says "related". */
  static Optional<Statement> of(String word) {
    if (word.isBlank()) {
      return Optional.of(Statement.RELATED);
    }
    String sign = word.strip();
    return Optional.ofNullable(WORDS.getOrDefault(sign, WORDS.get(TextKey.of(word))));
  }
}
