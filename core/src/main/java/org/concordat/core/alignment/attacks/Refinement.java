package org.concordat.core.alignment.attacks;

/** How the parts of a goal reach it. */
public enum Refinement {
  /** One part is enough. */
  OR,
  /** All parts are needed, in any order or at the same time. */
  AND,
  /** All parts are needed, one after the other as they are listed. */
  SAND
}
