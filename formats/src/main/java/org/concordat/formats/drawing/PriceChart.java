package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.comparison.PricePoint;

/** A chart of price against protection, with one point for each version of an agreement. */
public final class PriceChart {
  private static final double LEFT = 56;
  private static final double TOP = 16;
  private static final double WIDTH = 520;
  private static final double HEIGHT = 220;
  private static final double BENEATH = 46;
  private static final int TICKS = 4;

  private PriceChart() {}

  /**
   * The words of a chart.
   *
   * @param heading what it shows
   * @param across what the horizontal axis counts
   * @param most the highest price, as people write it
   * @param nothing what is said where there is no version, and what to do then
   */
  public record Legend(String heading, String across, String most, List<String> nothing) {
    public Legend {
      nothing = List.copyOf(nothing);
      if (nothing.size() != 2) {
        throw new IllegalArgumentException("say what is missing, and what to do");
      }
    }
  }

  /**
   * A version.
   *
   * @param price in whatever unit, 0 or more
   * @param protection the part of the need that is met, in [0, 1]
   * @param name what stands beside the point
   * @param words what is behind it, for those who rest on it or cannot see it
   */
  public record Point(double price, double protection, String name, String words) {
    public Point {
      if (!(price >= 0 && price < Double.MAX_VALUE) || !(protection >= 0 && protection <= 1)) {
        throw new IllegalArgumentException(
            "a version costs 0 or more and protects from 0 to 1, not " + price + ", " + protection);
      }
    }
  }

  /** The points of versions, told in English. */
  public static List<Point> english(List<PricePoint> versions) {
    return versions.stream()
        .map(
            version ->
                new Point(
                    version.yearly().amount().doubleValue(),
                    version.protection(),
                    String.valueOf(version.version()),
                    "Version %d: %s a year, %d %% of the need"
                        .formatted(
                            version.version(),
                            version.yearly(),
                            Math.round(100 * version.protection()))))
        .toList();
  }

  /** The English words of a chart of versions. */
  public static Legend englishLegend(List<PricePoint> versions) {
    return new Legend(
        "Price against protection",
        "price a year",
        versions.stream()
            .map(PricePoint::yearly)
            .max(Comparator.naturalOrder())
            .map(Money::toString)
            .orElse(""),
        List.of("There is no version.", "Draft the agreement first."));
  }

  /**
   * Draws a chart; the last point is the one on the table.
   *
   * @return a complete SVG document
   */
  public static String draw(Legend legend, List<Point> points) {
    Picture picture = new Picture("price", "", legend.heading(), legend.heading());
    if (points.isEmpty()) {
      return picture.missing(legend.nothing().getFirst(), legend.nothing().getLast());
    }
    points.forEach(point -> picture.describe(point.words() + "."));
    double most = Math.max(points.stream().mapToDouble(Point::price).max().orElse(0), 1e-9);
    Svg svg = new Svg();
    for (int i = 0; i <= TICKS; i++) {
      double y = TOP + HEIGHT - HEIGHT * i / TICKS;
      line(svg, "edge faint", 0.8, "M", LEFT, y, "H", LEFT + WIDTH);
      svg.text(LEFT - 8, y + 4, Lettering.SMALL, "end muted", 100 / TICKS * i + " %");
    }
    svg.text(LEFT, TOP + HEIGHT + 18, Lettering.SMALL, "middle muted", "0");
    svg.text(
        LEFT + WIDTH, TOP + HEIGHT + 18, Lettering.SMALL, "end muted", Names.clean(legend.most()));
    svg.text(
        LEFT + WIDTH / 2,
        TOP + HEIGHT + 38,
        Lettering.SMALL,
        "middle text",
        Names.clean(legend.across()));
    way(svg, points, most);
    for (int i = 0; i < points.size(); i++) {
      dot(svg, points.get(i), most, i == points.size() - 1);
    }
    return picture.around(svg, LEFT + WIDTH + 24, TOP + HEIGHT + BENEATH);
  }

  private static double x(Point point, double most) {
    return LEFT + WIDTH * point.price() / most;
  }

  private static double y(Point point) {
    return TOP + HEIGHT - HEIGHT * point.protection();
  }

  /** From version to version, the way that the negotiation took. */
  private static void way(Svg svg, List<Point> points, double most) {
    List<Object> parts = new ArrayList<>();
    for (Point point : points) {
      parts.addAll(List.of(parts.isEmpty() ? "M" : "L", x(point, most), y(point)));
    }
    line(svg, "edge " + Theme.line(2), 1.2, parts.toArray());
  }

  private static void line(Svg svg, String look, double width, Object... parts) {
    svg.empty("path", "d", Svg.path(parts), "class", look, "stroke-width", width);
  }

  private static void dot(Svg svg, Point point, double most, boolean isLast) {
    svg.open("g").title(point.words());
    svg.empty(
        "circle",
        "cx",
        x(point, most),
        "cy",
        y(point),
        "r",
        isLast ? 7 : 5,
        "class",
        "head " + Theme.line(isLast ? 3 : 2));
    boolean isFarLeft = x(point, most) < LEFT + 40;
    svg.text(
        x(point, most) + (isFarLeft ? 11 : -11),
        y(point) + (point.protection() > 0.9 ? 16 : -8),
        isLast ? Lettering.STRONG : Lettering.SMALL,
        (isFarLeft ? "" : "end ") + "text",
        Names.clean(point.name()));
    svg.close();
  }
}
