package org.concordat.core.alignment.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.priorities.RandomWorkspaces;
import org.concordat.core.alignment.rounds.AlphaInterval.Resampling;
import org.concordat.core.alignment.rounds.Awareness.Training;
import org.concordat.core.alignment.rounds.RoundAnswers.Given;
import org.junit.jupiter.api.Test;

/** Medians, differences and the agreement of a whole round. */
class RoundAgreementTest {
  private static final Link FINES = new Link("claims-db/integrity", "fines");
  private static final Link DELAY = new Link("claims-db/availability", "delay");
  private static final Judge ANNA = new Judge("anna", new Awareness(Training.NONE, "claims"));
  private static final Judge BEN = new Judge("ben", new Awareness(Training.ADVANCED, "risk"));
  private static final Judge CLEO = Judge.of("cleo");

  private static RoundAgreement agreement(Weighting weighting, Given... given) {
    return RoundAgreement.of(
        new RoundAnswers(List.of(FINES, DELAY), List.of(ANNA, BEN, CLEO), List.of(given)),
        new Steps.Levels(ImpactScale.DEFAULT),
        weighting,
        new Resampling(200, 0.95, 1));
  }

  private static Given says(Judge judge, Link link, int step) {
    return new Given(link, judge.id(), Answer.ofStep(step, null));
  }

  @Test
  void no_impact_is_an_answer_and_not_knowing_is_none() {
    RoundAgreement agreement =
        agreement(
            Weighting.EQUAL,
            says(ANNA, FINES, 0),
            says(BEN, FINES, 2),
            new Given(FINES, "cleo", new Answer.Unknown("not my field")));

    LinkAgreement fines = agreement.links().getFirst();
    assertThat(fines.counts()).containsExactly(1, 0, 1, 0);
    assertThat(fines.unknown()).isEqualTo(1);
    assertThat(fines.isDivided()).isTrue();
    assertThat(agreement.answers()).isEqualTo(2);
    assertThat(agreement.links().getLast().spread()).isNull();
  }

  @Test
  void training_weighs_only_when_it_is_asked_for() {
    Given[] given = {says(ANNA, FINES, 1), says(CLEO, FINES, 1), says(BEN, FINES, 3)};

    assertThat(median(agreement(Weighting.EQUAL, given))).isEqualTo(1);
    assertThat(median(agreement(Weighting.BY_TRAINING, given))).isEqualTo(3);
  }

  @Test
  void weighing_changes_the_median_alone() {
    Given[] given = {
      says(ANNA, FINES, 1), says(BEN, FINES, 3), says(ANNA, DELAY, 2), says(BEN, DELAY, 2)
    };
    RoundAgreement equal = agreement(Weighting.EQUAL, given);
    RoundAgreement weighted = agreement(Weighting.BY_TRAINING, given);

    assertThat(weighted.alpha()).isEqualTo(equal.alpha());
    assertThat(weighted.concordance()).isEqualTo(equal.concordance());
  }

  private static int median(RoundAgreement agreement) {
    var spread = agreement.links().getFirst().spread();
    return spread == null ? -1 : spread.median();
  }

  @Test
  void with_equal_votes_the_median_is_the_one_that_counts_among_judgements() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      List<WeightedMedian.Vote> votes = new ArrayList<>();
      List<Judgement> judgements = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(7); i++) {
        int step = 1 + random.nextInt(4);
        votes.add(new WeightedMedian.Vote(step, 2));
        judgements.add(Judgement.of(Level.of(step)));
      }
      assertThat(WeightedMedian.of(votes))
          .as("seed " + seed)
          .hasValue(Judgement.counting(judgements).number());
    }
  }

  @Test
  void several_votes_are_as_many_judges_of_one_mind() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      List<WeightedMedian.Vote> votes = new ArrayList<>();
      List<Integer> heads = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(6); i++) {
        int step = random.nextInt(4);
        int weight = 1 + random.nextInt(3);
        votes.add(new WeightedMedian.Vote(step, weight));
        heads.addAll(Collections.nCopies(weight, step));
      }
      Collections.sort(heads);
      assertThat(WeightedMedian.of(votes)).as("seed " + seed).hasValue(heads.get(heads.size() / 2));
    }
    assertThat(WeightedMedian.of(List.of())).isEmpty();
  }

  @Test
  void dispersion_is_none_for_one_answer_and_whole_for_two_camps_at_the_ends() {
    assertThat(Dispersion.of(new int[] {0, 4, 0, 0})).isZero();
    assertThat(Dispersion.of(new int[] {3, 0, 0, 3})).isEqualTo(1);
    assertThat(Dispersion.of(new int[] {1, 0, 0, 1})).isEqualTo(1);
    assertThat(Dispersion.of(new int[] {0, 2, 2, 0})).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(Dispersion.of(new int[] {1, 1, 1, 1})).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void a_round_takes_no_answer_of_a_stranger_and_none_twice() {
    assertThatThrownBy(
            () -> new RoundAnswers(List.of(FINES), List.of(ANNA), List.of(says(BEN, FINES, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ben");
    assertThatThrownBy(
            () ->
                new RoundAnswers(
                    List.of(FINES),
                    List.of(ANNA),
                    List.of(says(ANNA, FINES, 1), says(ANNA, FINES, 2))))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> agreement(Weighting.EQUAL, says(ANNA, FINES, 4)))
        .hasMessageContaining("no step 4");
  }

  @Test
  void a_workspace_is_a_round_of_its_single_judgements() {
    for (long seed = 0; seed < 300; seed++) {
      var workspace = RandomWorkspaces.of(seed);
      RoundAnswers answers = RoundAnswers.of(workspace);
      long single =
          workspace.impacts().stream()
              .filter(i -> i.judgement().by() != null && !i.judgement().agreed())
              .count();
      assertThat(answers.given()).as("seed " + seed).hasSize((int) single);
      assertThat(
              RoundAgreement.of(
                      answers,
                      new Steps.Levels(workspace.scale()),
                      Weighting.EQUAL,
                      new Resampling(10, 0.9, seed))
                  .answers())
          .as("seed " + seed)
          .isEqualTo((int) single);
    }
  }

  @Test
  void a_round_goes_one_way_and_hides_answers_until_it_is_closed() {
    Stage stage = Stage.DRAFT;
    List<Stage> life = new ArrayList<>(List.of(stage));
    while (stage.next().isPresent()) {
      stage = stage.next().get();
      life.add(stage);
    }
    assertThat(life).containsExactly(Stage.values());
    assertThat(life).filteredOn(Stage::takesFirstAnswers).containsExactly(Stage.OPEN);
    assertThat(life)
        .filteredOn(Stage::showsAnswers)
        .containsExactly(Stage.CLOSED, Stage.CONVERGING, Stage.CONCLUDED);
    assertThat(life).filteredOn(Stage::takesAgreements).containsExactly(Stage.CONVERGING);
  }
}
