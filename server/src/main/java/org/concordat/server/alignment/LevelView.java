package org.concordat.server.alignment;

import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.jspecify.annotations.Nullable;

/**
 * A level as it is shown: its name, and how strongly it is coloured.
 *
 * @param name the organisation's name for it, or {@value ImpactScale#NONE}
 * @param shade from 0, none, to 5, the top of the scale, whatever the number of levels
 */
public record LevelView(String name, int shade) {
  private static final int SHADES = 5;

  /** The level that a score shows. */
  public static LevelView of(ImpactScale scale, double score) {
    return new LevelView(scale.shownName(score), shade(scale, scale.shownNumber(score)));
  }

  public static LevelView of(ImpactScale scale, @Nullable Level level) {
    return level == null
        ? new LevelView(ImpactScale.NONE, 0)
        : new LevelView(scale.name(level), shade(scale, level.number()));
  }

  private static int shade(ImpactScale scale, int number) {
    return number == 0
        ? 0
        : 1 + (int) Math.round((number - 1) * (SHADES - 1.0) / (scale.size() - 1));
  }
}
