package org.concordat.core.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.concordat.core.findings.Finding;
import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void equal_sums_are_equal_and_have_one_text() {
    assertThat(Bank.eur("5")).isEqualTo(Bank.eur("5.00"));
    assertThat(Bank.eur("1200")).hasToString("1200.00 EUR");
    assertThat(Money.of("1E+3", "EUR").amount()).isEqualTo(new BigDecimal("1000"));
  }

  @Test
  void sums_of_two_currencies_do_not_add_up() {
    assertThatThrownBy(() -> Bank.eur("5").plus(Money.of("5", "CHF")))
        .hasMessageContaining("EUR and CHF");
    assertThatThrownBy(() -> Money.of("1", "euro")).hasMessageContaining("three capital letters");
    assertThatThrownBy(() -> Money.of("-1", "EUR")).hasMessageContaining("from 0");
  }

  @Test
  void a_year_costs_the_price_of_every_period_for_the_whole_quantity() {
    Price quarterly = new Price(Bank.eur("10.50"), "user", BillingPeriod.QUARTER, Bank.eur("1000"));

    assertThat(quarterly.yearly(new BigDecimal("3"))).isEqualTo(Bank.eur("126"));
    assertThat(Bank.mortgages().yearly()).isEqualTo(Bank.eur("3600"));
    assertThat(Bank.mortgages().once()).isEqualTo(Bank.eur("0"));
  }

  @Test
  void what_is_included_in_another_line_is_paid_there_alone() {
    Agreement agreement =
        Bank.agreement(
            "mortgages",
            Bank.line(
                "a", Bank.BROKERING, Bank.CRITICAL, Bank.served("high", Bank.CRITICAL, "900")),
            Bank.line("b", Bank.SYSTEM, Bank.MARGINAL, new Provision.Included("a", Bank.CRITICAL)));

    assertThat(agreement.yearly()).isEqualTo(Bank.eur("10800"));
    assertThat(agreement.agreed(Bank.SYSTEM)).isEqualTo(3);
    assertThat(agreement.shortfalls()).isEmpty();
  }

  @Test
  void a_line_falls_short_when_less_is_agreed_than_needed() {
    assertThat(Bank.cheapMortgages().shortfalls())
        .extracting(AgreementLine::id)
        .containsExactly("brokering");
    assertThat(Bank.mortgages().shortfalls()).isEmpty();
    assertThat(Bank.line("x", Bank.SYSTEM, Bank.NEGLIGIBLE, new Provision.Unserved()).fallsShort())
        .isTrue();
  }

  @Test
  void everything_that_is_wrong_with_an_agreement_is_told_at_once() {
    Agreement good = Bank.mortgages();
    AgreementLine line = good.lines().getFirst();
    AgreementLine swiss =
        Bank.line(
            "swiss",
            Bank.SYSTEM,
            Bank.CRITICAL,
            new Provision.Served(
                "continuity",
                "high",
                org.concordat.core.alignment.Level.of(4),
                BigDecimal.ONE,
                new Price(Money.of("1", "CHF"), "system", BillingPeriod.YEAR, Money.none("CHF"))));
    AgreementLine lost =
        Bank.line(
            "lost", Bank.CLEARING, Bank.CRITICAL, new Provision.Included("no", Bank.CRITICAL));
    Agreement bad =
        new Agreement(
            good.id(),
            1,
            good.organisation(),
            good.unit(),
            good.unitName(),
            good.supplier(),
            good.title(),
            good.scale(),
            "EUR",
            good.term(),
            LocalDate.parse("2027-01-01"),
            0,
            good.calendar(),
            List.of(),
            List.of(line, line, swiss, lost),
            List.of(),
            List.of());

    assertThat(AgreementRules.check(bad))
        .filteredOn(f -> f.severity() == Finding.Severity.ERROR)
        .extracting(Finding::problem)
        .containsExactly(
            "the review on 2027-01-01 is outside the term",
            "line 'brokering' stands twice",
            "target 'uptime' stands twice",
            "a level is above the scale, which has 3",
            "the price is in CHF",
            "it is included in line 'no', which buys nothing");
    assertThat(AgreementRules.check(good)).isEmpty();
  }

  @Test
  void a_credit_is_due_only_when_the_target_is_missed_and_grows_with_the_miss() {
    TargetTerms terms = Bank.availability("0.995");

    assertThat(terms.creditFor(new BigDecimal("0.995"))).isEqualByComparingTo("0");
    assertThat(terms.creditFor(new BigDecimal("0.992"))).isEqualByComparingTo("0");
    assertThat(terms.creditFor(new BigDecimal("0.9899"))).isEqualByComparingTo("0.1");
    assertThat(terms.creditFor(new BigDecimal("0.5"))).isEqualByComparingTo("0.5");
    assertThatThrownBy(() -> Bank.availability("0.98")).hasMessageContaining("would be due while");
  }

  @Test
  void a_share_is_written_as_a_share() {
    assertThatThrownBy(() -> Bank.availability("99.5")).hasMessageContaining("write 0.995");
  }

  @Test
  void calendar_windows_are_cut_to_the_term() {
    Term term = Term.of("2026-01-15", "2026-05-10");

    assertThat(new Window.CalendarMonth().of(term))
        .containsExactly(
            Term.of("2026-01-15", "2026-01-31"),
            Term.of("2026-02-01", "2026-02-28"),
            Term.of("2026-03-01", "2026-03-31"),
            Term.of("2026-04-01", "2026-04-30"),
            Term.of("2026-05-01", "2026-05-10"));
    assertThat(new Window.CalendarQuarter().of(term))
        .containsExactly(Term.of("2026-01-15", "2026-03-31"), Term.of("2026-04-01", "2026-05-10"));
    assertThat(new Window.RollingDays(60).of(term))
        .containsExactly(Term.of("2026-01-15", "2026-03-15"), Term.of("2026-03-16", "2026-05-10"));
  }
}
