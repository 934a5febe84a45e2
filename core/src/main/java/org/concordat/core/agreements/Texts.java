package org.concordat.core.agreements;

/** Texts that people write into agreements. */
public final class Texts {
  /** The longest name, in characters. */
  public static final int LINE = 300;

  /** The longest paragraph, in characters. */
  public static final int PARAGRAPH = 10_000;

  private Texts() {}

  /**
   * Returns a name: not empty, on one line, at most {@value #LINE} characters.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static String line(String text, String what) {
    if (text.isBlank() || text.length() > LINE || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          what + " is a text on one line of at most " + LINE + " characters");
    }
    return text;
  }

  /**
   * Returns a paragraph: not empty, at most {@value #PARAGRAPH} characters.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static String paragraph(String text, String what) {
    if (text.isBlank() || text.length() > PARAGRAPH) {
      throw new IllegalArgumentException(
          what + " is a text of at most " + PARAGRAPH + " characters");
    }
    return text;
  }
}
