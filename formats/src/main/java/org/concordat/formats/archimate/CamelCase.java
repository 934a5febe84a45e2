package org.concordat.formats.archimate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How ArchiMate files write the names of types. */
final class CamelCase {
  private CamelCase() {}

  /** {@code BUSINESS_ACTOR} as {@code BusinessActor}. */
  static String of(String constant) {
    return Arrays.stream(constant.split("_", -1))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
