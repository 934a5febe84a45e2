package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A chart of what a target came to, window by window, with the threshold as a line. Good and bad
 * are told by the shape as well: a disc is met, a square is breached, a ring is not judged yet.
 */
public final class ResultChart {
  private static final double LEFT = 96;
  private static final double TOP = 14;
  private static final double WIDTH = 500;
  private static final double HEIGHT = 130;
  private static final double BENEATH = 34;

  /** More labels than these would run into each other. */
  private static final int LABELS = 8;

  private ResultChart() {}

  /** What came of a window. */
  public enum Mark {
    MET,
    BREACHED,
    RUNNING
  }

  /**
   * A window.
   *
   * @param name such as {@code 2026-03}
   * @param value what was measured
   * @param words the same for those who rest on it or cannot see it
   */
  public record Point(String name, double value, Mark mark, String words) {
    public Point {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a measured value is a number, not " + value);
      }
    }
  }

  /**
   * The words of a chart.
   *
   * @param heading what it shows
   * @param limit what stands beside the threshold
   * @param nothing what is said where nothing is measured, and what to do then
   * @param marks what each mark means
   */
  public record Legend(
      String heading, String limit, List<String> nothing, Map<Mark, String> marks) {
    public Legend {
      nothing = List.copyOf(nothing);
      marks = new EnumMap<>(marks);
      if (nothing.size() != 2 || marks.size() != Mark.values().length) {
        throw new IllegalArgumentException("say what is missing and what to do, and every mark");
      }
    }
  }

  /**
   * Draws a chart.
   *
   * @param points in the order of their windows
   * @return a complete SVG document
   */
  public static String draw(Legend legend, double threshold, List<Point> points) {
    Picture picture = new Picture("results", "", legend.heading(), legend.heading());
    if (points.isEmpty()) {
      return picture.missing(legend.nothing().getFirst(), legend.nothing().getLast());
    }
    for (Mark mark : Mark.values()) {
      picture.explain(
          (svg, x, y) -> mark(svg, x + 18, y + 8, mark), legend.marks().getOrDefault(mark, ""));
    }
    points.forEach(point -> picture.describe(point.words() + "."));
    double low = points.stream().mapToDouble(Point::value).min().orElse(threshold);
    double high = points.stream().mapToDouble(Point::value).max().orElse(threshold);
    low = Math.min(low, threshold);
    high = Math.max(high, threshold);
    double room = high - low == 0 ? Math.max(Math.abs(high), 1) * 0.1 : (high - low) * 0.12;
    Scale scale = new Scale(low - room, high + room, points.size());
    Svg svg = new Svg();
    path(svg, "edge faint", 0.8, "M", LEFT, TOP + HEIGHT, "H", LEFT + WIDTH);
    path(svg, "edge " + Theme.line(2), 1.4, "M", LEFT, scale.y(threshold), "H", LEFT + WIDTH);
    List<String> limit = Lettering.SMALL.wrap(Names.clean(legend.limit()), LEFT - 12, 3);
    svg.lines(LEFT - 8, scale.y(threshold) + 4, Lettering.SMALL, "end text", limit);
    List<Object> way = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      way.addAll(List.of(i == 0 ? "M" : "L", scale.x(i), scale.y(points.get(i).value())));
    }
    path(svg, "edge faint", 1.2, way.toArray());
    int step = Math.ceilDiv(points.size(), LABELS);
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      svg.open("g").title(point.words());
      mark(svg, scale.x(i), scale.y(point.value()), point.mark());
      svg.close();
      if (i % step == 0) {
        svg.text(
            scale.x(i),
            TOP + HEIGHT + 18,
            Lettering.SMALL,
            "middle muted",
            Names.clean(point.name()));
      }
    }
    return picture.around(svg, LEFT + WIDTH + 24, TOP + HEIGHT + BENEATH);
  }

  private record Scale(double low, double high, int count) {
    double x(int i) {
      return LEFT + WIDTH * (i + 0.5) / count;
    }

    double y(double value) {
      return TOP + HEIGHT - HEIGHT * (value - low) / (high - low);
    }
  }

  private static void path(Svg svg, String look, double width, Object... parts) {
    svg.empty("path", "d", Svg.path(parts), "class", look, "stroke-width", width);
  }

  private static void mark(Svg svg, double x, double y, Mark mark) {
    switch (mark) {
      case MET -> svg.empty("circle", "cx", x, "cy", y, "r", 5, "class", "head faint");
      case BREACHED ->
          svg.empty(
              "rect",
              "x",
              x - 5.5,
              "y",
              y - 5.5,
              "width",
              11,
              "height",
              11,
              "class",
              "head " + Theme.line(3));
      case RUNNING ->
          svg.empty(
              "circle", "cx", x, "cy", y, "r", 4.5, "class", "edge faint", "stroke-width", 1.8);
    }
  }
}
