package org.concordat.server.standards.pages;

import java.util.Locale;
import java.util.Optional;

/** What can be asked of two standards. */
public enum ScenarioKind {
  /** We run the one: what of the other does that give us? */
  HAVE,
  /** We run the one: what of the other is left? */
  LEFT,
  /** Both at once: each piece of work once. */
  BOTH,
  /** Two organisations become one, each with its own standard. */
  MERGE;

  /** As addresses write it: {@code have}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ScenarioKind> of(String word) {
    for (ScenarioKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
