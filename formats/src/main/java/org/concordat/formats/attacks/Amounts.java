package org.concordat.formats.attacks;

import java.math.BigDecimal;
import java.math.MathContext;

/** How amounts of a tree are written for people: four digits that count, never as a power. */
public final class Amounts {
  private static final MathContext DIGITS = new MathContext(4);

  private Amounts() {}

  /** A number; whole numbers have all their digits. */
  public static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "\u221e" : "-\u221e";
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
    BigDecimal shown = isWhole ? exact : exact.round(DIGITS);
    return shown.stripTrailingZeros().toPlainString();
  }

  /** An amount with its unit, when it has one. */
  public static String of(double value, String unit) {
    return unit.isBlank() ? number(value) : number(value) + " " + unit.strip();
  }
}
