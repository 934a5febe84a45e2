package org.concordat.core.agreements.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Direction;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Target;
import org.concordat.core.agreements.Term;
import org.jspecify.annotations.Nullable;

/**
 * The obvious way to judge a window: look at every record and at every minute. Knows the calendars
 * of {@link Records} alone.
 */
final class SlowEvaluation {
  private final Agreement agreement;
  private final Instant asOf;

  SlowEvaluation(Agreement agreement, Instant asOf) {
    this.agreement = agreement;
    this.asOf = asOf;
  }

  record Answer(long records, @Nullable BigDecimal value, Verdict verdict) {}

  private boolean isServed(Instant moment) {
    ZonedDateTime local = moment.atZone(Records.ZONE);
    ZonedDateTime threeHoursAgo = moment.minusSeconds(3 * 3_600 - 60).atZone(Records.ZONE);
    boolean isMaintained =
        (local.getDayOfWeek() == DayOfWeek.TUESDAY && local.getHour() == 23)
            || (local.getDayOfWeek() == DayOfWeek.WEDNESDAY
                && threeHoursAgo.getDayOfWeek() == DayOfWeek.TUESDAY
                && local.getHour() < 2);
    if (isMaintained) {
      return false;
    }
    if (agreement.calendar().hours().containsKey(DayOfWeek.SUNDAY)) {
      return true;
    }
    return local.getDayOfWeek() != DayOfWeek.SUNDAY
        && local.getHour() >= 7
        && !local.toLocalDate().equals(LocalDate.parse("2026-04-03"));
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(Records.ZONE).toLocalDate();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(Records.ZONE).toInstant();
  }

  Answer answer(Target target, Term window, List<Measurement> all, Instant knownBefore) {
    Map<String, Measurement> latest = new LinkedHashMap<>();
    for (Measurement record : all) {
      if (record.target().equals(target.id()) && record.receivedAt().isBefore(knownBefore)) {
        latest.put(record.id(), record);
      }
    }
    Instant from = start(window.from());
    Instant until = start(window.until().plusDays(1));
    List<Measurement> inside = new ArrayList<>();
    long records = 0;
    boolean[] down = new boolean[(int) ((until.getEpochSecond() - from.getEpochSecond()) / 60)];
    for (Measurement record : latest.values()) {
      if (record.reading() instanceof Reading.Downtime(Instant end) && end.isAfter(record.at())) {
        LocalDate last = null;
        for (Instant m = record.at(); m.isBefore(end); m = m.plusSeconds(60)) {
          if (!m.isBefore(from) && m.isBefore(until) && isServed(m)) {
            down[(int) ((m.getEpochSecond() - from.getEpochSecond()) / 60)] = true;
            if (!day(m).equals(last)) {
              records++;
              last = day(m);
            }
          }
        }
      } else if (!record.at().isBefore(from)
          && record.at().isBefore(until)
          && isServed(record.at())) {
        records++;
        inside.add(record);
      }
    }
    BigDecimal value = records == 0 ? null : value(target, inside, down, from);
    return new Answer(records, value, verdict(target, records, value));
  }

  private static Verdict verdict(Target target, long records, @Nullable BigDecimal value) {
    if (value == null || records < target.terms().minimumRecords()) {
      return Verdict.NOT_ENOUGH_DATA;
    }
    int compared = value.compareTo(target.terms().threshold());
    boolean isGood =
        target.terms().direction() == Direction.AT_LEAST ? compared >= 0 : compared <= 0;
    return isGood ? Verdict.MET : Verdict.BREACHED;
  }

  private @Nullable BigDecimal value(
      Target target, List<Measurement> records, boolean[] down, Instant from) {
    List<BigDecimal> values = new ArrayList<>();
    long good = 0;
    long total = 0;
    for (Measurement record : records) {
      switch (record.reading()) {
        case Reading.Counts counts -> {
          good += counts.good();
          total += counts.total();
        }
        case Reading.Took(var time) -> values.add(BigDecimal.valueOf(time.toSeconds()));
        case Reading.Sample(var sample) -> values.add(sample);
        case Reading.Downtime _ -> {}
      }
    }
    return switch (target.terms().measure()) {
      case Measure.SuccessRatio _ -> share(good, total);
      case Measure.Occurrences _ -> BigDecimal.valueOf(total);
      case Measure.Availability _ -> {
        long up = 0;
        long service = 0;
        for (int i = 0; i < down.length; i++) {
          Instant minute = from.plusSeconds(60L * i);
          if (isServed(minute) && minute.isBefore(asOf)) {
            service++;
            up += down[i] ? 0 : 1;
          }
        }
        yield share(up, service);
      }
      case Measure.WithinTime(var limit) ->
          share(
              values.stream().filter(v -> v.longValueExact() <= limit.toSeconds()).count(),
              values.size());
      case Measure.SamplesWithin(_, var limit) ->
          share(values.stream().filter(v -> v.compareTo(limit) <= 0).count(), values.size());
      case Measure.SampleMean _ ->
          values.stream()
              .reduce(BigDecimal.ZERO, BigDecimal::add)
              .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
      case Measure.WorstSample _ ->
          target.terms().direction() == Direction.AT_LEAST
              ? values.stream().reduce(BigDecimal::min).orElseThrow()
              : values.stream().reduce(BigDecimal::max).orElseThrow();
      case Measure.LongestTime _ -> values.stream().reduce(BigDecimal::max).orElseThrow();
    };
  }

  private static @Nullable BigDecimal share(long above, long below) {
    return below == 0
        ? null
        : BigDecimal.valueOf(above).divide(BigDecimal.valueOf(below), MathContext.DECIMAL128);
  }
}
