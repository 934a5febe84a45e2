package org.concordat.core.alignment.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.FactorImpact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
import org.concordat.core.workspace.WorkspaceChange.DependencyChange;
import org.concordat.core.workspace.WorkspaceChange.FactorChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.core.workspace.WorkspaceChange.UnitChange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the live workspace promises, on an insurer:
 *
 * <pre>
 * settle (process, Claims) --> claims-db --> node
 * settle/availability -critical-> delay -critical-> fast-settlement (Claims, critical)
 * </pre>
 */
class LiveWorkspaceTest {
  private static final Level LOW = Level.of(1);
  private static final Level HIGH = Level.of(3);
  private static final Asset SETTLE = asset("settle", "Settle claims", AssetKind.PROCESS, "claims");
  private static final Asset DATABASE =
      asset("claims-db", "Datenbank für Schäden", AssetKind.INFORMATION, null);
  private static final Asset NODE = asset("node", "Node A", AssetKind.TECHNICAL, null);
  private static final Goal FAST = new Goal("fast-settlement", "Settle within a day", HIGH);
  private static final Unit CLAIMS = new Unit("claims", "Claims handling", null, List.of(FAST));
  private static final Factor DELAY = new Factor("delay", "Delay", true);
  private static final Requirement OF_SETTLE = new Requirement("settle", "availability");
  private static final Requirement OF_NODE = new Requirement("node", "availability");
  private static final RequirementImpact SETTLE_DELAY = judged(HIGH, "j.doe");
  private static final FactorImpact DELAY_FAST =
      new FactorImpact("delay", "fast-settlement", Judgement.of(HIGH));
  private static final Origin IMPORTED =
      new Origin("list.csv", "7", Origin.Kind.ASSET, "claims-db");

  private static final Workspace INSURER =
      new Workspace(
          new Organisation("acme", "Acme", null),
          ImpactScale.DEFAULT,
          Combination.DEFAULT,
          Inheritance.DEFAULT,
          List.of(),
          List.of(CLAIMS),
          List.of(DELAY),
          List.of(SETTLE, DATABASE, NODE),
          List.of(new Dependency("settle", "claims-db"), new Dependency("claims-db", "node")),
          List.of(SETTLE_DELAY, DELAY_FAST),
          List.of(IMPORTED));

  private final LiveWorkspace live = LiveWorkspace.of(INSURER);

  private static Asset asset(String id, String name, AssetKind kind, @Nullable String unit) {
    return new Asset(id, name, kind, unit, SecurityProperty.CLASSIC);
  }

  private static RequirementImpact judged(Level level, String by) {
    return new RequirementImpact(OF_SETTLE, "delay", new Judgement(level, by, null, null, false));
  }

  private static Asset renamed(Asset asset, String name) {
    return new Asset(asset.id(), name, asset.kind(), asset.unit(), asset.properties());
  }

  @Test
  void a_workspace_with_errors_is_refused_with_what_is_wrong() {
    Workspace broken =
        new DependencyChange(null, new Dependency("settle", "nowhere")).applyTo(INSURER);

    assertThatThrownBy(() -> LiveWorkspace.of(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no asset 'nowhere'");
  }

  @Test
  void entries_are_found_by_what_they_refer_to() {
    live.read(
        snapshot -> {
          assertThat(snapshot.asset("node")).isEqualTo(NODE);
          assertThat(snapshot.asset("nowhere")).isNull();
          assertThat(snapshot.unit("claims")).isEqualTo(CLAIMS);
          assertThat(snapshot.goal("fast-settlement")).isEqualTo(new OwnedGoal("claims", FAST));
          assertThat(snapshot.factor("delay")).isEqualTo(DELAY);
          assertThat(snapshot.dependenciesOf("claims-db"))
              .containsExactly(new Dependency("claims-db", "node"));
          assertThat(snapshot.dependentsOn("claims-db"))
              .containsExactly(new Dependency("settle", "claims-db"));
          assertThat(snapshot.impactsOf(OF_SETTLE)).containsExactly(SETTLE_DELAY);
          assertThat(snapshot.impactsOn("delay")).containsExactly(SETTLE_DELAY);
          assertThat(snapshot.impactsOfFactor("delay")).containsExactly(DELAY_FAST);
          assertThat(snapshot.judgements(new Impact.Link("delay", "fast-settlement")))
              .containsExactly(DELAY_FAST.judgement());
          assertThat(snapshot.judgements(SETTLE_DELAY.link()))
              .containsExactly(SETTLE_DELAY.judgement());
          assertThat(snapshot.origins(Origin.Kind.ASSET, "claims-db")).containsExactly(IMPORTED);
          assertThat(snapshot.requirementCount()).isEqualTo(9);
          assertThat(snapshot.impactCount()).isEqualTo(2);
          assertThat(snapshot.dependencyCount()).isEqualTo(2);
          return snapshot.revision();
        });
  }

  @Test
  void an_edit_tells_which_scores_moved() {
    Applied applied = live.apply(List.of(new ImpactChange(SETTLE_DELAY, judged(LOW, "j.doe"))));

    assertThat(applied.moved())
        .containsExactly(
            new Priorities.Moved(new Requirement("claims-db", "availability"), 1, 1 / 3.0),
            new Priorities.Moved(OF_NODE, 1, 1 / 3.0),
            new Priorities.Moved(OF_SETTLE, 1, 1 / 3.0));
    assertThat(live.read(Snapshot::revision)).isEqualTo(1);
  }

  @Test
  void an_asset_that_goes_takes_its_requirements_with_it() {
    Applied applied =
        live.apply(
            List.of(
                new AssetChange(DATABASE, null),
                new DependencyChange(new Dependency("settle", "claims-db"), null),
                new DependencyChange(new Dependency("claims-db", "node"), null)));

    assertThat(applied.gone())
        .extracting(Requirement::id)
        .containsExactly(
            "claims-db/availability", "claims-db/confidentiality", "claims-db/integrity");
    assertThat(applied.moved())
        .containsExactly(
            new Priorities.Moved(new Requirement("claims-db", "availability"), 1, 0),
            new Priorities.Moved(OF_NODE, 1, 0));
    int rank = live.read(snapshot -> snapshot.rank(OF_NODE));
    assertThat(rank).isEqualTo(2);
  }

  @Test
  void a_change_made_from_what_is_no_more_is_stale_and_names_what_is_there() {
    live.apply(List.of(new AssetChange(NODE, renamed(NODE, "Node B"))));
    WorkspaceChange late = new AssetChange(NODE, renamed(NODE, "Node C"));

    assertThat(live.check(List.of(late)))
        .isEqualTo(new Verdict.Stale(List.of(new Verdict.Conflict(late, renamed(NODE, "Node B")))));
  }

  @Test
  void a_judgement_that_somebody_else_changed_is_named_as_it_is() {
    live.apply(List.of(new ImpactChange(SETTLE_DELAY, judged(LOW, "j.doe"))));
    WorkspaceChange late = new ImpactChange(SETTLE_DELAY, judged(Level.of(2), "j.doe"));

    assertThat(live.check(List.of(late)))
        .isEqualTo(new Verdict.Stale(List.of(new Verdict.Conflict(late, judged(LOW, "j.doe")))));
  }

  @Test
  void of_parallel_dependencies_as_many_can_be_changed_as_there_are() {
    Dependency parallel = new Dependency("settle", "claims-db");
    live.apply(List.of(new DependencyChange(null, parallel)));
    WorkspaceChange removal = new DependencyChange(parallel, null);

    assertThat(live.check(List.of(removal, removal))).isEqualTo(new Verdict.Sound());
    assertThat(live.check(List.of(removal, removal, removal)))
        .isEqualTo(new Verdict.Stale(List.of(new Verdict.Conflict(removal, parallel))));
  }

  @Test
  void errors_name_the_change_that_leads_to_them() {
    List<WorkspaceChange> changes =
        List.of(
            new AssetChange(NODE, renamed(NODE, "Node B")),
            new DependencyChange(null, new Dependency("settle", "nowhere")));

    assertThat(findings(changes)).containsExactly("changes[1].on: there is no asset 'nowhere'");
  }

  @Test
  void an_entry_that_would_be_left_behind_is_named_beside_the_change() {
    assertThat(findings(List.of(new AssetChange(NODE, null))))
        .containsExactly(
            "changes[0]: the dependency of 'claims-db' on 'node' would be wrong: there is no asset"
                + " 'node'");
    assertThat(findings(List.of(new FactorChange(DELAY, null))))
        .containsExactly(
            "changes[0]: the impact of 'settle/availability' on 'delay' would be wrong: there is"
                + " no factor 'delay'",
            "changes[0]: the impact of 'delay' on 'fast-settlement' would be wrong: there is no"
                + " factor 'delay'");
    assertThat(findings(List.of(new UnitChange(CLAIMS, null))))
        .containsExactly(
            "changes[0]: the goal 'fast-settlement' has no unit 'claims'; move the goal to a unit"
                + " that there is, or remove it");
  }

  private List<String> findings(List<WorkspaceChange> changes) {
    return switch (live.check(changes)) {
      case Verdict.Unsound(var findings) -> findings.stream().map(Finding::message).toList();
      case Verdict.Sound _, Verdict.Stale _ -> List.of("no findings");
    };
  }

  @Test
  void what_cannot_be_made_is_refused_and_changes_nothing() {
    List<WorkspaceChange> changes = new ArrayList<>();
    changes.add(new AssetChange(SETTLE, renamed(SETTLE, "Other")));
    changes.add(new AssetChange(NODE, null));

    assertThatThrownBy(() -> live.apply(changes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the changes lead to errors: changes[1]");

    assertThat(live.read(Snapshot::workspace)).isEqualTo(INSURER);
    assertThat(live.read(Snapshot::revision)).isZero();
  }

  @Test
  void a_search_disregards_case_and_accents_and_wants_every_word() {
    assertThat(found("SCHADEN")).containsExactly("claims-db");
    assertThat(found("fur datenbank")).containsExactly("claims-db");
    assertThat(found("datenbank node")).isEmpty();
    assertThat(found("  ")).containsExactly("claims-db", "node", "settle");
  }

  private List<String> found(String text) {
    return live.read(snapshot -> snapshot.assets(AssetQuery.ALL.withText(text))).rows().stream()
        .map(row -> row.asset().id())
        .toList();
  }

  @Test
  void a_row_tells_what_hangs_on_the_asset() {
    Page<AssetRow> page =
        live.read(snapshot -> snapshot.assets(AssetQuery.ALL.withKind(AssetKind.INFORMATION)));

    assertThat(page)
        .isEqualTo(new Page<>(List.of(new AssetRow(DATABASE, 1, "critical", 1, 1, 1, 0)), 1, 0));
  }

  @Test
  void a_page_has_its_limits() {
    assertThatThrownBy(() -> AssetQuery.ALL.withRows(0, 501))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a page has 1 to 500 rows, not 501");
    assertThatThrownBy(() -> PriorityQuery.ALL.withRows(-1, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an offset counts from 0, not -1");
  }

  @Test
  void a_reading_goes_on_with_what_there_was_when_changes_are_made_meanwhile() {
    live.read(
        snapshot -> {
          live.apply(List.of(new AssetChange(NODE, renamed(NODE, "B"))));
          assertThat(snapshot.asset(NODE.id())).isEqualTo(NODE);
          return snapshot.revision();
        });

    assertThat(live.<@Nullable Asset>read(snapshot -> snapshot.asset(NODE.id())))
        .isEqualTo(renamed(NODE, "B"));
  }

  @Test
  void prepared_changes_are_seen_when_they_are_taken() {
    LiveWorkspace.Prepared prepared =
        live.prepare(List.of(new AssetChange(NODE, renamed(NODE, "B"))));
    assertThat(live.<@Nullable Asset>read(snapshot -> snapshot.asset(NODE.id()))).isEqualTo(NODE);

    live.take(prepared);

    assertThat(live.<@Nullable Asset>read(snapshot -> snapshot.asset(NODE.id())))
        .isEqualTo(renamed(NODE, "B"));
  }

  @Test
  void prepared_changes_are_of_no_use_once_others_were_made() {
    LiveWorkspace.Prepared prepared =
        live.prepare(List.of(new AssetChange(NODE, renamed(NODE, "B"))));
    live.apply(List.of(new ImpactChange(SETTLE_DELAY, judged(LOW, "j.doe"))));

    assertThatThrownBy(() -> live.take(prepared)).isInstanceOf(IllegalStateException.class);
    assertThat(live.<@Nullable Asset>read(snapshot -> snapshot.asset(NODE.id()))).isEqualTo(NODE);
  }

  @Test
  void a_snapshot_that_was_kept_is_of_no_use() {
    Snapshot kept = live.read(snapshot -> snapshot);

    assertThatThrownBy(() -> Objects.requireNonNull(kept).workspace())
        .isInstanceOf(IllegalStateException.class);
  }
}
