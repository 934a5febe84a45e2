package org.concordat.formats.drawing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes SVG elements, with text escaped and numbers the same in every locale. */
final class Svg {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn; numbers are written with two decimals at most
   */
  Svg open(String element, Object... attributes) {
    start(element, attributes);
    out.append(">\n");
    open.push(element);
    return this;
  }

  Svg close() {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** An element without content. */
  Svg empty(String element, Object... attributes) {
    start(element, attributes);
    out.append("/>\n");
    return this;
  }

  /** An element that holds text alone. */
  Svg leaf(String element, String text, Object... attributes) {
    start(element, attributes);
    out.append('>');
    escape(text);
    out.append("</").append(element).append(">\n");
    return this;
  }

  /** What a pointer that rests on the surrounding group is told. */
  Svg title(String text) {
    return leaf("title", text);
  }

  /**
   * A line of text.
   *
   * @param y of the base line
   * @param look further classes, such as a colour of {@link Theme}
   */
  Svg text(double x, double y, Lettering lettering, String look, String text) {
    return leaf("text", text, "x", x, "y", y, "class", lettering.css() + " " + look);
  }

  /** Lines of text below each other; y is the base line of the first. */
  Svg lines(double x, double y, Lettering lettering, String look, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      text(x, y + i * lettering.leading(), lettering, look, lines.get(i));
    }
    return this;
  }

  /** A rectangle whose corners are rounded a little. */
  Svg rect(double x, double y, double width, double height, String look) {
    return empty("rect", "x", x, "y", y, "width", width, "height", height, "rx", 4, "class", look);
  }

  Svg add(Svg other) {
    out.append(other.out);
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** A number with two decimals at most and none when it needs none. */
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    if (hundredths % 100 == 0) {
      return Long.toString(hundredths / 100);
    }
    long rest = Math.abs(hundredths % 100);
    String sign = hundredths < 0 ? "-" : "";
    String decimals = rest % 10 == 0 ? Long.toString(rest / 10) : (rest < 10 ? "0" : "") + rest;
    return sign + Math.abs(hundredths / 100) + "." + decimals;
  }

  /** The data of a path: letters as they are, numbers as {@link #number} writes them. */
  static String path(Object... parts) {
    StringBuilder data = new StringBuilder();
    for (Object part : parts) {
      if (!data.isEmpty()) {
        data.append(' ');
      }
      data.append(part instanceof Number number ? number(number.doubleValue()) : part.toString());
    }
    return data.toString();
  }

  private void start(String element, Object... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("an attribute of '" + element + "' has no value");
    }
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      Object value = attributes[i + 1];
      escape(value instanceof Number number ? number(number.doubleValue()) : value.toString());
      out.append('"');
    }
  }

  private void escape(String text) {
    text.codePoints()
        .filter(c -> Names.isWritable(c) || c == '\n')
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
              }
            });
  }
}
