package org.concordat.cli.output;

import java.util.Locale;

/** How a table is written. */
public enum TableFormat {
  /** Aligned columns for a terminal. */
  TABLE,
  JSON,
  CSV,
  MARKDOWN;

  /** As people type it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
