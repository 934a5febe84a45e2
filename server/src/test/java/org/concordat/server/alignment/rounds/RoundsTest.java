package org.concordat.server.alignment.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.rounds.Answer;
import org.concordat.core.alignment.rounds.Asking;
import org.concordat.core.alignment.rounds.Awareness;
import org.concordat.core.alignment.rounds.RoundAnswers.Given;
import org.concordat.core.alignment.rounds.Stage;
import org.concordat.core.alignment.rounds.Weighting;
import org.concordat.server.alignment.rounds.Rounds.Result;
import org.concordat.server.alignment.rounds.Standings.Standing;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.api.Test;

/** What a round allows at each stage, and what comes of it. */
class RoundsTest {
  private static final Attribution TEST = Attribution.ofServer("test");

  private final RunningServer server = RunningServer.shared();
  private final SampleRound round = new SampleRound(server);
  private final Rounds rounds = round.rounds();
  private final UUID tenant = round.people().tenant();
  private final AgreedValues agreedValues = server.part(AgreedValues.class);

  private Caller officer() {
    Person officer = round.people().person(Role.SECURITY_OFFICER);
    return Caller.of(tenant, officer.account(), officer.name(), officer.grants());
  }

  private static Result refused(Refusal why) {
    return new Result.Refused(why);
  }

  private static Agreed value(int step) {
    return new Agreed(step, "We looked at last year", "One of us does not", Instant.EPOCH);
  }

  private List<Judgement> judgements(org.concordat.core.alignment.Impact.Link link) {
    return server.part(Models.class).of(tenant).read(model -> model.judgements(link));
  }

  private Result answer(UUID account, int number, Answer answer) {
    return rounds.answer(tenant, TEST, round.id(), account, number, answer);
  }

  @Test
  void nobody_answers_before_it_is_opened_or_while_it_is_closed() {
    Answer critical = Answer.ofStep(3, null);
    UUID anna = round.anna().account();

    assertThat(answer(anna, 1, critical)).isEqualTo(refused(Refusal.WRONG_STAGE));
    round.to(Stage.OPEN);
    assertThat(answer(anna, 1, critical)).isEqualTo(new Result.Done(round.id()));
    round.to(Stage.CLOSED);
    assertThat(answer(anna, 1, critical)).isEqualTo(refused(Refusal.WRONG_STAGE));
    round.to(Stage.CONCLUDED);
    assertThat(answer(anna, 1, critical)).isEqualTo(refused(Refusal.WRONG_STAGE));
  }

  @Test
  void whoever_was_not_asked_does_not_answer_and_nobody_beyond_the_questions_and_levels() {
    round.to(Stage.OPEN);
    Person stranger = round.people().person(Role.SECURITY_OFFICER);

    assertThat(answer(stranger.account(), 1, Answer.ofStep(1, null)))
        .isEqualTo(refused(Refusal.UNKNOWN));
    assertThat(answer(round.anna().account(), 4, Answer.ofStep(1, null)))
        .isEqualTo(refused(Refusal.UNKNOWN));
    assertThat(answer(round.anna().account(), 1, Answer.ofStep(4, null)))
        .isEqualTo(refused(Refusal.NO_LEVEL));
    assertThat(answer(round.anna().account(), 1, Answer.ofStep(1, "x".repeat(2_001))))
        .isEqualTo(refused(Refusal.TOO_LONG));
  }

  @Test
  void a_round_needs_two_judges_and_asks_only_those_who_may_judge() {
    Result made =
        rounds.create(
            tenant,
            TEST,
            "Lonely",
            Asking.RATING,
            null,
            List.of(SampleRound.CRM),
            round.now().scale());
    UUID lonely = ((Result.Done) made).round();
    Person auditor = round.people().person(Role.AUDITOR);

    assertThat(rounds.invite(tenant, TEST, lonely, auditor.account(), Awareness.UNSTATED))
        .isEqualTo(refused(Refusal.NO_JUDGE));
    assertThat(rounds.invite(tenant, TEST, lonely, round.ben().account(), Awareness.UNSTATED))
        .isEqualTo(new Result.Done(lonely));
    assertThat(rounds.move(tenant, TEST, lonely, Stage.OPEN))
        .isEqualTo(refused(Refusal.WRONG_NUMBER_OF_JUDGES));
    assertThat(rounds.dismiss(tenant, TEST, lonely, round.ben().account()))
        .isEqualTo(new Result.Done(lonely));
    assertThat(rounds.drop(tenant, TEST, lonely)).isEqualTo(new Result.Done(lonely));
    assertThat(rounds.find(tenant, lonely)).isEmpty();
  }

  @Test
  void a_stage_is_never_skipped_and_an_opened_round_is_never_dropped() {
    assertThat(rounds.move(tenant, TEST, round.id(), Stage.CLOSED))
        .isEqualTo(refused(Refusal.WRONG_STAGE));
    round.to(Stage.OPEN);
    assertThat(rounds.move(tenant, TEST, round.id(), Stage.OPEN))
        .isEqualTo(refused(Refusal.WRONG_STAGE));
    assertThat(rounds.drop(tenant, TEST, round.id())).isEqualTo(refused(Refusal.WRONG_STAGE));
    assertThat(rounds.dismiss(tenant, TEST, round.id(), round.anna().account()))
        .isEqualTo(refused(Refusal.WRONG_STAGE));
  }

  @Test
  void the_last_ballot_counts_and_the_answers_are_nobodys_before_closing() {
    round
        .to(Stage.OPEN)
        .says(round.anna(), SampleRound.CRM, 1, "at first")
        .says(round.anna(), SampleRound.CRM, 3, "on second thoughts");

    assertThat(rounds.own(tenant, round.now(), round.anna().account()).get(1))
        .extracting(OwnAnswer::answer)
        .isEqualTo(Answer.ofStep(3, "on second thoughts"));
    assertThat(rounds.own(tenant, round.now(), round.ben().account())).isEmpty();
    assertThatThrownBy(() -> rounds.answers(tenant, round.now()))
        .isInstanceOf(IllegalStateException.class);
    round.to(Stage.CLOSED);
    assertThat(rounds.answers(tenant, round.now()).given())
        .extracting(Given::answer)
        .containsExactly(Answer.ofStep(3, "on second thoughts"));
  }

  @Test
  void what_divides_judges_is_ordered_by_what_it_would_move() {
    round
        .to(Stage.OPEN)
        .says(round.anna(), SampleRound.CRM, 0, null)
        .says(round.ben(), SampleRound.CRM, 2, null)
        .says(round.anna(), SampleRound.PROCESS, 3, null)
        .says(round.ben(), SampleRound.PROCESS, 3, null)
        .says(round.anna(), SampleRound.GOAL, 1, null)
        .says(round.ben(), SampleRound.GOAL, 3, null)
        .to(Stage.CLOSED);

    Standing standing = server.part(Standings.class).of(tenant, round.now());

    assertThat(standing.order())
        .extracting(link -> link.link())
        .containsExactly(SampleRound.GOAL, SampleRound.CRM, SampleRound.PROCESS);
    assertThat(standing.consequences()).containsOnlyKeys(SampleRound.GOAL, SampleRound.CRM);
    assertThat(standing.agreement().alpha()).isPresent();
    assertThat(server.part(Standings.class).of(tenant, round.now())).isSameAs(standing);
  }

  @Test
  void training_weighs_when_whoever_leads_the_round_says_so() {
    round
        .to(Stage.OPEN)
        .says(round.anna(), SampleRound.CRM, 1, null)
        .says(round.ben(), SampleRound.CRM, 3, null)
        .to(Stage.CLOSED);
    Standings standings = server.part(Standings.class);

    assertThat(median(standings.of(tenant, round.now()))).isEqualTo(3);
    assertThat(rounds.weigh(tenant, TEST, round.id(), true)).isInstanceOf(Result.Done.class);
    assertThat(round.now().weighting()).isEqualTo(Weighting.BY_TRAINING);
    assertThat(median(standings.of(tenant, round.now()))).isEqualTo(1);
  }

  private static int median(Standing standing) {
    var spread = standing.agreement().links().getFirst().spread();
    return spread == null ? -1 : spread.median();
  }

  @Test
  void revisions_stand_beside_what_was_said_first() {
    round
        .to(Stage.OPEN)
        .says(round.anna(), SampleRound.CRM, 1, "first")
        .to(Stage.CONVERGING)
        .says(round.anna(), SampleRound.CRM, 2, "second")
        .says(round.ben(), SampleRound.CRM, 3, "late");

    assertThat(rounds.answers(tenant, round.now()).given())
        .extracting(Given::answer)
        .containsExactlyInAnyOrder(Answer.ofStep(2, "second"), Answer.ofStep(3, "late"));
    assertThat(rounds.firstAnswers(tenant, round.now()).given())
        .extracting(Given::answer)
        .containsExactly(Answer.ofStep(1, "first"));
  }

  @Test
  void an_agreed_level_counts_in_the_model_and_single_judgements_stay() {
    round.to(Stage.CONVERGING);
    Caller officer = officer();

    assertThat(agreedValues.record(officer, round.id(), Map.of(2, value(1)), "request-1"))
        .isEqualTo(new Result.Done(round.id()));

    assertThat(judgements(SampleRound.PROCESS)).hasSize(2);
    assertThat(Judgement.counting(judgements(SampleRound.PROCESS))).isEqualTo(Level.of(1));
    assertThat(rounds.agreed(tenant, round.id()).get(2))
        .extracting(Agreed::step, Agreed::because, Agreed::dissent)
        .containsExactly(1, "We looked at last year", "One of us does not");
    double need =
        server
            .part(Models.class)
            .of(tenant)
            .read(model -> model.need(new Requirement("claims-process", "availability")));
    assertThat(need).isEqualTo(1 / 3.0);
  }

  @Test
  void agreeing_on_no_impact_takes_the_link_out_of_the_model() {
    round.to(Stage.CONVERGING);

    assertThat(agreedValues.record(officer(), round.id(), Map.of(2, value(0)), "request-1"))
        .isEqualTo(new Result.Done(round.id()));

    assertThat(judgements(SampleRound.PROCESS)).isEmpty();
    assertThat(rounds.agreed(tenant, round.id()).get(2)).extracting(Agreed::step).isEqualTo(0);
  }

  @Test
  void an_agreement_needs_its_stage_a_reason_a_level_and_the_right_to_it() {
    Caller officer = officer();
    Caller anna =
        Caller.of(tenant, round.anna().account(), round.anna().name(), round.anna().grants());

    assertThat(agreedValues.record(officer, round.id(), Map.of(1, value(1)), "r"))
        .isEqualTo(refused(Refusal.WRONG_STAGE));
    round.to(Stage.CONVERGING);
    assertThat(
            agreedValues.record(
                officer, round.id(), Map.of(1, new Agreed(1, " ", null, Instant.EPOCH)), "r"))
        .isEqualTo(refused(Refusal.NO_REASON));
    assertThat(agreedValues.record(officer, round.id(), Map.of(1, value(9)), "r"))
        .isEqualTo(refused(Refusal.NO_LEVEL));
    assertThat(agreedValues.record(officer, round.id(), Map.of(9, value(1)), "r"))
        .isEqualTo(refused(Refusal.UNKNOWN));
    assertThat(agreedValues.record(anna, round.id(), Map.of(1, value(1)), "r"))
        .isEqualTo(refused(Refusal.FORBIDDEN));
    assertThat(rounds.agreed(tenant, round.id())).isEmpty();
    assertThat(judgements(SampleRound.CRM)).isEmpty();
  }

  @Test
  void several_agreements_are_one_action_and_one_wrong_one_leaves_all_undone() {
    round.to(Stage.CONVERGING);

    assertThat(
            agreedValues.record(officer(), round.id(), Map.of(1, value(1), 2, value(9)), "request"))
        .isEqualTo(refused(Refusal.NO_LEVEL));
    assertThat(rounds.agreed(tenant, round.id())).isEmpty();
    assertThat(
            agreedValues.record(officer(), round.id(), Map.of(1, value(1), 2, value(2)), "request"))
        .isEqualTo(new Result.Done(round.id()));
    assertThat(rounds.agreed(tenant, round.id())).containsOnlyKeys(1, 2);
    assertThat(judgements(SampleRound.CRM)).hasSize(1);
  }

  @Test
  void a_round_of_orders_takes_places_all_at_once_and_levels_never() {
    SampleRound order = new SampleRound(server, Asking.RANKING).to(Stage.OPEN);
    Rounds all = order.rounds();
    UUID organisation = order.people().tenant();
    UUID anna = order.anna().account();

    assertThat(
            all.answer(
                organisation,
                TEST,
                order.id(),
                anna,
                Map.of(
                    1,
                    new Answer.Placed(2, "Less"),
                    2,
                    new Answer.Placed(1, null),
                    3,
                    new Answer.Unknown("No idea"))))
        .isEqualTo(new Result.Done(order.id()));
    assertThat(all.answer(organisation, TEST, order.id(), anna, 1, new Answer.NoImpact(null)))
        .isEqualTo(new Result.Refused(Refusal.NO_LEVEL));
    assertThat(
            all.answer(
                organisation,
                TEST,
                order.id(),
                anna,
                Map.of(1, new Answer.Placed(1, null), 2, new Answer.Placed(4, null))))
        .isEqualTo(new Result.Refused(Refusal.NO_LEVEL));
    assertThat(Objects.requireNonNull(all.own(organisation, order.now(), anna).get(1)).answer())
        .isEqualTo(new Answer.Placed(2, "Less"));

    order
        .says(order.ben(), SampleRound.CRM, 1, null)
        .says(order.ben(), SampleRound.PROCESS, 2, null)
        .to(Stage.CLOSED);
    var standing = server.part(Standings.class).of(organisation, order.now());
    assertThat(standing.agreement().concordance().orElseThrow().w()).isZero();
    assertThat(standing.consequences()).isEmpty();
    assertThat(all.answers(organisation, order.now()).given())
        .extracting(given -> given.answer())
        .contains(new Answer.Placed(2, "Less"), new Answer.Unknown("No idea"));
  }

  @Test
  void nobody_puts_more_than_twenty_or_fewer_than_two_in_order() {
    SampleRound sample = new SampleRound(server);
    UUID organisation = sample.people().tenant();

    assertThat(
            sample
                .rounds()
                .create(
                    organisation,
                    TEST,
                    "One",
                    Asking.RANKING,
                    null,
                    List.of(SampleRound.CRM),
                    sample.now().scale()))
        .isEqualTo(new Result.Refused(Refusal.WRONG_NUMBER_TO_RANK));
  }
}
