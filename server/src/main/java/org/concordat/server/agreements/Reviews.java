package org.concordat.server.agreements;

import java.util.UUID;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.review.CrossUnitReview;

/** Finds whom agreements hurt, as everything stands now. */
public final class Reviews {
  private final Agreements agreements;
  private final OrganisationNeeds needs;

  Reviews(Agreements agreements, OrganisationNeeds needs) {
    this.agreements = agreements;
    this.needs = needs;
  }

  /** Whom a document of an agreement hurts, beside the others that are in force. */
  public CrossUnitReview of(UUID tenant, AgreementKey key, Agreement document) {
    return CrossUnitReview.of(
        needs.of(tenant).needs(), document, agreements.inForce(tenant, key.id()));
  }
}
