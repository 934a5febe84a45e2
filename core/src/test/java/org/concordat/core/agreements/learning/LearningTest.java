package org.concordat.core.agreements.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Bank;
import org.concordat.core.agreements.evaluation.Evaluation;
import org.concordat.core.agreements.evaluation.Ledger;
import org.concordat.core.agreements.evaluation.Measurement;
import org.concordat.core.agreements.evaluation.Reading;
import org.concordat.core.agreements.evaluation.TargetEvaluation;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.reassessment.Due;
import org.concordat.core.alignment.reassessment.Experience;
import org.concordat.core.alignment.reassessment.Incident;
import org.junit.jupiter.api.Test;

class LearningTest {
  private static Evaluation months(int... minutesDown) {
    Ledger ledger = new Ledger(Bank.mortgages());
    for (int month = 1; month <= minutesDown.length; month++) {
      Instant from = Instant.parse("2026-%02d-03T00:00:00Z".formatted(month));
      Instant until = from.plusSeconds(60L * minutesDown[month - 1]);
      ledger.add(new Measurement("m" + month, "uptime", from, until, new Reading.Downtime(until)));
    }
    return Evaluation.of(Bank.mortgages(), ledger::folds, Instant.parse("2026-12-31T00:00:00Z"));
  }

  @Test
  void a_target_that_is_always_met_with_slack_is_told_with_the_worst_value() {
    assertThat(Learning.fromTargets(months(500, 0, 10, 62), 3))
        .singleElement()
        .isInstanceOfSatisfying(
            Lesson.AlwaysMetWithSlack.class,
            l -> {
              assertThat(l.target()).isEqualTo("uptime");
              assertThat(l.worst()).isEqualByComparingTo(new BigDecimal("0.998564815"));
            });
  }

  @Test
  void a_target_that_is_never_met_is_told_with_the_best_value() {
    assertThat(Learning.fromTargets(months(0, 1_000, 500, 2_000), 3))
        .singleElement()
        .isInstanceOfSatisfying(
            Lesson.NeverMet.class,
            l -> assertThat(l.best()).isEqualByComparingTo(new BigDecimal("0.988799283")));
  }

  @Test
  void two_months_are_not_enough_and_neither_are_met_ones_without_slack() {
    assertThat(Learning.fromTargets(months(0, 0), 3)).isEmpty();
    assertThat(Learning.fromTargets(months(0, 0, 200), 3)).isEmpty();
  }

  private static Incident incident(Requirement broken, String on) {
    return new Incident(
        "i",
        broken,
        LocalDate.parse(on),
        Incident.Severity.LOW,
        "It stood still",
        Instant.parse(on + "T12:00:00Z"));
  }

  @Test
  void breaches_that_harm_nobody_put_the_need_in_question() {
    Evaluation evaluation = months(1_000, 1_000, 1_000);
    LocalDate since = LocalDate.parse("2026-01-01");

    assertThat(Learning.breachedWithoutHarm(evaluation, List.of(), since))
        .containsExactly(
            new Lesson.BreachedWithoutHarm(
                "brokering", Bank.BROKERING, 3, LocalDate.parse("2026-03-31")));
    assertThat(
            Learning.breachedWithoutHarm(
                evaluation, List.of(incident(Bank.BROKERING, "2026-02-03")), since))
        .isEmpty();
  }

  private static Evaluation carriedBy(String asset, Evaluation evaluation) {
    return new Evaluation(
        evaluation.asOf(),
        evaluation.targets().stream()
            .map(
                each ->
                    new TargetEvaluation(
                        new AgreementLine(
                            each.line().id(),
                            each.line().requirement(),
                            each.line().needed(),
                            each.line().provision(),
                            each.line().targets(),
                            List.of(asset),
                            each.line().goals(),
                            each.line().because()),
                        each.target(),
                        each.results(),
                        each.current(),
                        each.trend(),
                        each.forecast()))
            .toList());
  }

  @Test
  void what_breaks_beneath_is_harm_too() {
    Evaluation evaluation = carriedBy("servers", months(1_000, 1_000, 1_000));
    LocalDate since = LocalDate.parse("2026-01-01");

    assertThat(
            Learning.breachedWithoutHarm(
                evaluation,
                List.of(incident(new Requirement("servers", "availability"), "2026-02-03")),
                since))
        .isEmpty();
    assertThat(
            Learning.breachedWithoutHarm(
                evaluation,
                List.of(incident(new Requirement("servers", "confidentiality"), "2026-02-03")),
                since))
        .hasSize(1);
  }

  @Test
  void an_agreement_teaches_which_targets_to_change_and_which_needs_to_doubt() {
    Experience experience =
        Learning.experience(
            "mortgages/1", months(1_000, 1_000, 1_000), List.of(), LocalDate.parse("2026-12-31"));

    assertThat(experience.doubts())
        .containsExactly(
            new Experience.Doubt(Bank.BROKERING, "mortgages/1", 3, LocalDate.parse("2026-03-31")));
    assertThat(experience.targets())
        .singleElement()
        .satisfies(
            due -> {
              assertThat(due.subject())
                  .isEqualTo(new Due.Subject.Promised("mortgages/1", "uptime", Bank.BROKERING));
              assertThat(due.reasons()).singleElement().isInstanceOf(Due.Reason.NeverMet.class);
            });
  }
}
