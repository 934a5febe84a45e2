package org.concordat.formats.drawing;

import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.ImpactScale;

/** The small signs that pictures share: levels, kinds of assets, line styles. */
final class Marks {
  private static final double BADGE_TEXT = 84;
  private static final double BADGE_HEIGHT = 16;

  private Marks() {}

  /** The name of a level, from 1. */
  static String levelName(ImpactScale scale, int level, Wording wording) {
    return Names.clean(wording.levels().apply(scale.names().get(level - 1)));
  }

  /** How wide {@link #badge} gets. */
  static double badgeWidth(String level) {
    String name = Lettering.SMALL.cut(level, BADGE_TEXT);
    return Math.ceil(Lettering.SMALL.width(name)) + 12;
  }

  /** The level's name on the level's colour. */
  static void badge(Svg svg, double x, double y, String words, int level) {
    String name = Lettering.SMALL.cut(words, BADGE_TEXT);
    double width = badgeWidth(words);
    svg.rect(x, y, width, BADGE_HEIGHT, "frame badge " + Theme.area(level));
    svg.text(x + width / 2, y + 12, Lettering.SMALL, "middle " + Theme.onArea(level), name);
  }

  /** The width of a line that shows a level, in pixels: the higher, the heavier. */
  static double weight(ImpactScale scale, int level) {
    return 1.2 + 3.8 * level / scale.size();
  }

  /** The same for a line that stands back. */
  static double faintWeight(ImpactScale scale, int level) {
    return 1.1 + 0.7 * level / scale.size();
  }

  /**
   * The dashes of a line: long ones when the need is inherited, dots for the lower half of the
   * scale, else none.
   */
  static String dashes(ImpactScale scale, int level, double weight, boolean inherited) {
    if (inherited) {
      return Svg.path(6 + 2 * weight, 3 + weight);
    }
    return level * 2 < scale.size() ? Svg.path(1.5 * weight, 1.5 + weight) : "none";
  }

  /** The sign of a kind of asset, in a square of 16 pixels whose left upper corner is given. */
  static void kind(Svg svg, double x, double y, AssetKind kind) {
    String shape =
        switch (kind) {
          case INFORMATION -> "M3 1.5h6.5l3.5 3.5v9.5h-10zM9.5 1.5v3.5h3.5M5.5 8.5h5M5.5 11.5h5";
          case TECHNICAL -> "M1.5 2.5h13v4.5h-13zM1.5 9h13v4.5h-13zM4 4.8h2M4 11.2h2";
          case PEOPLE -> "M8 8a3 3 0 1 0 -0.01 0zM2 14.5c0-3.2 2.6-5 6-5s6 1.8 6 5z";
          case PROCESS -> "M1.5 5h7.5v-3l5.5 6l-5.5 6v-3h-7.5z";
          case SERVICE -> "M5 3.5h6a4.5 4.5 0 0 1 0 9h-6a4.5 4.5 0 0 1 0-9z";
        };
    svg.empty(
        "path", "d", shape, "class", "icon", "transform", "translate(" + Svg.path(x, y) + ")");
  }
}
