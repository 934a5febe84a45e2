package org.concordat.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a workspace must obey, on a small estate: a process that works on a database. */
class WorkspaceRulesTest {
  private static final Level MARGINAL = Level.of(2);
  private static final Level ABOVE = Level.of(4);

  private Organisation organisation = new Organisation("acme", "Acme", null);
  private Combination combination = Combination.DEFAULT;
  private Inheritance inheritance = Inheritance.DEFAULT;
  private final List<PropertyDefinition> properties = new ArrayList<>();
  private final List<Unit> units =
      new ArrayList<>(List.of(new Unit("claims", "Claims", null, List.of(goal("fast", null)))));
  private final List<Factor> factors = new ArrayList<>(List.of(new Factor("loss", "Loss", null)));
  private final List<Asset> assets =
      new ArrayList<>(List.of(asset("claims-process"), asset("claims-db")));
  private final List<Dependency> dependencies = new ArrayList<>();
  private final List<Impact> impacts = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();

  private static Goal goal(String id, @Nullable Level importance) {
    return new Goal(id, id, importance);
  }

  private static Asset asset(String id, String... properties) {
    List<String> stated = properties.length == 0 ? SecurityProperty.CLASSIC : List.of(properties);
    return new Asset(id, id, AssetKind.TECHNICAL, "claims", stated);
  }

  private static Impact impact(
      String requirement, @Nullable String by, boolean agreed, Level level) {
    return new Impact.RequirementImpact(
        Requirement.parse(requirement).orElseThrow(),
        "loss",
        new Judgement(level, by, null, null, agreed));
  }

  private static Dependency member(String on, String group, int needs) {
    return new Dependency("claims-process", on, null, null, new Redundancy(group, needs));
  }

  private List<String> errors() {
    return found(Finding.Severity.ERROR);
  }

  private List<String> warnings() {
    return found(Finding.Severity.WARNING);
  }

  private List<String> found(Finding.Severity severity) {
    return WorkspaceRules.check(workspace()).stream()
        .filter(f -> f.severity() == severity)
        .map(Finding::message)
        .toList();
  }

  private Workspace workspace() {
    Workspace empty = Workspace.empty(organisation);
    return new Workspace(
        organisation,
        empty.scale(),
        combination,
        inheritance,
        properties,
        units,
        factors,
        assets,
        dependencies,
        impacts,
        origins);
  }

  @Test
  void a_workspace_in_order_has_no_findings() {
    dependencies.add(new Dependency("claims-process", "claims-db"));
    dependencies.add(member("claims-db", "web", 1));
    impacts.add(impact("claims-db/integrity", "a", false, MARGINAL));
    impacts.add(impact("claims-db/integrity", "b", false, MARGINAL));
    impacts.add(impact("claims-db/integrity", "b", true, MARGINAL));
    origins.add(new Origin("s", "1", Origin.Kind.DEPENDENCY, "claims-process>claims-db"));

    assertThat(WorkspaceRules.check(workspace())).isEmpty();
  }

  @Test
  void an_id_is_unique_within_its_kind() {
    units.add(new Unit("claims", "", null, List.of(goal("slow", null), goal("fast", null))));
    factors.add(new Factor("loss", "", null));
    factors.add(new Factor("claims", "", null));
    assets.add(asset("claims-db"));
    properties.add(new PropertyDefinition("p", "", null));
    properties.add(new PropertyDefinition("p", "", null));

    String remedy = "; give one of the two another id, or remove it";
    assertThat(errors())
        .containsExactly(
            "properties[1].id: the property id 'p' stands twice" + remedy,
            "units[1].id: the unit id 'claims' stands twice" + remedy,
            "units[1].goals[1].id: the goal id 'fast' stands twice" + remedy,
            "factors[1].id: the factor id 'loss' stands twice" + remedy,
            "assets[2].id: the asset id 'claims-db' stands twice" + remedy);
  }

  @Test
  void ids_that_no_record_checks_are_checked_here() {
    organisation = new Organisation("acme corp", "", null);
    properties.add(new PropertyDefinition("", "", null));

    assertThat(errors())
        .containsExactly(
            "properties[0].id: the property id '' is no identifier; write letters, digits, '.', '_'"
                + " and '-', starting with a letter or digit",
            "organisation.id: the organisation id 'acme corp' is no identifier; write letters,"
                + " digits, '.', '_' and '-', starting with a letter or digit");
  }

  @Test
  void references_lead_somewhere() {
    assets.add(new Asset("x", "x", AssetKind.PEOPLE, "claim", SecurityProperty.CLASSIC));
    dependencies.add(new Dependency("claims-proces", "elsewhere"));
    impacts.add(new Impact.FactorImpact("los", "fats", Judgement.of(MARGINAL)));
    impacts.add(impact("claim-db/integrity", null, false, MARGINAL));
    impacts.add(impact("claims-db/integrty", null, false, MARGINAL));

    assertThat(errors())
        .containsExactly(
            "assets[2].unit: there is no unit 'claim'; did you mean 'claims'?",
            "dependencies[0].from: there is no asset 'claims-proces'; did you mean"
                + " 'claims-process'?",
            "dependencies[0].on: there is no asset 'elsewhere'",
            "impacts[0].factor: there is no factor 'los'; did you mean 'loss'?",
            "impacts[0].goal: there is no goal 'fats'; did you mean 'fast'?",
            "impacts[1].requirement: there is no asset 'claim-db'; did you mean 'claims-db'?",
            "impacts[2].requirement: the asset 'claims-db' has no property 'integrty'; did you mean"
                + " 'integrity'?");
  }

  @Test
  void what_a_dependency_carries_is_a_property_of_both_sides() {
    assets.add(asset("node", "availability"));
    dependencies.add(
        Dependency.carrying("claims-db", "node", null, Map.of("integrity", "integrity")));
    dependencies.add(
        Dependency.carrying("node", "claims-db", null, Map.of("integrity", "integrity")));

    assertThat(errors())
        .containsExactly(
            "dependencies[0].carries.integrity: the asset 'node' has no property 'integrity'; it"
                + " has availability",
            "dependencies[1].carries.integrity: the asset 'node' has no property 'integrity'; it"
                + " has availability");
  }

  @Test
  void levels_lie_on_the_scale() {
    units.add(new Unit("u", "", null, List.of(goal("g", ABOVE))));
    dependencies.add(new Dependency("claims-process", "claims-db", ABOVE, null, null));
    impacts.add(impact("claims-db/integrity", null, false, ABOVE));

    String rest =
        ": level 4 is above the scale; the scale has 3 levels: negligible, marginal, critical";
    assertThat(errors())
        .containsExactly(
            "units[1].goals[0].importance" + rest,
            "dependencies[0].strength" + rest,
            "impacts[0].level" + rest);
  }

  private List<String> errorsOfMatrix(int[]... rows) {
    List<List<Level>> levels = new ArrayList<>();
    for (int[] row : rows) {
      List<Level> cells = new ArrayList<>();
      for (int cell : row) {
        cells.add(Level.of(cell));
      }
      levels.add(cells);
    }
    combination = new Combination(new Along.Matrix(levels), Combination.Across.MAXIMUM);
    return errors();
  }

  private static int[] row(int... cells) {
    return cells;
  }

  @Test
  void a_matrix_has_a_row_and_a_column_for_each_level() {
    assertThat(errorsOfMatrix(row(1, 1, 1), row(1, 2)))
        .containsExactly(
            "combination.along.matrix: the matrix has 2 rows for a scale of 3 levels; write one row"
                + " for each of negligible, marginal, critical, lowest first",
            "combination.along.matrix[1]: row 'marginal' of the matrix has 2 cells for 3 levels;"
                + " write one cell for each of negligible, marginal, critical, lowest first");
  }

  @Test
  void a_cell_of_a_matrix_exceeds_neither_its_row_nor_its_column() {
    assertThat(errorsOfMatrix(row(1, 2, 1), row(1, 2, 2), row(1, 3, 4)))
        .containsExactly(
            "combination.along.matrix[0][1]: the cell in row 'negligible', column 'marginal' is"
                + " 'marginal' and exceeds its own row, 'negligible'; right would be 'negligible'",
            "combination.along.matrix[2][1]: the cell in row 'critical', column 'marginal' is"
                + " 'critical' and exceeds its own column, 'marginal'; right would be 'marginal'",
            "combination.along.matrix[2][2]: the cell in row 'critical', column 'critical' is level"
                + " 4, which the scale does not have; right would be a level from 'marginal' to"
                + " 'critical'");
  }

  @Test
  void a_matrix_never_falls_along_a_row_or_a_column() {
    assertThat(errorsOfMatrix(row(1, 1, 1), row(1, 2, 1), row(1, 1, 3)))
        .containsExactly(
            "combination.along.matrix[1][2]: the cell in row 'marginal', column 'critical' is"
                + " 'negligible', lower than 'marginal' of column 'marginal' in the same row; right"
                + " would be 'marginal'",
            "combination.along.matrix[2][1]: the cell in row 'critical', column 'marginal' is"
                + " 'negligible', lower than 'marginal' of row 'marginal' in the same column; right"
                + " would be 'marginal'");
  }

  @Test
  void a_matrix_is_refused_exactly_when_the_definition_says_so() {
    for (long seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      int[][] m = new int[3][3];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          m[i][j] = random.nextInt(8) == 0 ? 1 + random.nextInt(3) : 1 + Math.min(i, j);
        }
      }

      assertThat(errorsOfMatrix(m).isEmpty()).as("seed %d", seed).isEqualTo(isSensible(m));
    }
  }

  /** The definition, cell by cell against every other. */
  private static boolean isSensible(int[][] m) {
    boolean sensible = true;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        sensible &= m[i][j] <= i + 1 && m[i][j] <= j + 1;
        for (int k = i; k < 3; k++) {
          for (int l = j; l < 3; l++) {
            sensible &= m[i][j] <= m[k][l];
          }
        }
      }
    }
    return sensible;
  }

  @Test
  void a_link_is_judged_once_by_each_and_agreed_once() {
    impacts.add(impact("claims-db/integrity", "a", false, MARGINAL));
    impacts.add(impact("claims-db/integrity", "a", false, Level.of(1)));
    impacts.add(impact("claims-db/integrity", null, false, MARGINAL));
    impacts.add(impact("claims-db/integrity", null, false, MARGINAL));
    impacts.add(impact("claims-db/integrity", "a", true, MARGINAL));
    impacts.add(impact("claims-db/integrity", "b", true, MARGINAL));

    assertThat(errors())
        .containsExactly(
            "impacts[1]: the link from 'claims-db/integrity' to 'loss' is judged twice by 'a'; keep"
                + " one of the two, or name different judges under 'by'",
            "impacts[3]: the link from 'claims-db/integrity' to 'loss' is judged twice by nobody"
                + " named; keep one of the two, or name different judges under 'by'",
            "impacts[5].agreed: the link from 'claims-db/integrity' to 'loss' has two agreed"
                + " levels; keep 'agreed: true' on one of them");
  }

  @Test
  void the_members_of_a_group_state_the_same_need() {
    assets.add(asset("node-a"));
    assets.add(asset("node-b"));
    dependencies.add(member("node-a", "web", 1));
    dependencies.add(member("node-b", "web", 2));
    dependencies.add(member("node-b", "mail", 2));

    assertThat(errors())
        .containsExactly(
            "dependencies[1].redundancy.needs: the group 'web' of 'claims-process' needs 2 here and"
                + " 1 on its first member; state the same number on all members of the group");
    assertThat(warnings())
        .containsExactly(
            "dependencies[2].redundancy.needs: the group 'mail' of 'claims-process' needs 2 members"
                + " and has 1; add members or lower the number");
  }

  @Test
  void cumulation_and_redundancy_do_not_go_together_with_a_product() {
    combination = new Combination(new Along.Product(), Combination.Across.AVERAGE);
    inheritance = new Inheritance(2);
    assets.add(asset("node-a"));
    dependencies.add(new Dependency("claims-process", "claims-db"));
    dependencies.add(member("claims-db", "web", 1));
    dependencies.add(member("node-a", "web", 1));

    String remedy = "; use 'along: weakest-link' or a matrix, or do without";
    assertThat(errors())
        .containsExactly(
            "inheritance.cumulation: cumulation counts levels and does not go together with 'along:"
                + " product'"
                + remedy,
            "dependencies[1].redundancy: redundancy lowers levels and does not go together with"
                + " 'along: product' (2 dependencies state one)"
                + remedy);
  }

  @Test
  void what_is_odd_but_harmless_is_a_warning() {
    units.add(new Unit("idle", "", null, List.of()));
    assets.add(asset("x", "privacy", "availabilty"));
    assets.add(asset("y", "traceable", "availabilty"));
    properties.add(new PropertyDefinition("traceable", "", null));
    dependencies.add(new Dependency("x", "x"));
    dependencies.add(new Dependency("x", "y"));
    dependencies.add(new Dependency("x", "y"));
    dependencies.add(new Dependency("x", "y", MARGINAL, null, null));
    origins.add(new Origin("s", "1", Origin.Kind.GOAL, "gone"));

    assertThat(errors()).isEmpty();
    assertThat(warnings())
        .containsExactly(
            "units[1]: the unit 'idle' has no goals, so nothing can matter to it; state at least"
                + " one goal under 'goals'",
            "assets[2].properties[1]: the property 'availabilty' is neither a known one nor"
                + " declared (2 assets have it); did you mean 'availability'? Or declare it under"
                + " 'properties' if it is meant",
            "dependencies[0]: the asset 'x' depends on itself; remove it",
            "dependencies[2]: the same dependency of 'x' on 'y' stands twice; remove one of the"
                + " two",
            "imports[0].id: the imported entry 'gone' is gone; importing 's' again brings it back;"
                + " else remove this line");
  }

  @Test
  @Timeout(60)
  void a_large_estate_full_of_mistakes_is_checked_in_seconds() {
    for (int i = 0; i < 300_000; i++) {
      assets.add(asset("asset-" + i));
      dependencies.add(new Dependency("asset-" + i, "aset-" + i));
      impacts.add(impact("asset-" + i + "/integrity", null, false, MARGINAL));
      impacts.add(impact("asset-" + i + "/integrity", null, false, MARGINAL));
    }

    List<String> errors = errors();

    assertThat(errors).hasSize(FindingList.LISTED + 1);
    assertThat(errors.getFirst()).endsWith("did you mean 'asset-0'?");
    assertThat(errors.getLast())
        .isEqualTo("the first 1000 are listed; not listed are 599000 errors and 0 warnings");
  }
}
