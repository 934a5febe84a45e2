package org.concordat.formats.oscal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;

/**
 * Reads a document in XML. A document type is refused, and nothing is fetched. Marked-up text
 * becomes what the other notations hold: Markdown.
 */
final class XmlPlan {
  private static final Set<String> BLOCKS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "table", "blockquote");

  private static final Map<String, String> INLINE =
      Map.of("em", "*", "i", "*", "strong", "**", "b", "**", "code", "`", "q", "\"");

  private static final Set<String> MARKED_UP =
      Set.of(
          "title",
          "description",
          "remarks",
          "purpose",
          "statement",
          "caption",
          "text",
          "adjustment-justification",
          "system-name",
          "system-name-short",
          "short-name",
          "function-performed",
          "usage",
          "rules-of-engagement");

  private final String file;
  private final TreeBuilder builder;

  XmlPlan(String file, TreeBuilder builder) {
    this.file = file;
    this.builder = builder;
  }

  void read(InputStream in) throws IOException, InvalidInput {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(decoded(in));
      try {
        builder.start("", 1);
        read(xml);
        builder.end();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
      throw new InvalidInput(
          Finding.error(Place.of(file, line, 0, null), "this is not XML: " + firstLine(e), null));
    }
  }

  /**
   * The document's characters: UTF-8, or UTF-16 with a byte order mark. The parser could decode as
   * well, but writes to standard error what it cannot.
   */
  private static Reader decoded(InputStream in) throws IOException {
    in.mark(3);
    int first = in.read();
    int second = in.read();
    int third = in.read();
    in.reset();
    if (first == 0xEF && second == 0xBB && third == 0xBF) {
      in.skipNBytes(3);
    }
    boolean isUtf16 = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
    Charset charset = isUtf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    return new InputStreamReader(
        in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
  }

  private void read(XMLStreamReader xml) throws XMLStreamException, InvalidInput {
    StringBuilder text = new StringBuilder();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD ->
            throw builder.refuse(
                line(xml), "the document declares a document type, which is not read");
        case XMLStreamConstants.START_ELEMENT -> {
          text.setLength(0);
          start(xml);
          if (MARKED_UP.contains(xml.getLocalName())) {
            builder.text(markdown(xml), line(xml));
            builder.end();
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(text, xml);
        case XMLStreamConstants.END_ELEMENT -> {
          if (!text.toString().isBlank()) {
            builder.text(text.toString().strip(), line(xml));
          }
          text.setLength(0);
          builder.end();
        }
        default -> {}
      }
    }
  }

  private void start(XMLStreamReader xml) throws InvalidInput {
    builder.start(xml.getLocalName(), line(xml));
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      builder.start(xml.getAttributeLocalName(i), line(xml));
      builder.text(xml.getAttributeValue(i), line(xml));
      builder.end();
    }
  }

  /** Reads to the end of the element that is open, and returns what is in it as Markdown. */
  private String markdown(XMLStreamReader xml) throws XMLStreamException, InvalidInput {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (depth > TreeBuilder.DEPTH) {
            throw builder.refuse(line(xml), "marked-up text is nested too deep");
          }
          if (BLOCKS.contains(xml.getLocalName()) && !text.isEmpty()) {
            text.append("\n\n");
          }
          text.append(xml.getLocalName().equals("li") ? "\n- " : "");
          text.append(INLINE.getOrDefault(xml.getLocalName(), ""));
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          text.append(depth == 0 ? "" : INLINE.getOrDefault(xml.getLocalName(), ""));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          String piece = xml.getText().replaceAll("\\s+", " ");
          boolean atStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
          append(text, atStart ? piece.stripLeading() : piece, xml);
        }
        default -> {}
      }
    }
    return text.toString().replaceAll(" +\n", "\n").strip();
  }

  private void append(StringBuilder text, XMLStreamReader xml) throws InvalidInput {
    append(text, xml.getText(), xml);
  }

  private void append(StringBuilder text, String piece, XMLStreamReader xml) throws InvalidInput {
    if (text.length() + piece.length() > TreeBuilder.TEXT_CHARACTERS) {
      throw builder.refuse(line(xml), "a text is too long");
    }
    text.append(piece);
  }

  private static int line(XMLStreamReader xml) {
    return Math.max(0, xml.getLocation().getLineNumber());
  }

  private static String firstLine(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int start = message.indexOf("Message: ");
    return start < 0 ? message : message.substring(start + "Message: ".length());
  }
}
