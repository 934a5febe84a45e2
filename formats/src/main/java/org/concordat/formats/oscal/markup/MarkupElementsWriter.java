package org.concordat.formats.oscal.markup;

import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
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
import org.concordat.formats.oscal.markup.Inline.Styled;
import org.concordat.formats.oscal.markup.Inline.Text;

/** Writes marked-up text as the elements that OSCAL takes from HTML. */
public final class MarkupElementsWriter {
  private final XMLStreamWriter xml;

  public MarkupElementsWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * Writes each block on a line of its own.
   *
   * @param lineStart what each line starts with: a line end and the indentation
   */
  public void blocks(List<Block> blocks, String lineStart) throws XMLStreamException {
    for (Block block : blocks) {
      xml.writeCharacters(lineStart);
      block(block, lineStart);
    }
  }

  private void block(Block block, String lineStart) throws XMLStreamException {
    switch (block) {
      case Paragraph p -> element("p", p.inside());
      case Heading h -> element("h" + h.level(), h.inside());
      case Items items -> items(items, lineStart);
      case Preformatted p -> {
        xml.writeStartElement("pre");
        xml.writeCharacters(p.text());
        xml.writeEndElement();
      }
      case Quote q -> {
        xml.writeStartElement("blockquote");
        blocks(q.inside(), lineStart + "  ");
        xml.writeCharacters(lineStart);
        xml.writeEndElement();
      }
      case Grid grid -> grid(grid, lineStart);
      case Rule _ -> xml.writeEmptyElement("hr");
    }
  }

  private void items(Items items, String lineStart) throws XMLStreamException {
    xml.writeStartElement(items.isNumbered() ? "ol" : "ul");
    if (items.isNumbered() && items.start() != 1) {
      xml.writeAttribute("start", Integer.toString(items.start()));
    }
    for (List<Block> item : items.items()) {
      xml.writeCharacters(lineStart + "  ");
      xml.writeStartElement("li");
      for (int i = 0; i < item.size(); i++) {
        if (i == 0 && item.getFirst() instanceof Paragraph p) {
          inlines(p.inside());
        } else {
          block(item.get(i), lineStart + "  ");
        }
      }
      xml.writeEndElement();
    }
    xml.writeCharacters(lineStart);
    xml.writeEndElement();
  }

  private void grid(Grid grid, String lineStart) throws XMLStreamException {
    xml.writeStartElement("table");
    for (int i = 0; i < grid.rows().size(); i++) {
      xml.writeCharacters(lineStart + "  ");
      xml.writeStartElement("tr");
      List<List<Inline>> row = grid.rows().get(i);
      for (int column = 0; column < row.size(); column++) {
        xml.writeStartElement(i == 0 ? "th" : "td");
        Alignment alignment = grid.alignments().get(column);
        if (alignment != Alignment.NONE) {
          xml.writeAttribute("align", alignment.name().toLowerCase(Locale.ROOT));
        }
        inlines(row.get(column));
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeCharacters(lineStart);
    xml.writeEndElement();
  }

  private void element(String name, List<Inline> inside) throws XMLStreamException {
    xml.writeStartElement(name);
    inlines(inside);
    xml.writeEndElement();
  }

  /** Writes one line of text. */
  public void inlines(List<Inline> inlines) throws XMLStreamException {
    for (Inline inline : inlines) {
      switch (inline) {
        case Text t -> xml.writeCharacters(t.text());
        case Styled s -> element(s.style().element(), s.inside());
        case Code c -> {
          xml.writeStartElement("code");
          xml.writeCharacters(c.text());
          xml.writeEndElement();
        }
        case Link l -> {
          xml.writeStartElement("a");
          xml.writeAttribute("href", l.href());
          inlines(l.inside());
          xml.writeEndElement();
        }
        case Image i -> {
          xml.writeEmptyElement("img");
          xml.writeAttribute("src", i.source());
          if (!i.alternative().isEmpty()) {
            xml.writeAttribute("alt", i.alternative());
          }
          if (i.title() != null) {
            xml.writeAttribute("title", i.title());
          }
        }
        case Insert i -> {
          xml.writeEmptyElement("insert");
          xml.writeAttribute("type", i.type());
          xml.writeAttribute("id-ref", i.id());
        }
        case Break _ -> xml.writeEmptyElement("br");
      }
    }
  }
}
