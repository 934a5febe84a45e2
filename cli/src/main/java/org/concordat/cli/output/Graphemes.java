package org.concordat.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Texts in columns of a terminal: what a reader sees as one character is never taken apart, and an
 * ideograph or an emoji takes two columns (Unicode Standard Annexes 11 and 29).
 */
final class Graphemes {
  private static final Pattern CLUSTER = Pattern.compile("\\X");
  private static final int EMOJI_VARIATION = 0xFE0F;
  private static final String CUT = "…";

  private Graphemes() {}

  /** The columns that a text takes. */
  static int columns(String text) {
    if (isPlain(text)) {
      return text.length();
    }
    return CLUSTER.matcher(text).results().mapToInt(r -> clusterColumns(r.group())).sum();
  }

  /** The text, or as much of it as fits with an ellipsis. */
  static String cut(String text, int columns) {
    if (columns(text) <= columns) {
      return text;
    }
    return columns < 1 ? "" : head(text, columns - 1).stripTrailing() + CUT;
  }

  /**
   * The text in lines of at most so many columns, broken between words where there are any. What
   * does not fit into the last line is cut.
   */
  static List<String> wrap(String text, int columns, int maxLines) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty() && lines.size() < maxLines - 1 && columns(rest) > columns) {
      String line = head(rest, columns);
      if (line.isEmpty()) {
        break;
      }
      if (rest.charAt(line.length()) != ' ') {
        line = upToBreak(line);
      }
      lines.add(line.stripTrailing());
      rest = rest.substring(line.length()).stripLeading();
    }
    lines.add(cut(rest, columns));
    return lines;
  }

  /** The line up to the last place where it may be broken, or all of it. */
  private static String upToBreak(String line) {
    int space = line.lastIndexOf(' ');
    if (space > 0) {
      return line.substring(0, space);
    }
    int joint = Math.max(line.lastIndexOf('/'), line.lastIndexOf('-'));
    return joint > 0 ? line.substring(0, joint + 1) : line;
  }

  /** The text with spaces behind it, so many columns wide. */
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - columns(text)));
  }

  private static String head(String text, int columns) {
    int used = 0;
    int end = 0;
    var clusters = CLUSTER.matcher(text);
    while (clusters.find()) {
      used += clusterColumns(clusters.group());
      if (used > columns) {
        break;
      }
      end = clusters.end();
    }
    return text.substring(0, end);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x300) {
        return false;
      }
    }
    return true;
  }

  private static int clusterColumns(String cluster) {
    int first = cluster.codePointAt(0);
    if (isWide(first) || cluster.indexOf(EMOJI_VARIATION) >= 0 || isFlag(first)) {
      return 2;
    }
    return isInvisible(first) ? 0 : 1;
  }

  private static boolean isFlag(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }

  /** East Asian wide and full-width characters, and emoji that are shown as pictures. */
  private static boolean isWide(int c) {
    if (c < 0x1100) {
      return false;
    }
    return c <= 0x115F
        || Character.isEmojiPresentation(c)
        || Character.isIdeographic(c)
        || (c >= 0x2E80 && c <= 0x303E)
        || (c >= 0x3041 && c <= 0xA4CF)
        || (c >= 0xA960 && c <= 0xA97C)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xFE10 && c <= 0xFE19)
        || (c >= 0xFE30 && c <= 0xFE6B)
        || (c >= 0xFF01 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6);
  }
}
