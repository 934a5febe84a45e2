package org.concordat.core.agreements.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Bank;
import org.concordat.core.agreements.CreditTier;
import org.concordat.core.agreements.Direction;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Target;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.Window;
import org.concordat.core.agreements.evaluation.Forecast.Chance;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final Agreement AGREEMENT = Bank.mortgages();
  private final Ledger ledger = new Ledger(AGREEMENT);

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  /** An outage of so many minutes, recorded when it was over. */
  private void outage(String id, String from, int minutes) {
    Instant start = at(from);
    Instant end = start.plusSeconds(60L * minutes);
    ledger.add(new Measurement(id, "uptime", start, end, new Reading.Downtime(end)));
  }

  private TargetEvaluation evaluate(String asOf) {
    return Evaluation.of(AGREEMENT, ledger::folds, at(asOf)).targets().getFirst();
  }

  @Test
  void a_month_without_any_record_is_not_judged() {
    assertThat(evaluate("2026-02-10T00:00:00Z").results())
        .extracting(Result::verdict)
        .containsExactly(Verdict.NOT_ENOUGH_DATA, Verdict.NOT_ENOUGH_DATA);
  }

  @Test
  void a_record_of_no_outage_says_that_somebody_looked() {
    outage("none", "2026-01-31T12:00:00Z", 0);

    Result january = evaluate("2026-02-10T00:00:00Z").results().getFirst();
    assertThat(january.verdict()).isEqualTo(Verdict.MET);
    assertThat(january.value()).isEqualByComparingTo("1");
    assertThat(january.budgetLeft()).isEqualByComparingTo("1");
  }

  @Test
  void a_breached_month_gives_credit_once_it_is_closed() {
    outage("long", "2026-01-10T00:00:00Z", 31 * 24 * 60 * 2 / 100);

    assertThat(evaluate("2026-02-05T23:59:59Z").results().getFirst())
        .satisfies(
            r -> {
              assertThat(r.phase()).isEqualTo(Phase.AWAITING);
              assertThat(r.verdict()).isEqualTo(Verdict.BREACHED);
              assertThat(r.credit().isNone()).isTrue();
            });
    assertThat(evaluate("2026-02-06T00:00:00Z").results().getFirst())
        .satisfies(
            r -> {
              assertThat(r.phase()).isEqualTo(Phase.CLOSED);
              assertThat(r.credit()).isEqualTo(Bank.eur("30"));
            });
  }

  @Test
  void the_threshold_itself_is_met() {
    outage("exact", "2026-01-10T00:00:00Z", 31 * 24 * 60 / 200);
    ledger.add(
        new Measurement(
            "rest",
            "uptime",
            at("2026-01-11T00:00:00Z"),
            at("2026-01-11T01:00:00Z"),
            new Reading.Downtime(at("2026-01-11T00:00:12Z"))));

    Result january = evaluate("2026-02-10T00:00:00Z").results().getFirst();
    assertThat(january.value()).isEqualByComparingTo("0.995");
    assertThat(january.slack()).isEqualByComparingTo("0");
    assertThat(january.verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void a_correction_counts_in_place_of_what_it_corrects() {
    outage("wrong", "2026-01-10T00:00:00Z", 3_000);
    ledger.add(
        new Measurement(
            "wrong",
            "uptime",
            at("2026-01-10T00:00:00Z"),
            at("2026-01-20T00:00:00Z"),
            new Reading.Downtime(at("2026-01-10T00:10:00Z"))));

    assertThat(evaluate("2026-02-10T00:00:00Z").results().getFirst().verdict())
        .isEqualTo(Verdict.MET);
  }

  @Test
  void what_arrives_after_the_close_changes_the_result_and_leaves_what_was_settled() {
    outage("small", "2026-01-10T00:00:00Z", 10);
    ledger.add(
        new Measurement(
            "late",
            "uptime",
            at("2026-01-20T00:00:00Z"),
            at("2026-02-06T00:00:00Z"),
            new Reading.Downtime(at("2026-01-21T00:00:00Z"))));

    Result january = evaluate("2026-03-01T00:00:00Z").results().getFirst();
    assertThat(january.verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(january.late()).isEqualTo(1);
    assertThat(january.credit()).isEqualTo(Bank.eur("30"));

    assertThat(Objects.requireNonNull(january.settled()).verdict()).isEqualTo(Verdict.MET);
    assertThat(Objects.requireNonNull(january.settled()).credit()).isEqualTo(Bank.eur("0"));
  }

  @Test
  void credits_of_a_line_never_exceed_its_price_in_the_window() {
    TargetTerms harsh =
        new TargetTerms(
            new Measure.Occurrences(),
            Direction.AT_MOST,
            BigDecimal.ZERO,
            new Window.CalendarMonth(),
            "count",
            1,
            List.of(new CreditTier(BigDecimal.ZERO, new BigDecimal("0.7"))));
    Agreement agreement =
        Bank.agreement(
            "mortgages",
            Bank.line(
                "line",
                Bank.BROKERING,
                Bank.MARGINAL,
                Bank.served("raised", Bank.MARGINAL, "300"),
                new Target("one", harsh),
                new Target("two", harsh)));
    Ledger both = new Ledger(agreement);
    for (String target : List.of("one", "two")) {
      Instant day = at("2026-01-10T12:00:00Z");
      both.add(new Measurement("r", target, day, day, new Reading.Counts(0, 1)));
    }

    Evaluation evaluation = Evaluation.of(agreement, both::folds, at("2026-02-10T00:00:00Z"));
    assertThat(evaluation.targets())
        .extracting(t -> t.results().getFirst().credit())
        .containsExactly(Bank.eur("210"), Bank.eur("90"));
    assertThat(evaluation.credits("EUR")).isEqualTo(Bank.eur("300"));
  }

  @Test
  void records_of_another_kind_and_of_no_target_are_refused() {
    Instant day = at("2026-01-10T12:00:00Z");

    assertThatThrownBy(
            () -> ledger.add(new Measurement("r", "uptime", day, day, new Reading.Counts(1, 1))))
        .hasMessageContaining("is not measured by records such as Counts");
    assertThatThrownBy(
            () -> ledger.add(new Measurement("r", "downtime", day, day, new Reading.Counts(1, 1))))
        .hasMessageContaining("no target 'downtime'");
  }

  @Test
  void a_steady_burn_leads_over_the_budget_before_the_month_ends() {
    for (int day = 1; day <= 10; day++) {
      outage("d" + day, "2026-01-%02dT12:00:00Z".formatted(day), 10);
    }

    Forecast forecast = Objects.requireNonNull(evaluate("2026-01-11T00:00:00Z").forecast());
    // 223.2 minutes may be lost in January; at 10 minutes a day the 23rd day is one too many.
    assertThat(forecast.chance()).isEqualTo(Chance.LIKELY);
    assertThat(forecast.budget() / 60_000).isCloseTo(223.2, within(1e-6));
    assertThat(forecast.expected() / 60_000).isCloseTo(310, within(1e-6));
    assertThat(forecast.low()).isEqualTo(forecast.high());
    assertThat(forecast.breachOn()).isEqualTo("2026-01-23");
  }

  @Test
  void a_budget_that_is_spent_is_a_certain_breach_before_the_month_is_over() {
    outage("long", "2026-01-04T06:00:00Z", 240);

    Forecast forecast = Objects.requireNonNull(evaluate("2026-01-04T12:00:00Z").forecast());
    assertThat(forecast.chance()).isEqualTo(Chance.CERTAIN);
    assertThat(evaluate("2026-01-03T12:00:00Z").forecast()).isNull();
  }

  @Test
  void the_quantiles_of_student_go_on_where_the_table_ends() {
    assertThat(Forecasting.student(30)).isCloseTo(1.697, within(1e-3));
    assertThat(Forecasting.student(31)).isCloseTo(1.6955, within(1e-3));
    assertThat(Forecasting.student(120)).isCloseTo(1.6577, within(1e-3));
  }

  @Test
  void a_trend_is_the_median_of_all_slopes() {
    Trend steady = Trend.of(1, 2, 3, 100, 5, 6, 7).orElseThrow();
    assertThat(steady.slope()).isEqualTo(1);
    assertThat(steady.isClear()).isTrue();
    assertThat(Trend.of(1, 3, 2, 3, 1).orElseThrow().isClear()).isFalse();
    assertThat(Trend.of(1, 2, 3).orElseThrow().isClear()).isFalse();
    assertThat(Trend.of(1)).isEmpty();
    assertThat(Trend.of(2, 2, 2, 2, 2).orElseThrow()).isEqualTo(new Trend(0, false));
  }
}
