package org.concordat.formats.archimate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the tags of an XML file, without document types, entities of its own, or more depth
 * and text than the limits allow.
 */
final class XmlCursor {
  private static final String TYPES = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final String AGAIN = "export the model again from the tool that it was made with";

  private final Path file;
  private final XMLStreamReader reader;
  private int depth;

  XmlCursor(Path file, InputStream in) throws InvalidInput, IOException {
    this.file = file;
    try {
      reader = factory().createXMLStreamReader(XmlEncoding.decode(in));
    } catch (UnsupportedEncodingException unknown) {
      throw invalid(1, 0, "is written in an encoding that is not known: " + unknown.getMessage());
    } catch (XMLStreamException broken) {
      throw explain(broken);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // The limit of our own says the same in plainer words.
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    return factory;
  }

  /** Goes to the next start of a tag, or false when the file ends. */
  boolean toNextStart() throws InvalidInput, IOException {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_DOCUMENT) {
        return false;
      }
    }
  }

  /**
   * Goes to the next tag that starts inside the one that started at {@code outer}, or false after
   * its end.
   */
  boolean toNextStartWithin(int outer) throws InvalidInput, IOException {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT && depth < outer) {
        return false;
      }
    }
  }

  /** How many tags are open, the present one included. */
  int depth() {
    return depth;
  }

  /** The text up to the end of the present tag, without the tags inside. */
  String text() throws InvalidInput, IOException {
    int outer = depth;
    StringBuilder text = new StringBuilder();
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.END_ELEMENT && depth < outer) {
        return text.toString();
      }
      if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        checkLength(text.length() + reader.getTextLength());
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
      }
    }
  }

  String localName() {
    return reader.getLocalName();
  }

  @Nullable String namespace() {
    return reader.getNamespaceURI();
  }

  int line() {
    return Math.max(reader.getLocation().getLineNumber(), 0);
  }

  @Nullable String attribute(String name) throws InvalidInput {
    String value = reader.getAttributeValue(null, name);
    if (value != null) {
      checkLength(value.length());
    }
    return value;
  }

  /** The {@code xsi:type} without its prefix, or empty when there is none. */
  String type() throws InvalidInput {
    String type = reader.getAttributeValue(TYPES, "type");
    if (type == null) {
      return "";
    }
    checkLength(type.length());
    return type.substring(type.indexOf(':') + 1).strip();
  }

  /** The {@code xml:lang} of the present tag, or empty when there is none. */
  String language() {
    String language = reader.getAttributeValue(XML, "lang");
    return language == null ? "" : language;
  }

  private int next() throws InvalidInput, IOException {
    int event;
    try {
      if (!reader.hasNext()) {
        return XMLStreamConstants.END_DOCUMENT;
      }
      event = reader.next();
    } catch (XMLStreamException broken) {
      throw explain(broken);
    }
    if (event == XMLStreamConstants.START_ELEMENT) {
      depth++;
      if (depth > ArchimateImport.MAX_DEPTH) {
        throw invalid("tags are nested more than " + ArchimateImport.MAX_DEPTH + " deep");
      }
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw invalid("declares a document type or entities of its own, which no model file does");
    }
    return event;
  }

  private void checkLength(int length) throws InvalidInput {
    if (length > ArchimateImport.MAX_TEXT) {
      throw invalid("a text is longer than " + ArchimateImport.MAX_TEXT + " characters");
    }
  }

  InvalidInput invalid(String problem) {
    return invalid(line(), Math.max(reader.getLocation().getColumnNumber(), 0), problem);
  }

  private InvalidInput invalid(int line, int column, String problem) {
    return new InvalidInput(
        Finding.error(Place.of(file.toString(), line, column, null), problem, AGAIN));
  }

  private InvalidInput explain(XMLStreamException broken) throws IOException {
    int line = 0;
    int column = 0;
    if (broken.getLocation() != null) {
      line = Math.max(broken.getLocation().getLineNumber(), 0);
      column = Math.max(broken.getLocation().getColumnNumber(), 0);
    }
    return switch (broken.getNestedException()) {
      case CharacterCodingException _ ->
          invalid(
              line, column, "is not written in the encoding that it states or that XML implies");
      case IOException unreadable -> throw unreadable;
      case null, default -> invalid(line, column, "is not well-formed XML: " + reason(broken));
    };
  }

  private static String reason(XMLStreamException broken) {
    String message = String.valueOf(broken.getMessage());
    String marker = "Message: ";
    int start = message.indexOf(marker);
    String reason = start < 0 ? message : message.substring(start + marker.length());
    return reason.lines().findFirst().orElse("").replaceAll("[.\\s]+$", "");
  }
}
