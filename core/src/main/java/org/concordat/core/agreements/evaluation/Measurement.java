package org.concordat.core.agreements.evaluation;

import java.time.Duration;
import java.time.Instant;
import org.concordat.core.agreements.Texts;
import org.concordat.core.alignment.Identifier;

/**
 * One record of what was measured.
 *
 * @param id of the record, unique for its target; a later record with the same id replaces it
 * @param target the target that it counts for
 * @param at when it happened, from 1970 until 2199; of an outage, when it began; in whole
 *     milliseconds
 * @param receivedAt when it arrived here; not before the record that it replaces
 */
public record Measurement(
    String id, String target, Instant at, Instant receivedAt, Reading reading) {
  private static final Duration LONGEST_OUTAGE = Duration.ofDays(366);
  private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

  public Measurement {
    Texts.line(id, "the id of a measurement");
    Identifier.check(target, "target");
    if (at.isBefore(Instant.EPOCH) || !at.isBefore(END)) {
      throw new IllegalArgumentException(
          "something is measured at a moment from 1970 until 2199, not at " + at);
    }
    at = Instant.ofEpochMilli(at.toEpochMilli());
    receivedAt = Instant.ofEpochMilli(receivedAt.toEpochMilli());
    if (reading instanceof Reading.Downtime(Instant until)) {
      Duration length = Duration.between(at, until);
      if (length.isNegative() || length.compareTo(LONGEST_OUTAGE) > 0) {
        throw new IllegalArgumentException(
            "an outage lasts from nothing to 366 days, not from %s until %s".formatted(at, until));
      }
    }
  }
}
