package org.concordat.formats.oscal.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.formats.oscal.markup.Block.Alignment;
import org.concordat.formats.oscal.markup.Block.Grid;
import org.concordat.formats.oscal.markup.Block.Heading;
import org.concordat.formats.oscal.markup.Block.Items;
import org.concordat.formats.oscal.markup.Block.Paragraph;
import org.concordat.formats.oscal.markup.Block.Preformatted;
import org.concordat.formats.oscal.markup.Block.Quote;
import org.concordat.formats.oscal.markup.Block.Rule;

/**
 * Reads the Markdown of OSCAL: CommonMark without indented code, raw HTML and references, with
 * tables, {@code ~sub~}, {@code ^sup^}, {@code "quotation"} and {@code {{ insert: param, id }}}.
 * Any text can be read; what is no markup is text.
 */
public final class MarkdownReader {
  /** How deep lists and quotes may stand in each other; marks beyond are text. */
  private static final int DEPTH = 20;

  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})[^`]*");
  private static final Pattern HEADING =
      Pattern.compile(" {0,3}(#{1,6})(?:\\s+(.*?))?(?:\\s+#+)?\\s*");
  private static final Pattern RULE =
      Pattern.compile(" {0,3}(?:(?:\\*\\s*){3,}|(?:-\\s*){3,}|(?:_\\s*){3,})");
  private static final Pattern QUOTE = Pattern.compile(" {0,3}> ?(.*)");
  private static final Pattern ITEM =
      Pattern.compile("( {0,3}(?:([-*+])|([0-9]{1,9})[.)]))(?:( {1,4})(?=\\S)(.*)| *)");
  private static final Pattern DELIMITER =
      Pattern.compile("\\s*\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)*\\|?\\s*");

  private final List<String> lines;
  private final int depth;
  private final List<Block> blocks = new ArrayList<>();
  private int at;

  private MarkdownReader(List<String> lines, int depth) {
    this.lines = lines;
    this.depth = depth;
  }

  /** Reads text of several blocks ({@code markup-multiline}). */
  public static List<Block> blocks(String markdown) {
    return new MarkdownReader(markdown.lines().toList(), 0).read();
  }

  /** Reads one line ({@code markup-line}). */
  public static List<Inline> line(String markdown) {
    return InlineReader.read(markdown);
  }

  private List<Block> read() {
    while (at < lines.size()) {
      String line = lines.get(at);
      if (line.isBlank()) {
        at++;
      } else if (!readBlock(line)) {
        paragraph();
      }
    }
    return blocks;
  }

  private boolean readBlock(String line) {
    Matcher fence = FENCE.matcher(line);
    if (fence.matches()) {
      preformatted(fence.group(1));
      return true;
    }
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      at++;
      String text = heading.group(2) == null ? "" : heading.group(2);
      blocks.add(new Heading(heading.group(1).length(), InlineReader.read(text)));
      return true;
    }
    if (RULE.matcher(line).matches()) {
      at++;
      blocks.add(new Rule());
      return true;
    }
    if (depth < DEPTH && QUOTE.matcher(line).matches()) {
      quote();
      return true;
    }
    if (depth < DEPTH && ITEM.matcher(line).matches()) {
      items();
      return true;
    }
    if (isTableAt(at)) {
      table();
      return true;
    }
    return false;
  }

  private void preformatted(String fence) {
    List<String> inside = new ArrayList<>();
    at++;
    while (at < lines.size()) {
      String line = lines.get(at++);
      String mark = line.strip();
      if (mark.length() >= fence.length() && mark.chars().allMatch(c -> c == fence.charAt(0))) {
        break;
      }
      inside.add(line);
    }
    blocks.add(new Preformatted(String.join("\n", inside)));
  }

  private void quote() {
    List<String> inside = new ArrayList<>();
    while (at < lines.size()) {
      Matcher quote = QUOTE.matcher(lines.get(at));
      if (!quote.matches()) {
        break;
      }
      inside.add(quote.group(1));
      at++;
    }
    blocks.add(new Quote(new MarkdownReader(inside, depth + 1).read()));
  }

  private void items() {
    Matcher first = ITEM.matcher(lines.get(at));
    if (!first.matches()) {
      return;
    }
    boolean isNumbered = first.group(3) != null;
    int start = isNumbered ? Integer.parseInt(first.group(3)) : 1;
    String mark = first.group(2);
    List<List<Block>> items = new ArrayList<>();
    while (at < lines.size()) {
      Matcher item = ITEM.matcher(lines.get(at));
      boolean isNext =
          item.matches()
              && !RULE.matcher(lines.get(at)).matches()
              && (isNumbered ? item.group(3) != null : item.group(2) != null)
              && (isNumbered || item.group(2).equals(mark));
      if (!isNext) {
        break;
      }
      items.add(new MarkdownReader(itemLines(item), depth + 1).read());
    }
    blocks.add(new Items(isNumbered, start, items));
  }

  /** The lines of the item that starts here, without their indentation. */
  private List<String> itemLines(Matcher item) {
    int indent = item.group(1).length() + (item.group(4) == null ? 1 : item.group(4).length());
    List<String> inside = new ArrayList<>();
    inside.add(item.group(5) == null ? "" : item.group(5));
    at++;
    while (at < lines.size()) {
      String line = lines.get(at);
      if (indentation(line) >= indent) {
        inside.add(line.substring(indent));
      } else if (line.isBlank()) {
        int next = at;
        while (next < lines.size() && lines.get(next).isBlank()) {
          next++;
        }
        boolean goesOn =
            next < lines.size()
                && (indentation(lines.get(next)) >= indent
                    || ITEM.matcher(lines.get(next)).matches());
        if (!goesOn) {
          break;
        }
        if (indentation(lines.get(next)) < indent) {
          at = next;
          break;
        }
        inside.add("");
      } else if (inside.getLast().isBlank() || startsBlock(line)) {
        break;
      } else {
        inside.add(line.stripLeading());
      }
      at++;
    }
    return inside;
  }

  private static int indentation(String line) {
    int spaces = 0;
    while (spaces < line.length() && line.charAt(spaces) == ' ') {
      spaces++;
    }
    return spaces == line.length() ? -1 : spaces;
  }

  private boolean isTableAt(int index) {
    return index + 1 < lines.size()
        && lines.get(index).indexOf('|') >= 0
        && lines.get(index + 1).indexOf('-') >= 0
        && DELIMITER.matcher(lines.get(index + 1)).matches()
        && cells(lines.get(index)).size() == cells(lines.get(index + 1)).size();
  }

  private void table() {
    List<List<List<Inline>>> rows = new ArrayList<>();
    List<String> delimiters = cells(lines.get(at + 1));
    rows.add(row(lines.get(at), delimiters.size()));
    at += 2;
    while (at < lines.size() && !lines.get(at).isBlank() && lines.get(at).indexOf('|') >= 0) {
      rows.add(row(lines.get(at), delimiters.size()));
      at++;
    }
    blocks.add(new Grid(rows, delimiters.stream().map(MarkdownReader::alignment).toList()));
  }

  private static Alignment alignment(String delimiter) {
    boolean left = delimiter.startsWith(":");
    boolean right = delimiter.endsWith(":");
    if (left && right) {
      return Alignment.CENTER;
    }
    return left ? Alignment.LEFT : right ? Alignment.RIGHT : Alignment.NONE;
  }

  private static List<List<Inline>> row(String line, int columns) {
    List<List<Inline>> row = new ArrayList<>();
    List<String> cells = cells(line);
    for (int i = 0; i < columns; i++) {
      row.add(i < cells.size() ? InlineReader.read(cells.get(i)) : List.of());
    }
    return row;
  }

  private static List<String> cells(String line) {
    String text = line.strip();
    int start = text.startsWith("|") ? 1 : 0;
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        if (text.charAt(i + 1) != '|') {
          cell.append(c);
        }
        cell.append(text.charAt(++i));
      } else if (c == '|') {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (!cell.toString().isBlank()) {
      cells.add(cell.toString().strip());
    }
    return cells;
  }

  private void paragraph() {
    StringBuilder text = new StringBuilder(lines.get(at++).stripLeading());
    while (at < lines.size() && !lines.get(at).isBlank() && !startsBlock(lines.get(at))) {
      text.append('\n').append(lines.get(at++).stripLeading());
    }
    blocks.add(new Paragraph(InlineReader.read(text.toString())));
  }

  /** Whether a line ends the paragraph before it. Numbers do so only where a list may begin. */
  private boolean startsBlock(String line) {
    if (FENCE.matcher(line).matches()
        || HEADING.matcher(line).matches()
        || RULE.matcher(line).matches()) {
      return true;
    }
    if (depth == DEPTH) {
      return false;
    }
    Matcher item = ITEM.matcher(line);
    boolean startsItems =
        item.matches()
            && item.group(5) != null
            && (item.group(3) == null || item.group(3).equals("1"));
    return startsItems || QUOTE.matcher(line).matches();
  }
}
