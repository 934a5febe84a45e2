package org.concordat.formats.oscal.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.concordat.formats.oscal.markup.Block.Grid;
import org.concordat.formats.oscal.markup.Block.Heading;
import org.concordat.formats.oscal.markup.Block.Items;
import org.concordat.formats.oscal.markup.Block.Paragraph;
import org.concordat.formats.oscal.markup.Block.Preformatted;
import org.concordat.formats.oscal.markup.Block.Quote;
import org.concordat.formats.oscal.markup.Block.Rule;
import org.concordat.formats.oscal.markup.Inline.Break;
import org.concordat.formats.oscal.markup.Inline.Code;
import org.concordat.formats.oscal.markup.Inline.Image;
import org.concordat.formats.oscal.markup.Inline.Insert;
import org.concordat.formats.oscal.markup.Inline.Link;
import org.concordat.formats.oscal.markup.Inline.Styled;
import org.concordat.formats.oscal.markup.Inline.Text;

/**
 * Writes marked-up text as Markdown. Characters are escaped only where the text would be read
 * otherwise: it is written without escapes, read back and compared, and only when it differs
 * written with them.
 */
public final class MarkdownWriter {
  private static final String SPECIAL = "\\`*_[]<>~^\"{}|";

  private final boolean escapes;

  private MarkdownWriter(boolean escapes) {
    this.escapes = escapes;
  }

  /** Writes several blocks ({@code markup-multiline}). */
  public static String blocks(List<Block> blocks) {
    String plain = new MarkdownWriter(false).write(blocks);
    return MarkdownReader.blocks(plain).equals(blocks)
        ? plain
        : new MarkdownWriter(true).write(blocks);
  }

  /** Writes one line ({@code markup-line}). */
  public static String line(List<Inline> inlines) {
    String plain = new MarkdownWriter(false).inlines(inlines);
    return MarkdownReader.line(plain).equals(inlines)
        ? plain
        : new MarkdownWriter(true).inlines(inlines);
  }

  private String write(List<Block> blocks) {
    return blocks.stream().map(this::block).collect(Collectors.joining("\n\n"));
  }

  private String block(Block block) {
    return switch (block) {
      case Paragraph p -> atLineStart(inlines(p.inside()));
      case Heading h -> "#".repeat(h.level()) + " " + inlines(h.inside());
      case Items items -> items(items);
      case Preformatted p -> {
        String fence = p.text().contains("```") ? "~~~~" : "```";
        yield fence + "\n" + (p.text().isEmpty() ? "" : p.text() + "\n") + fence;
      }
      case Quote q ->
          write(q.inside())
              .lines()
              .map(line -> line.isEmpty() ? ">" : "> " + line)
              .collect(Collectors.joining("\n"));
      case Grid grid -> grid(grid);
      case Rule _ -> "---";
    };
  }

  private String items(Items list) {
    List<String> written = new ArrayList<>();
    int number = list.start();
    for (List<Block> item : list.items()) {
      String mark = list.isNumbered() ? number++ + ". " : "- ";
      String indent = " ".repeat(mark.length());
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < item.size(); i++) {
        if (i > 0) {
          // A list directly under its introduction needs no empty line.
          boolean isTight = item.get(i) instanceof Items && item.get(i - 1) instanceof Paragraph;
          text.append(isTight ? "\n" : "\n\n");
        }
        text.append(block(item.get(i)));
      }
      written.add(
          mark
              + text.toString()
                  .lines()
                  .map(line -> line.isEmpty() ? "" : indent + line)
                  .collect(Collectors.joining("\n"))
                  .stripLeading());
    }
    return String.join("\n", written);
  }

  private String grid(Grid grid) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < grid.rows().size(); i++) {
      lines.add(
          grid.rows().get(i).stream()
              .map(cell -> escapes ? inlines(cell) : inlines(cell).replace("|", "\\|"))
              .collect(Collectors.joining(" | ", "| ", " |")));
      if (i == 0) {
        lines.add(
            grid.alignments().stream()
                .map(
                    alignment ->
                        switch (alignment) {
                          case NONE -> "---";
                          case LEFT -> ":--";
                          case CENTER -> ":-:";
                          case RIGHT -> "--:";
                        })
                .collect(Collectors.joining(" | ", "| ", " |")));
      }
    }
    return String.join("\n", lines);
  }

  private String inlines(List<Inline> inlines) {
    StringBuilder text = new StringBuilder();
    for (Inline inline : inlines) {
      switch (inline) {
        case Text t -> text.append(escapes ? escaped(t.text()) : t.text());
        case Styled s ->
            text.append(s.style().mark()).append(inlines(s.inside())).append(s.style().mark());
        case Code c -> text.append(code(c.text()));
        case Link l ->
            text.append('[')
                .append(inlines(l.inside()))
                .append("](")
                .append(target(l.href()))
                .append(')');
        case Image i -> image(i, text);
        case Insert i ->
            text.append("{{ insert: ").append(i.type()).append(", ").append(i.id()).append(" }}");
        case Break _ -> text.append("\\\n");
      }
    }
    return text.toString();
  }

  private void image(Image image, StringBuilder text) {
    String alternative = image.alternative();
    text.append("![").append(escapes ? escaped(alternative) : alternative);
    text.append("](").append(target(image.source()));
    if (image.title() != null) {
      text.append(" \"").append(image.title().replaceAll("([\"\\\\])", "\\\\$1")).append('"');
    }
    text.append(')');
  }

  private static String target(String href) {
    boolean isPlain =
        href.chars().noneMatch(c -> Character.isWhitespace(c) || "()<>".indexOf(c) >= 0);
    return isPlain ? href : "<" + href.replaceAll("[<>\\n]", "") + ">";
  }

  private static String code(String text) {
    String ticks = "`";
    while (text.contains(ticks)) {
      ticks += "`";
    }
    boolean isPadded = text.startsWith("`") || text.endsWith("`") || text.startsWith(" ");
    return isPadded ? ticks + " " + text + " " + ticks : ticks + text + ticks;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SPECIAL.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /** Escapes what would start another kind of block. */
  private String atLineStart(String text) {
    return escapes
        ? text.replaceFirst("^([-+#>=]|[0-9]{1,9}(?=[.)]))", "\\\\$1")
            .replaceFirst("^\\\\([0-9]+)([.)])", "$1\\\\$2")
        : text;
  }
}
