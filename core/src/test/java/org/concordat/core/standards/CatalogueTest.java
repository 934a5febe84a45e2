package org.concordat.core.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  @ParameterizedTest
  @CsvSource({
    "AC-1, AC-01",
    "AC-1, ac-1",
    "AC-1, AC‑1",
    "AC-2(10), AC-2 (10)",
    "AC-2(10), ac-2.10",
    "AC-2(1), AC-02(01)",
    "AC-2(1), ac-02.01",
    "ac-2_smt.k, AC-02_smt.k",
    "A.5.1, a.5.1",
    "GV.OC-01, gv.oc-01"
  })
  void spellings_of_one_id_are_one(String one, String other) {
    assertThat(ControlIds.same(one, other)).isTrue();
    assertThat(catalogue(one).find(other)).map(Control::id).contains(one);
  }

  @ParameterizedTest
  @CsvSource({
    "A.5.1, A.5.10",
    "4.1, 4.10",
    "4.1, 41",
    "5.1, A.5.1",
    "ID.AM-1, ID.AM-01",
    "GEN-01, GEN-1",
    "AC-1, AC-10",
    "AC-1, AC-1(0)",
    "AC-2(1), AC-2(10)",
    "AC-2(1), AC-21",
    "AC-2.1, AC-2.1.1",
    "AC-1, AC-1a"
  })
  void different_ids_stay_different(String one, String other) {
    assertThat(ControlIds.same(one, other)).isFalse();
    assertThat(catalogue(one, other).find(other)).map(Control::id).contains(other);
  }

  @Test
  void a_catalogue_has_an_id_once() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalogue("AC-1", "ac-01"))
        .withMessageContaining("ac-01 twice");
  }

  @Test
  void parts_stand_below_their_whole_in_order() {
    Catalogue catalogue =
        new Catalogue(
            "c",
            "C",
            List.of(
                new Control("2.1", "", "2"),
                new Control("1", "", null),
                new Control("2", "", null),
                new Control("2.2", "", "2")));

    assertThat(catalogue.roots()).extracting(Control::id).containsExactly("1", "2");
    assertThat(catalogue.parts(catalogue.roots().get(1)))
        .extracting(Control::id)
        .containsExactly("2.1", "2.2");
  }

  @Test
  void a_control_is_no_part_of_itself_or_of_what_is_not_there() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Catalogue(
                    "c", "C", List.of(new Control("1", "", "2"), new Control("2", "", "1"))))
        .withMessageContaining("part of itself");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Catalogue("c", "C", List.of(new Control("1", "", "9"))))
        .withMessageContaining("no control 9");
  }

  @Test
  void a_library_spells_mappings_as_its_catalogues_do() {
    Library library =
        new Library(
            List.of(catalogue("AC-1"), new Catalogue("d", "D", List.of())),
            List.of(
                new Crosswalk(
                    "x", "c", "c", List.of(new Mapping("ac-01", Statement.EQUAL, "AC-1")))));

    assertThat(library.crosswalks().getFirst().mappings())
        .containsExactly(new Mapping("AC-1", Statement.EQUAL, "AC-1"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Library(
                    List.of(catalogue("1")),
                    List.of(
                        new Crosswalk(
                            "x", "c", "c", List.of(new Mapping("1", Statement.EQUAL, "2"))))))
        .withMessageContaining("control 2");
  }

  private static Catalogue catalogue(String... ids) {
    return new Catalogue(
        "c", "C", Arrays.stream(ids).map(id -> new Control(id, "", null)).toList());
  }
}
