package org.concordat.server.agreements;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.core.agreements.negotiation.MoveKind;

/** Makes moves of what people and programs say, with what the organisation says beside it. */
public final class Moves {
  private final Agreements agreements;
  private final Reviews reviews;
  private final OrganisationNeeds needs;
  private final ServiceOffers offers;

  Moves(Agreements agreements, Reviews reviews, OrganisationNeeds needs, ServiceOffers offers) {
    this.agreements = agreements;
    this.reviews = reviews;
    this.needs = needs;
    this.offers = offers;
  }

  /** How a move is made of fields, or empty when this kind of move is not made of fields. */
  public Optional<BiFunction<Actor, AgreementState, Move>> of(
      UUID tenant, AgreementKey key, MoveKind kind, Map<String, String> fields) {
    Set<String> unitsToAsk =
        kind == MoveKind.OPEN_REVIEW
            ? agreements
                .find(tenant, key)
                .map(state -> reviews.of(tenant, key, state.dossier().current()).unitsToAsk())
                .orElse(Set.of())
            : Set.of();
    OrganisationNeeds.Of known = needs.of(tenant);
    return new MoveFields(
            fields, known.needs(), offers.catalogue(tenant, known.workspace().scale()), unitsToAsk)
        .of(kind);
  }
}
