package org.concordat.core.alignment.reassessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;

/**
 * A security incident: a requirement that was broken.
 *
 * @param on the day on which it happened
 * @param what what happened, in a sentence or two
 * @param recordedAt when it was put down
 * @param harms the damage that it did, each factor once; nothing when nobody has told
 */
public record Incident(
    String id,
    Requirement requirement,
    LocalDate on,
    Severity severity,
    String what,
    Instant recordedAt,
    List<Harm> harms) {
  public Incident {
    harms = List.copyOf(harms);
    Set<String> factors = new HashSet<>();
    for (Harm harm : harms) {
      if (!factors.add(harm.factor())) {
        throw new IllegalArgumentException(
            "an incident tells of the factor '" + harm.factor() + "' once");
      }
    }
  }

  /** An incident of which nobody has told which damage it did. */
  public Incident(
      String id,
      Requirement requirement,
      LocalDate on,
      Severity severity,
      String what,
      Instant recordedAt) {
    this(id, requirement, on, severity, what, recordedAt, List.of());
  }

  /**
   * A damage that was done.
   *
   * @param factor the factor that it is
   * @param level how bad it was, on the organisation's scale
   */
  public record Harm(String factor, Level level) {
    public Harm {
      Identifier.check(factor, "factor");
    }
  }

  /** How grave an incident was, in ascending order. */
  public enum Severity {
    LOW,
    MEDIUM,
    HIGH
  }
}
