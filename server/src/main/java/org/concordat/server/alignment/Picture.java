package org.concordat.server.alignment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A picture that is drawn of a model. */
public enum Picture {
  IMPACT,
  DEPENDENCIES,
  HEAT;

  /** The picture's name in addresses and keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The picture of that name. */
  public static Optional<Picture> of(String word) {
    return Arrays.stream(values()).filter(picture -> picture.word().equals(word)).findFirst();
  }
}
