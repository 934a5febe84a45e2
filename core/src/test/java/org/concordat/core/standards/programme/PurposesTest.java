package org.concordat.core.standards.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Relations;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.inference.Inference;
import org.concordat.core.standards.programme.ProgrammeEntry.Extent;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationControl;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationKind;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.concordat.core.standards.programme.Purposes.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurposesTest {
  private static final Requirement CLAIMS = new Requirement("claims-db", "integrity");
  private static final Requirement MAIL = new Requirement("mail", "availability");

  /**
   * Two catalogues; {@code whole} has the parts {@code part} and {@code other}.
   *
   * <pre>
   *   iso:  small   part - whole - other
   *           |
   *        (subset)
   *           |
   *   itil: large   touching (overlaps small)
   * </pre>
   */
  private static final Library LIBRARY =
      new Library(
          List.of(
              new Catalogue(
                  "iso",
                  "ISO",
                  List.of(
                      new Control("small", "Small", null),
                      new Control("whole", "Whole", null),
                      new Control("part", "Part", "whole"),
                      new Control("other", "Other part", "whole"))),
              new Catalogue(
                  "itil",
                  "ITIL",
                  List.of(
                      new Control("large", "Large", null),
                      new Control("touching", "Touching", null)))),
          List.of(
              new Crosswalk(
                  "iso-itil",
                  "iso",
                  "itil",
                  List.of(
                      new Mapping("small", Statement.SUBSET, "large"),
                      new Mapping("small", Statement.INTERSECTS, "touching")))));

  private static final Inference INFERENCE = Inference.of(LIBRARY);

  private static Purposes purposes(ProgrammeEntry... entries) {
    return Purposes.of(Programme.of(List.of(entries)), INFERENCE, LIBRARY.catalogues());
  }

  private static ControlRef iso(String control) {
    return new ControlRef("iso", control);
  }

  private static ControlRef itil(String control) {
    return new ControlRef("itil", control);
  }

  private static RequirementLink link(Requirement requirement, ControlRef control) {
    return new RequirementLink(requirement, control, Extent.FULLY, null);
  }

  private static double need(Requirement requirement) {
    return requirement.equals(CLAIMS) ? 1.0 : requirement.equals(MAIL) ? 0.3 : -1;
  }

  @Test
  void a_control_is_as_important_as_the_most_needed_requirement_that_it_satisfies() {
    Purposes purposes = purposes(link(MAIL, iso("small")), link(CLAIMS, iso("small")));

    assertThat(purposes.importance(iso("small"), PurposesTest::need))
        .isEqualTo(OptionalDouble.of(1.0));
  }

  @Test
  void a_control_that_satisfies_nothing_has_no_importance() {
    assertThat(purposes().importance(iso("small"), PurposesTest::need)).isEmpty();
  }

  @Test
  void a_requirement_that_is_gone_gives_no_importance() {
    Purposes purposes = purposes(link(new Requirement("gone", "integrity"), iso("small")));

    assertThat(purposes.importance(iso("small"), PurposesTest::need)).isEmpty();
  }

  @Test
  void whoever_does_the_larger_does_the_smaller_and_inherits_its_importance_with_a_proof() {
    Purposes purposes = purposes(link(CLAIMS, iso("small")));

    assertThat(purposes.importance(itil("large"), PurposesTest::need))
        .isEqualTo(OptionalDouble.of(1.0));
    var satisfied = purposes.satisfiedBy(itil("large")).getFirst();
    assertThat(satisfied.through())
        .isNotNull()
        .satisfies(
            proof -> {
              assertThat(proof.source()).isEqualTo(itil("large"));
              assertThat(proof.target()).isEqualTo(iso("small"));
              assertThat(proof.via()).hasSize(1);
              assertThat(proof.via().getFirst().says()).isEqualTo(proof.relations());
            });
  }

  @Test
  void neither_the_smaller_nor_what_only_overlaps_inherits() {
    Purposes purposes = purposes(link(CLAIMS, itil("large")), link(MAIL, itil("touching")));

    assertThat(purposes.satisfiedBy(iso("small"))).isEmpty();
    assertThat(purposes.importance(iso("small"), PurposesTest::need)).isEmpty();
  }

  @Test
  void a_whole_inherits_from_its_parts_and_no_part_from_its_whole() {
    Purposes purposes = purposes(link(CLAIMS, iso("part")), link(MAIL, iso("whole")));

    assertThat(purposes.importance(iso("whole"), PurposesTest::need))
        .isEqualTo(OptionalDouble.of(1.0));
    assertThat(purposes.importance(iso("other"), PurposesTest::need)).isEmpty();
    assertThat(purposes.satisfiedBy(iso("whole")).getFirst().through())
        .as("what is said of the control itself comes first")
        .isNull();
  }

  @Test
  void obligations_are_inherited_like_requirements() {
    Obligation law =
        new Obligation(
            "gdpr",
            "GDPR",
            ObligationKind.LAW,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            null);
    Purposes purposes = purposes(law, new ObligationControl("gdpr", iso("small"), "Article 32"));

    assertThat(purposes.fulfilledBy(itil("large")))
        .singleElement()
        .satisfies(bound -> assertThat(bound.obligation()).isEqualTo(law));
    assertThat(purposes.fulfilledBy(itil("touching"))).isEmpty();
  }

  @Test
  void what_a_control_serves_elsewhere_is_what_it_covers_and_then_what_it_overlaps() {
    var served = Purposes.servedBy(itil("large"), INFERENCE, LIBRARY.catalogues());

    assertThat(served.get("iso"))
        .extracting(each -> each.service() + " " + each.known().target().control())
        .containsExactly("COVERS small");
    assertThat(Purposes.servedBy(iso("small"), INFERENCE, LIBRARY.catalogues()).get("itil"))
        .extracting(Purposes.Served::service)
        .containsExactly(Service.CONTRIBUTES, Service.CONTRIBUTES);
  }

  @Test
  void a_link_to_a_control_that_no_library_has_speaks_of_that_control_alone() {
    ControlRef lost = new ControlRef("lost", "1");

    assertThat(purposes(link(CLAIMS, lost)).importance(lost, PurposesTest::need))
        .isEqualTo(OptionalDouble.of(1.0));
  }

  /** The rule once more, pair by pair, on random libraries. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void importance_is_what_looking_at_every_pair_gives(long seed) {
    Random random = new Random(seed);
    List<Catalogue> catalogues = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      List<Control> controls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String parent = i > 0 && random.nextInt(3) == 0 ? "c" + random.nextInt(i) : null;
        controls.add(new Control("c" + i, "Control " + i, parent));
      }
      catalogues.add(new Catalogue(id, id, controls));
    }
    Statement[] statements = Statement.values();
    List<Crosswalk> crosswalks = new ArrayList<>();
    for (String pair : List.of("ab", "bc", "ac")) {
      List<Mapping> mappings = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        mappings.add(
            new Mapping(
                "c" + random.nextInt(8),
                statements[random.nextInt(statements.length)],
                "c" + random.nextInt(8)));
      }
      crosswalks.add(new Crosswalk(pair, pair.substring(0, 1), pair.substring(1), mappings));
    }
    Inference inference = Inference.of(new Library(catalogues, crosswalks));
    List<ControlRef> all =
        catalogues.stream()
            .flatMap(c -> c.controls().stream().map(each -> new ControlRef(c.id(), each.id())))
            .toList();
    Map<Requirement, Double> needs = new HashMap<>();
    List<RequirementLink> links = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Requirement requirement = new Requirement("asset" + i, "integrity");
      needs.put(requirement, random.nextInt(100) / 100.0);
      links.add(link(requirement, all.get(random.nextInt(all.size()))));
    }

    Purposes purposes = Purposes.of(Programme.of(links), inference, catalogues);

    for (ControlRef control : all) {
      double expected = -1;
      for (RequirementLink each : links) {
        boolean covers =
            control.equals(each.control())
                || inference.between(control, each.control()).within(Relations.COVERING);
        if (covers) {
          expected = Math.max(expected, needs.getOrDefault(each.requirement(), -1.0));
        }
      }
      assertThat(purposes.importance(control, r -> needs.getOrDefault(r, -1.0)).orElse(-1))
          .as("seed %d, %s", seed, control)
          .isEqualTo(expected);
    }
  }
}
