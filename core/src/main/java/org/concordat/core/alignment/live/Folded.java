package org.concordat.core.alignment.live;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without what does not count when people search and sort: case and accents. */
final class Folded {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Folded() {}

  static String text(String text) {
    // Upper case first: it makes SS of a sharp s.
    String upper = text.toUpperCase(Locale.ROOT);
    String bare =
        isPlain(upper)
            ? upper
            : MARKS.matcher(Normalizer.normalize(upper, Normalizer.Form.NFD)).replaceAll("");
    return bare.toLowerCase(Locale.ROOT);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  static List<String> words(String text) {
    return Arrays.stream(SPACE.split(text(text))).filter(word -> !word.isEmpty()).toList();
  }
}
