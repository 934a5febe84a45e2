package org.concordat.core.agreements;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a service level costs.
 *
 * @param perUnit for one unit of measure and one period
 * @param unitOfMeasure what is counted: a system, a user, a site
 * @param once what setting it up costs, whatever the quantity; in the same currency
 */
public record Price(Money perUnit, String unitOfMeasure, BillingPeriod period, Money once) {
  public Price {
    Texts.line(unitOfMeasure, "a unit of measure");
    if (!perUnit.currency().equals(once.currency())) {
      throw new IllegalArgumentException("a price has one currency");
    }
  }

  public String currency() {
    return perUnit.currency();
  }

  /** What a quantity costs in a year, without what is paid once. */
  public Money yearly(BigDecimal quantity) {
    return perUnit.times(quantity.multiply(BigDecimal.valueOf(period.timesAYear())));
  }

  /** What a quantity costs in a part of a year. */
  public Money during(BigDecimal partOfYear, BigDecimal quantity) {
    return perUnit.times(
        quantity
            .multiply(BigDecimal.valueOf(period.timesAYear()))
            .multiply(partOfYear, MathContext.DECIMAL64));
  }
}
