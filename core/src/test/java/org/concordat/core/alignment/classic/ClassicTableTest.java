package org.concordat.core.alignment.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.classic.ClassicTable.Rated;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** A plant whose asset list rates the archive high and the control system low. */
class ClassicTableTest {
  private static final Level LOW = Level.of(1);
  private static final Level MEDIUM = Level.of(2);
  private static final Level HIGH = Level.of(3);

  private final List<Impact> impacts = new ArrayList<>();

  private void rated(String requirement, Level level) {
    impact(requirement, ClassicTable.FACTOR, Judgement.of(level));
  }

  private void impact(String requirement, String factor, Judgement judgement) {
    impacts.add(
        new Impact.RequirementImpact(
            Requirement.parse(requirement).orElseThrow(), factor, judgement));
  }

  private ClassicTable table() {
    impacts.add(new Impact.FactorImpact("standstill", "output", Judgement.of(HIGH)));
    Workspace empty = Workspace.empty(new Organisation("plant", "Plant", null));
    Workspace workspace =
        new Workspace(
            empty.organisation(),
            empty.scale(),
            empty.combination(),
            empty.inheritance(),
            List.of(),
            List.of(
                new Unit(
                    "production", "Production", null, List.of(new Goal("output", "Output", null)))),
            List.of(
                new Factor("standstill", "Standstill", null),
                new Factor(ClassicTable.FACTOR, "Rated", null)),
            List.of(asset("archive"), asset("controls"), asset("press")),
            List.of(),
            impacts,
            List.of());
    return ClassicTable.of(workspace, Priorities.of(workspace)::need);
  }

  private static Asset asset(String id) {
    return new Asset(
        id,
        id,
        AssetKind.TECHNICAL,
        null,
        List.of("confidentiality", "integrity", "availability", "safety"));
  }

  @Test
  void a_high_rating_without_a_business_reason_differs_most() {
    rated("archive/availability", HIGH);
    rated("press/availability", MEDIUM);
    rated("controls/availability", LOW);
    impact("controls/availability", "standstill", Judgement.of(HIGH));
    impact("press/availability", "standstill", Judgement.of(MEDIUM));

    ClassicTable table = table();

    assertThat(table.rated())
        .extracting(rated -> rated.requirement().id())
        .containsExactly("archive/availability", "controls/availability", "press/availability");
    Rated archive = table.rated().getFirst();
    assertThat(archive.hasNoBusinessReason()).isTrue();
    assertThat(archive.shift()).isEqualTo(-1);
    assertThat(table.rated().get(1).shift()).isEqualTo(1);
    assertThat(table.rated().get(2).shift()).isZero();
    assertThat(table.agreement().tau().orElseThrow()).isCloseTo(-1, within(1e-12));
    assertThat(table.withoutBusinessReason()).containsExactly(archive);
  }

  @Test
  void the_rating_that_counts_is_the_agreed_one_else_the_median() {
    rated("archive/integrity", LOW);
    rated("archive/integrity", HIGH);
    rated("archive/integrity", HIGH);
    rated("archive/availability", LOW);
    impact(
        "archive/availability",
        ClassicTable.FACTOR,
        new Judgement(MEDIUM, "officer", null, null, true));

    assertThat(table().rated())
        .extracting(rated -> rated.requirement().property() + " " + rated.rating().number())
        .containsExactlyInAnyOrder("integrity 3", "availability 2");
  }

  @Test
  void only_the_classic_three_have_a_rating() {
    rated("press/safety", HIGH);
    rated("press/confidentiality", LOW);

    assertThat(table().rated())
        .extracting(rated -> rated.requirement().property())
        .containsExactly("confidentiality");
  }

  @Test
  void ratings_count_by_their_level_and_that_of_the_need() {
    rated("archive/availability", HIGH);
    rated("press/availability", HIGH);
    rated("controls/availability", LOW);
    impact("controls/availability", "standstill", Judgement.of(MEDIUM));

    int[][] counts = table().counts();

    assertThat(counts[3]).containsExactly(2, 0, 0, 0);
    assertThat(counts[1]).containsExactly(0, 0, 1, 0);
  }

  @Test
  void an_asset_has_one_row_and_the_highest_of_its_ratings() {
    rated("press/availability", HIGH);
    rated("press/integrity", LOW);

    ClassicTable.AssetRow row = table().byAsset().getFirst();

    assertThat(row.asset()).isEqualTo("press");
    assertThat(row.risk()).isEqualTo(HIGH);
    assertThat(row.confidentiality()).isNull();
    assertThat(row.integrity()).isNotNull();
  }

  @Test
  void without_ratings_there_is_nothing_to_compare() {
    ClassicTable table = table();

    assertThat(table.rated()).isEmpty();
    assertThat(table.agreement().tau()).isEmpty();
    assertThat(table.byAsset()).isEmpty();
  }
}
