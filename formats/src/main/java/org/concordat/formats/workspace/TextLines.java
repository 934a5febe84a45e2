package org.concordat.formats.workspace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text as YAML counts them, from 0, and edits of whole lines. */
final class TextLines {
  private final String text;
  private final int[] starts;
  private final int count;
  private final String lineBreak;

  TextLines(String text) {
    this.text = text;
    int[] found = new int[Math.max(16, text.length() / 64)];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isBreak =
          c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
      if (isBreak) {
        if (lines == found.length) {
          found = Arrays.copyOf(found, 2 * lines);
        }
        found[lines++] = i + 1;
      }
    }
    this.starts = found;
    this.count = lines;
    this.lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
  }

  /**
   * Replaces lines, or inserts some before {@code from} when both ends are equal.
   *
   * @param to the line after the last that is replaced
   */
  record Edit(int from, int to, List<String> lines) {}

  /** Where to insert what comes after everything else, also after what follows the last line. */
  int afterAll() {
    return count + 1;
  }

  /** The line without its break. */
  String line(int line) {
    int end = end(line);
    while (end > starts[line] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(starts[line], end);
  }

  private int end(int line) {
    return line + 1 < count ? starts[line + 1] : text.length();
  }

  boolean isComment(int line) {
    return line(line).stripLeading().startsWith("#");
  }

  /** Whether the rest of the line, from a column in code points on, is nothing or a comment. */
  boolean isBlankAfter(int line, int column) {
    String rest = after(line, column);
    return rest.isEmpty() || rest.startsWith("#");
  }

  /** What stands after that column, in code points, without spaces around it. */
  String after(int line, int column) {
    String whole = line(line);
    int length = whole.codePointCount(0, whole.length());
    return column >= length ? "" : whole.substring(whole.offsetByCodePoints(0, column)).strip();
  }

  /** What stands before a dash that alone precedes the column, or null when something else does. */
  @Nullable String beforeDash(int line, int column) {
    String before = line(line);
    before = before.substring(0, Math.min(column, before.length()));
    int dash = before.indexOf('-');
    boolean isAlone =
        dash >= 0 && before.substring(0, dash).isBlank() && before.substring(dash + 1).isBlank();
    return isAlone && before.indexOf('\t') < 0 ? before.substring(0, dash) : null;
  }

  /** The text with the edits, which do not overlap. */
  String edited(List<Edit> edits) {
    StringBuilder edited = new StringBuilder(text.length());
    int next = 0;
    Comparator<Edit> insertionsFirst =
        Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to);
    List<Edit> inOrder = edits.stream().sorted(insertionsFirst).toList();
    for (Edit edit : inOrder) {
      edited.append(text, startOf(next), startOf(edit.from()));
      boolean isOpen = !edited.isEmpty() && "\n\r".indexOf(edited.charAt(edited.length() - 1)) < 0;
      if (isOpen && !edit.lines().isEmpty()) {
        edited.append(lineBreak);
      }
      edit.lines().forEach(line -> edited.append(line).append(lineBreak));
      next = edit.to();
    }
    return edited.append(text, startOf(next), text.length()).toString();
  }

  private int startOf(int line) {
    return line < count ? starts[line] : text.length();
  }
}
