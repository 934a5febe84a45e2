package org.concordat.core.agreements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An amount in a currency. Two amounts are equal when they are the same sum: 5 and 5.00 are.
 *
 * @param amount from 0 to 10<sup>15</sup>, with at most {@value #DECIMALS} decimals; kept without
 *     trailing zeros
 * @param currency three capital letters (ISO 4217)
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {
  public static final int DECIMALS = 4;

  /** So many decimals has what is paid. */
  private static final int PAID_DECIMALS = 2;

  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  public Money {
    checkCurrency(currency);
    amount = Numbers.plain(amount);
    if (amount.signum() < 0 || amount.compareTo(LARGEST) > 0 || amount.scale() > DECIMALS) {
      throw new IllegalArgumentException(
          "an amount is from 0 to 10^15 with at most " + DECIMALS + " decimals, not " + amount);
    }
  }

  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  public static Money none(String currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  static void checkCurrency(String currency) {
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException(
          "a currency is three capital letters such as EUR, not '" + currency + "'");
    }
  }

  public boolean isNone() {
    return amount.signum() == 0;
  }

  /**
   * The sum of both.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  public Money plus(Money other) {
    checkSame(other);
    return new Money(amount.add(other.amount), currency);
  }

  /** So many times the amount, rounded half up to cents (hundredths). */
  public Money times(BigDecimal factor) {
    return new Money(
        amount.multiply(factor).setScale(PAID_DECIMALS, RoundingMode.HALF_UP), currency);
  }

  /** The smaller of both. */
  public Money atMost(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /**
   * By amount.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    checkSame(other);
    return amount.compareTo(other.amount);
  }

  private void checkSame(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
    }
  }

  /** With at least two decimals, such as {@code 1200.00 EUR}. */
  @Override
  public String toString() {
    return amount.setScale(Math.max(PAID_DECIMALS, amount.scale())).toPlainString()
        + " "
        + currency;
  }
}
