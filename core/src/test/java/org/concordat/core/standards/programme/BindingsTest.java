package org.concordat.core.standards.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationKind;
import org.junit.jupiter.api.Test;

class BindingsTest {
  private static Obligation obligation(
      String id, List<String> units, List<String> places, List<String> data) {
    return new Obligation(
        id, id, ObligationKind.LAW, null, null, null, units, places, data, null, null);
  }

  private static final Obligation EVERYWHERE =
      obligation("everywhere", List.of(), List.of(), List.of());
  private static final Obligation CARDS =
      obligation("cards", List.of("sales"), List.of(), List.of("cardholder data"));
  private static final Obligation EUROPE =
      obligation("europe", List.of(), List.of("Germany", "France"), List.of("personal data"));
  private static final Programme PROGRAMME = Programme.of(List.of(EVERYWHERE, CARDS, EUROPE));

  @Test
  void who_asks_for_nothing_in_particular_sees_the_whole_register() {
    assertThat(Bindings.ANYWHERE.among(PROGRAMME)).containsExactly(EVERYWHERE, CARDS, EUROPE);
  }

  @Test
  void an_obligation_without_a_scope_binds_everywhere() {
    assertThat(new Bindings("claims", "Japan", "wages").among(PROGRAMME))
        .containsExactly(EVERYWHERE);
  }

  @Test
  void every_part_of_the_question_must_be_within_the_scope() {
    assertThat(new Bindings("sales", "", "cardholder data").among(PROGRAMME))
        .containsExactly(EVERYWHERE, CARDS);
    assertThat(new Bindings("claims", "", "cardholder data").among(PROGRAMME))
        .containsExactly(EVERYWHERE);
  }

  @Test
  void case_and_blanks_around_do_not_count() {
    assertThat(new Bindings("", " germany ", "Personal Data").among(PROGRAMME))
        .containsExactly(EVERYWHERE, EUROPE);
  }
}
