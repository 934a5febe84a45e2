package org.concordat.core.agreements.evaluation;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Bank;
import org.concordat.core.agreements.CreditTier;
import org.concordat.core.agreements.Direction;
import org.concordat.core.agreements.MaintenanceWindow;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.OpenHours;
import org.concordat.core.agreements.ServiceCalendar;
import org.concordat.core.agreements.Target;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.Term;
import org.concordat.core.agreements.Window;

/** An agreement with a target of every measure, and random records for it, all on whole minutes. */
final class Records {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final List<Measure> MEASURES =
      List.of(
          new Measure.SuccessRatio(),
          new Measure.Availability(),
          new Measure.WithinTime(Duration.ofMinutes(30)),
          new Measure.LongestTime(),
          new Measure.Occurrences(),
          new Measure.SampleMean(),
          new Measure.WorstSample(),
          new Measure.SamplesWithin(Direction.AT_MOST, BigDecimal.TEN));

  private Records() {}

  static Agreement agreement(Random random, Term term) {
    List<Target> targets = new ArrayList<>();
    for (Measure measure : MEASURES) {
      Direction direction =
          switch (measure) {
            case Measure.Occurrences _, Measure.LongestTime _ -> Direction.AT_MOST;
            case Measure.WorstSample _, Measure.SampleMean _ ->
                random.nextBoolean() ? Direction.AT_LEAST : Direction.AT_MOST;
            default -> Direction.AT_LEAST;
          };
      BigDecimal threshold =
          measure.scale() == Measure.Scale.SHARE
              ? new BigDecimal("0.5")
              : BigDecimal.valueOf(random.nextInt(12));
      Window window =
          switch (random.nextInt(3)) {
            case 0 -> new Window.CalendarMonth();
            case 1 -> new Window.CalendarQuarter();
            default -> new Window.RollingDays(1 + random.nextInt(20));
          };
      List<CreditTier> credits =
          measure.scale() == Measure.Scale.SHARE
              ? List.of(new CreditTier(new BigDecimal("0.4"), new BigDecimal("0.6")))
              : List.of();
      targets.add(
          new Target(
              "t" + targets.size(),
              new TargetTerms(
                  measure,
                  direction,
                  threshold,
                  window,
                  "by hand",
                  1 + random.nextInt(3),
                  credits)));
    }
    AgreementLine line =
        Bank.line(
            "line",
            Bank.BROKERING,
            Bank.MARGINAL,
            Bank.served("raised", Bank.MARGINAL, "300"),
            targets.toArray(Target[]::new));
    Agreement plain = Bank.agreement("mortgages", line);
    return new Agreement(
        plain.id(),
        1,
        plain.organisation(),
        plain.unit(),
        plain.unitName(),
        plain.supplier(),
        plain.title(),
        plain.scale(),
        "EUR",
        term,
        term.until(),
        random.nextInt(4),
        calendar(random),
        List.of(
            new MaintenanceWindow.Weekly(
                DayOfWeek.TUESDAY, LocalTime.parse("23:00"), Duration.ofHours(3))),
        plain.lines(),
        plain.obligations(),
        plain.exclusions());
  }

  private static ServiceCalendar calendar(Random random) {
    if (random.nextBoolean()) {
      return ServiceCalendar.always(ZONE);
    }
    Map<DayOfWeek, List<OpenHours>> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day != DayOfWeek.SUNDAY) {
        hours.put(day, List.of(new OpenHours(LocalTime.parse("07:00"), LocalTime.MIDNIGHT)));
      }
    }
    return new ServiceCalendar(ZONE, hours, new TreeSet<>(List.of(LocalDate.parse("2026-04-03"))));
  }

  /** Records around a term, some of which correct others, in the order in which they arrive. */
  static List<Measurement> records(Random random, Term term, int count) {
    List<Measurement> records = new ArrayList<>();
    Instant start = term.from().minusDays(2).atStartOfDay(ZONE).toInstant();
    int minutes = (term.days() + 4) * 24 * 60;
    Instant received = start;
    for (int i = 0; i < count; i++) {
      int target = random.nextInt(MEASURES.size());
      Instant at = start.plusSeconds(60L * random.nextInt(minutes));
      received = received.plusSeconds(60L * random.nextInt(2 * minutes / count + 1));
      boolean corrects = i > 0 && random.nextInt(5) == 0;
      String id = corrects ? "r" + random.nextInt(i) : "r" + i;
      records.add(
          new Measurement(
              id, "t" + target, at, received, reading(random, MEASURES.get(target), at)));
    }
    return records;
  }

  private static Reading reading(Random random, Measure measure, Instant at) {
    return switch (measure) {
      case Measure.SuccessRatio _, Measure.Occurrences _ -> {
        int total = random.nextInt(5);
        yield new Reading.Counts(random.nextInt(total + 1), total);
      }
      case Measure.Availability _ ->
          new Reading.Downtime(
              at.plusSeconds(60L * random.nextInt(random.nextInt(10) == 0 ? 6_000 : 300)));
      case Measure.WithinTime _, Measure.LongestTime _ ->
          new Reading.Took(Duration.ofSeconds(random.nextInt(3_600)));
      case Measure.SampleMean _, Measure.WorstSample _, Measure.SamplesWithin _ ->
          new Reading.Sample(BigDecimal.valueOf(random.nextInt(2_000) - 500, 2));
    };
  }
}
