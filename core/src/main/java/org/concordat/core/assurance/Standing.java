package org.concordat.core.assurance;

import java.util.Collection;
import org.concordat.core.assurance.Evidence.Kept;
import org.concordat.core.assurance.Evidence.Promise;
import org.concordat.core.assurance.Evidence.Support;

/** What all that is known of one requirement comes to, the most urgent first. */
public enum Standing {
  /** An agreement promises it, and did not keep that when it was last judged. */
  BROKEN,
  /** Nothing says that it is secured. */
  UNKNOWN,
  /** Some of it is in operation, and nothing says that it is enough. */
  PARTLY,
  /** Less is agreed than is needed, and somebody accepted the risk. */
  ACCEPTED,
  /** An agreement in force promises it; nothing has been measured yet. */
  PROMISED,
  /** Controls in operation satisfy it. */
  OPERATED,
  /** An agreement in force promises it, and measurements say that it is kept. */
  KEPT;

  /** Whether it is shown to be secured. */
  public boolean isSecured() {
    return switch (this) {
      case KEPT, OPERATED -> true;
      case BROKEN, UNKNOWN, PARTLY, ACCEPTED, PROMISED -> false;
    };
  }

  /**
   * What evidence comes to. A broken promise counts before everything else; then whatever shows
   * most.
   */
  public static Standing of(Collection<Evidence> evidence) {
    Standing best = UNKNOWN;
    for (Evidence each : evidence) {
      Standing said =
          switch (each) {
            case Promise(String _, boolean enough, Kept kept) -> of(enough, kept);
            case Support(var _, boolean whole) -> whole ? OPERATED : PARTLY;
          };
      if (said == BROKEN) {
        return BROKEN;
      }
      best = said.compareTo(best) > 0 ? said : best;
    }
    return best;
  }

  private static Standing of(boolean enough, Kept kept) {
    return switch (kept) {
      case BREACHED -> BROKEN;
      case MET -> enough ? KEPT : ACCEPTED;
      case UNMEASURED -> enough ? PROMISED : ACCEPTED;
    };
  }
}
