package org.concordat.formats.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A picture, read again as any program would read it. */
final class Drawn {
  private final Document document;

  record Rect(double x, double y, double width, double height) {
    boolean overlaps(Rect other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    boolean holds(Rect other) {
      return x <= other.x
          && y <= other.y
          && other.x + other.width <= x + width
          && other.y + other.height <= y + height;
    }
  }

  private Drawn(Document document) {
    this.document = document;
  }

  static Drawn parsed(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new Drawn(factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg))));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + svg, e);
    }
  }

  Element root() {
    return document.getDocumentElement();
  }

  Stream<Element> elements(String name) {
    NodeList nodes = document.getElementsByTagName(name);
    return java.util.stream.IntStream.range(0, nodes.getLength())
        .mapToObj(i -> (Element) nodes.item(i));
  }

  Stream<Element> elements(String name, String cssClass) {
    return elements(name).filter(e -> hasClass(e, cssClass));
  }

  private static boolean hasClass(Element element, String cssClass) {
    return List.of(element.getAttribute("class").split(" ", -1)).contains(cssClass);
  }

  /** The titles of the groups of a class. */
  List<String> titles(String cssClass) {
    return elements("g", cssClass).map(g -> child(g, "title").getTextContent()).toList();
  }

  /** All that is written, line by line. */
  List<String> texts() {
    return elements("text").map(Element::getTextContent).toList();
  }

  String description() {
    return child(root(), "desc").getTextContent();
  }

  private static Element child(Element of, String name) {
    return (Element) of.getElementsByTagName(name).item(0);
  }

  Rect viewBox() {
    String[] parts = root().getAttribute("viewBox").split(" ", -1);
    return new Rect(0, 0, Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
  }

  /** The boxes of the groups of these classes. */
  List<Rect> boxes(String... classes) {
    return Stream.of(classes)
        .flatMap(c -> elements("g", c))
        .map(g -> rect(child(g, "rect")))
        .toList();
  }

  static Rect rect(Element rect) {
    return new Rect(
        number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height"));
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  static void assertApart(List<Rect> boxes) {
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (boxes.get(i).overlaps(boxes.get(j))) {
          throw new AssertionError(boxes.get(i) + " and " + boxes.get(j) + " overlap");
        }
      }
    }
  }

  /** In each group of a class, everything is inside the first box, and no line lies on another. */
  void assertTextInside(String cssClass) {
    elements("g", cssClass)
        .forEach(
            group -> {
              Rect box = rect(child(group, "rect"));
              List<Rect> inside = new ArrayList<>();
              NodeList rects = group.getElementsByTagName("rect");
              List<Rect> badges = new ArrayList<>();
              for (int i = 1; i < rects.getLength(); i++) {
                badges.add(rect((Element) rects.item(i)));
              }
              NodeList texts = group.getElementsByTagName("text");
              for (int i = 0; i < texts.getLength(); i++) {
                inside.add(extent((Element) texts.item(i)));
              }
              assertThat(inside).isNotEmpty().allSatisfy(t -> assertThat(box.holds(t)).isTrue());
              assertApart(inside);
              for (Rect badge : badges) {
                // A badge holds its own text and touches no other.
                assertThat(inside.stream().filter(badge::overlaps))
                    .allSatisfy(t -> assertThat(badge.holds(t)).isTrue());
              }
            });
  }

  /** Where a line of text is, from the top of its small letters to its base line. */
  private static Rect extent(Element text) {
    Lettering lettering =
        Stream.of(Lettering.values())
            .filter(l -> hasClass(text, l.css()))
            .findFirst()
            .orElseThrow();
    double width = lettering.width(text.getTextContent());
    double x = number(text, "x");
    double left = hasClass(text, "middle") ? x - width / 2 : hasClass(text, "end") ? x - width : x;
    double height = lettering.size() * 0.6;
    return new Rect(left, number(text, "y") - height, width, height);
  }

  /** What every picture owes to those who read it with other means than eyes, and to viewers. */
  static Drawn assertSound(String svg) {
    Drawn drawn = parsed(svg);
    Element root = drawn.root();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    for (String id : root.getAttribute("aria-labelledby").split(" ", -1)) {
      assertThat(Stream.of("title", "desc").map(n -> child(root, n).getAttribute("id")))
          .contains(id);
    }
    assertThat(drawn.description()).isNotBlank();
    assertThat(svg)
        .doesNotContain("<script", "href", "url(", "<image", "@import", "NaN", "Infinity");
    Rect all = drawn.viewBox();
    assertThat(drawn.elements("rect").map(Drawn::sizes))
        .allSatisfy(
            r -> assertThat(r.width() <= all.width() && r.height() <= all.height()).isTrue());
    assertThat(drawn.texts()).noneMatch(t -> t.chars().anyMatch(Character::isISOControl));
    return drawn;
  }

  private static Rect sizes(Element rect) {
    return new Rect(0, 0, number(rect, "width"), number(rect, "height"));
  }
}
