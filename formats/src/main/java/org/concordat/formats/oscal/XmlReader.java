package org.concordat.formats.oscal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.oscal.OscalModel.Assembly;
import org.concordat.formats.oscal.OscalModel.Form;
import org.concordat.formats.oscal.OscalModel.Member;
import org.concordat.formats.oscal.OscalScalar.Kind;
import org.concordat.formats.oscal.markup.Block;
import org.concordat.formats.oscal.markup.MarkdownWriter;
import org.concordat.formats.oscal.markup.MarkupElements;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document in XML into the members that JSON has for it. A document type is refused, and
 * nothing is fetched. What OSCAL does not know is kept ({@link Foreign}); comments and hints to
 * schemas are not.
 */
final class XmlReader {
  /** The namespace of all of OSCAL. */
  static final String NAMESPACE = "http://csrc.nist.gov/ns/oscal/1.0";

  private final ReadingLimits limits;
  private final FindingList findings;
  private final XMLStreamReader xml;

  private XmlReader(XMLStreamReader xml, ReadingLimits limits, FindingList findings) {
    this.xml = xml;
    this.limits = limits;
    this.findings = findings;
  }

  static OscalObject read(InputStream in, ReadingLimits limits, FindingList findings)
      throws IOException, InvalidInput {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(decoded(in));
      try {
        return new XmlReader(xml, limits, findings).document();
      } finally {
        xml.close();
      }
    } catch (MarkupElements.TooDeep e) {
      throw limits.refuse(0, String.valueOf(e.getMessage()));
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
      throw new InvalidInput(
          Finding.error(
              Place.of(limits.file(), line, 0, null), "this is not XML: " + firstLine(e), null));
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

  private OscalObject document() throws XMLStreamException, InvalidInput {
    OscalObject top = new OscalObject(1);
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD ->
            throw limits.refuse(line(), "the document declares a document type, which is not read");
        case XMLStreamConstants.START_ELEMENT -> {
          String name = xml.getLocalName();
          Optional<OscalKind> kind = OscalKind.of(name);
          if (kind.isEmpty() || !isOscal()) {
            Foreign foreign = Foreign.read(xml, limits);
            top.set(foreign.memberName(), foreign.value(1));
          } else {
            top.set(name, assembly(OscalModel.of(kind.get())));
          }
        }
        default -> {}
      }
    }
    return top;
  }

  private OscalObject assembly(Assembly assembly) throws XMLStreamException, InvalidInput {
    int line = line();
    limits.enterObject(line);
    OscalObject object = new OscalObject(line);
    attributes(assembly, object, line);
    Member own = assembly.own();
    boolean hasOwnText = own != null && own.form() == Form.OWN_TEXT;
    StringBuilder text = new StringBuilder();
    List<Block> prose = new ArrayList<>();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        if (own != null && own.form() == Form.OWN_PROSE && isProse()) {
          object.set(own.name(), "");
          elements().block().ifPresent(prose::add);
        } else {
          element(assembly, object);
        }
      } else if (xml.isCharacters() && !xml.isWhiteSpace()) {
        if (!hasOwnText) {
          findings.error(
              Place.of(limits.file(), line(), 0, assembly.name()),
              "text stands where OSCAL has none: '" + shortened(xml.getText()) + "'",
              null);
        }
        text.append(xml.getText());
      }
    }
    if (own != null && hasOwnText) {
      object.set(own.name(), scalar(own, text.toString(), line));
    }
    if (own != null && !prose.isEmpty()) {
      object.set(own.name(), markdown(MarkdownWriter.blocks(prose), line));
    }
    limits.leaveObject();
    return object;
  }

  private boolean isProse() {
    return isOscal() && MarkupElements.isBlock(xml.getLocalName());
  }

  private void attributes(Assembly assembly, OscalObject object, int line) throws InvalidInput {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      String name = xml.getAttributeLocalName(i);
      boolean isPlain = namespace == null || namespace.isEmpty();
      Member member = isPlain ? assembly.attribute(name) : null;
      if (member != null) {
        object.set(member.name(), scalar(member, xml.getAttributeValue(i), line));
      } else if (!XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(namespace)) {
        object.set(
            Foreign.inBraces(isPlain ? "" : namespace, name),
            new OscalScalar(Kind.TEXT, xml.getAttributeValue(i), line));
      }
    }
  }

  private void element(Assembly assembly, OscalObject object)
      throws XMLStreamException, InvalidInput {
    Member member = isOscal() ? assembly.element(xml.getLocalName()) : null;
    int line = line();
    if (member == null) {
      Foreign foreign = Foreign.read(xml, limits);
      String name = foreign.memberName();
      if (object.has(name)) {
        object.list(name).add(foreign.value(line));
      } else {
        object.set(name, foreign.value(line));
      }
      return;
    }
    switch (member.form()) {
      case LIST -> object.list(member.name()).add(value(member));
      case WRAPPED_LIST -> {
        OscalList list = object.list(member.name());
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
          if (xml.isStartElement()) {
            list.add(value(member));
          }
        }
      }
      case FLAG, ONE, OWN_TEXT, OWN_PROSE -> {
        if (object.has(member.name())) {
          findings.error(
              Place.of(limits.file(), line, 0, member.element()),
              "'" + member.element() + "' stands here twice",
              "keep one of the two");
        }
        object.set(member.name(), value(member));
      }
    }
  }

  private OscalValue value(Member member) throws XMLStreamException, InvalidInput {
    int line = line();
    return switch (member.content()) {
      case LINE -> markdown(MarkdownWriter.line(elements().line()), line);
      case PROSE -> markdown(MarkdownWriter.blocks(elements().blocks()), line);
      case TEXT, INTEGER, NUMBER, BOOLEAN -> scalar(member, text(), line);
      case ASSEMBLY -> assembly(member.of());
    };
  }

  private MarkupElements elements() {
    int line = line();
    return new MarkupElements(
        xml,
        name ->
            findings.warning(
                Place.of(limits.file(), line, 0, name),
                "'" + name + "' is no markup of OSCAL; the text in it is kept",
                null));
  }

  private OscalScalar markdown(String text, int line) throws InvalidInput {
    limits.count(line);
    limits.text(text.length(), line);
    return new OscalScalar(Kind.TEXT, text, line);
  }

  private OscalScalar scalar(Member member, String raw, int line) throws InvalidInput {
    limits.count(line);
    limits.text(raw.length(), line);
    String text = raw.strip();
    Kind kind =
        switch (member.content()) {
          case TEXT, LINE, PROSE, ASSEMBLY -> Kind.TEXT;
          case INTEGER, NUMBER -> YamlReader.kind(text) == Kind.NUMBER ? Kind.NUMBER : Kind.TEXT;
          case BOOLEAN ->
              switch (text) {
                case "true", "false", "1", "0" -> Kind.BOOLEAN;
                default -> Kind.TEXT;
              };
        };
    boolean isDigit = kind == Kind.BOOLEAN && text.length() == 1;
    return new OscalScalar(kind, isDigit ? Boolean.toString(text.equals("1")) : text, line);
  }

  /** The text to the end of the element that is open; elements in it are errors. */
  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int open = 1;
    while (open > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          findings.error(
              Place.of(limits.file(), line(), 0, xml.getLocalName()),
              "'" + xml.getLocalName() + "' stands where OSCAL has only text",
              null);
          open++;
        }
        case XMLStreamConstants.END_ELEMENT -> open--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(xml.getText());
        default -> {}
      }
    }
    return text.toString();
  }

  /** Whether the element that is open is in OSCAL's namespace, or in none. */
  private boolean isOscal() {
    @Nullable String namespace = xml.getNamespaceURI();
    return namespace == null || namespace.isEmpty() || namespace.equals(NAMESPACE);
  }

  private int line() {
    return Math.max(0, xml.getLocation().getLineNumber());
  }

  private static String shortened(String text) {
    String line = text.strip().lines().findFirst().orElse("");
    return line.length() <= 40 ? line : line.substring(0, 40) + "...";
  }

  private static String firstLine(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int start = message.indexOf("Message: ");
    return start < 0 ? message : message.substring(start + "Message: ".length());
  }
}
