package org.concordat.core.agreements.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.concordat.core.agreements.Direction;

/**
 * A measured value, exactly.
 *
 * @param below above 0
 */
record Fraction(BigDecimal above, BigDecimal below) {
  private static final int SHOWN_DECIMALS = 9;

  static Fraction of(long above, long below) {
    return new Fraction(BigDecimal.valueOf(above), BigDecimal.valueOf(below));
  }

  static Fraction of(BigDecimal value) {
    return new Fraction(value, BigDecimal.ONE);
  }

  /** How far it is on the good side of a threshold, times {@link #below}. */
  private BigDecimal slack(Direction direction, BigDecimal threshold) {
    return direction.slack(above, threshold.multiply(below));
  }

  boolean isMet(Direction direction, BigDecimal threshold) {
    return slack(direction, threshold).signum() >= 0;
  }

  BigDecimal shownSlack(Direction direction, BigDecimal threshold) {
    return quotient(slack(direction, threshold), below);
  }

  BigDecimal shown() {
    return quotient(above, below);
  }

  static BigDecimal quotient(BigDecimal above, BigDecimal below) {
    BigDecimal rounded =
        above.divide(below, SHOWN_DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
