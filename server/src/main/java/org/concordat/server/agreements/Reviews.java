package org.concordat.server.agreements;

import java.util.List;
import java.util.UUID;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.negotiation.AgreementState.StateKind;
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
        agreements.all(tenant).stream()
            .filter(each -> each.state() == StateKind.IN_FORCE && !each.key().id().equals(key.id()))
            .flatMap(each -> agreements.find(tenant, each.key()).stream())
            .map(state -> state.dossier().current())
            .toList();
    return CrossUnitReview.of(needs.of(tenant).needs(), document, others);
  }
}
