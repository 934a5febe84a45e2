package org.concordat.server.agreements.scraping;

import java.time.Duration;
import java.time.Instant;
import org.concordat.core.alignment.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * Where measurements of an agreement are fetched.
 *
 * @param name unique in the agreement
 * @param address of the exposition
 * @param every how often, from {@link #OFTENEST} to {@link #RAREST}
 * @param mapping which samples speak of which targets, as in {@link
 *     org.concordat.formats.agreements.MetricsMapping}; empty when the label {@code target} tells
 */
public record ScrapeSource(String name, String address, Duration every, String mapping) {
  /** More often would fill trail and chunks with little that is new. */
  public static final Duration OFTENEST = Duration.ofMinutes(1);

  /** Less often than once a day is done by hand. */
  public static final Duration RAREST = Duration.ofDays(1);

  /** Five minutes. */
  public static final Duration USUAL = Duration.ofMinutes(5);

  public ScrapeSource {
    Identifier.check(name, "source");
    if (every.compareTo(OFTENEST) < 0 || every.compareTo(RAREST) > 0) {
      throw new IllegalArgumentException(
          "a source is fetched every 60 to 86400 seconds, not every " + every.toSeconds());
    }
  }

  /**
   * What became of it last.
   *
   * @param fetchedAt when it was fetched; null when it never was
   * @param problem what went wrong, or null
   * @param detail more of it, in English
   * @param records how many records came of it
   */
  public record Outcome(
      @Nullable Instant fetchedAt,
      @Nullable ScrapeProblem problem,
      @Nullable String detail,
      int records,
      Instant dueAt) {}

  /** A source with what became of it last. */
  public record Known(ScrapeSource source, Outcome outcome) {}
}
