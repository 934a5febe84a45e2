package org.concordat.core.alignment.budget;

import org.concordat.core.alignment.Requirement;

/**
 * How much a requirement is needed.
 *
 * @param score in (0, 1]
 * @param level the number of the level that the score shows, from 1
 */
public record Need(Requirement requirement, double score, int level) {
  public Need {
    if (!(score > 0) || score > 1 || level < 1) {
      throw new IllegalArgumentException(
          "a need has a score in (0, 1] and a level from 1, not " + score + " and " + level);
    }
  }

  /** The part of the score that is not met when the requirement is served to that level. */
  public double residual(int reached) {
    return score * Math.max(0, level - reached) / level;
  }
}
