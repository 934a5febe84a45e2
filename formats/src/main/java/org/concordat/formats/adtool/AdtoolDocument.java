package org.concordat.formats.adtool;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;

/**
 * A file of ADTool with all that stands in it: domains and parameters that we do not know,
 * comments, white space. What was read is written again as it was, but for the XML declaration, the
 * way in which characters are escaped, and elements without content, which become one tag.
 */
public final class AdtoolDocument {
  /** The largest file that is read, in bytes. */
  public static final long FILE_BYTES = 8L << 20;

  /** How deep elements may stand in each other. */
  public static final int DEPTH = 600;

  private final String file;
  private final XmlElement root;

  AdtoolDocument(String file, XmlElement root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Reads a file.
   *
   * @throws InvalidInput when it is no XML, or not that of ADTool
   * @throws IOException when the file cannot be read
   */
  public static AdtoolDocument read(Path file) throws InvalidInput, IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.size(file) > FILE_BYTES) {
      throw new InvalidInput(
          Finding.error(Place.of(file.toString()), "a file of ADTool has at most 8 MiB", null));
    }
    return read(file.toString(), Files.readAllBytes(file));
  }

  /**
   * Reads the bytes of a file.
   *
   * @param name the file as the user named it
   * @throws InvalidInput when it is no XML, or not that of ADTool
   */
  public static AdtoolDocument read(String name, byte[] bytes) throws InvalidInput {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    // The limit of our own says the same in plainer words.
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    XmlElement root;
    try {
      root = tree(name, factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
    } catch (XMLStreamException broken) {
      throw notWellFormed(name, broken);
    }
    if (!root.name().equals("adtree") && !root.name().equals("sandtree")) {
      throw new InvalidInput(
          Finding.error(
              Place.of(name, root.line(), root.column(), null),
              "the outermost element is '" + root.name() + "'",
              "a tree of ADTool stands in 'adtree' or 'sandtree'"));
    }
    return new AdtoolDocument(name, root);
  }

  private static XmlElement tree(String name, XMLStreamReader xml)
      throws XMLStreamException, InvalidInput {
    Deque<XmlElement> open = new ArrayDeque<>();
    while (xml.hasNext()) {
      int line = Math.max(xml.getLocation().getLineNumber(), 0);
      // The reader stands behind the bracket that opens what comes next.
      int column = Math.max(xml.getLocation().getColumnNumber() - 1, 0);
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() >= DEPTH) {
            throw new InvalidInput(
                Finding.error(
                    Place.of(name, line, column, null),
                    "elements are nested more than " + DEPTH + " deep",
                    null));
          }
          XmlElement element =
              new XmlElement(xml.getLocalName(), attributes(xml), new ArrayList<>(), line, column);
          if (!open.isEmpty()) {
            open.getLast().content().add(element);
          }
          open.addLast(element);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          XmlElement closed = open.removeLast();
          if (open.isEmpty()) {
            return closed;
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (!open.isEmpty()) {
            open.getLast().content().add(new XmlContent.Text(xml.getText()));
          }
        }
        case XMLStreamConstants.COMMENT -> {
          if (!open.isEmpty()) {
            open.getLast().content().add(new XmlContent.Comment(xml.getText()));
          }
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new InvalidInput(
                Finding.error(
                    Place.of(name, line, column, null),
                    "the file declares a document type or entities of its own",
                    "take the declaration out"));
        default -> {}
      }
    }
    throw new IllegalStateException("a document ends with its outermost element");
  }

  private static Map<String, String> attributes(XMLStreamReader xml) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return attributes;
  }

  private static InvalidInput notWellFormed(String name, XMLStreamException broken) {
    String message = String.valueOf(broken.getMessage());
    String marker = "Message: ";
    int start = message.indexOf(marker);
    String reason =
        (start < 0 ? message : message.substring(start + marker.length()))
            .lines()
            .findFirst()
            .orElse("")
            .replaceAll("[.\\s]+$", "");
    int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
    int column = broken.getLocation() == null ? 0 : broken.getLocation().getColumnNumber();
    return new InvalidInput(
        Finding.error(
            Place.of(name, Math.max(line, 0), Math.max(column, 0), null),
            "this is not well-formed XML: " + reason,
            "save it again from the tool that it was made with"));
  }

  String file() {
    return file;
  }

  XmlElement root() {
    return root;
  }

  /** The document as a file, in UTF-8. */
  public byte[] write() {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    write(root, out);
    return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(XmlElement element, StringBuilder out) {
    out.append('<').append(element.name());
    element
        .attributes()
        .forEach(
            (name, value) ->
                out.append(' ').append(name).append("=\"").append(escaped(value)).append('"'));
    if (element.content().isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    for (XmlContent content : List.copyOf(element.content())) {
      switch (content) {
        case XmlElement child -> write(child, out);
        case XmlContent.Text text -> out.append(escaped(text.text()));
        case XmlContent.Comment comment -> out.append("<!--").append(comment.text()).append("-->");
      }
    }
    out.append("</").append(element.name()).append('>');
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\r' -> out.append("&#13;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
