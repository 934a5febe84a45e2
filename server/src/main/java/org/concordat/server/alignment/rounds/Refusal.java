package org.concordat.server.alignment.rounds;

/** Why something was not done; nothing is changed then. */
public enum Refusal {
  /** There is no such round, link or judge in it, or not for the caller. */
  UNKNOWN,
  /** The round has come to another stage, or is not there yet. */
  WRONG_STAGE,
  /** A round has a title of at most {@value Round#LONGEST_TITLE} characters. */
  NO_TITLE,
  /** A round needs between one link and {@value Round#MOST_LINKS}. */
  WRONG_NUMBER_OF_LINKS,
  /** In one order stand between two links and {@value Round#MOST_RANKED}. */
  WRONG_NUMBER_TO_RANK,
  /** A round needs two judges or more, and at most {@value Round#MOST_JUDGES}. */
  WRONG_NUMBER_OF_JUDGES,
  /** The account may not judge. */
  NO_JUDGE,
  /** The levels are others than when the round was made. */
  OTHER_SCALE,
  /** There is no such level. */
  NO_LEVEL,
  /** An agreed value needs a reason. */
  NO_REASON,
  /** A text is longer than {@value Round#LONGEST_TEXT} characters. */
  TOO_LONG,
  /** What was judged is gone from the model, or the model would break its rules. */
  UNSOUND,
  /** Somebody else changed the model at the same time. */
  CONFLICT,
  /** The caller's roles do not go so far. */
  FORBIDDEN
}
