package org.concordat.core.agreements.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.core.agreements.Bank.actor;
import static org.concordat.core.agreements.Bank.cheapMortgages;
import static org.concordat.core.agreements.Bank.mortgages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Bank;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.Party.Capacity;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.RiskAcceptance;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.Term;
import org.concordat.core.agreements.negotiation.AgreementState.StateKind;
import org.concordat.core.agreements.negotiation.Outcome.Made;
import org.concordat.core.agreements.negotiation.Outcome.Reason;
import org.concordat.core.agreements.negotiation.Outcome.Refused;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final Party DEMAND = new Party.Demand();
  private static final Party SUPPLY = new Party.Supply();
  private static final Party PAYMENTS = new Party.OtherUnit("payments");
  private static final Party MANAGEMENT = new Party.TopManagement();
  private static final String DIGEST = "ab".repeat(32);

  private final List<Move> moves = new ArrayList<>();
  private AgreementState state = start();
  private int minute;

  private AgreementState start() {
    Move.Draft draft = new Move.Draft(by(SUPPLY), cheapMortgages(), 0);
    moves.add(draft);
    return Lifecycle.start(draft);
  }

  private static String person(Party party) {
    return switch (party.capacity()) {
      case DEMAND -> "dora";
      case SUPPLY -> "sam";
      case OTHER_UNIT -> "paul";
      case MANAGEMENT -> "mia";
    };
  }

  private Actor by(Party party) {
    return actor(party, person(party), minute++);
  }

  private void make(Move move) {
    Outcome outcome = Lifecycle.make(state, move);
    assertThat(outcome).isInstanceOf(Made.class);
    state = ((Made) outcome).state();
    moves.add(move);
  }

  private void refuse(Move move, Reason why) {
    assertThat(Lifecycle.make(state, move))
        .isInstanceOfSatisfying(
            Refused.class,
            r -> {
              assertThat(r.why()).isEqualTo(why);
              assertThat(r.problem()).isNotBlank();
              assertThat(r.remedy()).isNotBlank();
            });
  }

  private static RiskAcceptance acceptance(Actor by, LocalDate until) {
    return new RiskAcceptance(
        "ra-1",
        by,
        "brokering",
        Bank.BROKERING,
        Bank.MARGINAL,
        Bank.NEGLIGIBLE,
        "Brokers can wait a day.",
        until,
        Bank.eur("2400"),
        List.of("new-products"));
  }

  private void offer() {
    make(new Move.Propose(by(SUPPLY), cheapMortgages()));
  }

  private void agree() {
    offer();
    make(new Move.AcceptRisk(acceptance(by(DEMAND), LocalDate.parse("2026-12-31"))));
    make(new Move.Agree(by(DEMAND)));
  }

  private void review() {
    agree();
    make(new Move.OpenReview(by(SUPPLY), Set.of("payments")));
  }

  private void escalate() {
    review();
    make(new Move.Answered(by(PAYMENTS), new Answer.Objection("Clearing would stand still.")));
    make(new Move.Escalate(by(PAYMENTS), "It is cheap.", "It is too cheap."));
  }

  private Agreement raised() {
    return mortgages().asVersion(2);
  }

  private Move.Sign sign(Party party, Side side, String digest) {
    return new Move.Sign(by(party), new Signature(side, digest));
  }

  private void raise() {
    escalate();
    Decision decision = new Decision.Raise(Map.of("brokering", Bank.MARGINAL));
    make(new Move.Decide(by(MANAGEMENT), decision, "Payments feed us all."));
  }

  private void putInForce() {
    raise();
    make(new Move.CarryOut(by(SUPPLY), raised()));
    make(sign(DEMAND, Side.DEMAND, DIGEST));
    make(sign(SUPPLY, Side.SUPPLY, DIGEST));
    make(new Move.PutInForce(by(SUPPLY)));
  }

  @Test
  void from_draft_over_objection_and_decision_to_force() {
    putInForce();

    assertThat(state.kind()).isEqualTo(StateKind.IN_FORCE);
    assertThat(state.dossier().current().version()).isEqualTo(2);
    assertThat(Lifecycle.replay(moves)).isEqualTo(state);
  }

  @Test
  void an_offer_can_be_countered_until_the_other_side_takes_it() {
    offer();
    make(new Move.Counter(by(DEMAND), raised(), "We need more."));
    refuse(new Move.Agree(by(DEMAND)), Reason.NOT_YOUR_OWN_OFFER);
    make(new Move.Agree(by(SUPPLY)));

    assertThat(state.kind()).isEqualTo(StateKind.PENDING_REVIEW);
  }

  @Test
  void a_counter_offer_is_the_next_version_of_the_same_agreement() {
    offer();

    refuse(new Move.Counter(by(DEMAND), mortgages(), null), Reason.DOCUMENT_DOES_NOT_FOLLOW);
    refuse(
        new Move.Counter(by(DEMAND), Bank.agreement("payments").asVersion(2), null),
        Reason.DOCUMENT_DOES_NOT_FOLLOW);
    refuse(
        new Move.Counter(by(DEMAND), Bank.agreement("mortgages").asVersion(2), null),
        Reason.DOCUMENT_HAS_ERRORS);
  }

  @Test
  void nobody_agrees_to_a_shortfall_whose_risk_is_not_accepted() {
    offer();
    refuse(new Move.Agree(by(DEMAND)), Reason.RISK_NOT_ACCEPTED);
    make(new Move.AcceptRisk(acceptance(by(DEMAND), LocalDate.parse("2026-01-04"))));
    refuse(new Move.Agree(by(DEMAND)), Reason.RISK_NOT_ACCEPTED);
    make(new Move.AcceptRisk(acceptance(by(DEMAND), LocalDate.parse("2026-01-05"))));
    make(new Move.Agree(by(DEMAND)));
  }

  @Test
  void an_acceptance_does_not_cover_a_still_lower_level() {
    offer();
    make(new Move.AcceptRisk(acceptance(by(DEMAND), LocalDate.parse("2026-12-31"))));
    Agreement nothing =
        Bank.agreement(
                "mortgages",
                Bank.line("brokering", Bank.BROKERING, Bank.MARGINAL, new Provision.Unserved()))
            .asVersion(2);
    make(new Move.Counter(by(SUPPLY), nothing, null));

    refuse(new Move.Agree(by(DEMAND)), Reason.RISK_NOT_ACCEPTED);
  }

  @Test
  void only_the_unit_accepts_its_risk() {
    assertThatThrownBy(() -> acceptance(by(SUPPLY), LocalDate.parse("2026-12-31")))
        .hasMessageContaining("by the unit that bears it");
  }

  @Test
  void who_accepts_a_risk_cannot_supply_and_who_decides_cannot_execute() {
    agree();
    refuse(
        new Move.OpenReview(actor(SUPPLY, "dora", 99), Set.of()), Reason.NOT_THE_SAME_PERSON_TWICE);
    make(new Move.OpenReview(by(SUPPLY), Set.of("payments")));
    refuse(
        new Move.Answered(actor(PAYMENTS, "dora", 99), new Answer.Consent()),
        Reason.NOT_THE_SAME_PERSON_TWICE);
    make(new Move.Answered(by(PAYMENTS), new Answer.Objection("No.")));
    make(new Move.Escalate(by(SUPPLY), "Cheap.", "Dear."));
    for (String person : List.of("dora", "sam", "paul")) {
      refuse(
          new Move.Decide(actor(MANAGEMENT, person, 99), new Decision.Uphold(), "So be it."),
          Reason.NOT_THE_SAME_PERSON_TWICE);
    }
    make(new Move.Decide(by(MANAGEMENT), new Decision.Uphold(), "So be it."));
    refuse(
        new Move.Sign(actor(SUPPLY, "mia", 99), new Signature(Side.SUPPLY, DIGEST)),
        Reason.NOT_THE_SAME_PERSON_TWICE);
  }

  @Test
  void a_review_ends_when_all_units_consent() {
    review();
    refuse(new Move.ConcludeReview(by(SUPPLY)), Reason.NOT_ALL_CONSENT);
    refuse(
        new Move.Answered(actor(new Party.OtherUnit("sales"), "paul", 99), new Answer.Consent()),
        Reason.UNIT_IS_NOT_ASKED);
    refuse(new Move.Escalate(by(PAYMENTS), "For.", "Against."), Reason.NOBODY_OBJECTS);
    make(
        new Move.Answered(by(PAYMENTS), new Answer.HigherLevel("brokering", Bank.CRITICAL, "Us.")));
    refuse(new Move.ConcludeReview(by(SUPPLY)), Reason.NOT_ALL_CONSENT);
    make(new Move.Answered(by(PAYMENTS), new Answer.Consent()));
    make(new Move.ConcludeReview(by(SUPPLY)));

    assertThat(state.kind()).isEqualTo(StateKind.REVIEWED);
  }

  @Test
  void what_was_decided_is_carried_out_before_anybody_signs() {
    raise();

    refuse(sign(DEMAND, Side.DEMAND, DIGEST), Reason.DECISION_NOT_CARRIED_OUT);
    refuse(
        new Move.CarryOut(by(SUPPLY), cheapMortgages().asVersion(2)),
        Reason.DECISION_NOT_CARRIED_OUT);
    make(new Move.CarryOut(by(SUPPLY), raised()));
    make(sign(DEMAND, Side.DEMAND, DIGEST));
  }

  @Test
  void both_sides_sign_the_same_document_each_for_itself() {
    raise();
    make(new Move.CarryOut(by(SUPPLY), raised()));
    refuse(sign(DEMAND, Side.SUPPLY, DIGEST), Reason.NOT_THIS_PARTY);
    make(sign(DEMAND, Side.DEMAND, DIGEST));
    refuse(sign(DEMAND, Side.DEMAND, DIGEST), Reason.ALREADY_SIGNED);
    refuse(sign(SUPPLY, Side.SUPPLY, "cd".repeat(32)), Reason.ANOTHER_DOCUMENT_SIGNED);
    make(sign(SUPPLY, Side.SUPPLY, DIGEST));
  }

  @Test
  void a_version_comes_into_force_on_the_first_day_of_its_term_and_not_before() {
    raise();
    Agreement later = raised();
    make(
        new Move.CarryOut(
            by(SUPPLY),
            new Agreement(
                later.id(),
                later.version(),
                later.organisation(),
                later.unit(),
                later.unitName(),
                later.supplier(),
                later.title(),
                later.scale(),
                later.currency(),
                new Term(LocalDate.parse("2026-02-01"), later.term().until()),
                later.reviewOn(),
                later.graceDays(),
                later.calendar(),
                later.maintenance(),
                later.lines(),
                later.obligations(),
                later.exclusions())));
    make(sign(DEMAND, Side.DEMAND, DIGEST));
    make(sign(SUPPLY, Side.SUPPLY, DIGEST));
    refuse(new Move.PutInForce(by(SUPPLY)), Reason.TERM_HAS_NOT_BEGUN);
    make(new Move.PutInForce(actor(SUPPLY, "sam", 40 * 24 * 60)));
  }

  @Test
  void an_agreement_expires_after_its_term_and_not_before() {
    putInForce();
    refuse(new Move.Expire(by(SUPPLY)), Reason.TERM_IS_NOT_OVER);
    refuse(new Move.Supersede(by(SUPPLY), 2), Reason.DOCUMENT_DOES_NOT_FOLLOW);
    make(new Move.Expire(actor(SUPPLY, "sam", 366 * 24 * 60)));

    assertThat(Lifecycle.possible(state)).isEmpty();
  }

  @Test
  void moves_are_in_the_order_of_their_times() {
    offer();

    refuse(new Move.Withdraw(actor(SUPPLY, "sam", 0), null), Reason.BEFORE_WHAT_IS_DONE);
  }

  /** One move of each kind, tried by everybody in every state of the whole way. */
  @Test
  void a_move_is_refused_in_every_state_and_to_every_party_that_the_table_does_not_name() {
    putInForce();
    for (int made = 1; made <= moves.size(); made++) {
      AgreementState before = Lifecycle.replay(moves.subList(0, made));
      for (Party party : List.of(DEMAND, SUPPLY, PAYMENTS, MANAGEMENT)) {
        everyMove(actor(party, person(party), 1_000))
            .forEach(
                (kind, move) -> {
                  Outcome outcome = Lifecycle.make(before, move);
                  Set<Capacity> who = Lifecycle.possible(before).get(kind);
                  boolean isListed = who != null && who.contains(party.capacity());
                  boolean isRefusedByTable =
                      outcome instanceof Refused refused
                          && (refused.why() == Reason.NOT_IN_THIS_STATE
                              || (refused.why() == Reason.NOT_THIS_PARTY));
                  assertThat(isRefusedByTable)
                      .as("%s by %s in %s", kind, party, before.kind())
                      .isEqualTo(!isListed);
                });
      }
    }
  }

  private static Map<MoveKind, Move> everyMove(Actor by) {
    Map<MoveKind, Move> all = new EnumMap<>(MoveKind.class);
    Side side = by.party().capacity() == Capacity.SUPPLY ? Side.SUPPLY : Side.DEMAND;
    for (Move move :
        List.of(
            new Move.Propose(by, cheapMortgages()),
            new Move.Counter(by, cheapMortgages().asVersion(2), null),
            new Move.Agree(by),
            new Move.OpenReview(by, Set.of()),
            new Move.Answered(by, new Answer.Consent()),
            new Move.ConcludeReview(by),
            new Move.Escalate(by, "For.", "Against."),
            new Move.Decide(by, new Decision.Uphold(), "Because."),
            new Move.CarryOut(by, cheapMortgages().asVersion(2)),
            new Move.Sign(by, new Signature(side, DIGEST)),
            new Move.PutInForce(by),
            new Move.Supersede(by, 9),
            new Move.Terminate(by, "Because."),
            new Move.Expire(by),
            new Move.Withdraw(by, null))) {
      all.put(move.kind(), move);
    }
    if (by.party().capacity() == Capacity.DEMAND) {
      all.put(
          MoveKind.ACCEPT_RISK, new Move.AcceptRisk(acceptance(by, LocalDate.parse("2026-12-31"))));
    }
    return all;
  }
}
