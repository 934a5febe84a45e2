package org.concordat.core.agreements.negotiation;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.alignment.Level;

/** What top management decides when units and IT cannot settle it. */
public sealed interface Decision {
  /** Whether a version of the agreement is as it was decided. */
  boolean isKeptBy(Agreement version);

  /** The agreement stands as it is, and the other units bear what it does to them. */
  record Uphold() implements Decision {
    @Override
    public boolean isKeptBy(Agreement version) {
      return true;
    }
  }

  /**
   * Lines have to agree higher levels.
   *
   * @param levels the lowest level of each line that is to be raised; at least one
   */
  record Raise(Map<String, Level> levels) implements Decision {
    public Raise {
      levels = Collections.unmodifiableMap(new TreeMap<>(levels));
      if (levels.isEmpty()) {
        throw new IllegalArgumentException("say which line is to be raised");
      }
    }

    @Override
    public boolean isKeptBy(Agreement version) {
      return levels.entrySet().stream()
          .allMatch(
              e ->
                  version.line(e.getKey()).map(AgreementLine::agreedNumber).orElse(0)
                      >= e.getValue().number());
    }
  }
}
