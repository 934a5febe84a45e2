package org.concordat.core.alignment;

/**
 * How levels join into a priority.
 *
 * @param along how two links of one path join
 * @param across how alternative paths join
 */
public record Combination(Along along, Across across) {
  public static final Combination DEFAULT =
      new Combination(new Along.WeakestLink(), Across.MAXIMUM);

  /** How alternatives join; an average runs over the declared links only. */
  public enum Across {
    MAXIMUM,
    AVERAGE
  }
}
