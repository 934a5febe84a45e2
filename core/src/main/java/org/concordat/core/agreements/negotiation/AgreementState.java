package org.concordat.core.agreements.negotiation;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concordat.core.agreements.Side;

/** Where an agreement stands. Each state knows what can be done next. */
public sealed interface AgreementState {
  Dossier dossier();

  /** IT is writing it. */
  record Draft(Dossier dossier) implements AgreementState {}

  /** An offer, which a side has made and the other may take. */
  sealed interface Offer extends AgreementState permits Proposed, Countered {
    /** The side that made it. */
    Side offeredBy();
  }

  /** The first offer. */
  record Proposed(Dossier dossier, Side offeredBy) implements Offer {}

  /** An offer in place of another. */
  record Countered(Dossier dossier, Side offeredBy) implements Offer {}

  /** Both sides agree; whom else it may hurt is to be found. */
  record PendingReview(Dossier dossier) implements AgreementState {}

  /**
   * The units that it may hurt are asked.
   *
   * @param units whom it may hurt
   * @param answers what they said last, by unit
   */
  record UnderReview(Dossier dossier, Set<String> units, Map<String, Answer> answers)
      implements AgreementState {
    public UnderReview {
      units = Collections.unmodifiableSet(new TreeSet<>(units));
      answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }

    /** The units that have not answered. */
    public Set<String> silent() {
      Set<String> silent = new TreeSet<>(units);
      silent.removeAll(answers.keySet());
      return silent;
    }

    /** Whether somebody objects or asks for a higher level. */
    public boolean isDisputed() {
      return answers.values().stream().anyMatch(a -> !a.isConsent());
    }
  }

  /** Top management is to decide. */
  record Escalated(Dossier dossier, Move.Escalate cases) implements AgreementState {}

  /** What may be signed. */
  sealed interface Settled extends AgreementState permits Reviewed, Decided {}

  /** Nobody is hurt unacceptably. */
  record Reviewed(Dossier dossier) implements Settled {}

  /** Top management has decided. */
  record Decided(Dossier dossier, Move.Decide decision) implements Settled {
    /** Whether the current document is as it was decided. */
    public boolean isCarriedOut() {
      return decision.decision().isKeptBy(dossier.current());
    }
  }

  /** One side has signed. */
  record SignedByOne(Dossier dossier, Move.Sign first) implements AgreementState {}

  /** Both sides have signed. */
  record SignedByBoth(Dossier dossier, Move.Sign first, Move.Sign second)
      implements AgreementState {}

  /** It holds. */
  record InForce(Dossier dossier) implements AgreementState {}

  /** A state that nothing leads out of. */
  sealed interface Ended extends AgreementState
      permits Superseded, Terminated, Expired, Withdrawn {}

  /** Another version took its place. */
  record Superseded(Dossier dossier, int by) implements Ended {}

  /** Ended before its term. */
  record Terminated(Dossier dossier, String because) implements Ended {}

  /** Its term is over. */
  record Expired(Dossier dossier) implements Ended {}

  /** Given up before it was signed. */
  record Withdrawn(Dossier dossier) implements Ended {}

  /** The state's word, for tables and files. */
  default StateKind kind() {
    return switch (this) {
      case Draft _ -> StateKind.DRAFT;
      case Proposed _ -> StateKind.PROPOSED;
      case Countered _ -> StateKind.COUNTERED;
      case PendingReview _ -> StateKind.PENDING_REVIEW;
      case UnderReview _ -> StateKind.UNDER_REVIEW;
      case Escalated _ -> StateKind.ESCALATED;
      case Reviewed _ -> StateKind.REVIEWED;
      case Decided _ -> StateKind.DECIDED;
      case SignedByOne _ -> StateKind.SIGNED_BY_ONE;
      case SignedByBoth _ -> StateKind.SIGNED_BY_BOTH;
      case InForce _ -> StateKind.IN_FORCE;
      case Superseded _ -> StateKind.SUPERSEDED;
      case Terminated _ -> StateKind.TERMINATED;
      case Expired _ -> StateKind.EXPIRED;
      case Withdrawn _ -> StateKind.WITHDRAWN;
    };
  }

  /** Where an agreement stands, as a word. */
  enum StateKind {
    DRAFT,
    PROPOSED,
    COUNTERED,
    PENDING_REVIEW,
    UNDER_REVIEW,
    ESCALATED,
    REVIEWED,
    DECIDED,
    SIGNED_BY_ONE,
    SIGNED_BY_BOTH,
    IN_FORCE,
    SUPERSEDED,
    TERMINATED,
    EXPIRED,
    WITHDRAWN
  }
}
