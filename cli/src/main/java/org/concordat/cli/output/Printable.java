package org.concordat.cli.output;

import java.util.regex.Pattern;

/**
 * Texts of strangers made safe to show: an asset's name may hold line breaks, or sequences that
 * take a terminal over.
 */
public final class Printable {
  private static final Pattern BREAKS = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");

  /** Control characters, and those that turn the direction of what follows. */
  private static final Pattern CONTROLS =
      Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

  private Printable() {}

  /** The text on one line, with a replacement character for each control character. */
  public static String line(String text) {
    return CONTROLS.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("\uFFFD");
  }
}
