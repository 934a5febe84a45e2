package org.concordat.formats.tables;

import java.text.Normalizer;
import java.util.Locale;

/** What is left of a text when case, accents, spaces and punctuation do not count. */
public final class TextKey {
  private TextKey() {}

  /** Only the lower-case letters without accents, and the digits, of the text. */
  public static String of(String text) {
    StringBuilder key = new StringBuilder(text.length());
    String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
    plain = plain.toLowerCase(Locale.ROOT).replace("ß", "ss");
    plain.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
    return key.toString();
  }

  /** The text in lower case with single spaces: what two spellings of one name have in common. */
  static String spoken(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
