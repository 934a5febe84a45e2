package org.concordat.core.agreements;

import java.math.BigDecimal;

/** On which side of a threshold a value is good. The threshold itself is good. */
public enum Direction {
  AT_LEAST,
  AT_MOST;

  public boolean isMet(BigDecimal value, BigDecimal threshold) {
    return slack(value, threshold).signum() >= 0;
  }

  /** How far a value is on the good side; below 0 on the bad one. */
  public BigDecimal slack(BigDecimal value, BigDecimal threshold) {
    return switch (this) {
      case AT_LEAST -> value.subtract(threshold);
      case AT_MOST -> threshold.subtract(value);
    };
  }
}
