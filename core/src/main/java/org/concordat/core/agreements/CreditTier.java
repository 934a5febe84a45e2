package org.concordat.core.agreements;

import java.math.BigDecimal;

/**
 * What is given back when a target is missed by much.
 *
 * @param worseThan the tier holds for values on the bad side of this one
 * @param part of the line's price for the window, in (0, 1]
 */
public record CreditTier(BigDecimal worseThan, BigDecimal part) {
  public CreditTier {
    worseThan = Numbers.plain(worseThan);
    part = Numbers.plain(part);
    if (part.signum() <= 0 || part.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a credit is a part of the price, above 0 and up to 1");
    }
  }
}
