package org.concordat.core.alignment.budget;

/**
 * What a control takes of a resource.
 *
 * @param once in the year in which it starts
 * @param yearly in that year and in each one after it
 */
public record Outlay(Quantity once, Quantity yearly) {
  public static Outlay once(long units) {
    return new Outlay(Quantity.of(units), Quantity.ZERO);
  }

  public static Outlay of(long once, long yearly) {
    return new Outlay(Quantity.of(once), Quantity.of(yearly));
  }

  public boolean isNothing() {
    return once.thousandths() == 0 && yearly.thousandths() == 0;
  }
}
