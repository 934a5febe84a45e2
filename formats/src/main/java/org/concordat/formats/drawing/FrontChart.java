package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A chart of a Pareto front: what more of one thing buys of another. Between two points the better
 * one is not reached yet, so the line goes in steps. A point without a finite value stands at the
 * upper edge.
 */
public final class FrontChart {
  private static final double TOP = 20;
  private static final double WIDTH = 560;
  private static final double HEIGHT = 260;
  private static final double GAP = 8;
  private static final int TICKS = 4;
  private static final int TITLE_LINES = 3;

  private final List<Point> points;
  private final Legend legend;
  private final List<String> across;
  private final List<String> up;
  private final Svg svg = new Svg();
  private final double mostAcross;
  private final double mostUp;
  private final double left;

  /**
   * A point.
   *
   * @param words what is behind it, for those who rest on it or cannot see it
   */
  public record Point(double across, double up, String words) {}

  /**
   * The words of a chart.
   *
   * @param heading what it shows
   * @param across what the horizontal axis counts
   * @param up what the vertical axis counts
   * @param nothing what is said where there is no point, and why or what to do then
   * @param number how numbers are written
   */
  public record Legend(
      String heading,
      String across,
      String up,
      List<String> nothing,
      DoubleFunction<String> number) {
    public Legend {
      nothing = List.copyOf(nothing);
      if (nothing.size() != 2) {
        throw new IllegalArgumentException("say what is missing, and why or what to do");
      }
    }
  }

  private FrontChart(Legend legend, List<Point> points) {
    this.legend = legend;
    this.points = points;
    this.mostAcross = rounded(points.stream().mapToDouble(Point::across).max().orElse(1));
    this.mostUp =
        rounded(points.stream().mapToDouble(Point::up).filter(Double::isFinite).max().orElse(1));
    this.across = Lettering.SMALL.wrap(Names.clean(legend.across()), WIDTH, TITLE_LINES);
    this.up = Lettering.SMALL.wrap(Names.clean(legend.up()), HEIGHT, TITLE_LINES);
    double widest = 0;
    for (int i = 0; i <= TICKS; i++) {
      widest = Math.max(widest, Lettering.SMALL.width(tick(mostUp, i)));
    }
    this.left = up.size() * Lettering.SMALL.leading() + GAP + widest + GAP;
  }

  /**
   * Draws a front.
   *
   * @param points by rising value across
   * @return a complete SVG document
   */
  public static String draw(Legend legend, List<Point> points) {
    Picture picture = new Picture("front", "", legend.heading(), legend.heading());
    if (points.isEmpty()) {
      return picture.missing(legend.nothing().getFirst(), legend.nothing().getLast());
    }
    FrontChart chart = new FrontChart(legend, List.copyOf(points));
    points.forEach(point -> picture.describe(point.words() + "."));
    chart.axes();
    chart.line();
    chart.dots();
    double beneath = 30 + chart.across.size() * Lettering.SMALL.leading();
    return picture.around(chart.svg, chart.left + WIDTH + 24, TOP + HEIGHT + beneath);
  }

  /** The next number with one digit that counts, or 1 for nothing. */
  private static double rounded(double most) {
    if (most <= 0) {
      return 1;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(most)));
    return Math.ceil(most / unit - 1e-9) * unit;
  }

  private String tick(double most, int i) {
    return legend.number().apply(most * i / TICKS);
  }

  private double x(double value) {
    return left + WIDTH * value / mostAcross;
  }

  private double y(double value) {
    return Double.isFinite(value) ? TOP + HEIGHT - (HEIGHT - 24) * value / mostUp : TOP;
  }

  private void axes() {
    for (int i = 0; i <= TICKS; i++) {
      double upward = y(mostUp * i / TICKS);
      path("M", left, upward, "H", left + WIDTH);
      svg.text(left - GAP, upward + 4, Lettering.SMALL, "end muted", tick(mostUp, i));
      svg.text(
          x(mostAcross * i / TICKS),
          TOP + HEIGHT + 18,
          Lettering.SMALL,
          "middle muted",
          tick(mostAcross, i));
    }
    if (points.stream().anyMatch(p -> !Double.isFinite(p.up()))) {
      path("M", left, TOP, "H", left + WIDTH);
      svg.text(left - GAP, TOP + 4, Lettering.SMALL, "end muted", "\u221e");
    }
    svg.lines(left + WIDTH / 2, TOP + HEIGHT + 38, Lettering.SMALL, "middle text", across);
    svg.open("g", "transform", "translate(" + Svg.path(12, TOP + HEIGHT / 2) + ") rotate(-90)")
        .lines(0, 0, Lettering.SMALL, "middle text", up)
        .close();
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
    parts.addAll(List.of("H", left + WIDTH));
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
