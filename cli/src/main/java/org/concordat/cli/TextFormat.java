package org.concordat.cli;

/** How an answer that is no table is written. */
enum TextFormat {
  TEXT,
  JSON;

  /** How help describes the option. */
  static final String DESCRIPTION = "One of ${COMPLETION-CANDIDATES}. Default: text.";

  @Override
  public String toString() {
    return Words.of(this);
  }
}
