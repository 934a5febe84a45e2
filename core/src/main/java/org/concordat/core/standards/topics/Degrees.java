package org.concordat.core.standards.topics;

import static org.concordat.core.standards.inference.ControlCoverage.Degree.COVERED;
import static org.concordat.core.standards.inference.ControlCoverage.Degree.OPEN;
import static org.concordat.core.standards.inference.ControlCoverage.Degree.PARTLY;
import static org.concordat.core.standards.inference.ControlCoverage.Degree.POSSIBLY;

import java.util.Collection;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.ControlCoverage.Degree;

/** How degrees of coverage combine. */
final class Degrees {
  private Degrees() {}

  static Degree better(Degree one, Degree other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  static Degree of(Operation operation) {
    return switch (operation) {
      case YES -> COVERED;
      case PARTLY -> PARTLY;
      case NO -> OPEN;
    };
  }

  /**
   * How far something is covered that several pieces of work serve: covered when all are done,
   * partly when some are, possibly when some are only begun, for whether what was begun serves it
   * is not known.
   */
  static Degree ofServed(Collection<Degree> served) {
    if (!served.isEmpty() && served.stream().allMatch(s -> s == COVERED)) {
      return COVERED;
    }
    if (served.contains(COVERED)) {
      return PARTLY;
    }
    return served.stream().allMatch(s -> s == OPEN) ? OPEN : POSSIBLY;
  }
}
