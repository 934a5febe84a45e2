package org.concordat.formats.agreements;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Numbers;
import org.concordat.core.agreements.evaluation.Measurement;
import org.concordat.core.agreements.evaluation.Reading;
import org.concordat.core.digests.Sha256;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/**
 * Measurements from an exposition in OpenMetrics, or in the text format of Prometheus. A sample
 * speaks of a target when the mapping says so, or without one its label {@code target}; all others
 * are passed over. What it says depends on the target's measure:
 *
 * <ul>
 *   <li>success ratio: counters that differ in the label {@code outcome}, {@code good} or {@code
 *       bad}; what counts is by how much one grew since its sample before (all of it after a reset)
 *   <li>occurrences: a counter, likewise
 *   <li>availability: a gauge, 0 while there is an outage; it lasts until the next sample. After a
 *       gap that is too long nobody knows, and nothing is said of it
 *   <li>within time, longest time: a gauge in seconds, one sample a case
 *   <li>samples: a gauge
 * </ul>
 *
 * <p>The series before are kept from one exposition to the next when one object reads both.
 */
public final class MetricsReading {
  /** The most series of one exposition that may speak of targets. */
  public static final int MOST_SERIES = 10_000;

  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(18);

  private final Map<String, Measure> measures = new HashMap<>();
  private final Map<String, Last> before;
  private final MetricsMapping mapping;
  private final @Nullable Duration longestGap;

  /**
   * The last sample of a series.
   *
   * @param value what it said
   */
  public record Last(BigDecimal value, Instant at) {}

  /** A reading for the targets of an agreement, by the label of each sample. */
  public MetricsReading(Agreement agreement) {
    this(agreement, MetricsMapping.BY_LABEL, Map.of(), null);
  }

  /**
   * A reading that goes on where another one stopped.
   *
   * @param before what {@link #last} told then
   * @param longestGap how long a sample of availability is good for; null for ever
   */
  public MetricsReading(
      Agreement agreement,
      MetricsMapping mapping,
      Map<String, Last> before,
      @Nullable Duration longestGap) {
    this.mapping = mapping;
    this.before = new HashMap<>(before);
    this.longestGap = longestGap;
    agreement.targets().forEach(t -> measures.put(t.target().id(), t.target().terms().measure()));
  }

  /** The last samples of all series that spoke of targets. */
  public Map<String, Last> last() {
    return Collections.unmodifiableMap(before);
  }

  /**
   * Reads an exposition.
   *
   * @param name what to call the file in findings
   * @param receivedAt when it arrived, which is also the time of samples without a timestamp; null
   *     when each sample arrived when it was taken
   * @return how many samples were passed over
   * @throws IOException when reading fails
   */
  public long read(
      String name,
      Reader reader,
      @Nullable Instant receivedAt,
      Consumer<Measurement> into,
      FindingList findings)
      throws IOException {
    return read(name, OpenMetricsText.Dialect.OPEN_METRICS, reader, receivedAt, into, findings);
  }

  /**
   * The same in the text format 0.0.4 of Prometheus.
   *
   * @throws IOException when reading fails
   */
  public long readPrometheus(
      String name,
      Reader reader,
      @Nullable Instant receivedAt,
      Consumer<Measurement> into,
      FindingList findings)
      throws IOException {
    return read(name, OpenMetricsText.Dialect.PROMETHEUS, reader, receivedAt, into, findings);
  }

  private long read(
      String name,
      OpenMetricsText.Dialect dialect,
      Reader reader,
      @Nullable Instant receivedAt,
      Consumer<Measurement> into,
      FindingList findings)
      throws IOException {
    long[] passedOver = {0};
    OpenMetricsText.read(
        name,
        dialect,
        reader,
        point -> {
          boolean speaks = false;
          for (MetricsMapping.Spoken spoken : mapping.of(point)) {
            Measure measure = measures.get(spoken.target());
            if (measure != null) {
              speaks = true;
              take(name, point, spoken, measure, receivedAt, into, findings);
            }
          }
          passedOver[0] += speaks ? 0 : 1;
        },
        findings);
    return passedOver[0];
  }

  private void take(
      String name,
      MetricPoint point,
      MetricsMapping.Spoken spoken,
      Measure measure,
      @Nullable Instant receivedAt,
      Consumer<Measurement> into,
      FindingList findings) {
    try {
      take(point, spoken, measure, receivedAt, into);
    } catch (IllegalArgumentException | ArithmeticException e) {
      findings.error(Place.of(name, point.line(), 0, null), String.valueOf(e.getMessage()), null);
    }
  }

  private void take(
      MetricPoint point,
      MetricsMapping.Spoken spoken,
      Measure measure,
      @Nullable Instant receivedAt,
      Consumer<Measurement> into) {
    String target = spoken.target();
    Instant at = point.at() == null ? receivedAt : point.at();
    if (at == null) {
      throw new IllegalArgumentException(
          "the sample has no timestamp, and nobody says when it was taken");
    }
    BigDecimal value =
        OpenMetricsText.number(point)
            .orElseThrow(() -> new IllegalArgumentException("a measured value is a number"));
    if (value.abs().compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException("a measured value is below 1e18, not " + point.value());
    }
    String series = hash(point.series());
    String key = target + "/" + series;
    Last last = before.get(key);
    if (last != null && at.equals(last.at()) && value.compareTo(last.value()) == 0) {
      return;
    }
    if (last != null && !at.isAfter(last.at())) {
      throw new IllegalArgumentException("the samples of a series follow each other in time");
    }
    if (last == null && before.size() >= MOST_SERIES) {
      throw new IllegalArgumentException(
          "more than " + MOST_SERIES + " series speak of targets; map fewer of them");
    }
    before.put(key, new Last(value, at));
    Instant received = receivedAt == null ? at : receivedAt;
    String id = series + "@" + at.toEpochMilli();
    switch (measure) {
      case Measure.SuccessRatio _, Measure.Occurrences _ -> {
        if (last != null) {
          long grown = grown(value, last);
          boolean isGood = "good".equals(spoken.outcome());
          into.accept(
              new Measurement(
                  id, target, at, received, new Reading.Counts(isGood ? grown : 0, grown)));
        }
      }
      case Measure.Availability _ -> {
        if (last != null && !isTooLong(last.at(), at)) {
          boolean wasUp = last.value().signum() != 0;
          into.accept(
              new Measurement(
                  id, target, last.at(), received, new Reading.Downtime(wasUp ? last.at() : at)));
        }
      }
      case Measure.WithinTime _, Measure.LongestTime _ ->
          into.accept(
              new Measurement(
                  id,
                  target,
                  at,
                  received,
                  new Reading.Took(
                      Duration.ofMillis(
                          value
                              .movePointRight(3)
                              .setScale(0, RoundingMode.DOWN)
                              .longValueExact()))));
      case Measure.SampleMean _, Measure.WorstSample _, Measure.SamplesWithin _ ->
          into.accept(
              new Measurement(
                  id,
                  target,
                  at,
                  received,
                  new Reading.Sample(
                      value.setScale(
                          Math.min(value.scale(), Numbers.MOST_DECIMALS),
                          RoundingMode.HALF_EVEN))));
    }
  }

  private boolean isTooLong(Instant from, Instant until) {
    return longestGap != null && Duration.between(from, until).compareTo(longestGap) > 0;
  }

  private static long grown(BigDecimal value, Last last) {
    BigDecimal then = last.value();
    BigDecimal grown = value.compareTo(then) < 0 ? value : value.subtract(then);
    return grown.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }

  /** Of the series, so that with the moment reading twice counts once. */
  private static String hash(String series) {
    return Sha256.hex(series).substring(0, 16);
  }
}
