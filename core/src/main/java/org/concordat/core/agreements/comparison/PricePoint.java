package org.concordat.core.agreements.comparison;

import java.util.List;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.needs.UnitScope;

/**
 * A version on the chart of price against protection.
 *
 * @param protection the part of the unit's need that is met, in [0, 1]
 */
public record PricePoint(int version, Money yearly, Money once, double protection) {
  /** One point for each version, in their order. */
  public static List<PricePoint> of(List<Agreement> versions, UnitScope scope) {
    return versions.stream()
        .map(a -> new PricePoint(a.version(), a.yearly(), a.once(), scope.protection(a)))
        .toList();
  }
}
