package org.concordat.formats.oscal;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.oscal.OscalScalar.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An element that OSCAL does not know, so that it survives. One that holds only text or only
 * elements of its own kind becomes members by name; any other becomes one text, its XML, under a
 * name in braces: <code>{namespace}name</code>. In the other direction what OSCAL does not know in
 * JSON becomes such elements, with attributes that say what JSON had there where the elements alone
 * do not.
 *
 * @param content texts and elements
 */
record Foreign(
    String namespace,
    String prefix,
    String name,
    List<Attribute> attributes,
    List<Object> content) {
  /** The namespace of the attributes that say what JSON had. */
  static final String JSON = "urn:concordat:oscal:json";

  /** The attribute that holds the kind of a value. */
  static final String KIND = "kind";

  /** The attribute that holds a name that is no name in XML. */
  static final String NAME = "name";

  /** The element of what has a name that is no name in XML. */
  static final String MEMBER = "member";

  static final String ITEM = "item";

  record Attribute(String namespace, String prefix, String name, String value) {}

  /** Reads the element that is open to its end. */
  static Foreign read(XMLStreamReader xml, ReadingLimits limits)
      throws XMLStreamException, InvalidInput {
    int line = Math.max(0, xml.getLocation().getLineNumber());
    limits.enterObject(line);
    List<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.add(
          new Attribute(
              orEmpty(xml.getAttributeNamespace(i)),
              orEmpty(xml.getAttributePrefix(i)),
              xml.getAttributeLocalName(i),
              xml.getAttributeValue(i)));
    }
    Foreign read =
        new Foreign(
            orEmpty(xml.getNamespaceURI()),
            orEmpty(xml.getPrefix()),
            xml.getLocalName(),
            attributes,
            new ArrayList<>());
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> read.content.add(read(xml, limits));
        case XMLStreamConstants.END_ELEMENT -> {
          limits.leaveObject();
          return read;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            read.content.add(xml.getText());
        default -> {}
      }
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The name of the member that it becomes. */
  String memberName() {
    if (!isPlain()) {
      return inBraces(namespace, name);
    }
    return plainName();
  }

  private String plainName() {
    return json(NAME).orElse(name);
  }

  static String inBraces(String namespace, String name) {
    return "{" + namespace + "}" + name;
  }

  /** What it becomes in JSON. */
  OscalValue value(int line) {
    if (!isPlain()) {
      return new OscalScalar(Kind.TEXT, asXml(), line);
    }
    return switch (json(KIND).orElse("")) {
      case "list" -> {
        OscalList list = new OscalList(line);
        elements().forEach(item -> list.add(item.value(line)));
        yield list;
      }
      case "object" -> object(line);
      case "number" -> new OscalScalar(Kind.NUMBER, text().strip(), line);
      case "boolean" -> new OscalScalar(Kind.BOOLEAN, text().strip(), line);
      case "null" -> new OscalScalar(Kind.NULL, "null", line);
      case "text" -> new OscalScalar(Kind.TEXT, text(), line);
      default ->
          elements().isEmpty() ? new OscalScalar(Kind.TEXT, text().strip(), line) : object(line);
    };
  }

  private OscalObject object(int line) {
    OscalObject object = new OscalObject(line);
    for (Foreign element : elements()) {
      String member = element.memberName();
      if (object.has(member)) {
        object.list(member).add(element.value(line));
      } else {
        object.set(member, element.value(line));
      }
    }
    return object;
  }

  private Optional<String> json(String attribute) {
    return attributes.stream()
        .filter(a -> a.namespace().equals(JSON) && a.name().equals(attribute))
        .map(Attribute::value)
        .findFirst();
  }

  private List<Foreign> elements() {
    return content.stream().filter(Foreign.class::isInstance).map(Foreign.class::cast).toList();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    content.forEach(c -> text.append(c instanceof String s ? s : ""));
    return text.toString();
  }

  /** Whether members by name hold all of it. */
  private boolean isPlain() {
    List<Foreign> elements = elements();
    return (namespace.isEmpty() || namespace.equals(XmlReader.NAMESPACE))
        && attributes.stream().allMatch(a -> a.namespace().equals(JSON))
        && (elements.isEmpty() || text().isBlank())
        && elements.stream().allMatch(Foreign::isPlain)
        && (json(KIND).isPresent()
            || elements.stream().map(Foreign::plainName).distinct().count() == elements.size());
  }

  private String asXml() {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      write(xml, List.of());
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("what was read as XML cannot be written", e);
    }
    return out.toString();
  }

  /** Writes the element whose XML the text is; false when it is none. */
  static boolean write(String text, XMLStreamWriter xml) throws XMLStreamException {
    Foreign element;
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
      reader.nextTag();
      element = read(reader, new ReadingLimits(""));
      while (reader.hasNext()) {
        reader.next();
      }
    } catch (XMLStreamException | InvalidInput e) {
      return false;
    }
    element.write(xml, List.of());
    return true;
  }

  /** Writes with the declarations of namespaces that are not yet in force. */
  private void write(XMLStreamWriter xml, List<String> declared) throws XMLStreamException {
    List<String> inForce = new ArrayList<>(declared);
    xml.writeStartElement(prefix, name, namespace);
    declare(prefix, namespace, inForce, xml);
    for (Attribute a : attributes) {
      if (!a.namespace().isEmpty()) {
        declare(a.prefix(), a.namespace(), inForce, xml);
      }
    }
    for (Attribute a : attributes) {
      if (a.namespace().isEmpty()) {
        xml.writeAttribute(a.name(), a.value());
      } else {
        xml.writeAttribute(a.prefix(), a.namespace(), a.name(), a.value());
      }
    }
    for (Object part : content) {
      switch (part) {
        case Foreign element -> element.write(xml, inForce);
        default -> xml.writeCharacters(part.toString());
      }
    }
    xml.writeEndElement();
  }

  private static void declare(
      String prefix, String namespace, List<String> inForce, XMLStreamWriter xml)
      throws XMLStreamException {
    String declaration = prefix + "=" + namespace;
    if (prefix.equals("xml") || inForce.contains(declaration)) {
      return;
    }
    inForce.removeIf(d -> d.startsWith(prefix + "="));
    inForce.add(declaration);
    if (prefix.isEmpty()) {
      xml.writeDefaultNamespace(namespace);
    } else {
      xml.writeNamespace(prefix, namespace);
    }
  }
}
