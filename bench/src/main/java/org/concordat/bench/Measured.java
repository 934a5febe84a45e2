package org.concordat.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.BillingPeriod;
import org.concordat.core.agreements.Direction;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Price;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.ServiceCalendar;
import org.concordat.core.agreements.Target;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.Term;
import org.concordat.core.agreements.Window;
import org.concordat.core.agreements.evaluation.Evaluation;
import org.concordat.core.agreements.evaluation.Ledger;
import org.concordat.core.agreements.evaluation.Measurement;
import org.concordat.core.agreements.evaluation.Reading;
import org.concordat.core.agreements.evaluation.Result;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;

/**
 * A year of measurements of four targets, folded and judged, beside the plain way: keep the last
 * version of each record in a map and sum the records of each month. Both give the same values, or
 * the program fails.
 */
public final class Measured {
  private static final Term YEAR = Term.of("2026-01-01", "2026-12-31");
  private static final List<Measure> MEASURES =
      List.of(
          new Measure.SuccessRatio(),
          new Measure.Availability(),
          new Measure.WithinTime(Duration.ofHours(4)),
          new Measure.SampleMean());

  private Measured() {}

  /** Takes the number of records; a million unless told. */
  public static void main(String[] args) {
    int count = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
    List<Measurement> records = records(count);
    Agreement agreement = agreement();
    Instant asOf = Instant.parse("2027-01-31T00:00:00Z");
    for (int round = 1; round <= 5; round++) {
      long start = System.nanoTime();
      Ledger ledger = new Ledger(agreement);
      records.forEach(ledger::add);
      long folded = System.nanoTime();
      Evaluation evaluation = Evaluation.of(agreement, ledger::folds, asOf);
      long judged = System.nanoTime();
      Map<String, double[]> plain = plain(records);
      long summed = System.nanoTime();
      check(evaluation, plain);
      int days = 0;
      for (int t = 0; t < MEASURES.size(); t++) {
        days += ledger.folds("t" + t).days().size();
      }
      System.out.printf(
          "round %d: %,d records; added in %,d ms, corrected and judged in %,d ms, %,d days kept;"
              + " plain %,d ms%n",
          round,
          count,
          (folded - start) / 1_000_000,
          (judged - folded) / 1_000_000,
          days,
          (summed - judged) / 1_000_000);
    }
  }

  private static Agreement agreement() {
    List<Target> targets = new ArrayList<>();
    for (Measure measure : MEASURES) {
      targets.add(
          new Target(
              "t" + targets.size(),
              new TargetTerms(
                  measure,
                  Direction.AT_LEAST,
                  new BigDecimal("0.5"),
                  new Window.CalendarMonth(),
                  "by a probe",
                  1,
                  List.of())));
    }
    Money none = Money.none("EUR");
    Price price = new Price(none, "system", BillingPeriod.MONTH, none);
    return new Agreement(
        "a",
        1,
        "o",
        "u",
        "U",
        "IT",
        "T",
        ImpactScale.DEFAULT,
        "EUR",
        YEAR,
        YEAR.until(),
        5,
        ServiceCalendar.ALWAYS,
        List.of(),
        List.of(
            new AgreementLine(
                "l",
                new Requirement("asset", "availability"),
                Level.of(3),
                new Provision.Served("s", "high", Level.of(3), BigDecimal.ONE, price),
                targets,
                List.of(),
                List.of(),
                null)),
        List.of(),
        List.of());
  }

  /** One record in a hundred corrects another. */
  private static List<Measurement> records(int count) {
    Random random = new Random(7);
    List<Measurement> records = new ArrayList<>(count);
    long start = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    for (int i = 0; i < count; i++) {
      int target = i % MEASURES.size();
      Instant at = Instant.ofEpochSecond(start + (long) (365L * 86_400 * ((double) i / count)));
      int corrected = random.nextInt(100) == 0 ? i - MEASURES.size() * random.nextInt(50) : i;
      Reading reading =
          switch (MEASURES.get(target)) {
            case Measure.SuccessRatio _ -> new Reading.Counts(random.nextInt(100), 100);
            case Measure.Availability _ -> new Reading.Downtime(at.plusSeconds(random.nextInt(20)));
            case Measure.WithinTime _ -> new Reading.Took(Duration.ofMinutes(random.nextInt(400)));
            default -> new Reading.Sample(BigDecimal.valueOf(random.nextInt(10_000), 3));
          };
      records.add(
          new Measurement("r" + Math.max(target, corrected), "t" + target, at, at, reading));
    }
    return records;
  }

  /** By target and month: above and below of the value. */
  private static Map<String, double[]> plain(List<Measurement> records) {
    Map<String, Measurement> latest = new HashMap<>();
    records.forEach(r -> latest.put(r.target() + r.id(), r));
    Map<String, double[]> sums = new HashMap<>();
    for (Measurement record : latest.values()) {
      LocalDate day = LocalDate.ofInstant(record.at(), java.time.ZoneOffset.UTC);
      double[] sum =
          sums.computeIfAbsent(record.target() + day.getMonthValue(), _ -> new double[2]);
      switch (record.reading()) {
        case Reading.Counts counts -> {
          sum[0] += counts.good();
          sum[1] += counts.total();
        }
        case Reading.Downtime _ -> {}
        case Reading.Took(var time) -> {
          sum[0] += time.compareTo(Duration.ofHours(4)) <= 0 ? 1 : 0;
          sum[1]++;
        }
        case Reading.Sample(var value) -> {
          sum[0] += value.doubleValue();
          sum[1]++;
        }
      }
    }
    return sums;
  }

  private static void check(Evaluation evaluation, Map<String, double[]> plain) {
    for (var target : evaluation.targets()) {
      if (target.target().terms().measure() instanceof Measure.Availability) {
        continue;
      }
      for (Result result : target.results()) {
        double[] sum = plain.get(result.target() + result.window().from().getMonthValue());
        double expected = sum[0] / sum[1];
        if (Math.abs(result.value().doubleValue() - expected) > 1e-6) {
          throw new IllegalStateException(result + " should be " + expected);
        }
      }
    }
  }
}
