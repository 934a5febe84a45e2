package org.concordat.formats.drawing;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The sizes of text, and how wide a text gets in them.
 *
 * <p>Widths are estimates from a table, so that a picture is the same on every machine. The table
 * holds the advances of a wide sans-serif face (DejaVu Sans); most system faces are narrower, so
 * what fits here fits there.
 */
enum Lettering {
  HEADING("h", 20, true),
  STRONG("s", 13, true),
  BODY("b", 13, false),
  SMALL("m", 11.5, false);

  private static final String ELLIPSIS = "\u2026";

  /** Advances of the characters from space to tilde, in hundredths of the size. */
  private static final String ADVANCES =
      "32 40 46 84 64 95 78 27 39 39 50 84 32 36 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84"
          + " 53 100 68 69 70 77 63 58 77 75 29 29 66 56 86 75 79 60 79 69 63 61 73 68 99 69 61 69"
          + " 39 34 39 84 50 50 61 63 55 63 62 35 63 63 28 28 58 28 97 63 61 63 63 41 52 39 63 59"
          + " 82 59 59 52 64 34 64 84";

  private static final double[] TABLE = table();

  /** What bold adds to a character. */
  private static final double BOLD = 1.13;

  private static final double LETTER = 0.75;
  private static final double WIDE = 1.3;

  private final String css;
  private final double size;
  private final boolean bold;

  Lettering(String css, double size, boolean bold) {
    this.css = css;
    this.size = size;
    this.bold = bold;
  }

  private static double[] table() {
    String[] advances = ADVANCES.split(" ", -1);
    double[] table = new double[advances.length];
    for (int i = 0; i < table.length; i++) {
      table[i] = Integer.parseInt(advances[i]) / 100.0;
    }
    return table;
  }

  String css() {
    return css;
  }

  double size() {
    return size;
  }

  boolean bold() {
    return bold;
  }

  /** From one base line to the next, in pixels. */
  double leading() {
    return Math.ceil(size * 1.3);
  }

  /** The width of a text, in pixels; an estimate that rather errs to the wide side. */
  double width(String text) {
    return text.codePoints().mapToDouble(this::width).sum();
  }

  private double width(int character) {
    return advance(character) * size * (bold ? BOLD : 1);
  }

  private static double advance(int character) {
    if (character >= ' ' && character - ' ' < TABLE.length) {
      return TABLE[character - ' '];
    }
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      case Character.OTHER_LETTER ->
          Character.isIdeographic(character) || character >= 0x1100 ? 1.05 : LETTER;
      case Character.OTHER_SYMBOL, Character.PRIVATE_USE, Character.UNASSIGNED -> WIDE;
      case Character.UPPERCASE_LETTER -> 0.9;
      case Character.DASH_PUNCTUATION, Character.MATH_SYMBOL -> 1;
      default -> character > 0xffff ? WIDE : LETTER;
    };
  }

  /** The text, or as much of its beginning as fits with an ellipsis. */
  String cut(String text, double width) {
    if (width(text) <= width) {
      return text;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    return text.substring(0, fitting(text, characters, width - width(ELLIPSIS))).stripTrailing()
        + ELLIPSIS;
  }

  /** The text in so many lines at most, each no wider than the width; the last is cut. */
  List<String> wrap(String text, double width, int lines) {
    List<String> wrapped = new ArrayList<>();
    String rest = text.strip();
    BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
    while (wrapped.size() < lines - 1 && width(rest) > width) {
      int end = fitting(rest, words, width);
      if (end == 0) {
        end = Math.max(1, fitting(rest, BreakIterator.getCharacterInstance(Locale.ROOT), width));
      }
      wrapped.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    wrapped.add(cut(rest, width));
    return wrapped;
  }

  /** The last boundary up to which the text, without spaces at its end, fits. */
  private int fitting(String text, BreakIterator boundaries, double width) {
    boundaries.setText(text);
    double used = 0;
    int from = boundaries.first();
    for (int to = boundaries.next(); to != BreakIterator.DONE; to = boundaries.next()) {
      String piece = text.substring(from, to);
      if (used + width(piece.stripTrailing()) > width) {
        return from;
      }
      used += width(piece);
      from = to;
    }
    return from;
  }
}
