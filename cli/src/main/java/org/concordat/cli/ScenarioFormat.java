package org.concordat.cli;

import java.nio.file.Path;
import java.util.Locale;

/** How the answer to a scenario is written. */
enum ScenarioFormat {
  TABLE,
  JSON,
  CSV,
  MARKDOWN,
  XLSX,
  PDF;

  /** Whether a terminal has no use for it. */
  boolean isBinary() {
    return this == XLSX || this == PDF;
  }

  /** What the name of a file ends in; a table when that tells nothing. */
  static ScenarioFormat of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      return JSON;
    }
    if (name.endsWith(".csv")) {
      return CSV;
    }
    if (name.endsWith(".md")) {
      return MARKDOWN;
    }
    if (name.endsWith(".pdf")) {
      return PDF;
    }
    return name.endsWith(".xlsx") ? XLSX : TABLE;
  }

  @Override
  public String toString() {
    return Words.of(this);
  }
}
