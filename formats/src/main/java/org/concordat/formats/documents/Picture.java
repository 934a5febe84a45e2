package org.concordat.formats.documents;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A picture as our own drawings are: groups, rectangles, circles, lines, paths and texts in SVG,
 * with classes and a small style sheet. Texts become outlines of the bundled fonts, so a picture
 * looks the same everywhere; readers are told its title.
 */
final class Picture {
  private static final Set<String> CONTAINERS = Set.of("svg", "g", "a");
  private static final Set<String> UNSEEN = Set.of("title", "desc", "style", "metadata", "defs");
  private static final Pattern TRANSFORM = Pattern.compile("(translate|rotate|scale)\\(([^)]*)\\)");
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

  private final Element svg;
  private final PictureStyle style;
  private final double[] view;

  /**
   * A picture.
   *
   * @throws IllegalArgumentException when it has neither a size nor a view box, or elements that
   *     our pictures do not have
   */
  Picture(Element svg) {
    this.svg = svg;
    this.style = PictureStyle.of(svg);
    this.view = view(svg);
  }

  private static double[] view(Element svg) {
    String box = svg.getAttribute("viewBox").strip();
    if (!box.isEmpty()) {
      return SEPARATOR.splitAsStream(box).mapToDouble(Double::parseDouble).toArray();
    }
    return new double[] {0, 0, number(svg, "width"), number(svg, "height")};
  }

  /** In pixels. */
  double width() {
    return view[2];
  }

  /** In pixels. */
  double height() {
    return view[3];
  }

  void draw(Graphics2D graphics) {
    graphics.translate(-view[0], -view[1]);
    children(svg, graphics, style.initial());
  }

  private void children(Element parent, Graphics2D graphics, Map<String, String> inherited) {
    Map<String, String> looks = style.of(parent, inherited);
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && !UNSEEN.contains(element.getTagName())) {
        AffineTransform before = graphics.getTransform();
        graphics.transform(transform(element.getAttribute("transform")));
        if (CONTAINERS.contains(element.getTagName())) {
          children(element, graphics, looks);
        } else {
          paint(shape(element, style.of(element, looks)), graphics, style.of(element, looks));
        }
        graphics.setTransform(before);
      }
    }
  }

  private static AffineTransform transform(String text) {
    AffineTransform transform = new AffineTransform();
    Matcher step = TRANSFORM.matcher(text);
    while (step.find()) {
      double[] by =
          SEPARATOR.splitAsStream(step.group(2).strip()).mapToDouble(Double::parseDouble).toArray();
      switch (step.group(1)) {
        case "translate" -> transform.translate(by[0], by.length > 1 ? by[1] : 0);
        case "rotate" -> transform.rotate(Math.toRadians(by[0]));
        default -> transform.scale(by[0], by.length > 1 ? by[1] : by[0]);
      }
    }
    return transform;
  }

  private static Shape shape(Element element, Map<String, String> looks) {
    return switch (element.getTagName()) {
      case "rect" -> rectangle(element);
      case "circle" -> {
        double r = number(element, "r");
        yield new Ellipse2D.Double(
            number(element, "cx") - r, number(element, "cy") - r, 2 * r, 2 * r);
      }
      case "line" ->
          new Line2D.Double(
              number(element, "x1"),
              number(element, "y1"),
              number(element, "x2"),
              number(element, "y2"));
      case "path" -> PathData.parse(element.getAttribute("d"));
      case "text" -> text(element, looks);
      default ->
          throw new IllegalArgumentException(
              "a picture of the document has an element '" + element.getTagName() + "'");
    };
  }

  private static Shape rectangle(Element element) {
    double x = number(element, "x");
    double y = number(element, "y");
    double width = number(element, "width");
    double height = number(element, "height");
    double corner = 2 * number(element, "rx");
    return corner == 0
        ? new Rectangle2D.Double(x, y, width, height)
        : new RoundRectangle2D.Double(x, y, width, height, corner, corner);
  }

  private static Shape text(Element element, Map<String, String> looks) {
    double size = Double.parseDouble(looks.getOrDefault("font-size", "16").replace("px", ""));
    Outlines font = Outlines.of("700".equals(looks.get("font-weight")));
    String text = element.getTextContent().strip();
    double x = number(element, "x");
    x -=
        switch (looks.getOrDefault("text-anchor", "start")) {
          case "middle" -> font.width(text, size) / 2;
          case "end" -> font.width(text, size);
          default -> 0;
        };
    return font.shape(text, size, x, number(element, "y"));
  }

  private static void paint(Shape shape, Graphics2D graphics, Map<String, String> looks) {
    String fill = looks.getOrDefault("fill", "#000000");
    if (!fill.equals("none")) {
      graphics.setColor(colour(fill, looks.get("fill-opacity")));
      graphics.fill(shape);
    }
    String stroke = looks.getOrDefault("stroke", "none");
    if (!stroke.equals("none")) {
      graphics.setColor(colour(stroke, looks.get("stroke-opacity")));
      graphics.setStroke(stroke(looks));
      graphics.draw(shape);
    }
  }

  private static BasicStroke stroke(Map<String, String> looks) {
    float width = Float.parseFloat(looks.getOrDefault("stroke-width", "1").replace("px", ""));
    String dashes = looks.getOrDefault("stroke-dasharray", "none");
    if (dashes.equals("none")) {
      return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }
    double[] lengths =
        SEPARATOR.splitAsStream(dashes.strip()).mapToDouble(Double::parseDouble).toArray();
    float[] pattern = new float[lengths.length];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = (float) lengths[i];
    }
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, pattern, 0);
  }

  private static Color colour(String hex, @Nullable String opacity) {
    Color colour = Color.decode(hex);
    return opacity == null
        ? colour
        : new Color(
            colour.getRed(),
            colour.getGreen(),
            colour.getBlue(),
            (int) Math.round(255 * Double.parseDouble(opacity)));
  }

  private static double number(Element element, String attribute) {
    String text = element.getAttribute(attribute).replace("px", "").strip();
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }
}
