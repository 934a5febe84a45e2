package org.concordat.core.agreements;

import org.concordat.core.alignment.Identifier;

/**
 * What a side has to do.
 *
 * @param id unique among the agreement's obligations
 */
public record Obligation(String id, Side side, String text) {
  public Obligation {
    Identifier.check(id, "obligation");
    Texts.paragraph(text, "obligation '" + id + "'");
  }
}
