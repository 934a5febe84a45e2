package org.concordat.server.budget.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.concordat.server.budget.BudgetRun.Found;
import org.concordat.server.budget.BudgetRun.Point;

/**
 * The frontier as a picture: money to the right, what is left unmet upwards. Each point leads to
 * its plan; between two points nothing is gained, so the line goes in steps.
 *
 * @param line the steps as the data of an SVG path
 * @param bound the same of the bounds, or empty when all points are proved
 * @param budget where the present budget stands, negative when it is beyond the picture
 */
public record FrontierChart(
    List<Dot> dots, String line, String bound, List<Tick> across, List<Tick> up, double budget) {
  public static final int WIDTH = 720;
  public static final int HEIGHT = 340;
  static final int LEFT = 56;
  static final int RIGHT = 16;
  static final int TOP = 32;
  static final int BOTTOM = 40;

  public FrontierChart {
    dots = List.copyOf(dots);
    across = List.copyOf(across);
    up = List.copyOf(up);
  }

  /**
   * A point of the frontier.
   *
   * @param index among the points
   * @param isChosen whether its plan is the one that is shown
   */
  public record Dot(int index, double x, double y, Point point, boolean isChosen) {}

  /** A line of the grid with its figure. */
  public record Tick(double at, double value) {}

  /**
   * The picture of the points that a search has found.
   *
   * @param total what is left unmet when nothing is done
   * @param money the present budget of money over all years in thousandths, or a negative number
   * @param chosen the index of the point that is shown, or -1
   */
  static FrontierChart of(Found found, double total, long money, int chosen) {
    List<Point> points = found.points();
    double most = Math.max(1, points.stream().mapToLong(Point::money).max().orElse(1) / 1_000.0);
    double width = (WIDTH - LEFT - RIGHT) / most;
    double least = points.stream().mapToDouble(Point::bound).min().orElse(0);
    double highest = points.stream().mapToDouble(Point::residual).max().orElse(total);
    // What no money changes would squeeze the rest: the axis begins near the least instead of at 0.
    double floor = Math.max(0, Math.floor(least - (highest - least) / 10));
    double height = (HEIGHT - TOP - BOTTOM) / Math.max(1e-9, highest - floor);
    List<Dot> dots = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    StringBuilder bound = new StringBuilder();
    for (int i : found.frontier().byMoney()) {
      Point point = points.get(i);
      double x = LEFT + point.money() / 1_000.0 * width;
      double y = HEIGHT - BOTTOM - (point.residual() - floor) * height;
      dots.add(new Dot(i, x, y, point, i == chosen));
      step(line, x, y);
      step(bound, x, HEIGHT - BOTTOM - (point.bound() - floor) * height);
    }
    boolean isProved = points.stream().allMatch(p -> p.gap() <= 1e-9);
    double budget = money < 0 ? -1 : LEFT + money / 1_000.0 * width;
    return new FrontierChart(
        dots,
        line.toString(),
        isProved ? "" : bound.toString(),
        ticks(0, most).stream().map(v -> new Tick(LEFT + v * width, v)).toList(),
        ticks(floor, highest).stream()
            .map(v -> new Tick(HEIGHT - BOTTOM - (v - floor) * height, v))
            .toList(),
        budget > WIDTH - RIGHT ? -1 : budget);
  }

  private static void step(StringBuilder path, double x, double y) {
    path.append(path.isEmpty() ? "M" : "H").append(number(x));
    path.append(path.indexOf("H") < 0 && path.indexOf("V") < 0 ? " " : "V").append(number(y));
  }

  /** A coordinate as SVG has it. */
  public static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** Round numbers between two, five or so. */
  private static List<Double> ticks(double least, double most) {
    double rough = Math.max(1e-9, most - least) / 5;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = rough / power;
    step = power * (step <= 1 ? 1 : step <= 2 ? 2 : step <= 5 ? 5 : 10);
    List<Double> ticks = new ArrayList<>();
    for (int i = (int) Math.ceil(least / step); i * step <= most * (1 + 1e-9); i++) {
      ticks.add(i * step);
    }
    return ticks;
  }
}
