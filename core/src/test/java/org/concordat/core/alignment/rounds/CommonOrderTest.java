package org.concordat.core.alignment.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.rounds.AlphaInterval.Resampling;
import org.concordat.core.alignment.rounds.CommonOrder.Placed;
import org.concordat.core.alignment.rounds.RoundAnswers.Given;
import org.junit.jupiter.api.Test;

class CommonOrderTest {
  private static final Link FINES = new Link("claims-db/integrity", "fines");
  private static final Link DELAY = new Link("claims-db/availability", "delay");
  private static final Link SHAME = new Link("claims-db/confidentiality", "shame");

  /** A row for each judge: the places of fines, delay and shame; 0 says nothing. */
  private static RoundAnswers round(int[]... places) {
    List<Link> links = List.of(FINES, DELAY, SHAME);
    List<Judge> judges = new ArrayList<>();
    List<Given> given = new ArrayList<>();
    for (int[] of : places) {
      Judge judge = Judge.of("judge-" + judges.size());
      judges.add(judge);
      for (int i = 0; i < of.length; i++) {
        given.add(
            new Given(
                links.get(i),
                judge.id(),
                of[i] == 0 ? new Answer.Unknown(null) : new Answer.Placed(of[i], null)));
      }
    }
    return new RoundAnswers(links, judges, given);
  }

  @Test
  void links_are_in_the_order_of_their_mean_places() {
    CommonOrder order = CommonOrder.of(round(new int[] {2, 1, 3}, new int[] {3, 1, 2}));

    assertThat(order.placed()).extracting(Placed::link).containsExactly(DELAY, FINES, SHAME);
    assertThat(order.placed().getFirst().place()).isCloseTo(1 / 6.0, within(1e-12));
  }

  @Test
  void those_at_one_place_share_it_and_gaps_do_not_matter() {
    CommonOrder order = CommonOrder.of(round(new int[] {1, 1, 3}));

    assertThat(order.placed()).extracting(Placed::place).containsExactly(1 / 3.0, 1 / 3.0, 5 / 6.0);
  }

  @Test
  void who_placed_two_alone_does_not_make_them_graver_than_who_placed_all() {
    CommonOrder order = CommonOrder.of(round(new int[] {0, 1, 2}, new int[] {1, 2, 3}));

    assertThat(order.placed()).extracting(Placed::link).containsExactly(FINES, DELAY, SHAME);
    assertThat(order.placed()).extracting(Placed::judges).containsExactly(1, 2, 2);
  }

  @Test
  void what_nobody_placed_is_left_out() {
    assertThat(CommonOrder.of(round(new int[] {0, 1, 0})).placed())
        .extracting(Placed::link)
        .containsExactly(DELAY);
  }

  @Test
  void a_round_of_orders_has_places_where_others_have_levels() {
    RoundAgreement agreement =
        RoundAgreement.of(
            round(new int[] {1, 2, 3}, new int[] {1, 3, 2}),
            new Steps.Places(3),
            Weighting.EQUAL,
            new Resampling(10, 0.9, 1));

    assertThat(agreement.links().getFirst().counts()).containsExactly(0, 2, 0, 0);
    assertThat(agreement.concordance().orElseThrow().w()).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void an_answer_is_on_the_steps_of_its_round_or_on_none() {
    Steps places = new Steps.Places(3);

    assertThat(places.allow(new Answer.Placed(3, null))).isTrue();
    assertThat(places.allow(new Answer.Placed(4, null))).isFalse();
    assertThat(places.allow(new Answer.NoImpact(null))).isFalse();
    assertThat(places.allow(new Answer.Unknown(null))).isTrue();
  }
}
