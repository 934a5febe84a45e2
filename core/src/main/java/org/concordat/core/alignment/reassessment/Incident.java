package org.concordat.core.alignment.reassessment;

import java.time.Instant;
import java.time.LocalDate;
import org.concordat.core.alignment.Requirement;

/**
 * A security incident: a requirement that was broken.
 *
 * @param on the day on which it happened
 * @param what what happened, in a sentence or two
 * @param recordedAt when it was put down
 */
public record Incident(
    String id,
    Requirement requirement,
    LocalDate on,
    Severity severity,
    String what,
    Instant recordedAt) {
  /** How grave an incident was, in ascending order. */
  public enum Severity {
    LOW,
    MEDIUM,
    HIGH
  }
}
