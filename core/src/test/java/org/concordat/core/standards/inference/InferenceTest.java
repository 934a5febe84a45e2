package org.concordat.core.standards.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Relations;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.junit.jupiter.api.Test;

class InferenceTest {
  private static final Catalogue A = catalogue("a", new Control("a1", "", null));
  private static final Catalogue B =
      catalogue("b", new Control("b1", "", null), new Control("b2", "", null));
  private static final Catalogue C =
      catalogue(
          "c",
          new Control("c1", "", null, null, true, false),
          new Control("c1.1", "", "c1"),
          new Control("c1.2", "", "c1"));

  @Test
  void a_subset_of_a_subset_is_a_subset() {
    Inference inference =
        inference(says("a1", Statement.SUBSET, "b1"), says("b1", Statement.SUBSET, "c1"));

    assertThat(known(inference, "a1", "c1").words()).containsExactly("subset");
    assertThat(known(inference, "c1", "a1").words()).containsExactly("superset");
  }

  @Test
  void two_controls_that_overlap_a_third_say_nothing_of_each_other() {
    Inference inference =
        inference(says("a1", Statement.INTERSECTS, "b1"), says("b1", Statement.INTERSECTS, "c1"));

    assertThat(known(inference, "a1", "c1")).isEqualTo(Relations.ALL);
    assertThat(inference.between("a", "c"))
        .extracting(k -> k.target().control())
        .doesNotContain("c1");
  }

  @Test
  void siblings_say_nothing_of_each_other() {
    assertThat(known(inference(), "c1.1", "c1.2")).isEqualTo(Relations.ALL);
    assertThat(known(inference(), "c1.1", "c1")).isEqualTo(Relations.PART);
  }

  @Test
  void what_has_nothing_in_common_with_the_whole_has_nothing_in_common_with_its_parts() {
    Inference inference = inference(says("a1", Statement.NONE, "c1"));

    assertThat(known(inference, "a1", "c1.2")).isEqualTo(Relations.of(Relation.NONE));
    assertThat(inference.of(new ControlRef("a", "a1"), "c").getLast().via())
        .singleElement()
        .extracting(Chain::steps)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .last()
        .isEqualTo(new Step.Part(new ControlRef("c", "c1.2"), new ControlRef("c", "c1"), true));
  }

  @Test
  void a_contradiction_names_its_smallest_cause_and_nothing_is_concluded_from_it() {
    Inference inference =
        inference(
            says("a1", Statement.EQUAL, "b1"),
            says("b1", Statement.SUBSET, "c1"),
            says("a1", Statement.NONE, "c1"),
            says("a1", Statement.RELATED, "b2"));

    assertThat(inference.contradictions()).hasSize(1);
    assertThat(inference.contradictions().getFirst().mappings())
        .extracting(Published::crosswalk)
        .containsExactlyInAnyOrder("x0", "x1", "x2");
    assertThat(known(inference, "a1", "c1")).isEqualTo(Relations.ALL);
    assertThat(known(inference, "a1", "b2").contains(Relation.NONE)).isFalse();
  }

  @Test
  void a_mapping_may_contradict_the_parts_of_a_catalogue_alone() {
    Inference inference = inference(says("c1.1", Statement.NONE, "c1"));

    assertThat(inference.contradictions()).hasSize(1);
    assertThat(inference.contradictions().getFirst().mappings()).hasSize(1);
    assertThat(known(inference, "c1.1", "c1")).isEqualTo(Relations.PART);
  }

  @Test
  void a_mapping_that_ends_a_contradiction_brings_the_others_back() {
    Mapping subset = new Mapping("a1", Statement.SUBSET, "b1");
    Inference inference =
        Inference.of(
                new Library(List.of(A, B), List.of(new Crosswalk("x", "a", "b", List.of(subset)))))
            .plus("x", new Mapping("A1", Statement.NONE, "b1"));

    assertThat(inference.contradictions()).hasSize(1);
    assertThat(known(inference, "a1", "b1")).isEqualTo(Relations.ALL);
    inference = inference.minus("x", new Mapping("a1", Statement.NONE, "B1"));
    assertThat(inference.contradictions()).isEmpty();
    assertThat(known(inference, "a1", "b1")).isEqualTo(Relations.of(Relation.SUBSET));
  }

  @Test
  void all_parts_cover_a_control_only_where_its_catalogue_says_that_they_exhaust_it() {
    Inference inference =
        inference(says("a1", Statement.EQUAL, "c1.1"), says("b1", Statement.SUPERSET, "c1.2"));
    Map<ControlRef, Operation> both =
        Map.of(new ControlRef("a", "a1"), Operation.YES, new ControlRef("b", "b1"), Operation.YES);
    Map<ControlRef, Operation> half =
        Map.of(
            new ControlRef("a", "a1"), Operation.YES, new ControlRef("b", "b1"), Operation.PARTLY);

    assertThat(Coverage.of(inference, both, "c").controls())
        .extracting(ControlCoverage::degree)
        .containsExactly(Degree.COVERED, Degree.COVERED, Degree.COVERED);
    assertThat(Coverage.of(inference, half, "c").controls())
        .extracting(ControlCoverage::degree)
        .containsExactly(Degree.PARTLY, Degree.COVERED, Degree.PARTLY);
  }

  @Test
  void what_is_not_there_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inference().minus("x", new Mapping("a1", Statement.EQUAL, "b1")))
        .withMessageContaining("no crosswalk x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inference().between("a", "z"))
        .withMessageContaining("no catalogue z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> known(inference(), "a1", "a9"))
        .withMessageContaining("no control a a9");
  }

  private static Catalogue catalogue(String id, Control... controls) {
    return new Catalogue(id, id, List.of(controls));
  }

  private static Mapping says(String source, Statement statement, String target) {
    return new Mapping(source, statement, target);
  }

  /** Every mapping in a crosswalk of its own, x0, x1 and so on. */
  private static Inference inference(Mapping... mappings) {
    List<Crosswalk> crosswalks =
        Arrays.stream(mappings)
            .map(
                m ->
                    new Crosswalk(
                        "x" + Arrays.asList(mappings).indexOf(m),
                        m.source().substring(0, 1),
                        m.target().substring(0, 1),
                        List.of(m)))
            .toList();
    return Inference.of(new Library(List.of(A, B, C), crosswalks));
  }

  private static Relations known(Inference inference, String source, String target) {
    return inference.between(
        new ControlRef(source.substring(0, 1), source),
        new ControlRef(target.substring(0, 1), target));
  }
}
