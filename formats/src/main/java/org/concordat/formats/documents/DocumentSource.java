package org.concordat.formats.documents;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A whole XHTML document made of a letterhead, a title and a body, with bookmarks to its headings.
 */
final class DocumentSource {
  private static final Map<String, Integer> HEADINGS = Map.of("h2", 0, "h3", 1);

  /** What has room on a page within its margins, in pixels of a 96th of an inch. */
  private static final double WIDTH = 657;

  private static final double HEIGHT = 880;
  private static final double BROAD_WIDTH = 986;
  private static final double BROAD_HEIGHT = 560;

  private DocumentSource() {}

  /**
   * The document.
   *
   * @throws IllegalArgumentException when the body is not well-formed
   */
  static Document of(Letterhead letterhead, String title, String body) {
    Document document = parse(head(letterhead, title) + body + "</body></html>");
    describePictures(document);
    bookmark(document);
    return document;
  }

  private static String head(Letterhead letterhead, String title) {
    return """
    <html xmlns="http://www.w3.org/1999/xhtml" lang="%s"><head><title>%s</title>\
    <meta name="author" content="%s"/><meta name="description" content="%s"/><meta name="subject" content="%s"/>\
    <bookmarks/><style>%s</style></head><body><div class="band"><p>%s</p></div><h1>%s</h1><p class="date">%s</p>\
    """
        .formatted(
            letterhead.language().toLanguageTag(),
            DocumentText.escaped(title),
            DocumentText.escaped(letterhead.organisation()),
            DocumentText.escaped(title),
            DocumentText.escaped(title),
            DocumentText.escaped(style(letterhead, title)),
            DocumentText.escaped(letterhead.organisation()),
            DocumentText.escaped(title),
            DocumentText.escaped(letterhead.date()));
  }

  private static String style(Letterhead letterhead, String title) {
    return Bundled.text("document.css")
        .replace("$ACCENT", letterhead.accent())
        .replace("$ORGANISATION", quoted(letterhead.organisation()))
        .replace("$TITLE", quoted(title))
        .replace("$DATE", quoted(letterhead.date()))
        .replace("$PAGES", pages(letterhead.pages()));
  }

  /** {@code Page {0} of {1}} as the content of a box. */
  private static String pages(String words) {
    String content = words;
    List<String> parts = new ArrayList<>();
    int open;
    while ((open = next(content)) >= 0) {
      parts.add(quoted(content.substring(0, open)));
      parts.add(content.startsWith("{0}", open) ? "counter(page)" : "counter(pages)");
      content = content.substring(open + "{0}".length());
    }
    parts.add(quoted(content));
    return String.join(" ", parts);
  }

  private static int next(String text) {
    int number = text.indexOf("{0}");
    int count = text.indexOf("{1}");
    return number < 0 || count < 0 ? Math.max(number, count) : Math.min(number, count);
  }

  /** A string of CSS that can hold anything. The space after an escape belongs to it. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || c == ' ') {
                quoted.appendCodePoint(c);
              } else {
                quoted.append('\\').append(String.format(Locale.ROOT, "%06x ", c));
              }
            });
    return quoted.append('"').toString();
  }

  private static Document parse(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(THROWING);
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (SAXParseException wrong) {
      throw new IllegalArgumentException(
          "the body of the document is no XHTML, line %d, column %d: %s"
              .formatted(wrong.getLineNumber(), wrong.getColumnNumber(), wrong.getMessage()),
          wrong);
    } catch (SAXException | IOException | ParserConfigurationException wrong) {
      throw new IllegalArgumentException("the body of the document is no XHTML", wrong);
    }
  }

  /** The parser would else print what it finds. */
  private static final ErrorHandler THROWING =
      new ErrorHandler() {
        @Override
        public void warning(SAXParseException ignored) {}

        @Override
        public void error(SAXParseException wrong) throws SAXParseException {
          throw wrong;
        }

        @Override
        public void fatalError(SAXParseException wrong) throws SAXParseException {
          throw wrong;
        }
      };

  /** A picture's alternative text is where the writer looks for it, and it fits on a page. */
  private static void describePictures(Document document) {
    for (Element svg : elements(document.getElementsByTagName("svg"))) {
      List<String> said = new ArrayList<>();
      for (Node child = svg.getFirstChild(); child != null; child = child.getNextSibling()) {
        if (child instanceof Element element
            && (element.getTagName().equals("title") || element.getTagName().equals("desc"))) {
          said.add(element.getTextContent().strip());
        }
      }
      if (said.isEmpty() && !svg.hasAttribute("alt")) {
        throw new IllegalArgumentException("a picture of the document has no title");
      }
      if (!said.isEmpty()) {
        svg.setAttribute("alt", String.join(". ", said));
      }
      fit(svg);
    }
  }

  /** A picture that is larger than a page is drawn as large as has room. */
  private static void fit(Element svg) {
    Picture picture = new Picture(svg);
    boolean isBroad = isBroad(svg);
    double width = Math.min(1, (isBroad ? BROAD_WIDTH : WIDTH) / picture.width());
    double height = Math.min(1, (isBroad ? BROAD_HEIGHT : HEIGHT) / picture.height());
    if (Math.min(width, height) < 1) {
      svg.setAttribute(
          "style", "width: %dpx".formatted((int) (picture.width() * Math.min(width, height))));
    }
  }

  private static boolean isBroad(Node node) {
    for (Node at = node.getParentNode(); at != null; at = at.getParentNode()) {
      if (at instanceof Element element && element.getAttribute("class").equals("broad")) {
        return true;
      }
    }
    return false;
  }

  private static void bookmark(Document document) {
    Element bookmarks = (Element) document.getElementsByTagName("bookmarks").item(0);
    Element chapter = bookmarks;
    int number = 0;
    for (Element heading : elements(document.getElementsByTagName("*"))) {
      Integer depth = HEADINGS.get(heading.getTagName());
      if (depth == null) {
        continue;
      }
      if (!heading.hasAttribute("id")) {
        heading.setAttribute("id", "heading-" + ++number);
      }
      Element bookmark = document.createElement("bookmark");
      bookmark.setAttribute("name", heading.getTextContent().strip());
      bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
      (depth == 0 ? bookmarks : chapter).appendChild(bookmark);
      chapter = depth == 0 ? bookmark : chapter;
    }
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
