package org.concordat.formats.documents;

import java.util.List;
import java.util.Locale;

/** Builds the body of a document. All texts are escaped; what XML cannot hold is left out. */
public final class DocumentText {
  private final StringBuilder out = new StringBuilder();

  /**
   * A column of a table.
   *
   * @param share of the width, in percent
   * @param numeric whether it holds numbers, which stand at the right
   */
  public record Column(String title, int share, boolean numeric) {
    /** A column of texts. */
    public static Column of(String title, int share) {
      return new Column(title, share, false);
    }

    /** A column of numbers. */
    public static Column numbers(String title, int share) {
      return new Column(title, share, true);
    }
  }

  /**
   * What stands in a field of a table: lines, one below the other.
   *
   * @param look a class of the style sheet: {@code "id"}, {@code "small"}, {@code "good"}, {@code
   *     "fair"}, {@code "weak"}, {@code "bad"}, or nothing
   */
  public record Field(List<String> lines, String look) {
    public Field {
      lines = List.copyOf(lines);
    }

    /** Plain text. */
    public static Field of(String text) {
      return new Field(List.of(text), "");
    }

    /** Text with a class of the style sheet. */
    public static Field of(String text, String look) {
      return new Field(List.of(text), look);
    }
  }

  /**
   * A part of a bar.
   *
   * @param name what it stands for
   * @param count how much, 0 or more
   * @param colour such as {@code #1b7f4b}
   */
  public record Part(String name, long count, String colour) {}

  /** A chapter. */
  public DocumentText chapter(String heading) {
    return element("h2", heading);
  }

  /** A section of a chapter. */
  public DocumentText section(String heading) {
    return element("h3", heading);
  }

  /** A paragraph. */
  public DocumentText paragraph(String text) {
    return element("p", text);
  }

  /** The first paragraph, which says what the document answers. */
  public DocumentText lead(String text) {
    out.append("<p class=\"lead\">").append(escaped(text)).append("</p>\n");
    return this;
  }

  /** A remark on how something is to be read. */
  public DocumentText note(String text) {
    out.append("<p class=\"note\">").append(escaped(text)).append("</p>\n");
    return this;
  }

  /** Points. */
  public DocumentText list(List<String> points) {
    out.append("<ul>");
    points.forEach(p -> element("li", p));
    out.append("</ul>\n");
    return this;
  }

  /** A few figures side by side, each with what it counts beneath. */
  public DocumentText figures(List<Part> figures) {
    out.append("<div class=\"figures\">");
    for (Part figure : figures) {
      out.append("<p class=\"figure\" style=\"border-color: ").append(escaped(figure.colour()));
      out.append("\"><strong>").append(figure.count()).append("</strong><br/>");
      out.append(escaped(figure.name())).append("</p>");
    }
    out.append("</div>\n");
    return this;
  }

  /**
   * A bar whose parts are as long as what they stand for; nothing when there is nothing.
   *
   * @param title what the bar shows, for readers who cannot see it
   */
  public DocumentText bar(String title, List<Part> parts) {
    long all = parts.stream().mapToLong(Part::count).sum();
    if (all == 0) {
      return this;
    }
    out.append("<svg class=\"bar\" width=\"640\" height=\"14\" viewBox=\"0 0 640 14\"><title>");
    out.append(escaped(title)).append("</title>");
    long before = 0;
    for (Part part : parts) {
      if (part.count() > 0) {
        out.append(
            String.format(
                Locale.ROOT,
                "<rect x=\"%.2f\" y=\"0\" width=\"%.2f\" height=\"14\" fill=\"%s\"/>",
                640.0 * before / all,
                640.0 * part.count() / all,
                escaped(part.colour())));
        before += part.count();
      }
    }
    out.append("</svg>\n");
    return this;
  }

  /** A picture: a whole SVG document of ours. */
  public DocumentText picture(String svg) {
    out.append("<div class=\"picture\">").append(svg).append("</div>\n");
    return this;
  }

  /**
   * A table. Its head comes again on every page.
   *
   * @param rows each with as many fields as there are columns; the first names the row
   */
  public DocumentText table(List<Column> columns, List<List<Field>> rows) {
    out.append("<table><thead><tr>");
    for (Column column : columns) {
      out.append("<th scope=\"col\" style=\"width: ").append(column.share()).append("%\"");
      out.append(column.numeric() ? " class=\"numeric\">" : ">");
      out.append(escaped(column.title())).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>");
    for (List<Field> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row has " + row.size() + " fields, not " + columns.size());
      }
      out.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        field(row.get(i), columns.get(i));
      }
      out.append("</tr>\n");
    }
    out.append("</tbody></table>\n");
    return this;
  }

  private void field(Field field, Column column) {
    out.append("<td class=\"").append(column.numeric() ? "numeric " : "");
    out.append(escaped(field.look())).append("\">");
    for (int i = 0; i < field.lines().size(); i++) {
      out.append(i == 0 ? "" : "<br/>").append(escaped(field.lines().get(i)));
    }
    out.append("</td>");
  }

  /** What follows is on broad pages, for tables of many columns. */
  public DocumentText broad() {
    out.append("<div class=\"broad\">");
    return this;
  }

  /** Ends {@link #broad}. */
  public DocumentText narrow() {
    out.append("</div>\n");
    return this;
  }

  private DocumentText element(String name, String text) {
    out.append('<').append(name).append('>').append(escaped(text));
    out.append("</").append(name).append(">\n");
    return this;
  }

  /** The body as XHTML. */
  @Override
  public String toString() {
    return out.toString();
  }

  /** A text as it stands in XML, in elements and in attributes. */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(DocumentText::isWritable)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  /** XML 1.0, production 2 (Char). */
  private static boolean isWritable(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }
}
