package org.concordat.core.alignment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The identifiers that people type: unique per kind within an organisation. */
public final class Identifier {
  /** What an identifier looks like, for messages to people. */
  public static final String SHAPE =
      "letters, digits, '.', '_' and '-', starting with a letter or digit";

  private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private static final int LONGEST_PROPOSED = 80;

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

  /**
   * An identifier for what is called so: the name in small letters, with a number when that is
   * taken.
   */
  public static String proposed(String name, Predicate<String> taken) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String base =
        plain.isEmpty() ? "entry" : plain.substring(0, Math.min(plain.length(), LONGEST_PROPOSED));
    String id = base;
    for (int number = 2; taken.test(id); number++) {
      id = base + "-" + number;
    }
    return id;
  }
}
