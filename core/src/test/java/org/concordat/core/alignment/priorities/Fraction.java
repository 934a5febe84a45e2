package org.concordat.core.alignment.priorities;

import java.math.BigInteger;

/** An exact number of zero or more, in lowest terms. */
record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
  static final Fraction ZERO = of(0, 1);

  Fraction {
    BigInteger divisor = numerator.gcd(denominator);
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  Fraction over(int count) {
    return times(of(1, count));
  }

  Fraction min(Fraction other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Fraction max(Fraction other) {
    return compareTo(other) >= 0 ? this : other;
  }

  boolean isZero() {
    return numerator.signum() == 0;
  }

  /** The level of n that this score shows: max(1, floor(s n + 1/2)), and 0 for a score of 0. */
  int level(int n) {
    if (isZero()) {
      return 0;
    }
    return Math.max(1, times(of(n, 1)).plus(of(1, 2)).floor());
  }

  double toDouble() {
    return numerator.doubleValue() / denominator.doubleValue();
  }

  private int floor() {
    return numerator.divide(denominator).intValueExact();
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
