package org.concordat.core.standards.topics;

import java.util.Locale;
import java.util.Optional;

/** A phase of the Plan-Do-Check-Act cycle. */
public enum Phase {
  PLAN,
  DO,
  CHECK,
  ACT;

  /** As files write it: {@code check}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The phase of that word, or empty when there is none. */
  public static Optional<Phase> of(String word) {
    for (Phase phase : values()) {
      if (phase.word().equals(word)) {
        return Optional.of(phase);
      }
    }
    return Optional.empty();
  }
}
