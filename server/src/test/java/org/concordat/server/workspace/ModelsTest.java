package org.concordat.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsTest {
  private final UUID tenant = TestDatabase.newTenant();
  private final Models here = new Models(TestDatabase.shared().transactions());
  private final Models there = new Models(TestDatabase.shared().transactions());
  private final Caller officer = caller("Olga", new Grant(Role.SECURITY_OFFICER, Set.of()));

  private Caller caller(String name, Grant... grants) {
    return Caller.of(tenant, Ids.next(), name, List.of(grants));
  }

  @BeforeEach
  void an_insurer() {
    here.create(tenant, Attribution.ofServer("test"), ShippedExample.archisurance());
  }

  private ChangeOutcome change(Models models, Caller who, WorkspaceChange... changes) {
    return models.change(who, List.of(changes), null, "request");
  }

  private static Asset asset(String id) {
    return new Asset(id, "The " + id, AssetKind.TECHNICAL, null, List.of("confidentiality"));
  }

  private Asset anyAsset() {
    return here.of(tenant).read(Snapshot::workspace).assets().getFirst();
  }

  @Test
  void a_change_made_on_one_server_is_seen_on_the_other() {
    there.of(tenant);

    assertThat(change(here, officer, new AssetChange(null, asset("vault"))))
        .isInstanceOf(ChangeOutcome.Done.class);

    assertThat(there.of(tenant).<@Nullable Asset>read(model -> model.asset("vault"))).isNotNull();
  }

  @Test
  void the_slower_of_two_writers_is_told_what_is_there_now() {
    Asset seen = anyAsset();
    Asset first = new Asset(seen.id(), "First", seen.kind(), seen.unit(), seen.properties());
    Asset second = new Asset(seen.id(), "Second", seen.kind(), seen.unit(), seen.properties());

    change(here, officer, new AssetChange(seen, first));
    ChangeOutcome slower = change(there, officer, new AssetChange(seen, second));

    assertThat(slower)
        .asInstanceOf(type(ChangeOutcome.Stale.class))
        .satisfies(stale -> assertThat(stale.conflicts().getFirst().present()).isEqualTo(first));
  }

  @Test
  void what_breaks_a_rule_is_not_stored() {
    ChangeOutcome outcome =
        change(
            here,
            officer,
            new ImpactChange(
                null,
                new RequirementImpact(
                    new Requirement("nothing", "confidentiality"),
                    "nowhere",
                    Judgement.of(Level.of(1)))));

    assertThat(outcome).isInstanceOf(ChangeOutcome.Unsound.class);
    assertThat(WorkspaceDiff.between(stored(), ShippedExample.archisurance())).isEmpty();
  }

  @Test
  void what_no_database_can_hold_is_told_before_anything_is_written() {
    Asset bell = new Asset("bell", "A\0B", AssetKind.TECHNICAL, null, List.of());

    assertThat(change(here, officer, new AssetChange(null, bell)))
        .asInstanceOf(type(ChangeOutcome.Unsound.class))
        .satisfies(
            unsound ->
                assertThat(unsound.findings().getFirst().message())
                    .contains("changes[0].name")
                    .contains("U+0000"));
  }

  @Test
  void who_may_not_is_refused() {
    Caller auditor = caller("Aldo", new Grant(Role.AUDITOR, Set.of()));

    assertThat(change(here, auditor, new AssetChange(null, asset("vault"))))
        .isInstanceOf(ChangeOutcome.Refused.class);
    assertThat(here.of(tenant).<@Nullable Asset>read(model -> model.asset("vault"))).isNull();
  }

  @Test
  void a_unit_head_changes_assets_of_her_unit_alone() {
    Unit unit = here.of(tenant).read(Snapshot::units).getFirst();
    Caller head = caller("Hedda", new Grant(Role.UNIT_HEAD, Set.of(unit.id())));
    Asset hers = new Asset("ledger", "Ledger", AssetKind.INFORMATION, unit.id(), List.of());
    Asset nobodys = new Asset("diary", "Diary", AssetKind.INFORMATION, null, List.of());

    assertThat(change(here, head, new AssetChange(null, hers)))
        .isInstanceOf(ChangeOutcome.Done.class);
    assertThat(change(here, head, new AssetChange(null, nobodys)))
        .isInstanceOf(ChangeOutcome.Refused.class);
    assertThat(change(here, head, new AssetChange(null, hers), new AssetChange(null, nobodys)))
        .isInstanceOf(ChangeOutcome.Refused.class);
  }

  @Test
  void a_contributor_judges_in_her_own_name_alone() {
    Workspace model = here.of(tenant).read(Snapshot::workspace);
    Asset asset =
        model.assets().stream()
            .filter(a -> a.unit() != null && !a.properties().isEmpty())
            .findFirst()
            .orElseThrow();
    Caller judge =
        caller("Carla", new Grant(Role.CONTRIBUTOR, Set.of(String.valueOf(asset.unit()))));
    Requirement requirement = new Requirement(asset.id(), asset.properties().getFirst());
    String factor = model.factors().getFirst().id();

    assertThat(change(here, judge, new ImpactChange(null, judged(requirement, factor, "Carla"))))
        .isInstanceOf(ChangeOutcome.Done.class);
    assertThat(change(here, judge, new ImpactChange(null, judged(requirement, factor, "Olga"))))
        .isInstanceOf(ChangeOutcome.Refused.class);
  }

  private static RequirementImpact judged(Requirement requirement, String factor, String by) {
    return new RequirementImpact(
        requirement, factor, new Judgement(Level.of(2), by, null, null, false));
  }

  /** Each of two servers makes random changes; in the end both and the database agree. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void servers_that_change_by_turns_agree_with_each_other_and_the_rows(long seed) throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        Models models = t % 2 == 0 ? here : there;
        Random random = new Random(seed * 31 + t);
        all.add(threads.submit(() -> wander(models, random)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }

    Workspace rows = stored();
    for (Models models : List.of(here, there)) {
      Workspace memory = models.of(tenant).read(Snapshot::workspace);
      assertThat(WorkspaceDiff.between(rows, memory)).as("seed %d", seed).isEmpty();
      assertThat(models.of(tenant).<List<Priority>>read(m -> m.top(50, 0)))
          .as("seed %d", seed)
          .isEqualTo(Priorities.of(rows).list(50, 0));
    }
  }

  private void wander(Models models, Random random) {
    for (int i = 0; i < 15; i++) {
      Workspace now = models.of(tenant).read(Snapshot::workspace);
      Asset asset = now.assets().get(random.nextInt(now.assets().size()));
      if (random.nextInt(3) == 0 || asset.properties().isEmpty()) {
        change(models, officer, new AssetChange(null, asset("new-" + random.nextInt(1_000_000))));
      } else {
        change(
            models,
            officer,
            new ImpactChange(
                null,
                judged(
                    new Requirement(asset.id(), asset.properties().getFirst()),
                    now.factors().get(random.nextInt(now.factors().size())).id(),
                    "judge-" + random.nextInt(1_000_000))));
      }
    }
  }

  private Workspace stored() {
    return TestDatabase.shared()
        .transactions()
        .readAtOnce(tenant, WorkspaceStore::read)
        .orElseThrow();
  }
}
