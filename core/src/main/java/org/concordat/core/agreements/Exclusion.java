package org.concordat.core.agreements;

import org.concordat.core.alignment.Identifier;

/**
 * What the agreement does not cover.
 *
 * @param id unique among the agreement's exclusions
 */
public record Exclusion(String id, String text) {
  public Exclusion {
    Identifier.check(id, "exclusion");
    Texts.paragraph(text, "exclusion '" + id + "'");
  }
}
