package org.concordat.formats.oscal.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.concordat.formats.oscal.markup.Block.Alignment;
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
import org.concordat.formats.oscal.markup.Inline.Style;
import org.concordat.formats.oscal.markup.Inline.Styled;
import org.concordat.formats.oscal.markup.Inline.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reads marked-up text from the elements that OSCAL takes from HTML. White space is what it is in
 * HTML: any amount is one space, and none counts at the ends of a block. Elements that OSCAL does
 * not allow in text are read as the text in them, and named to the one who asks.
 */
public final class MarkupElements {
  private static final int DEPTH = 50;

  private static final Set<String> BLOCKS =
      Set.of(
          "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "table", "blockquote", "hr");

  private static final Map<String, Style> STYLES =
      Map.of(
          "em", Style.EMPHASIS,
          "i", Style.EMPHASIS,
          "strong", Style.STRONG,
          "b", Style.STRONG,
          "sub", Style.SUBSCRIPT,
          "sup", Style.SUPERSCRIPT,
          "q", Style.QUOTATION);

  private final XMLStreamReader xml;
  private final Consumer<String> unknown;
  private int depth;

  /** Thrown when elements stand too deep in each other. */
  public static final class TooDeep extends XMLStreamException {
    private static final long serialVersionUID = 1L;

    private TooDeep() {
      super("marked-up text is nested more than " + DEPTH + " deep");
    }
  }

  /**
   * Reads from a parser.
   *
   * @param unknown is told the names of elements that are no markup
   */
  public MarkupElements(XMLStreamReader xml, Consumer<String> unknown) {
    this.xml = xml;
    this.unknown = unknown;
  }

  /** Whether an element of that name is a block of text. */
  public static boolean isBlock(String name) {
    return BLOCKS.contains(name);
  }

  /** Reads one line of text to the end of the element that is open. */
  public List<Inline> line() throws XMLStreamException {
    return trimmed(inlines());
  }

  /** Reads blocks to the end of the element that is open; text outside of blocks is one. */
  public List<Block> blocks() throws XMLStreamException {
    enter();
    List<Block> blocks = new ArrayList<>();
    List<Inline> loose = new ArrayList<>();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (isBlock(xml.getLocalName())) {
            paragraph(loose, blocks);
            block().ifPresent(blocks::add);
          } else {
            inline(loose);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          paragraph(loose, blocks);
          depth--;
          return blocks;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            loose.add(new Text(xml.getText()));
        default -> {}
      }
    }
  }

  private static void paragraph(List<Inline> loose, List<Block> blocks) {
    List<Inline> text = trimmed(loose);
    loose.clear();
    if (!text.isEmpty()) {
      blocks.add(new Paragraph(text));
    }
  }

  /** Reads the block that is open to its end; empty when there is nothing in it. */
  public Optional<Block> block() throws XMLStreamException {
    String name = xml.getLocalName();
    return switch (name) {
      case "p" -> Optional.of(line()).filter(text -> !text.isEmpty()).map(Paragraph::new);
      case "ul" -> Optional.of(items(false, 1));
      case "ol" -> Optional.of(items(true, start(xml.getAttributeValue(null, "start"))));
      case "pre" -> Optional.of(new Preformatted(withoutLastEnd(text())));
      case "blockquote" -> Optional.of(new Quote(blocks()));
      case "table" -> Optional.of(grid());
      case "hr" -> {
        text();
        yield Optional.of(new Rule());
      }
      default -> Optional.of(new Heading(name.charAt(1) - '0', line()));
    };
  }

  private static int start(@Nullable String attribute) {
    return attribute != null && attribute.matches("[0-9]{1,9}") ? Integer.parseInt(attribute) : 1;
  }

  private static String withoutLastEnd(String text) {
    String start = text.startsWith("\n") ? text.substring(1) : text;
    return start.endsWith("\n") ? start.substring(0, start.length() - 1) : start;
  }

  private Items items(boolean isNumbered, int start) throws XMLStreamException {
    enter();
    List<List<Block>> items = new ArrayList<>();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        items.add(blocks());
      }
    }
    depth--;
    return new Items(isNumbered, start, items);
  }

  private Grid grid() throws XMLStreamException {
    enter();
    List<List<List<Inline>>> rows = new ArrayList<>();
    List<Alignment> alignments = new ArrayList<>();
    int open = 0;
    while (xml.next() != XMLStreamConstants.END_ELEMENT || open > 0) {
      if (xml.isEndElement()) {
        open--;
      } else if (xml.isStartElement()) {
        switch (xml.getLocalName()) {
          case "td", "th" -> {
            if (rows.isEmpty()) {
              rows.add(new ArrayList<>());
            }
            if (rows.size() == 1) {
              alignments.add(alignment(xml.getAttributeValue(null, "align")));
            }
            rows.getLast().add(line());
          }
          case "tr" -> {
            rows.add(new ArrayList<>());
            open++;
          }
          default -> open++;
        }
      }
    }
    depth--;
    for (List<List<Inline>> row : rows) {
      while (row.size() < alignments.size()) {
        row.add(List.of());
      }
      row.subList(alignments.size(), row.size()).clear();
    }
    return new Grid(rows, alignments);
  }

  private static Alignment alignment(@Nullable String attribute) {
    return switch (attribute == null ? "" : attribute.toLowerCase(Locale.ROOT)) {
      case "left" -> Alignment.LEFT;
      case "center" -> Alignment.CENTER;
      case "right" -> Alignment.RIGHT;
      default -> Alignment.NONE;
    };
  }

  private List<Inline> inlines() throws XMLStreamException {
    enter();
    List<Inline> inlines = new ArrayList<>();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> inline(inlines);
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return inlines;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            inlines.add(new Text(xml.getText()));
        default -> {}
      }
    }
  }

  private void inline(List<Inline> into) throws XMLStreamException {
    String name = xml.getLocalName();
    Style style = STYLES.get(name);
    if (style != null) {
      styled(style, inlines(), into);
      return;
    }
    switch (name) {
      case "a" -> {
        String href = attribute("href");
        List<Inline> inside = trimmed(inlines());
        into.add(new Link(href, inside));
      }
      case "code" -> into.add(new Code(spaced(text()).strip()));
      case "br" -> {
        text();
        into.add(new Break());
      }
      case "img" -> {
        into.add(
            new Image(attribute("src"), attribute("alt"), xml.getAttributeValue(null, "title")));
        text();
      }
      case "insert" -> {
        String id =
            attribute(xml.getAttributeValue(null, "id-ref") == null ? "param-id" : "id-ref");
        String type = attribute("type");
        into.add(new Insert(type.isEmpty() ? "param" : type, id));
        text();
      }
      default -> {
        if (!isBlock(name)) {
          unknown.accept(name);
        }
        into.addAll(inlines());
      }
    }
  }

  /** Spaces at the ends of marked text belong outside: Markdown knows no marks beside a space. */
  private static void styled(Style style, List<Inline> inlines, List<Inline> into) {
    List<Inline> inside = trimmed(inlines);
    if (inside.isEmpty()) {
      into.add(new Text(" "));
      return;
    }
    List<Inline> spaced = collapsed(inlines);
    boolean startsWithSpace = spaced.getFirst() instanceof Text(String t) && t.startsWith(" ");
    boolean endsWithSpace = spaced.getLast() instanceof Text(String t) && t.endsWith(" ");
    if (startsWithSpace) {
      into.add(new Text(" "));
    }
    into.add(new Styled(style, inside));
    if (endsWithSpace) {
      into.add(new Text(" "));
    }
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /** The text to the end of the element that is open, without its elements. */
  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int open = 1;
    while (open > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> open++;
        case XMLStreamConstants.END_ELEMENT -> open--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(xml.getText());
        default -> {}
      }
    }
    return text.toString();
  }

  private void enter() throws TooDeep {
    if (++depth > DEPTH) {
      throw new TooDeep();
    }
  }

  private static String spaced(String text) {
    return text.replaceAll("[ \\t\\r\\n]+", " ");
  }

  private static List<Inline> collapsed(List<Inline> inlines) {
    List<Inline> collapsed = new ArrayList<>();
    for (Inline inline : InlineReader.joined(inlines)) {
      if (!(inline instanceof Text(String text))) {
        collapsed.add(inline);
      } else if (!text.isEmpty()) {
        collapsed.add(new Text(spaced(text)));
      }
    }
    return collapsed;
  }

  /** Without white space at the ends and beside line ends. */
  private static List<Inline> trimmed(List<Inline> inlines) {
    List<Inline> collapsed = collapsed(inlines);
    List<Inline> trimmed = new ArrayList<>(collapsed.size());
    for (int i = 0; i < collapsed.size(); i++) {
      if (!(collapsed.get(i) instanceof Text(String text))) {
        trimmed.add(collapsed.get(i));
        continue;
      }
      boolean isAtStart = i == 0 || collapsed.get(i - 1) instanceof Break;
      boolean isAtEnd = i == collapsed.size() - 1 || collapsed.get(i + 1) instanceof Break;
      String left = isAtStart ? text.stripLeading() : text;
      String kept = isAtEnd ? left.stripTrailing() : left;
      if (!kept.isEmpty()) {
        trimmed.add(new Text(kept));
      }
    }
    return trimmed;
  }
}
