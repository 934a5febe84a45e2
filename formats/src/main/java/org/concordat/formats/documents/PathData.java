package org.concordat.formats.documents;

import java.awt.geom.Path2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data of an SVG path (SVG 2, chapter 9.3): moves, lines and curves, absolute and relative.
 * Arcs and shorthand curves are not among them, as no picture of ours has any.
 */
final class PathData {
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z]|[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

  private final Matcher tokens;
  private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
  private boolean more;
  private double x;
  private double y;
  private double startX;
  private double startY;

  private PathData(String data) {
    this.tokens = TOKEN.matcher(data);
    this.more = tokens.find();
  }

  static Path2D parse(String data) {
    PathData parser = new PathData(data);
    char command = ' ';
    while (parser.more) {
      if (Character.isLetter(parser.tokens.group().charAt(0))) {
        command = parser.tokens.group().charAt(0);
        parser.more = parser.tokens.find();
      } else if (command == 'M') {
        command = 'L';
      } else if (command == 'm') {
        command = 'l';
      }
      parser.step(command);
    }
    return parser.path;
  }

  private void step(char command) {
    double fromX = Character.isLowerCase(command) ? x : 0;
    double fromY = Character.isLowerCase(command) ? y : 0;
    switch (Character.toUpperCase(command)) {
      case 'M' -> {
        to(fromX + next(), fromY + next());
        startX = x;
        startY = y;
        path.moveTo(x, y);
      }
      case 'L' -> line(fromX + next(), fromY + next());
      case 'H' -> line(fromX + next(), y);
      case 'V' -> line(x, fromY + next());
      case 'C' -> {
        double ax = fromX + next();
        double ay = fromY + next();
        double bx = fromX + next();
        double by = fromY + next();
        to(fromX + next(), fromY + next());
        path.curveTo(ax, ay, bx, by, x, y);
      }
      case 'Q' -> {
        double ax = fromX + next();
        double ay = fromY + next();
        to(fromX + next(), fromY + next());
        path.quadTo(ax, ay, x, y);
      }
      case 'Z' -> {
        path.closePath();
        to(startX, startY);
      }
      default ->
          throw new IllegalArgumentException(
              "a picture of the document has a path with '" + command + "'");
    }
  }

  private void line(double toX, double toY) {
    to(toX, toY);
    path.lineTo(x, y);
  }

  private void to(double toX, double toY) {
    x = toX;
    y = toY;
  }

  private double next() {
    if (!more) {
      throw new IllegalArgumentException("a picture of the document has a path without an end");
    }
    double number = Double.parseDouble(tokens.group());
    more = tokens.find();
    return number;
  }
}
