package org.concordat.formats.oscal;

import java.util.Locale;
import java.util.Optional;

/** The notations in which OSCAL documents are written. */
public enum OscalNotation {
  JSON,
  YAML,
  XML;

  /** The notation that a file's name ends in. */
  public static Optional<OscalNotation> ofName(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".yml")) {
      return Optional.of(YAML);
    }
    for (OscalNotation notation : values()) {
      if (name.endsWith("." + notation)) {
        return Optional.of(notation);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
