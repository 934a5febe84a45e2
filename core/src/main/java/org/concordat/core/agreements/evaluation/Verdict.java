package org.concordat.core.agreements.evaluation;

/** Whether a target is met in a window; so far, while the window runs. */
public enum Verdict {
  MET,
  BREACHED,
  /** Fewer records than the target asks for. */
  NOT_ENOUGH_DATA
}
