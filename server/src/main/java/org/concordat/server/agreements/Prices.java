package org.concordat.server.agreements;

import java.util.List;
import org.concordat.core.agreements.comparison.PricePoint;
import org.concordat.core.agreements.needs.UnitScope;
import org.concordat.core.agreements.negotiation.AgreementState;

/** Price against protection of the versions of an agreement. */
public final class Prices {
  private Prices() {}

  /** One point for each version, in their order; none when the unit is gone. */
  public static List<PricePoint> of(OrganisationNeeds.Of known, AgreementState state) {
    String unit = state.dossier().current().unit();
    return known.workspace().units().stream().anyMatch(each -> each.id().equals(unit))
        ? PricePoint.of(state.dossier().versions(), UnitScope.of(known.needs(), unit))
        : List.of();
  }
}
