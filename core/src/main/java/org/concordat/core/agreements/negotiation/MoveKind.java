package org.concordat.core.agreements.negotiation;

/** What can be done to an agreement. */
public enum MoveKind {
  DRAFT,
  PROPOSE,
  COUNTER,
  ACCEPT_RISK,
  AGREE,
  OPEN_REVIEW,
  ANSWER,
  CONCLUDE_REVIEW,
  ESCALATE,
  DECIDE,
  CARRY_OUT,
  SIGN,
  PUT_IN_FORCE,
  SUPERSEDE,
  TERMINATE,
  EXPIRE,
  WITHDRAW
}
