package org.concordat.cli.output;

import org.concordat.formats.yaml.Words;

/** How an answer that is no table is written. */
public enum TextFormat {
  TEXT,
  JSON;

  /** How help describes the option. */
  public static final String DESCRIPTION = "One of ${COMPLETION-CANDIDATES}. Default: text.";

  @Override
  public String toString() {
    return Words.of(this);
  }
}
