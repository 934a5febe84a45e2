package org.concordat.core.agreements.negotiation;

import org.concordat.core.agreements.Texts;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.Level;

/** What a unit that an agreement may hurt says to it. */
public sealed interface Answer {
  /** It can live with it. */
  record Consent() implements Answer {}

  /** It cannot, for a reason. */
  record Objection(String because) implements Answer {
    public Objection {
      Texts.paragraph(because, "the reason of an objection");
    }
  }

  /** It could, at a higher level. */
  record HigherLevel(String line, Level level, String because) implements Answer {
    public HigherLevel {
      Identifier.check(line, "line");
      Texts.paragraph(because, "the reason for a higher level");
    }
  }

  default boolean isConsent() {
    return this instanceof Consent;
  }
}
