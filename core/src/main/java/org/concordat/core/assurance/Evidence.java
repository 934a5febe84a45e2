package org.concordat.core.assurance;

import org.concordat.core.standards.ControlRef;

/** Something that says whether a requirement is secured. */
public sealed interface Evidence {
  /**
   * An agreement in force has a line for it.
   *
   * @param agreement the agreement's id
   * @param enough whether no less is agreed than was needed; if not, somebody accepted the risk
   * @param kept whether the line's targets were met when they were last judged
   */
  record Promise(String agreement, boolean enough, Kept kept) implements Evidence {}

  /**
   * A control that satisfies it is in operation, or proved to be covered by what is.
   *
   * @param whole whether nothing else is needed: the control satisfies it fully, and all of it is
   *     in operation
   */
  record Support(ControlRef control, boolean whole) implements Evidence {}

  /** What the last judged windows of a line's targets say. */
  enum Kept {
    /** All that were judged are met, and at least one was. */
    MET,
    /** One of them is breached. */
    BREACHED,
    /** None could be judged, or there are none. */
    UNMEASURED
  }
}
