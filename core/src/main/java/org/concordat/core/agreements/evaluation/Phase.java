package org.concordat.core.agreements.evaluation;

/** How final a window is. */
public enum Phase {
  /** It still runs. */
  RUNNING,
  /** It is over, and records are still awaited. */
  AWAITING,
  /** The days of grace are over; what arrives later is late. */
  CLOSED
}
