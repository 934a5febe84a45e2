package org.concordat.core.agreements.negotiation;

/** What comes of a move. */
public sealed interface Outcome {
  /** It is made. */
  record Made(AgreementState state) implements Outcome {}

  /**
   * It is not, and nothing has changed.
   *
   * @param why for programs and for the texts of a page
   * @param problem what is in the way, as a sentence without its full stop
   * @param remedy what to do, as a sentence without its full stop
   */
  record Refused(Reason why, String problem, String remedy) implements Outcome {}

  /** Why a move is refused. */
  enum Reason {
    NOT_IN_THIS_STATE,
    NOT_THIS_PARTY,
    NOT_THE_SAME_PERSON_TWICE,
    BEFORE_WHAT_IS_DONE,
    NOT_YOUR_OWN_OFFER,
    DOCUMENT_DOES_NOT_FOLLOW,
    DOCUMENT_HAS_ERRORS,
    RISK_NOT_ACCEPTED,
    RISK_OF_NO_LINE,
    UNIT_IS_NOT_ASKED,
    NOT_ALL_CONSENT,
    NOBODY_OBJECTS,
    DECISION_NOT_CARRIED_OUT,
    DECISION_ON_NO_LINE,
    ALREADY_SIGNED,
    ANOTHER_DOCUMENT_SIGNED,
    TERM_HAS_NOT_BEGUN,
    TERM_IS_OVER,
    TERM_IS_NOT_OVER
  }
}
