package org.concordat.core.alignment.rounds;

/** What a round asks its judges for. */
public enum Asking {
  /** A level for each link, apart from the others. */
  RATING,
  /** The links in one order, the gravest first; some may share a place. */
  RANKING
}
