package org.concordat.core.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.assurance.Evidence.Kept;
import org.concordat.core.assurance.Evidence.Promise;
import org.concordat.core.assurance.Evidence.Support;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.programme.ProgrammeEntry.Extent;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.junit.jupiter.api.Test;

class AssuranceTest {
  private static final Requirement CLAIMS = new Requirement("claims-db", "availability");
  private static final ControlRef BACKUP = new ControlRef("iso27001-2022", "A.8.13");

  private static Standing standing(Evidence... evidence) {
    return Standing.of(List.of(evidence));
  }

  private static Promise promise(boolean enough, Kept kept) {
    return new Promise("claims", enough, kept);
  }

  private static Support support(boolean whole) {
    return new Support(BACKUP, whole);
  }

  private static Standing ofControl(Extent extent, Degree degree) {
    return Assurance.of(
            List.of(), List.of(new RequirementLink(CLAIMS, BACKUP, extent, null)), _ -> degree)
        .standing(CLAIMS);
  }

  @Test
  void without_evidence_nothing_is_known() {
    assertThat(standing()).isEqualTo(Standing.UNKNOWN);
    assertThat(Assurance.of(List.of(), List.of(), _ -> Degree.COVERED).standing(CLAIMS))
        .isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void a_promise_shows_security_when_it_is_enough_and_was_kept() {
    assertThat(standing(promise(true, Kept.MET))).isEqualTo(Standing.KEPT);
    assertThat(standing(promise(true, Kept.UNMEASURED))).isEqualTo(Standing.PROMISED);
    assertThat(standing(promise(false, Kept.MET))).isEqualTo(Standing.ACCEPTED);
    assertThat(standing(promise(false, Kept.UNMEASURED))).isEqualTo(Standing.ACCEPTED);
  }

  @Test
  void a_broken_promise_counts_before_everything_else() {
    assertThat(standing(promise(true, Kept.MET), support(true), promise(false, Kept.BREACHED)))
        .isEqualTo(Standing.BROKEN);
  }

  @Test
  void of_other_evidence_that_counts_which_shows_most() {
    assertThat(standing(support(false), support(true))).isEqualTo(Standing.OPERATED);
    assertThat(standing(support(false), promise(true, Kept.UNMEASURED)))
        .isEqualTo(Standing.PROMISED);
    assertThat(standing(promise(false, Kept.MET), support(true))).isEqualTo(Standing.OPERATED);
  }

  @Test
  void a_control_shows_security_when_it_is_enough_and_all_of_it_is_in_operation() {
    assertThat(ofControl(Extent.FULLY, Degree.COVERED)).isEqualTo(Standing.OPERATED);
    assertThat(ofControl(Extent.PARTLY, Degree.COVERED)).isEqualTo(Standing.PARTLY);
    assertThat(ofControl(Extent.FULLY, Degree.PARTLY)).isEqualTo(Standing.PARTLY);
    assertThat(ofControl(Extent.FULLY, Degree.POSSIBLY)).isEqualTo(Standing.UNKNOWN);
    assertThat(ofControl(Extent.FULLY, Degree.OPEN)).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void only_what_is_shown_counts_as_secured() {
    assertThat(Arrays.stream(Standing.values()).filter(Standing::isSecured))
        .containsExactlyInAnyOrder(Standing.KEPT, Standing.OPERATED);
  }

  /** More evidence that is not a breach never makes a requirement look worse. */
  @Test
  void more_good_evidence_never_lowers_a_standing() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      List<Evidence> evidence = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        evidence.add(any(random, 3));
      }
      Standing before = Standing.of(evidence);
      evidence.add(random.nextInt(evidence.size() + 1), any(random, 2));
      Standing after = Standing.of(evidence);

      assertThat(after).as("seed " + seed).isGreaterThanOrEqualTo(before);
      assertThat(after).as("seed " + seed).isEqualTo(slowly(evidence));
    }
  }

  private static Evidence any(Random random, int kinds) {
    Kept[] kept = {Kept.MET, Kept.UNMEASURED, Kept.BREACHED};
    return random.nextBoolean()
        ? support(random.nextBoolean())
        : promise(random.nextBoolean(), kept[random.nextInt(kinds)]);
  }

  /** The rules of the documentation, one after the other. */
  private static Standing slowly(List<Evidence> evidence) {
    Map<Standing, Boolean> holds = new EnumMap<>(Standing.class);
    for (Evidence each : evidence) {
      if (each instanceof Promise p && p.kept() == Kept.BREACHED) {
        holds.put(Standing.BROKEN, true);
      } else if (each instanceof Promise p && !p.enough()) {
        holds.put(Standing.ACCEPTED, true);
      } else if (each instanceof Promise p) {
        holds.put(p.kept() == Kept.MET ? Standing.KEPT : Standing.PROMISED, true);
      } else if (each instanceof Support s) {
        holds.put(s.whole() ? Standing.OPERATED : Standing.PARTLY, true);
      }
    }
    return List.of(
            Standing.BROKEN,
            Standing.KEPT,
            Standing.OPERATED,
            Standing.PROMISED,
            Standing.ACCEPTED,
            Standing.PARTLY)
        .stream()
        .filter(holds::containsKey)
        .findFirst()
        .orElse(Standing.UNKNOWN);
  }
}
