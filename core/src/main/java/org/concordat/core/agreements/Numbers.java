package org.concordat.core.agreements;

import java.math.BigDecimal;

/** Decimal numbers that people write. */
public final class Numbers {
  /** So many digits may a number have, before and after its point together. */
  public static final int MOST_DIGITS = 18;

  /** So many of them may stand after the point. */
  public static final int MOST_DECIMALS = 9;

  private Numbers() {}

  /**
   * The number without trailing zeros, so that equal numbers are equal values with one text.
   *
   * @throws IllegalArgumentException when it has too many digits to be a measured or agreed value
   */
  public static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    if (stripped.scale() < -MOST_DIGITS || stripped.scale() > MOST_DECIMALS) {
      throw tooLong(stripped);
    }
    BigDecimal plain = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    if (plain.precision() > MOST_DIGITS) {
      throw tooLong(stripped);
    }
    return plain;
  }

  private static IllegalArgumentException tooLong(BigDecimal number) {
    return new IllegalArgumentException(
        "a number has at most %d digits, %d of them after the point; this has more: %s"
            .formatted(MOST_DIGITS, MOST_DECIMALS, number));
  }
}
