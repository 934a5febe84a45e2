package org.concordat.core.agreements.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Direction;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.Spans;
import org.concordat.core.agreements.Target;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.Term;
import org.concordat.core.agreements.Window;
import org.jspecify.annotations.Nullable;

/** Judges one target in one window. */
final class Judging {
  private final AgreementLine line;
  private final Target target;
  private final DayFolds folds;
  private final String currency;
  private final Instant asOf;

  Judging(AgreementLine line, Target target, DayFolds folds, String currency, Instant asOf) {
    this.line = line;
    this.target = target;
    this.folds = folds;
    this.currency = currency;
    this.asOf = asOf;
  }

  private TargetTerms terms() {
    return target.terms();
  }

  /** What came of it. */
  Result judge(Term window, Phase phase) {
    DayFolds.Day days = folds.over(window.from(), window.until());
    Judged now = judge(days.revised(), window, phase);
    Result.Settled settled = null;
    if (phase == Phase.CLOSED && !days.settled().equals(days.revised())) {
      Judged then = judge(days.settled(), window, phase);
      settled = new Result.Settled(then.verdict, shown(then.value), then.credit);
    }
    return new Result(
        target.id(),
        line.id(),
        window,
        phase,
        now.verdict,
        days.revised().records(),
        days.late(),
        shown(now.value),
        now.value == null ? null : now.value.shownSlack(terms().direction(), terms().threshold()),
        now.value == null ? null : budgetLeft(now.value),
        now.credit,
        settled);
  }

  private static @Nullable BigDecimal shown(@Nullable Fraction value) {
    return value == null ? null : value.shown();
  }

  private record Judged(Verdict verdict, @Nullable Fraction value, Money credit) {}

  private Judged judge(DayFold fold, Term window, Phase phase) {
    Fraction value = fold.records() == 0 ? null : value(fold, window);
    Money none = Money.none(currency);
    if (value == null || fold.records() < terms().minimumRecords()) {
      return new Judged(Verdict.NOT_ENOUGH_DATA, value, none);
    }
    if (value.isMet(terms().direction(), terms().threshold())) {
      return new Judged(Verdict.MET, value, none);
    }
    return new Judged(
        Verdict.BREACHED, value, phase == Phase.CLOSED ? credit(value, window) : none);
  }

  private @Nullable Fraction value(DayFold fold, Term window) {
    return switch (fold) {
      case DayFold.Tally tally when terms().measure() instanceof Measure.Occurrences ->
          Fraction.of(tally.total(), 1);
      case DayFold.Tally tally ->
          tally.total() == 0 ? null : Fraction.of(tally.good(), tally.total());
      case DayFold.Outage outage -> available(outage.down(), window);
      case DayFold.Spread spread -> spread(spread);
    };
  }

  /** The part of the service time so far without an outage. */
  private @Nullable Fraction available(Spans down, Term window) {
    Spans sofar = Spans.ofBounds(Long.MIN_VALUE, asOf.toEpochMilli());
    LocalDate today = folds.clock().calendar().dayOf(asOf);
    LocalDate last = window.until().isBefore(today) ? window.until() : today;
    long service = 0;
    for (LocalDate day = window.from(); !day.isAfter(last); day = day.plusDays(1)) {
      Spans open = folds.clock().service().on(day);
      service += day.equals(today) ? open.and(sofar).length() : open.length();
    }
    return service == 0 ? null : Fraction.of(service - down.and(sofar).length(), service);
  }

  private Fraction spread(DayFold.Spread spread) {
    return switch (terms().measure()) {
      case Measure.LongestTime _ -> new Fraction(spread.highest(), BigDecimal.valueOf(1_000));
      case Measure.WorstSample _ ->
          Fraction.of(
              terms().direction() == Direction.AT_LEAST ? spread.lowest() : spread.highest());
      case Measure.SampleMean _ -> new Fraction(spread.sum(), BigDecimal.valueOf(spread.records()));
      case Measure.SuccessRatio _,
          Measure.Availability _,
          Measure.WithinTime _,
          Measure.Occurrences _,
          Measure.SamplesWithin _ ->
          throw new IllegalStateException("no spread is kept for " + terms().measure());
    };
  }

  private @Nullable BigDecimal budgetLeft(Fraction value) {
    BigDecimal threshold = terms().threshold();
    BigDecimal budget =
        switch (terms().direction()) {
          case AT_MOST -> threshold;
          case AT_LEAST ->
              terms().measure().scale() == Measure.Scale.SHARE
                  ? BigDecimal.ONE.subtract(threshold)
                  : BigDecimal.ZERO;
        };
    return budget.signum() <= 0
        ? null
        : Fraction.quotient(
            terms().direction().slack(value.above(), threshold.multiply(value.below())),
            budget.multiply(value.below()));
  }

  private Money credit(Fraction value, Term window) {
    BigDecimal part = terms().creditFor(limit -> !value.isMet(terms().direction(), limit));
    return price(line, terms().window(), window, currency).times(part);
  }

  /** What a line costs for a window, without what is paid once. */
  static Money price(AgreementLine line, Window kind, Term window, String currency) {
    return switch (line.provision()) {
      case Provision.Served s -> s.price().during(partOfYear(kind, window), s.quantity());
      case Provision.Included _, Provision.Unserved _ -> Money.none(currency);
    };
  }

  private static BigDecimal partOfYear(Window kind, Term window) {
    return switch (kind) {
      case Window.RollingDays _ -> part(window.days(), 365);
      case Window.CalendarMonth _, Window.CalendarQuarter _ -> {
        BigDecimal part = BigDecimal.ZERO;
        YearMonth last = YearMonth.from(window.until());
        for (YearMonth m = YearMonth.from(window.from()); !m.isAfter(last); m = m.plusMonths(1)) {
          Term month = new Term(m.atDay(1), m.atEndOfMonth());
          LocalDate from = max(month.from(), window.from());
          LocalDate until = month.until().isBefore(window.until()) ? month.until() : window.until();
          part = part.add(part(new Term(from, until).days(), 12L * month.days()));
        }
        yield part;
      }
    };
  }

  private static LocalDate max(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static BigDecimal part(long above, long below) {
    return BigDecimal.valueOf(above).divide(BigDecimal.valueOf(below), MathContext.DECIMAL128);
  }

  /** The current figure of a rolling target, up to the last day with records; null without any. */
  @Nullable Result current(int days) {
    LocalDate today = folds.clock().calendar().dayOf(asOf);
    LocalDate last = folds.days().floorKey(today);
    if (last == null) {
      return null;
    }
    LocalDate from = max(last.minusDays(days - 1L), folds.clock().term().from());
    return judge(new Term(from, Objects.requireNonNull(last)), Phase.RUNNING);
  }
}
