package org.concordat.server.agreements;

import java.util.UUID;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.Outcome;

/** What became of a move; only one that is made changes anything. */
public sealed interface MoveResult {
  /**
   * It is made.
   *
   * @param action the id of this action in the trail
   */
  record Made(AgreementKey key, AgreementState state, UUID action) implements MoveResult {}

  /** The rules of negotiating do not allow it. */
  record Refused(Outcome.Refused why) implements MoveResult {}

  /** Somebody has done something since. */
  record Stale(AgreementState present) implements MoveResult {}

  /** The caller may not act for this party. */
  record Forbidden() implements MoveResult {}

  /** There is no such agreement. */
  record NotThere() implements MoveResult {}

  /** What a device answered does not sign the document on the table. */
  record NotSigned(Agreement document) implements MoveResult {}
}
