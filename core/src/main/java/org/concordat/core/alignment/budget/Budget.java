package org.concordat.core.alignment.budget;

import java.util.List;

/**
 * How much of a resource may be spent in each year. A resource without a budget has no limit. What
 * is left of a year is not carried into the next.
 *
 * @param resource {@link #MONEY}, or a kind of effort such as {@code engineer-days}
 * @param years one amount for each year of the horizon
 */
public record Budget(String resource, List<Quantity> years) {
  /** The resource that plans are compared by, and the frontier runs over. */
  public static final String MONEY = "money";

  public Budget {
    years = List.copyOf(years);
  }
}
