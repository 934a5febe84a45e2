package org.concordat.core.alignment.rounds;

/**
 * The upper tail of the chi-square distribution.
 *
 * @see <a href="https://dlmf.nist.gov/8.7.E1">NIST Digital Library of Mathematical Functions, 8.7.1
 *     (series) and 8.9.2 (continued fraction) of the incomplete gamma function</a>
 */
final class ChiSquare {
  private static final double PRECISION = 1e-15;
  private static final double TINY = 1e-300;
  private static final int MOST_STEPS = 100_000;

  private ChiSquare() {}

  /**
   * The probability of a value as high as this or higher.
   *
   * @param value 0 or more
   * @param degrees the degrees of freedom, 1 or more
   */
  static double upperTail(double value, int degrees) {
    if (value < 0 || degrees < 1) {
      throw new IllegalArgumentException("chi-square of " + value + " with " + degrees);
    }
    if (value == 0) {
      return 1;
    }
    double x = value / 2;
    double front = Math.exp(degrees / 2.0 * Math.log(x) - x - logGammaOfHalf(degrees));
    double tail =
        x < degrees / 2.0 + 1
            ? 1 - front * series(x, degrees / 2.0)
            : front * continuedFraction(x, degrees / 2.0);
    return Math.clamp(tail, 0, 1);
  }

  /** The logarithm of the gamma function of half a whole number. */
  private static double logGammaOfHalf(int number) {
    double sum = number % 2 == 0 ? 0 : Math.log(Math.PI) / 2;
    for (double a = number / 2.0 - 1; a > 0; a--) {
      sum += Math.log(a);
    }
    return sum;
  }

  private static double series(double x, double a) {
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < MOST_STEPS && term > sum * PRECISION; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum;
  }

  /** By Lentz's method. */
  private static double continuedFraction(double x, double a) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double fraction = d;
    for (int n = 1; n < MOST_STEPS; n++) {
      double an = -n * (n - a);
      b += 2;
      d = 1 / nonZero(an * d + b);
      c = nonZero(b + an / c);
      double step = c * d;
      fraction *= step;
      if (Math.abs(step - 1) < PRECISION) {
        break;
      }
    }
    return fraction;
  }

  private static double nonZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
