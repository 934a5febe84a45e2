package org.concordat.server.agreements;

import java.time.LocalDate;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.AgreementState.StateKind;

/**
 * An agreement as lists show it.
 *
 * @param unit the id of the unit whose it is
 * @param version of the document that is on the table
 * @param moves how much was done to it; whoever decides on its sight says so
 */
public record ListedAgreement(
    AgreementKey key,
    String unit,
    String title,
    StateKind state,
    int version,
    int moves,
    LocalDate from,
    LocalDate until,
    LocalDate reviewOn) {
  /** An agreement in a state. */
  public static ListedAgreement of(AgreementKey key, AgreementState state) {
    Agreement document = state.dossier().current();
    return new ListedAgreement(
        key,
        document.unit(),
        document.title(),
        state.kind(),
        document.version(),
        state.dossier().moves().size(),
        document.term().from(),
        document.term().until(),
        document.reviewOn());
  }

  /** Whether it is on its way, or holds. */
  public boolean isAlive() {
    return switch (state) {
      case DRAFT,
          PROPOSED,
          COUNTERED,
          PENDING_REVIEW,
          UNDER_REVIEW,
          ESCALATED,
          REVIEWED,
          DECIDED,
          SIGNED_BY_ONE,
          SIGNED_BY_BOTH,
          IN_FORCE ->
          true;
      case SUPERSEDED, TERMINATED, EXPIRED, WITHDRAWN -> false;
    };
  }
}
