package org.concordat.formats.oscal;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.oscal.OscalModel.Assembly;
import org.concordat.formats.oscal.OscalModel.Content;
import org.concordat.formats.oscal.OscalModel.Form;
import org.concordat.formats.oscal.OscalModel.Member;
import org.concordat.formats.oscal.OscalScalar.Kind;
import org.concordat.formats.oscal.markup.MarkdownReader;
import org.concordat.formats.oscal.markup.MarkupElementsWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a document as XML, its members in the order that XML wants. What OSCAL does not know comes
 * last, as {@link Foreign} says. A member that has not the shape of its model has no place in XML,
 * so that such a document is refused, with all such members.
 */
final class XmlWriter {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]*");

  private final XMLStreamWriter xml;
  private final MarkupElementsWriter markup;
  private final FindingList findings = new FindingList();
  private final String file;

  private XmlWriter(XMLStreamWriter xml, String file) {
    this.xml = xml;
    this.markup = new MarkupElementsWriter(xml);
    this.file = file;
  }

  static void write(OscalDocument document, OutputStream out) throws InvalidInput {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      XmlWriter writer = new XmlWriter(xml, document.file());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeCharacters("\n");
      writer.element(
          document.kind().root(), OscalModel.of(document.kind()), document.root(), "\n", true);
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
      if (writer.findings.hasErrors()) {
        throw new InvalidInput(writer.findings.list());
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the document cannot be written as XML", e);
    }
  }

  private void element(
      String name, Assembly assembly, OscalObject object, String lineStart, boolean isRoot)
      throws XMLStreamException {
    xml.writeStartElement(name);
    if (isRoot) {
      xml.writeDefaultNamespace(XmlReader.NAMESPACE);
    }
    attributes(assembly, object);
    String inside = lineStart + "  ";
    boolean hasElements = false;
    for (Member member : assembly.members()) {
      OscalValue value = object.get(member.name());
      if (value != null && member.form() != Form.FLAG) {
        member(member, value, inside);
        hasElements |= member.form() != Form.OWN_TEXT;
      }
    }
    for (String unknown : object.names()) {
      OscalValue value = object.get(unknown);
      if (value != null && assembly.member(unknown) == null && !isAttribute(unknown, value)) {
        hasElements = true;
        unknown(unknown, value, inside);
      }
    }
    if (hasElements) {
      xml.writeCharacters(lineStart);
    }
    xml.writeEndElement();
  }

  private void attributes(Assembly assembly, OscalObject object) throws XMLStreamException {
    for (Member member : assembly.members()) {
      OscalValue value = object.get(member.name());
      if (value != null && member.form() == Form.FLAG) {
        String text = scalar(member, value);
        if (text != null) {
          xml.writeAttribute(member.element(), text);
        }
      }
    }
    int prefix = 0;
    for (String name : object.names()) {
      if (assembly.member(name) != null
          || !(object.get(name) instanceof OscalScalar value)
          || !isAttribute(name, value)) {
        continue;
      }
      String namespace = name.substring(1, name.indexOf('}'));
      String local = name.substring(name.indexOf('}') + 1);
      if (namespace.isEmpty()) {
        xml.writeAttribute(local, legal(value.text()));
      } else {
        String declared = "a" + ++prefix;
        xml.writeNamespace(declared, namespace);
        xml.writeAttribute(declared, namespace, local, legal(value.text()));
      }
    }
  }

  /** Whether a member that OSCAL does not know was an attribute. */
  private static boolean isAttribute(String name, OscalValue value) {
    return isInBraces(name)
        && value instanceof OscalScalar scalar
        && !scalar.text().startsWith("<");
  }

  private static boolean isInBraces(String name) {
    int brace = name.indexOf('}');
    return name.startsWith("{") && brace > 0 && NAME.matcher(name.substring(brace + 1)).matches();
  }

  private void member(Member member, OscalValue value, String lineStart) throws XMLStreamException {
    switch (member.form()) {
      case OWN_TEXT -> {
        String text = scalar(member, value);
        if (text != null) {
          xml.writeCharacters(text);
        }
      }
      case OWN_PROSE -> {
        String text = scalar(member, value);
        if (text != null) {
          markup.blocks(MarkdownReader.blocks(text), lineStart);
        }
      }
      case ONE -> one(member, value, lineStart);
      case LIST -> {
        for (OscalValue item : items(value)) {
          one(member, item, lineStart);
        }
      }
      case WRAPPED_LIST -> {
        xml.writeCharacters(lineStart);
        xml.writeStartElement(member.name());
        for (OscalValue item : items(value)) {
          one(member, item, lineStart + "  ");
        }
        xml.writeCharacters(lineStart);
        xml.writeEndElement();
      }
      case FLAG -> {}
    }
  }

  private static List<OscalValue> items(OscalValue value) {
    return value instanceof OscalList list ? list.items() : List.of(value);
  }

  private void one(Member member, OscalValue value, String lineStart) throws XMLStreamException {
    if (member.content() == Content.ASSEMBLY) {
      if (value instanceof OscalObject object) {
        xml.writeCharacters(lineStart);
        element(member.element(), member.of(), object, lineStart, false);
      } else {
        misshapen(member, value, "an object");
      }
      return;
    }
    String text = scalar(member, value);
    if (text == null) {
      return;
    }
    xml.writeCharacters(lineStart);
    xml.writeStartElement(member.element());
    switch (member.content()) {
      case LINE -> markup.inlines(MarkdownReader.line(text));
      case PROSE -> {
        markup.blocks(MarkdownReader.blocks(text), lineStart + "  ");
        xml.writeCharacters(lineStart);
      }
      case TEXT, INTEGER, NUMBER, BOOLEAN, ASSEMBLY -> xml.writeCharacters(text);
    }
    xml.writeEndElement();
  }

  /** The text of a scalar; null, with a finding, when the value is none. */
  private @Nullable String scalar(Member member, OscalValue value) {
    if (value instanceof OscalScalar scalar && scalar.kind() != Kind.NULL) {
      return legal(scalar.text());
    }
    misshapen(member, value, "a text");
    return null;
  }

  private void misshapen(Member member, OscalValue value, String wanted) {
    findings.error(
        Place.of(file, value.line(), 0, member.name()),
        "'"
            + member.name()
            + "' must be "
            + wanted
            + ", not "
            + OscalShape.described(value)
            + "; XML has no place for it",
        null);
  }

  private void unknown(String name, OscalValue value, String lineStart) throws XMLStreamException {
    if (isInBraces(name) && !(value instanceof OscalObject)) {
      for (OscalValue item : items(value)) {
        xml.writeCharacters(lineStart);
        if (!(item instanceof OscalScalar scalar) || !Foreign.write(legal(scalar.text()), xml)) {
          plain(name, item, lineStart);
        }
      }
      return;
    }
    xml.writeCharacters(lineStart);
    plain(name, value, lineStart);
  }

  private void plain(String name, OscalValue value, String lineStart) throws XMLStreamException {
    boolean isName = NAME.matcher(name).matches();
    xml.writeStartElement(isName ? name : Foreign.MEMBER);
    String kind =
        switch (value) {
          case OscalList _ -> "list";
          case OscalObject object -> object.names().isEmpty() ? "object" : "";
          case OscalScalar scalar ->
              switch (scalar.kind()) {
                case NUMBER -> "number";
                case BOOLEAN -> "boolean";
                case NULL -> "null";
                case TEXT -> scalar.text().equals(scalar.text().strip()) ? "" : "text";
              };
        };
    if (!isName || !kind.isEmpty()) {
      xml.writeNamespace("json", Foreign.JSON);
    }
    if (!isName) {
      xml.writeAttribute("json", Foreign.JSON, Foreign.NAME, legal(name));
    }
    if (!kind.isEmpty()) {
      xml.writeAttribute("json", Foreign.JSON, Foreign.KIND, kind);
    }
    switch (value) {
      case OscalList list -> {
        for (OscalValue item : list.items()) {
          xml.writeCharacters(lineStart + "  ");
          plain(Foreign.ITEM, item, lineStart + "  ");
        }
        xml.writeCharacters(list.items().isEmpty() ? "" : lineStart);
      }
      case OscalObject object -> {
        for (String member : object.names()) {
          OscalValue inside = object.get(member);
          if (inside != null) {
            unknown(member, inside, lineStart + "  ");
          }
        }
        xml.writeCharacters(object.names().isEmpty() ? "" : lineStart);
      }
      case OscalScalar scalar ->
          xml.writeCharacters(scalar.kind() == Kind.NULL ? "" : legal(scalar.text()));
    }
    xml.writeEndElement();
  }

  /** The text without the characters that XML cannot hold. */
  private static String legal(String text) {
    if (text.codePoints().allMatch(XmlWriter::isLegal)) {
      return text;
    }
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : 0xFFFD));
    return legal.toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
