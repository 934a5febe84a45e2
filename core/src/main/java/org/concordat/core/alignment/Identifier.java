package org.concordat.core.alignment;

import java.util.regex.Pattern;

/** The identifiers that people type: unique per kind within an organisation. */
public final class Identifier {
  /** What an identifier looks like, for messages to people. */
  public static final String SHAPE =
      "letters, digits, '.', '_' and '-', starting with a letter or digit";

  private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private Identifier() {}

  public static boolean isValid(String text) {
    return PATTERN.matcher(text).matches();
  }

  /**
   * Returns the text when it is an identifier.
   *
   * @throws IllegalArgumentException when it is not
   */
  public static String check(String text, String what) {
    if (!isValid(text)) {
      throw new IllegalArgumentException(what + " '" + text + "' is not made of " + SHAPE);
    }
    return text;
  }
}
