package org.concordat.core.agreements.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.core.agreements.Bank.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.concordat.core.agreements.Bank;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.Party.Capacity;
import org.concordat.core.agreements.needs.WorkspaceNeeds;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.Lifecycle;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.core.alignment.Impact;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SevenStepsTest {
  private static final LocalDate DATED = LocalDate.parse("2026-01-02");
  private final List<Completion> history = new ArrayList<>();
  private int minute;

  private static StepFacts facts(Workspace workspace, @Nullable AgreementState agreement) {
    return FactFinding.of(workspace, new WorkspaceNeeds(workspace), "mortgages", DATED, agreement);
  }

  private static Workspace with(Impact impact) {
    Workspace bank = Bank.workspace();
    List<Impact> impacts = new ArrayList<>(bank.impacts());
    impacts.add(impact);
    return new Workspace(
        bank.organisation(),
        bank.scale(),
        bank.combination(),
        bank.inheritance(),
        bank.properties(),
        bank.units(),
        bank.factors(),
        bank.assets(),
        bank.dependencies(),
        impacts,
        bank.origins());
  }

  private static AgreementState agreed() {
    Party supply = new Party.Supply();
    Party demand = new Party.Demand();
    return Lifecycle.replay(
        List.of(
            new Move.Draft(actor(supply, "sam", 0), Bank.mortgages(), 0),
            new Move.Propose(actor(supply, "sam", 1), Bank.mortgages()),
            new Move.Agree(actor(demand, "dora", 2)),
            new Move.OpenReview(actor(supply, "sam", 3), Set.of()),
            new Move.ConcludeReview(actor(supply, "sam", 4))));
  }

  private void completeAll(StepFacts facts) {
    for (Step step : Step.values()) {
      boolean isDemand = step.owners().contains(org.concordat.core.agreements.Side.DEMAND);
      Party party = isDemand ? new Party.Demand() : new Party.Supply();
      history.add(
          SevenSteps.of(facts, history)
              .complete(step, actor(party, isDemand ? "dora" : "sam", minute++)));
    }
  }

  @Test
  void steps_that_have_all_they_need_are_done_one_after_the_other() {
    StepFacts facts = facts(Bank.workspace(), agreed());
    assertThat(SevenSteps.of(facts, history).next()).contains(Step.VISION);

    completeAll(facts);

    assertThat(SevenSteps.of(facts, history).next()).isEmpty();
  }

  @Test
  void a_step_waits_for_those_before_it() {
    SevenSteps steps = SevenSteps.of(facts(Bank.workspace(), agreed()), history);

    assertThat(steps.state(Step.VISION)).isInstanceOf(StepState.Ready.class);
    assertThat(steps.state(Step.FACTORS))
        .isEqualTo(
            new StepState.Open(List.of(new Lack(Lack.Kind.STEP_BEFORE, Step.VISION.name()))));
  }

  @Test
  void a_step_says_what_it_lacks() {
    StepFacts facts = FactFinding.of(Bank.workspace(), Bank.needs(), "mortgages", null, null);

    assertThat(facts.lacks(Step.VISION)).containsExactly(Lack.of(Lack.Kind.VISION_NOT_DATED));
    assertThat(facts.lacks(Step.IT_ASSETS)).isEmpty();
    assertThat(facts.lacks(Step.PROPOSAL)).containsExactly(Lack.of(Lack.Kind.NO_PROPOSAL));
  }

  @Test
  void only_the_side_that_owns_a_step_completes_it() {
    SevenSteps steps = SevenSteps.of(facts(Bank.workspace(), agreed()), history);

    assertThat(steps.mayComplete(Step.VISION, Capacity.DEMAND)).isTrue();
    assertThat(steps.mayComplete(Step.VISION, Capacity.SUPPLY)).isFalse();
    assertThatThrownBy(() -> steps.complete(Step.VISION, actor(new Party.Supply(), "sam", 0)))
        .hasMessageContaining("supply cannot complete VISION");
  }

  @Test
  void a_step_needs_another_look_when_what_it_rests_on_changed() {
    completeAll(facts(Bank.workspace(), agreed()));
    Workspace changed = with(Bank.impact(Bank.BROKERING, "penalty", Bank.CRITICAL));

    SevenSteps steps = SevenSteps.of(facts(changed, agreed()), history);

    assertThat(steps.state(Step.VISION)).isInstanceOf(StepState.Done.class);
    assertThat(steps.state(Step.FACTORS)).isInstanceOf(StepState.Done.class);
    assertThat(steps.state(Step.BUSINESS_ASSETS))
        .isInstanceOfSatisfying(
            StepState.AnotherLook.class,
            look -> assertThat(look.changed()).containsExactly(StepInput.BUSINESS_ASSETS));
    assertThat(steps.next()).contains(Step.BUSINESS_ASSETS);
  }

  @Test
  void a_review_needs_another_look_when_another_unit_needs_more() {
    completeAll(facts(Bank.workspace(), agreed()));
    Workspace changed = with(Bank.impact(Bank.BROKERING, "penalty", Bank.CRITICAL));

    assertThat(SevenSteps.of(facts(changed, agreed()), history).state(Step.CROSS_UNIT_REVIEW))
        .isInstanceOfSatisfying(
            StepState.AnotherLook.class,
            look -> assertThat(look.changed()).containsExactly(StepInput.OTHER_NEEDS));
  }
}
