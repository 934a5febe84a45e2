package org.concordat.formats.imports;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Readable identifiers made of names. */
public final class Slug {
  /** The longest identifier that is made of a name, in characters, without a number at its end. */
  public static final int LONGEST = 60;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['\u2019]");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern HYPHENS_AT_THE_ENDS = Pattern.compile("^-|-$");

  /** Letters that Unicode does not take apart into a base letter and a mark. */
  private static final Map<String, String> FOLDED =
      Map.of(
          "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı",
          "i");

  private Slug() {}

  /** Lower case letters, digits and hyphens, or empty when the name has nothing of that. */
  public static String of(String name) {
    String text = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    text = MARKS.matcher(text).replaceAll("");
    for (Map.Entry<String, String> letter : FOLDED.entrySet()) {
      text = text.replace(letter.getKey(), letter.getValue());
    }
    text = APOSTROPHES.matcher(text).replaceAll("");
    text = trim(OTHERS.matcher(text).replaceAll("-"));
    return text.length() <= LONGEST ? text : shortened(text);
  }

  /** Cut between words where there are any. */
  private static String shortened(String text) {
    int end = text.lastIndexOf('-', LONGEST);
    return trim(text.substring(0, end > LONGEST / 2 ? end : LONGEST));
  }

  private static String trim(String text) {
    return HYPHENS_AT_THE_ENDS.matcher(text).replaceAll("");
  }
}
