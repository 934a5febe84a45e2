package org.concordat.formats.drawing;

import java.util.List;

/**
 * A box with text: where it stands, and its lines.
 *
 * @param indent of the text from the left edge
 * @param strong what the box is called
 * @param small what else is to be said of it
 */
record Card(
    double x,
    double y,
    double width,
    double height,
    double indent,
    List<String> strong,
    List<String> small) {
  static final double PADDING = 8;

  /** The height that a card with so many lines needs. */
  static double height(List<String> strong, List<String> small) {
    return strong.size() * Lettering.STRONG.leading()
        + small.size() * Lettering.SMALL.leading()
        + 2 * PADDING;
  }

  /** The same card at another place. */
  Card at(double newX, double newY) {
    return new Card(newX, newY, width, height, indent, strong, small);
  }

  double middle() {
    return y + height / 2;
  }

  double right() {
    return x + width;
  }

  void draw(Svg svg) {
    svg.rect(x, y, width, height, "box frame");
    double line = y + (height - height(strong, small)) / 2 + PADDING;
    for (String text : strong) {
      line += Lettering.STRONG.leading();
      svg.text(x + indent, line - 4, Lettering.STRONG, "text", text);
    }
    for (String text : small) {
      line += Lettering.SMALL.leading();
      svg.text(x + indent, line - 3, Lettering.SMALL, "muted", text);
    }
  }
}
