package org.concordat.core.alignment.attacks;

/**
 * How much work an exact answer may take. All of them are hard problems: the size of an answer can
 * double with each step.
 *
 * @param diagramNodes how many nodes the decision diagram may have, from 1
 * @param frontPoints how many points all fronts of one question may have together, from 1
 * @param choices how many ways to reach shared goals may be tried when steps follow each other,
 *     from 1
 */
public record Limits(int diagramNodes, int frontPoints, int choices) {
  /** A few seconds and a few hundred megabytes at most. */
  public static final Limits DEFAULT = new Limits(2_000_000, 4_000_000, 100_000);

  /** Half a second: for answers that somebody waits for while typing. */
  public static final Limits WHILE_TYPING = new Limits(200_000, 400_000, 10_000);

  public Limits {
    if (diagramNodes < 1 || frontPoints < 1 || choices < 1) {
      throw new IllegalArgumentException("limits begin at 1: " + diagramNodes + ", " + frontPoints);
    }
  }
}
