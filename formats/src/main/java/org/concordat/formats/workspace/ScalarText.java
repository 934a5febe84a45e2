package org.concordat.formats.workspace;

import java.util.Locale;
import java.util.Set;

/**
 * Writes a text as a YAML scalar on one line, without quotes where every reader of YAML 1.1 or 1.2
 * takes it for that text, and in double quotes otherwise.
 */
public final class ScalarText {
  /** What some YAML reader takes for nothing, true or false. */
  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private static final String SAFE_INSIDE = " ._-/()'&+";

  private ScalarText() {}

  /** The text as a scalar on one line. */
  public static String of(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  /** Texts that start with a letter are no numbers or dates in any YAML. */
  private static boolean isPlain(String text) {
    if (text.isEmpty()
        || !Character.isLetter(text.codePointAt(0))
        || text.endsWith(" ")
        || WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return false;
    }
    return text.codePoints()
        .allMatch(c -> Character.isLetterOrDigit(c) || SAFE_INSIDE.indexOf(c) >= 0);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> append(quoted, c));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int c) {
    switch (c) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (!isEscaped(c)) {
          quoted.appendCodePoint(c);
        } else if (c <= 0xFFFF) {
          quoted.append(String.format("\\u%04X", c));
        } else {
          quoted.append(String.format("\\U%08X", c));
        }
      }
    }
  }

  /** What may not stand in YAML, breaks lines in some version of it, or is not seen. */
  private static boolean isEscaped(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.SPACE_SEPARATOR -> c != ' ';
      // The joiners make up emoji and whole scripts; the rest of the formats turns directions.
      case Character.FORMAT -> c != 0x200C && c != 0x200D;
      default -> false;
    };
  }
}
