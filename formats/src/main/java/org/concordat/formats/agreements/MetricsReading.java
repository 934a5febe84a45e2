package org.concordat.formats.agreements;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
 * Measurements from an exposition in OpenMetrics. A sample speaks of a target when its label {@code
 * target} names one; all others are passed over. What it says depends on the target's measure:
 *
 * <ul>
 *   <li>success ratio: counters that differ in the label {@code outcome}, {@code good} or {@code
 *       bad}; what counts is by how much one grew since its sample before (all of it after a reset)
 *   <li>occurrences: a counter, likewise
 *   <li>availability: a gauge, 0 while there is an outage; it lasts until the next sample
 *   <li>within time, longest time: a gauge in seconds, one sample a case
 *   <li>samples: a gauge
 * </ul>
 *
 * <p>The series before are kept from one exposition to the next when one object reads both.
 */
public final class MetricsReading {
  private final Map<String, Measure> measures = new HashMap<>();
  private final Map<String, MetricPoint> before = new HashMap<>();

  /** A reading for the targets of an agreement. */
  public MetricsReading(Agreement agreement) {
    agreement.targets().forEach(t -> measures.put(t.target().id(), t.target().terms().measure()));
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
    long[] passedOver = {0};
    OpenMetricsText.read(
        name,
        reader,
        point -> {
          String target = point.labels().getOrDefault("target", "");
          Measure measure = measures.get(target);
          if (measure == null) {
            passedOver[0]++;
            return;
          }
          try {
            take(point, target, measure, receivedAt, into);
          } catch (IllegalArgumentException e) {
            findings.error(
                Place.of(name, point.line(), 0, null), String.valueOf(e.getMessage()), null);
          }
        },
        findings);
    return passedOver[0];
  }

  private void take(
      MetricPoint point,
      String target,
      Measure measure,
      @Nullable Instant receivedAt,
      Consumer<Measurement> into) {
    Instant at = point.at() == null ? receivedAt : point.at();
    if (at == null) {
      throw new IllegalArgumentException(
          "the sample has no timestamp, and nobody says when it was taken");
    }
    BigDecimal value =
        OpenMetricsText.number(point)
            .orElseThrow(() -> new IllegalArgumentException("a measured value is a number"));
    MetricPoint dated =
        new MetricPoint(point.name(), point.labels(), point.value(), at, point.line());
    MetricPoint last = before.put(point.series(), dated);
    Instant lastAt = last == null ? null : Objects.requireNonNull(last.at());
    if (lastAt != null && !at.isAfter(lastAt)) {
      throw new IllegalArgumentException("the samples of a series follow each other in time");
    }
    Instant received = receivedAt == null ? at : receivedAt;
    String id = id(point, at);
    switch (measure) {
      case Measure.SuccessRatio _, Measure.Occurrences _ -> {
        if (last != null) {
          long grown = grown(value, last);
          boolean isGood = "good".equals(point.labels().get("outcome"));
          into.accept(
              new Measurement(
                  id, target, at, received, new Reading.Counts(isGood ? grown : 0, grown)));
        }
      }
      case Measure.Availability _ -> {
        if (lastAt != null && last != null) {
          boolean wasUp = OpenMetricsText.number(last).orElseThrow().signum() != 0;
          into.accept(
              new Measurement(
                  id, target, lastAt, received, new Reading.Downtime(wasUp ? lastAt : at)));
        }
      }
      case Measure.WithinTime _, Measure.LongestTime _ ->
          into.accept(
              new Measurement(
                  id,
                  target,
                  at,
                  received,
                  new Reading.Took(Duration.ofMillis(value.movePointRight(3).longValue()))));
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

  private static long grown(BigDecimal value, MetricPoint last) {
    BigDecimal then = OpenMetricsText.number(last).orElseThrow();
    BigDecimal grown = value.compareTo(then) < 0 ? value : value.subtract(then);
    return grown.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }

  /** Of the series and the moment, so that reading twice counts once. */
  private static String id(MetricPoint point, Instant at) {
    String series = Sha256.hex(point.series()).substring(0, 16);
    return series + "@" + at.toEpochMilli();
  }
}
