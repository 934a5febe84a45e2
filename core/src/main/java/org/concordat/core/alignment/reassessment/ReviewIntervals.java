package org.concordat.core.alignment.reassessment;

import org.jspecify.annotations.Nullable;

/**
 * After how long a judgement needs another look although nothing happened.
 *
 * @param requirementMonths for judgements of what breaking a requirement does to a factor, in
 *     months from 1 to {@value #LONGEST}; null for never
 * @param factorMonths for judgements of what a factor does to a goal, likewise
 */
public record ReviewIntervals(@Nullable Integer requirementMonths, @Nullable Integer factorMonths) {
  /** Ten years. */
  public static final int LONGEST = 120;

  /** A year for each. */
  public static final ReviewIntervals DEFAULT = new ReviewIntervals(12, 12);

  public ReviewIntervals {
    check(requirementMonths);
    check(factorMonths);
  }

  private static void check(@Nullable Integer months) {
    if (months != null && (months < 1 || months > LONGEST)) {
      throw new IllegalArgumentException(
          "an interval is from 1 to " + LONGEST + " months, not " + months);
    }
  }
}
