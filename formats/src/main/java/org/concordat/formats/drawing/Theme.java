package org.concordat.formats.drawing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colours of one colour scheme; {@link StyleSheet} is made of both.
 *
 * <p>Levels have two ramps, one for areas and one for lines. Both run evenly from light to dark (in
 * the dark scheme from dark to light), so that they keep their order for a colour-blind eye and in
 * black and white, whatever the number of levels.
 *
 * @param background of the whole picture
 * @param surface of a box
 * @param text of what is read first, on background and surface
 * @param muted of what is read second, on background and surface
 * @param border of boxes
 * @param faint of lines that carry meaning but stand back
 * @param areas the ramp of levels for areas
 * @param lines the ramp of levels for lines on the background
 */
record Theme(
    Colour background,
    Colour surface,
    Colour text,
    Colour muted,
    Colour border,
    Colour faint,
    Ramp areas,
    Ramp lines) {
  static final Theme LIGHT =
      new Theme(
          new Colour(0xffffff),
          new Colour(0xf6f7f9),
          new Colour(0x1b1f24),
          new Colour(0x545d68),
          new Colour(0x7b8592),
          new Colour(0x8a929c),
          new Ramp(new Colour(0xfff4cf), new Colour(0xf08a3c), new Colour(0x6b0f2b)),
          new Ramp(new Colour(0x94896f), new Colour(0xb9531c), new Colour(0x6b0f2b)));

  static final Theme DARK =
      new Theme(
          new Colour(0x14171c),
          new Colour(0x1f242b),
          new Colour(0xeceff3),
          new Colour(0xaab3be),
          new Colour(0x78828e),
          new Colour(0x6f7884),
          new Ramp(new Colour(0x3b3029), new Colour(0xb4552d), new Colour(0xffd98f)),
          new Ramp(new Colour(0x857a68), new Colour(0xdc8445), new Colour(0xffd98f)));

  /** Colours for levels: through three colours, the lowest level has the first one. */
  record Ramp(Colour low, Colour middle, Colour high) {
    /** The colour of a level from 1 to the number of levels, 2 or more. */
    Colour at(int level, int levels) {
      double share = 2.0 * (level - 1) / (levels - 1);
      return share <= 1 ? low.towards(middle, share) : middle.towards(high, share - 1);
    }
  }

  /** The class of an area that shows a level; 0 is none. */
  static String area(int level) {
    return "a" + level;
  }

  /** The class of text on {@link #area}. */
  static String onArea(int level) {
    return "i" + level;
  }

  /** The class of a line that shows a level from 1. */
  static String line(int level) {
    return "l" + level;
  }

  /** Every colour by its name, for a scale of so many levels. */
  Map<String, Colour> colours(int levels) {
    Map<String, Colour> colours = new LinkedHashMap<>();
    colours.put("background", background);
    colours.put("surface", surface);
    colours.put("text", text);
    colours.put("muted", muted);
    colours.put("border", border);
    colours.put("faint", faint);
    colours.put(area(0), surface);
    colours.put(onArea(0), muted);
    for (int level = 1; level <= levels; level++) {
      Colour area = areas.at(level, levels);
      colours.put(area(level), area);
      colours.put(onArea(level), area.ink());
      colours.put(line(level), lines.at(level, levels));
    }
    return colours;
  }
}
