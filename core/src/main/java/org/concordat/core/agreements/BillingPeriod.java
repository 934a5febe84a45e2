package org.concordat.core.agreements;

/** For how long a recurring price pays. */
public enum BillingPeriod {
  MONTH(1),
  QUARTER(3),
  YEAR(12);

  private final int months;

  BillingPeriod(int months) {
    this.months = months;
  }

  public int months() {
    return months;
  }

  /** How often it comes in a year. */
  public int timesAYear() {
    return 12 / months;
  }
}
