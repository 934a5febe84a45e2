package org.concordat.core.alignment.budget;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount of a resource: money, or person days of a kind. Exact to a thousandth of its unit, so
 * that sums never go wrong by rounding.
 *
 * @param thousandths from 0 to {@value #LARGEST}
 */
public record Quantity(long thousandths) implements Comparable<Quantity> {
  /** A hundred thousand million units; the sums of all controls and years stay within a long. */
  public static final long LARGEST = 100_000_000_000_000L;

  public static final Quantity ZERO = new Quantity(0);

  /** What a quantity looks like, for messages to people. */
  public static final String SHAPE = "a number from 0 with at most three decimals, such as 1200.50";

  private static final Pattern PATTERN = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");

  public Quantity {
    if (thousandths < 0 || thousandths > LARGEST) {
      throw new IllegalArgumentException(
          "an amount has 0 to " + LARGEST + " thousandths, not " + thousandths);
    }
  }

  /** So many whole units. */
  public static Quantity of(long units) {
    return new Quantity(Math.multiplyExact(units, 1_000L));
  }

  /** The amount that a text such as {@code 1200.5} states, or empty when it states none. */
  public static Optional<Quantity> parse(String text) {
    if (!PATTERN.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal thousandths = new BigDecimal(text).movePointRight(3).stripTrailingZeros();
    return thousandths.scale() > 0 || thousandths.compareTo(BigDecimal.valueOf(LARGEST)) > 0
        ? Optional.empty()
        : Optional.of(new Quantity(thousandths.longValueExact()));
  }

  @Override
  public int compareTo(Quantity other) {
    return Long.compare(thousandths, other.thousandths);
  }

  /** As {@link #parse} reads it, without needless zeros. */
  @Override
  public String toString() {
    return text(thousandths);
  }

  /** So many thousandths as a text, of any size. */
  public static String text(long thousandths) {
    BigDecimal units = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
    return units.scale() < 0 ? units.setScale(0).toPlainString() : units.toPlainString();
  }
}
