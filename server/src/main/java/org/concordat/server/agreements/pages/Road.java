package org.concordat.server.agreements.pages;

import java.util.List;
import org.concordat.core.agreements.negotiation.AgreementState;

/**
 * The way from a draft to its end, for people: where an agreement stands, and what is left.
 *
 * @param stops their words, in order
 * @param at the index of the present one
 */
public record Road(List<String> stops, int at) {
  private static final List<String> USUAL =
      List.of("draft", "offer", "review", "signing", "start", "force");
  private static final List<String> ESCALATED =
      List.of("draft", "offer", "review", "decision", "signing", "start", "force");

  public Road {
    stops = List.copyOf(stops);
  }

  static Road of(AgreementState state) {
    return switch (state) {
      case AgreementState.Draft _ -> new Road(USUAL, 0);
      case AgreementState.Proposed _, AgreementState.Countered _ -> new Road(USUAL, 1);
      case AgreementState.PendingReview _, AgreementState.UnderReview _ -> new Road(USUAL, 2);
      case AgreementState.Escalated _ -> new Road(ESCALATED, 3);
      case AgreementState.Decided decided -> new Road(ESCALATED, decided.isCarriedOut() ? 4 : 3);
      case AgreementState.Reviewed _, AgreementState.SignedByOne _ -> new Road(USUAL, 3);
      case AgreementState.SignedByBoth _ -> new Road(USUAL, 4);
      case AgreementState.InForce _ -> new Road(USUAL, 5);
      case AgreementState.Superseded _, AgreementState.Terminated _, AgreementState.Expired _ ->
          ended("ended");
      case AgreementState.Withdrawn _ -> new Road(List.of("draft", "withdrawn"), 1);
    };
  }

  private static Road ended(String word) {
    return new Road(List.of("draft", "offer", "review", "signing", "force", word), 5);
  }
}
