package org.concordat.core.standards.topics;

import java.util.Collection;
import java.util.Locale;

/** How far something is done, the best first. */
public enum Standing {
  COVERED,
  PARTLY,
  /** Some work was begun that may serve it; whether it does is not known. */
  POSSIBLY,
  OPEN;

  /** As files write it: {@code possibly}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Standing orBetter(Standing other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /**
   * The standing of what is served by several pieces of work: covered when all are done, partly
   * when some are, possibly when some are only begun.
   *
   * @param served the standings of the pieces of work; none of them leaves it open
   */
  public static Standing ofServed(Collection<Standing> served) {
    if (!served.isEmpty() && served.stream().allMatch(s -> s == COVERED)) {
      return COVERED;
    }
    if (served.contains(COVERED)) {
      return PARTLY;
    }
    return served.stream().allMatch(s -> s == OPEN) ? OPEN : POSSIBLY;
  }
}
