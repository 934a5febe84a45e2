package org.concordat.server.agreements;

import java.util.List;
import java.util.Map;
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
    List<Agreement> others =
        agreements.inForce(tenant).entrySet().stream()
            .filter(each -> !each.getKey().id().equals(key.id()))
            .map(Map.Entry::getValue)
            .toList();
    return CrossUnitReview.of(needs.of(tenant).needs(), document, others);
  }
}
