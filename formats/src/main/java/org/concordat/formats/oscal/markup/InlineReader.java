package org.concordat.formats.oscal.markup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.formats.oscal.markup.Inline.Break;
import org.concordat.formats.oscal.markup.Inline.Code;
import org.concordat.formats.oscal.markup.Inline.Image;
import org.concordat.formats.oscal.markup.Inline.Insert;
import org.concordat.formats.oscal.markup.Inline.Link;
import org.concordat.formats.oscal.markup.Inline.Style;
import org.concordat.formats.oscal.markup.Inline.Styled;
import org.concordat.formats.oscal.markup.Inline.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a paragraph. Pieces are kept on a stack; a mark that can close what an earlier
 * one opened takes everything above that one from the stack (the algorithm of CommonMark 0.31,
 * appendix "A parsing strategy"). Linear in the length of the text, whatever it holds.
 */
final class InlineReader {
  private static final Pattern INSERT =
      Pattern.compile("\\{\\{\\s*insert:\\s*([^\\s,{}]+)\\s*,\\s*([^\\s,{}]+)\\s*}}");

  private static final Pattern TARGET =
      Pattern.compile(
          "\\(\\s*+(?:<([^<>\\n]*+)>|([^\\s()<>]*+(?:\\([^\\s()<>]*+\\)[^\\s()<>]*+)*+))"
              + "(?:\\s++\"((?:[^\"\\\\]++|\\\\.)*+)\")?\\s*+\\)");

  /** How deep pieces may stand in each other; marks beyond are text. */
  private static final int DEPTH = 30;

  /** Characters that a backslash takes their meaning from. */
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  /** A mark that may open or close, or a finished piece. */
  private static final class Piece {
    private final @Nullable Inline inline;
    private final int depth;
    private final char mark;
    private int count;

    /** A finished piece, so deep inside itself. */
    private Piece(Inline inline, int depth) {
      this.inline = inline;
      this.depth = depth;
      this.mark = 0;
    }

    /** A mark that may open. */
    private Piece(char mark, int count) {
      this.inline = null;
      this.depth = 0;
      this.mark = mark;
      this.count = count;
    }
  }

  private final String text;
  private final List<Piece> stack = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();

  /** Below this height of the stack nothing opens that mark. */
  private final Map<Character, Integer> floors = new HashMap<>();

  /** Where the last run of so many backticks starts. */
  private final Map<Integer, Integer> lastTicks = new HashMap<>();

  private int at;

  private InlineReader(String text) {
    this.text = text;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '`') {
        int end = endOfRun(i);
        lastTicks.put(end - i, i);
        i = end - 1;
      }
    }
  }

  /** Reads one line of text, or the lines of one paragraph. */
  static List<Inline> read(String text) {
    InlineReader reader = new InlineReader(text.strip());
    reader.read();
    return joined(reader.take(0));
  }

  private void read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '\\' -> escape();
        case '\n' -> lineEnd();
        case '`' -> code();
        case '{' -> insert();
        case '*', '_', '~', '^', '"' -> mark(c);
        case '[' -> open('[', 1);
        case '!' -> {
          if (at + 1 < text.length() && text.charAt(at + 1) == '[') {
            open('!', 2);
          } else {
            literal(1);
          }
        }
        case ']' -> closeBracket();
        default -> literal(1);
      }
    }
    flush();
  }

  private void literal(int characters) {
    plain.append(text, at, at + characters);
    at += characters;
  }

  private void escape() {
    if (at + 1 < text.length() && text.charAt(at + 1) == '\n') {
      push(new Break());
      at += 2;
    } else if (at + 1 < text.length() && PUNCTUATION.indexOf(text.charAt(at + 1)) >= 0) {
      plain.append(text.charAt(at + 1));
      at += 2;
    } else {
      literal(1);
    }
  }

  private void lineEnd() {
    boolean isBreak = plain.length() > 1 && plain.substring(plain.length() - 2).equals("  ");
    while (!plain.isEmpty() && plain.charAt(plain.length() - 1) == ' ') {
      plain.setLength(plain.length() - 1);
    }
    at++;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (isBreak) {
      push(new Break());
    } else {
      plain.append(' ');
    }
  }

  private void code() {
    int end = endOfRun(at);
    int ticks = end - at;
    if (lastTicks.getOrDefault(ticks, 0) < end) {
      literal(ticks);
      return;
    }
    int close = end;
    while (true) {
      close = text.indexOf('`', close);
      int closeEnd = endOfRun(close);
      if (closeEnd - close == ticks) {
        break;
      }
      close = closeEnd;
    }
    String inside = text.substring(end, close).replace('\n', ' ');
    boolean isPadded =
        inside.length() > 2
            && inside.charAt(0) == ' '
            && inside.charAt(inside.length() - 1) == ' '
            && !inside.isBlank();
    push(new Code(isPadded ? inside.substring(1, inside.length() - 1) : inside));
    at = close + ticks;
  }

  private int endOfRun(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == text.charAt(start)) {
      end++;
    }
    return end;
  }

  private void insert() {
    Matcher matcher = INSERT.matcher(text).region(at, text.length());
    if (text.startsWith("{{", at) && matcher.lookingAt()) {
      push(new Insert(matcher.group(1), matcher.group(2)));
      at = matcher.end();
    } else {
      literal(1);
    }
  }

  private void open(char mark, int characters) {
    flush();
    stack.add(new Piece(mark, 1));
    at += characters;
  }

  private void mark(char mark) {
    int end = mark == '*' || mark == '_' ? endOfRun(at) : at + 1;
    int count = end - at;
    boolean spaceBefore = at == 0 || Character.isWhitespace(text.charAt(at - 1));
    boolean spaceAfter = end == text.length() || Character.isWhitespace(text.charAt(end));
    boolean wordBefore = at > 0 && Character.isLetterOrDigit(text.codePointBefore(at));
    boolean wordAfter = end < text.length() && Character.isLetterOrDigit(text.codePointAt(end));
    boolean canOpen = !spaceAfter && (wordAfter || spaceBefore || !wordBefore);
    boolean canClose = !spaceBefore && (wordBefore || spaceAfter || !wordAfter);
    if (mark == '_' || mark == '"') {
      canOpen &= !wordBefore;
      canClose &= !wordAfter;
    }
    flush();
    at = end;
    if (canClose) {
      count = close(mark, count);
    }
    if (count == 0) {
      return;
    }
    if (canOpen) {
      stack.add(new Piece(mark, count));
    } else {
      plain.append(String.valueOf(mark).repeat(count));
    }
  }

  /** Closes what earlier marks opened; returns how many of the marks are left. */
  private int close(char mark, int marks) {
    int count = marks;
    while (count > 0) {
      int floor = Math.min(floors.getOrDefault(mark, 0), stack.size());
      int opener = stack.size() - 1;
      while (opener >= floor && !opens(stack.get(opener), mark, opener)) {
        opener--;
      }
      int depth = opener < floor ? DEPTH : depthAbove(opener);
      if (depth == DEPTH) {
        floors.put(mark, stack.size());
        return count;
      }
      Piece piece = stack.get(opener);
      int used = (mark == '*' || mark == '_') && count > 1 && piece.count > 1 ? 2 : 1;
      List<Inline> inside = joined(take(opener + 1));
      piece.count -= used;
      if (piece.count == 0) {
        stack.removeLast();
      }
      stack.add(new Piece(new Styled(style(mark, used), inside), depth + 1));
      count -= used;
    }
    return 0;
  }

  /** Whether a mark at that height opens, with something between it and the top. */
  private boolean opens(Piece piece, char mark, int height) {
    return piece.inline == null && piece.mark == mark && height < stack.size() - 1;
  }

  private int depthAbove(int height) {
    int depth = 0;
    for (Piece piece : stack.subList(height + 1, stack.size())) {
      depth = Math.max(depth, piece.depth);
    }
    return depth;
  }

  private static Style style(char mark, int count) {
    return switch (mark) {
      case '~' -> Style.SUBSCRIPT;
      case '^' -> Style.SUPERSCRIPT;
      case '"' -> Style.QUOTATION;
      default -> count == 2 ? Style.STRONG : Style.EMPHASIS;
    };
  }

  private void closeBracket() {
    flush();
    int opener = stack.size() - 1;
    int floor = Math.min(floors.getOrDefault('[', 0), stack.size());
    while (opener >= floor && !isBracket(stack.get(opener))) {
      opener--;
    }
    if (opener < floor) {
      floors.put('[', stack.size());
      literal(1);
      return;
    }
    Matcher target = TARGET.matcher(text).region(at + 1, text.length());
    int depth = depthAbove(opener);
    if (depth == DEPTH || !target.lookingAt()) {
      Piece bracket = stack.get(opener);
      stack.set(opener, new Piece(new Text(bracket.mark == '!' ? "![" : "["), 0));
      literal(1);
      return;
    }
    boolean isImage = stack.get(opener).mark == '!';
    List<Inline> inside = joined(take(opener + 1));
    stack.removeLast();
    String href = target.group(1) == null ? target.group(2) : target.group(1);
    if (isImage) {
      push(new Image(href, plainText(inside), title(target.group(3))));
    } else {
      push(new Link(href, inside), depth + 1);
    }
    at = target.end();
  }

  private static boolean isBracket(Piece piece) {
    return piece.inline == null && (piece.mark == '[' || piece.mark == '!');
  }

  private static @Nullable String title(@Nullable String escaped) {
    return escaped == null ? null : escaped.replaceAll("\\\\(.)", "$1");
  }

  /** The text without its marks. */
  static String plainText(List<Inline> inlines) {
    StringBuilder text = new StringBuilder();
    for (Inline inline : inlines) {
      switch (inline) {
        case Text t -> text.append(t.text());
        case Styled s -> text.append(plainText(s.inside()));
        case Code c -> text.append(c.text());
        case Link l -> text.append(plainText(l.inside()));
        case Image i -> text.append(i.alternative());
        case Insert i -> text.append('[').append(i.id()).append(']');
        case Break _ -> text.append(' ');
      }
    }
    return text.toString();
  }

  private void push(Inline inline) {
    push(inline, 0);
  }

  private void push(Inline inline, int depth) {
    flush();
    stack.add(new Piece(inline, depth));
  }

  private void flush() {
    if (!plain.isEmpty()) {
      stack.add(new Piece(new Text(plain.toString()), 0));
      plain.setLength(0);
    }
  }

  /** Takes what lies above that height from the stack; marks that nothing closed are text. */
  private List<Inline> take(int height) {
    List<Piece> above = stack.subList(height, stack.size());
    List<Inline> taken = new ArrayList<>(above.size());
    for (Piece piece : above) {
      if (piece.inline != null) {
        taken.add(piece.inline);
      } else {
        taken.add(
            new Text(piece.mark == '!' ? "![" : String.valueOf(piece.mark).repeat(piece.count)));
      }
    }
    above.clear();
    floors.replaceAll((mark, floor) -> Math.min(floor, height));
    return taken;
  }

  /** Joins texts that stand side by side. */
  static List<Inline> joined(List<Inline> inlines) {
    List<Inline> joined = new ArrayList<>(inlines.size());
    StringBuilder text = new StringBuilder();
    for (Inline inline : inlines) {
      if (inline instanceof Text(String piece)) {
        text.append(piece);
        continue;
      }
      if (!text.isEmpty()) {
        joined.add(new Text(text.toString()));
        text.setLength(0);
      }
      joined.add(inline);
    }
    if (!text.isEmpty()) {
      joined.add(new Text(text.toString()));
    }
    return joined;
  }
}
