package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.List;
import org.concordat.formats.attacks.Amounts;

/**
 * A chart of a Pareto front: what more of one thing buys of another. Between two points the better
 * one is not reached yet, so the line goes in steps. A point without a finite value stands at the
 * upper edge.
 */
public final class FrontChart {
  private static final double LEFT = 76;
  private static final double BOTTOM = 46;
  private static final double TOP = 20;
  private static final double WIDTH = 560;
  private static final double HEIGHT = 260;
  private static final int TICKS = 4;

  private final List<Point> points;
  private final String across;
  private final String up;
  private final Svg svg = new Svg();
  private final double mostAcross;
  private final double mostUp;

  /**
   * A point.
   *
   * @param words what is behind it, for those who rest on it or cannot see it
   */
  public record Point(double across, double up, String words) {}

  private FrontChart(String across, String up, List<Point> points) {
    this.across = across;
    this.up = up;
    this.points = points;
    this.mostAcross = rounded(points.stream().mapToDouble(Point::across).max().orElse(1));
    this.mostUp =
        rounded(points.stream().mapToDouble(Point::up).filter(Double::isFinite).max().orElse(1));
  }

  /**
   * Draws a front.
   *
   * @param heading what the chart shows
   * @param across what the horizontal axis counts
   * @param up what the vertical axis counts
   * @param points by rising value across
   * @return a complete SVG document
   */
  public static String draw(String heading, String across, String up, List<Point> points) {
    Picture picture = new Picture("front", "", heading, heading);
    if (points.isEmpty()) {
      return picture.missing("There is nothing to choose between.", "No attack is possible.");
    }
    FrontChart chart = new FrontChart(across, up, List.copyOf(points));
    points.forEach(point -> picture.describe(point.words() + "."));
    chart.axes();
    chart.line();
    chart.dots();
    return picture.around(chart.svg, LEFT + WIDTH + 24, TOP + HEIGHT + BOTTOM);
  }

  /** The next number with one digit that counts, or 1 for nothing. */
  private static double rounded(double most) {
    if (most <= 0) {
      return 1;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(most)));
    return Math.ceil(most / unit - 1e-9) * unit;
  }

  private double x(double value) {
    return LEFT + WIDTH * value / mostAcross;
  }

  private double y(double value) {
    return Double.isFinite(value) ? TOP + HEIGHT - (HEIGHT - 24) * value / mostUp : TOP;
  }

  private void axes() {
    for (int i = 0; i <= TICKS; i++) {
      double upward = mostUp * i / TICKS;
      path("M", LEFT, y(upward), "H", LEFT + WIDTH);
      svg.text(LEFT - 8, y(upward) + 4, Lettering.SMALL, "end muted", Amounts.number(upward));
      double along = mostAcross * i / TICKS;
      svg.text(x(along), TOP + HEIGHT + 18, Lettering.SMALL, "middle muted", Amounts.number(along));
    }
    if (points.stream().anyMatch(p -> !Double.isFinite(p.up()))) {
      path("M", LEFT, TOP, "H", LEFT + WIDTH);
      svg.text(LEFT - 8, TOP + 4, Lettering.SMALL, "end muted", "\u221e");
    }
    svg.text(
        LEFT + WIDTH / 2, TOP + HEIGHT + 38, Lettering.SMALL, "middle text", Names.clean(across));
    svg.leaf(
        "text",
        Names.clean(up),
        "transform",
        "translate(" + Svg.path(14, TOP + HEIGHT / 2) + ") rotate(-90)",
        "class",
        Lettering.SMALL.css() + " middle text");
  }

  private void path(Object... parts) {
    svg.empty("path", "d", Svg.path(parts), "class", "edge faint", "stroke-width", 0.8);
  }

  private void line() {
    List<Object> parts = new ArrayList<>();
    for (Point point : points) {
      if (parts.isEmpty()) {
        parts.addAll(List.of("M", x(point.across()), y(point.up())));
      } else {
        parts.addAll(List.of("H", x(point.across()), "V", y(point.up())));
      }
    }
    parts.addAll(List.of("H", LEFT + WIDTH));
    svg.empty(
        "path",
        "d",
        Svg.path(parts.toArray()),
        "class",
        "edge " + Theme.line(2),
        "stroke-width",
        2);
  }

  private void dots() {
    for (Point point : points) {
      svg.open("g", "class", "point").title(point.words());
      svg.empty(
          "circle",
          "cx",
          x(point.across()),
          "cy",
          y(point.up()),
          "r",
          5,
          "class",
          "head " + Theme.line(3));
      svg.close();
    }
  }
}
