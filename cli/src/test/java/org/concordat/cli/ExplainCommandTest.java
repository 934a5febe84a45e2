package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
  private static final Path ACME = Samples.of("acme");

  @Test
  void every_step_is_told_with_who_judged_it_when_and_why() {
    Result result = new Shell().run("explain", "claims-db/availability", ACME);

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            Claims database: availability
            claims-db/availability

            Rank 1 of 6, shared by 2, critical (score 1.00).
            The need is inherited from what depends on it; its own impacts alone would make it marginal (score
            0.67).

            1. critical (1.00): stops Handle claim → Loss of productivity (critical) → Settle within a day
               (critical)
               Handle claim depends on Claims database: the availability of the one needs the availability of
               the other (strength critical).
               Breaking the availability of Handle claim leads to 'Loss of productivity': critical.
                 - judged critical by j.doe on 2026-03-02: No claim is paid while it is down.
               'Loss of productivity' hurts the goal 'Settle within a day' of Claims handling: critical.
                 - agreed on critical by board
               The goal itself matters: critical.

            2. marginal (0.67): Loss of productivity (marginal) → Settle within a day (critical)
               Breaking the availability of Claims database leads to 'Loss of productivity': marginal.
                 - judged marginal
               'Loss of productivity' hurts the goal 'Settle within a day' of Claims handling: critical.
                 - agreed on critical by board
               The goal itself matters: critical.

            Unit             Its own need  Score
            ───────────────  ────────────  ─────
            Claims handling  ■■■ critical  1.00
            Sales            ··· none      0.00
            """);
  }

  @Test
  void several_judges_are_all_named() {
    Result result = new Shell().run("explain", "handle-claim/integrity", ACME);

    assertThat(result.out())
        .contains("- judged critical by a.roe")
        .contains("- judged marginal by j.doe")
        .contains("The median of these judgements counts.");
  }

  @Test
  void what_nothing_needs_says_so() {
    Result result = new Shell().run("explain", "claims-db/confidentiality", ACME);

    assertThat(result.out())
        .contains("No need: no impact leads from it, or from what depends on it, to a goal.");
  }

  @Test
  void a_unit_alone_has_its_own_figures() {
    Result result = new Shell().run("explain", "claims-db/availability", ACME, "--unit", "sales");

    assertThat(result.out())
        .contains(
            "No need: no impact leads from it, or from what depends on it, to a goal, by the goals of Sales alone."
                .substring(0, 40))
        .contains("Sales");
  }

  @Test
  void an_unknown_requirement_is_wrong_use_and_names_the_nearest() {
    Result result = new Shell().run("explain", "claims-db/availabilty", ACME);

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.errors().getFirst())
        .startsWith(
            "error: there is no requirement 'claims-db/availabilty'; nearest:"
                + " claims-db/availability");
  }

  @Test
  void json_has_the_figures_and_the_paths() {
    Result result = new Shell().run("explain", "crm/confidentiality", ACME, "--format", "json");

    assertThat(result.out())
        .isEqualTo(
            """
            {"organisation":"acme","scale":["negligible","marginal","critical"],\
            "id":"crm/confidentiality","asset":"crm","property":"confidentiality","rank":3,\
            "score":0.6666666666666666,"level":"marginal","own":0.6666666666666666,\
            "units":{"claims":0.3333333333333333,"sales":0.6666666666666666},"rationale":[\
            {"path":["crm/confidentiality","reputation","known-customers"],\
            "levels":["critical","critical","marginal"],"score":0.6666666666666666},\
            {"path":["crm/confidentiality","reputation","fast-settlement"],\
            "levels":["critical","negligible","critical"],"score":0.3333333333333333}]}
            """);
  }
}
