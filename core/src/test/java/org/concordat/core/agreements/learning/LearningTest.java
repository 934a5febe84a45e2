package org.concordat.core.agreements.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.concordat.core.agreements.Bank;
import org.concordat.core.agreements.evaluation.Evaluation;
import org.concordat.core.agreements.evaluation.Ledger;
import org.concordat.core.agreements.evaluation.Measurement;
import org.concordat.core.agreements.evaluation.Reading;
import org.concordat.core.agreements.learning.Lesson.Contradiction;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
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

  private static Incident incident(String id, String on, Level level) {
    return new Incident(id, LocalDate.parse(on), Bank.BROKERING, "delay", level);
  }

  private static RequirementImpact judged(Level level) {
    return new RequirementImpact(
        Bank.BROKERING,
        "delay",
        new Judgement(level, "dora", LocalDate.parse("2026-02-01"), null, false));
  }

  private static List<Lesson> lessons(Level level, Incident... incidents) {
    return Learning.fromIncidents(List.of(judged(level)), List.of(incidents));
  }

  @Test
  void an_incident_worse_than_judged_asks_for_another_judgement() {
    assertThat(lessons(Bank.MARGINAL, incident("i1", "2026-03-01", Bank.CRITICAL)))
        .containsExactly(
            new Lesson.ReassessmentDue(
                Bank.BROKERING,
                "delay",
                Bank.MARGINAL,
                Bank.CRITICAL,
                Contradiction.HIGHER_THAN_JUDGED,
                List.of("i1")));
  }

  @Test
  void what_the_judges_knew_contradicts_nothing() {
    assertThat(lessons(Bank.MARGINAL, incident("i1", "2026-02-01", Bank.CRITICAL))).isEmpty();
  }

  @Test
  void three_incidents_all_milder_than_judged_ask_too() {
    Incident one = incident("i1", "2026-03-01", Bank.NEGLIGIBLE);
    Incident two = incident("i2", "2026-04-01", Bank.MARGINAL);
    Incident three = incident("i3", "2026-05-01", Bank.NEGLIGIBLE);

    assertThat(lessons(Bank.CRITICAL, one, two)).isEmpty();
    assertThat(lessons(Bank.CRITICAL, one, two, three))
        .singleElement()
        .isInstanceOfSatisfying(
            Lesson.ReassessmentDue.class,
            l -> assertThat(l.contradiction()).isEqualTo(Contradiction.LOWER_EVERY_TIME));
    assertThat(lessons(Bank.MARGINAL, one, two, three)).isEmpty();
  }

  @Test
  void damage_that_nobody_judged_asks_for_a_first_judgement() {
    assertThat(
            Learning.fromIncidents(
                List.of(), List.of(incident("i1", "2026-03-01", Bank.NEGLIGIBLE))))
        .singleElement()
        .isInstanceOfSatisfying(
            Lesson.ReassessmentDue.class,
            l -> assertThat(l.contradiction()).isEqualTo(Contradiction.NOT_JUDGED));
  }

  @Test
  void breaches_that_harm_nobody_put_the_need_in_question() {
    Evaluation evaluation = months(1_000, 1_000, 1_000);
    LocalDate since = LocalDate.parse("2026-01-01");

    assertThat(Learning.breachedWithoutHarm(evaluation, List.of(), since))
        .containsExactly(new Lesson.BreachedWithoutHarm("brokering", Bank.BROKERING, 3));
    assertThat(
            Learning.breachedWithoutHarm(
                evaluation, List.of(incident("i", "2026-02-03", Bank.MARGINAL)), since))
        .isEmpty();
  }
}
