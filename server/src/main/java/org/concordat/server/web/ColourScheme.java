package org.concordat.server.web;

import java.util.Locale;

/** Light or dark; by default whatever the reader's device prefers. */
public enum ColourScheme {
  AUTO,
  LIGHT,
  DARK;

  /** The scheme of that name, or the default for any other. */
  static ColourScheme of(String name) {
    for (ColourScheme scheme : values()) {
      if (scheme.word().equals(name)) {
        return scheme;
      }
    }
    return AUTO;
  }

  /** The name in lower case, as pages and cookies have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
