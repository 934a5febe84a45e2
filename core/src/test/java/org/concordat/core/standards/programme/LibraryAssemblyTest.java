package org.concordat.core.standards.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.programme.ProgrammeEntry.Adoption;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.CrosswalkUse;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCatalogue;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnConsidered;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnControl;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCrosswalk;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnMapping;
import org.junit.jupiter.api.Test;

class LibraryAssemblyTest {
  /** Shipped: iso -- bridge -- nist, joined by two crosswalks. */
  private static final Shelf SHELF =
      new Shelf(
          List.of(catalogue("iso"), catalogue("bridge"), catalogue("nist")),
          List.of(crosswalk("iso", "bridge"), crosswalk("bridge", "nist")));

  private static Catalogue catalogue(String id) {
    return new Catalogue(
        id, id, List.of(new Control("1", "One", null), new Control("2", "Two", null)));
  }

  private static Crosswalk crosswalk(String source, String target) {
    return new Crosswalk(
        source + "-" + target, source, target, List.of(new Mapping("1", Statement.EQUAL, "1")));
  }

  private static LibraryAssembly assembled(ProgrammeEntry... entries) {
    return LibraryAssembly.of(Programme.of(List.of(entries)), SHELF);
  }

  private static List<String> catalogues(LibraryAssembly assembly) {
    return assembly.library().catalogues().stream().map(Catalogue::id).toList();
  }

  @Test
  void an_organisation_that_follows_nothing_has_an_empty_library() {
    assertThat(catalogues(assembled())).isEmpty();
  }

  @Test
  void a_catalogue_that_nobody_follows_is_there_when_a_crosswalk_in_use_needs_it() {
    LibraryAssembly assembly =
        assembled(
            new Adoption("iso", null, null),
            new CrosswalkUse("iso-bridge"),
            new CrosswalkUse("bridge-nist"));

    assertThat(catalogues(assembly)).containsExactly("iso", "bridge", "nist");
    assertThat(assembly.findings()).isEmpty();
  }

  @Test
  void a_shipped_crosswalk_counts_only_when_it_is_in_use_and_an_own_one_always() {
    LibraryAssembly assembly =
        assembled(
            new Adoption("iso", null, null),
            new OwnCrosswalk("mine", "iso", "nist", null, null, null, null),
            new OwnMapping("mine", new Mapping("2", Statement.SUBSET, "2"), "Olga", null));

    assertThat(assembly.library().crosswalks()).extracting(Crosswalk::id).containsExactly("mine");
    assertThat(assembly.library().crosswalks().getFirst().mappings()).hasSize(1);
  }

  @Test
  void what_does_not_fit_is_left_out_and_told_with_the_rest_kept() {
    LibraryAssembly assembly =
        assembled(
            new Adoption("iso", null, null),
            new Adoption("lost", null, null),
            new OwnCrosswalk("mine", "iso", "nist", null, null, null, null),
            new OwnMapping("mine", new Mapping("2", Statement.SUBSET, "9"), null, null),
            new OwnMapping("mine", new Mapping("1", Statement.SUBSET, "1"), null, null),
            new ControlOperation(new ControlRef("iso", "7"), Operation.YES, null, null, null));

    assertThat(assembly.findings())
        .extracting(Finding::message)
        .containsExactlyInAnyOrder(
            "ADOPTION lost: there is no catalogue lost",
            "OWN_CROSSWALK mine: catalogue nist has no control 9",
            "CONTROL_OPERATION iso/7: catalogue iso has no control 7");
    assertThat(assembly.library().crosswalks().getFirst().mappings())
        .containsExactly(new Mapping("1", Statement.SUBSET, "1"));
  }

  @Test
  void an_own_crosswalk_keeps_what_was_considered_in_vain_and_nothing_follows_from_it() {
    ControlRef ours = new ControlRef("iso", "2");
    LibraryAssembly assembly =
        assembled(
            new OwnCrosswalk("mine", "iso", "nist", null, null, null, null),
            new OwnConsidered("mine", ours, "nothing answers to it"),
            new OwnConsidered("mine", new ControlRef("nist", "9"), null),
            new OwnConsidered("mine", new ControlRef("bridge", "1"), null),
            new OwnConsidered("lost", ours, null));

    assertThat(assembly.library().crosswalks().getFirst().considered())
        .containsExactly(new Crosswalk.Considered(ours, "nothing answers to it"));
    assertThat(assembly.findings())
        .extracting(Finding::message)
        .containsExactlyInAnyOrder(
            "OWN_CONSIDERED mine/nist/9: catalogue nist has no control 9",
            "OWN_CONSIDERED mine/bridge/1: bridge is no catalogue of crosswalk mine; name iso or"
                + " nist",
            "OWN_CONSIDERED lost/iso/2: there is no own crosswalk lost");
  }

  @Test
  void an_own_catalogue_cannot_take_the_id_of_a_shipped_one() {
    LibraryAssembly assembly = assembled(new OwnCatalogue("iso", "Ours", null, null, null));

    assertThat(assembly.findings())
        .extracting(Finding::problem)
        .containsExactly("there is a shipped catalogue with the id iso");
  }

  @Test
  void an_own_catalogue_whose_controls_contradict_each_other_is_told() {
    LibraryAssembly assembly =
        assembled(
            new OwnCatalogue("house", "House rules", null, null, null),
            new OwnControl("house", new Control("a", "A", "b")),
            new OwnControl("house", new Control("b", "B", "a")));

    assertThat(assembly.findings())
        .extracting(Finding::problem)
        .containsExactly("control a of catalogue house is a part of itself");
    assertThat(catalogues(assembly)).isEmpty();
  }

  @Test
  void what_was_said_of_a_catalogue_that_is_followed_no_more_is_no_error() {
    LibraryAssembly assembly =
        assembled(
            new ControlOperation(new ControlRef("iso", "1"), Operation.YES, null, null, null));

    assertThat(assembly.findings()).isEmpty();
    assertThat(catalogues(assembly)).isEmpty();
  }

  @Test
  void changes_are_made_at_once_and_only_to_what_they_were_decided_on() {
    Adoption iso = new Adoption("iso", null, null);
    Adoption because = new Adoption("iso", null, "the customers ask for it");
    Programme before = Programme.of(List.of(iso));

    assertThat(before.with(List.of(new ProgrammeChange(iso, because))).follows("iso")).isTrue();
    assertThat(before.with(List.of(new ProgrammeChange(iso, null)))).isEqualTo(Programme.EMPTY);
    assertThatThrownBy(() -> before.with(List.of(new ProgrammeChange(because, null))))
        .hasMessage("ADOPTION iso is not as it was");
  }
}
