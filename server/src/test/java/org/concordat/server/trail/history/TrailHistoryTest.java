package org.concordat.server.trail.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
import org.concordat.core.workspace.WorkspaceChange.DependencyChange;
import org.concordat.core.workspace.WorkspaceChange.ScaleChange;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.Passwords;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.trail.history.ActionUndo.Result;
import org.concordat.server.trail.history.PastModels.Comparison;
import org.concordat.server.trail.seal.TrailEntry.Operation;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.api.Test;

class TrailHistoryTest {
  private static final Asset CLAIMS =
      new Asset("claims-db", "Claims database", AssetKind.TECHNICAL, null, List.of("integrity"));
  private static final Asset ARCHIVE =
      new Asset("archive", "Archive", AssetKind.TECHNICAL, null, List.of("integrity"));

  private final TenantTransactions transactions = TestDatabase.shared().transactions();
  private final Models models = new Models(transactions);
  private final Accounts accounts = new Accounts(transactions, new Passwords());
  private final TrailHistory history = new TrailHistory(transactions, accounts);
  private final ActionUndo undo =
      new ActionUndo(
          history,
          models,
          (_, _, _) -> {
            throw new AssertionError("small actions are taken back at once");
          });
  private final PastModels past = new PastModels(history, models);
  private final UUID tenant = TestDatabase.newTenant();
  private final UUID anna =
      accounts.create(
          tenant,
          Attribution.ofServer("test"),
          "anna@example.org",
          "Anna",
          "correct horse battery",
          List.of(new Grant(Role.SECURITY_OFFICER, Set.of())));

  TrailHistoryTest() {
    models.create(
        tenant,
        Attribution.ofServer("test"),
        Workspace.empty(new Organisation("acme", "Acme", null)));
  }

  private UUID change(WorkspaceChange... changes) {
    Attribution by = new Attribution(anna.toString(), "request-1", Ids.next(), "the merger");
    assertThat(models.change(tenant, by, List.of(changes))).isInstanceOf(ChangeOutcome.Done.class);
    return by.change();
  }

  private List<Action> actions(Activity activity) {
    return history.actions(tenant, activity, Long.MAX_VALUE).actions();
  }

  private Caller officer() {
    return Caller.of(tenant, anna, "Anna", List.of(new Grant(Role.SECURITY_OFFICER, Set.of())));
  }

  private static Asset renamed(Asset asset, String name) {
    return new Asset(
        asset.id(), name, asset.kind(), asset.unit(), asset.description(), asset.properties());
  }

  @Test
  void an_action_tells_who_did_what_and_why_and_counts_all_of_it() {
    UUID change = change(new AssetChange(null, CLAIMS), new AssetChange(null, ARCHIVE));

    Action action = actions(Activity.ALL).getFirst();
    assertThat(action.change()).isEqualTo(change);
    assertThat(action.name()).isEqualTo("Anna");
    assertThat(action.reason()).isEqualTo("the merger");
    assertThat(action.request()).isEqualTo("request-1");
    assertThat(action.size()).isEqualTo(2);
    assertThat(action.counts())
        .extracting(Action.Count::table, Action.Count::operation, Action.Count::rows)
        .containsExactly(tuple("asset", Operation.INSERT, 2));
  }

  @Test
  void a_thing_tells_field_by_field_what_became_of_it() {
    change(new AssetChange(null, CLAIMS), new AssetChange(null, ARCHIVE));
    change(new AssetChange(CLAIMS, renamed(CLAIMS, "Claims")));
    change(new AssetChange(ARCHIVE, null));

    List<Action> told = history.of(tenant, "asset", "claims-db", Long.MAX_VALUE).actions();

    assertThat(told).hasSize(2);
    assertThat(told.getFirst().rows().getFirst().fields())
        .containsExactly(
            new FieldChange("name", new Value.Text("Claims database"), new Value.Text("Claims")));
    assertThat(told.getLast().rows()).hasSize(1);
    assertThat(told.getLast().rows().getFirst().fields())
        .contains(
            new FieldChange("kind", new Value.Nothing(), new Value.Word("technical")),
            new FieldChange(
                "properties",
                new Value.Nothing(),
                new Value.Items(List.of(new Value.Entry("property", "integrity", "integrity")))));
  }

  @Test
  void links_are_found_by_their_ends_and_levels_have_the_names_of_their_time() {
    Dependency weak = new Dependency("claims-db", "archive", Level.of(1), null, null);
    Dependency strong =
        Dependency.carrying("claims-db", "archive", Level.of(3), Map.of("integrity", "integrity"));
    ImpactScale scale = new ImpactScale(List.of("low", "middle", "high"));
    ImpactScale present = models.of(tenant).read(model -> model.scale());
    change(new AssetChange(null, CLAIMS), new AssetChange(null, ARCHIVE));
    change(new DependencyChange(null, weak));
    change(new ScaleChange(present, scale));
    change(new DependencyChange(weak, strong));
    change(new AssetChange(ARCHIVE, renamed(ARCHIVE, "Old files")));

    List<Action> told =
        history.of(tenant, "dependency", "claims-db/archive", Long.MAX_VALUE).actions();

    assertThat(told).hasSize(2);
    RowChange changed = told.getFirst().rows().getFirst();
    assertThat(changed.subject())
        .containsExactly(
            new Value.Entry("asset", "claims-db", "Claims database"),
            new Value.Entry("asset", "archive", "Old files"));
    assertThat(changed.key()).isEqualTo("claims-db/archive");
    assertThat(changed.fields())
        .contains(
            new FieldChange(
                "carries",
                new Value.Nothing(),
                new Value.Items(List.of(new Value.Text("integrity → integrity")))),
            new FieldChange("strength", new Value.OnScale(1, "low"), new Value.OnScale(3, "high")));
    assertThat(told.getLast().rows().getFirst().fields())
        .containsExactly(
            new FieldChange(
                "strength", new Value.Nothing(), new Value.OnScale(1, present.name(Level.of(1)))));
    assertThat(history.of(tenant, "dependency", "archive/claims-db", Long.MAX_VALUE).actions())
        .isEmpty();
    assertThat(history.of(tenant, "workspace", "", Long.MAX_VALUE).actions()).hasSize(2);
  }

  @Test
  void pages_follow_each_other_without_a_gap() {
    List<UUID> changes = new ArrayList<>();
    Asset last = CLAIMS;
    changes.add(change(new AssetChange(null, last)));
    for (int i = 0; i < 2 * TrailHistory.PAGE; i++) {
      Asset next = renamed(last, "Name " + i);
      changes.add(change(new AssetChange(last, next)));
      last = next;
    }

    List<UUID> told = new ArrayList<>();
    Long next = Long.MAX_VALUE;
    while (next != null) {
      ActionPage page = history.of(tenant, "asset", "claims-db", next);
      assertThat(page.actions()).hasSizeLessThanOrEqualTo(TrailHistory.PAGE);
      page.actions().forEach(action -> told.add(action.change()));
      next = page.next();
    }

    assertThat(told).containsExactlyElementsOf(changes.reversed());
  }

  @Test
  void the_list_is_narrowed_by_person_day_and_kind() {
    change(new AssetChange(null, CLAIMS));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);

    assertThat(actions(new Activity(anna.toString(), null, null, null, null))).hasSize(1);
    assertThat(actions(new Activity(Ids.next().toString(), null, null, null, null))).isEmpty();
    assertThat(actions(new Activity(null, today.minusDays(1), today, "asset", null))).hasSize(1);
    assertThat(actions(new Activity(null, today.plusDays(1), null, null, null))).isEmpty();
    assertThat(actions(new Activity(null, null, today.minusDays(2), null, null))).isEmpty();
    assertThat(actions(new Activity(null, null, null, "account", null)))
        .allMatch(action -> action.counts().stream().anyMatch(c -> c.table().equals("account")));
  }

  @Test
  void the_list_is_narrowed_by_words_of_reasons_and_of_the_things_that_were_changed() {
    change(new AssetChange(null, CLAIMS));
    change(new AssetChange(null, ARCHIVE));

    assertThat(actions(speaking("CLAIMS data"))).hasSize(1);
    assertThat(actions(speaking("claims-db"))).hasSize(1);
    assertThat(actions(speaking("the Merger"))).hasSize(2);
    assertThat(actions(speaking("100%"))).isEmpty();
    assertThat(actions(speaking("cl_ims"))).isEmpty();
  }

  private static Activity speaking(String words) {
    return new Activity(null, null, null, null, words);
  }

  @Test
  void a_part_of_the_list_says_how_many_actions_there_are() {
    for (int i = 0; i < 7; i++) {
      change(
          new AssetChange(
              null, new Asset("a" + i, "A" + i, AssetKind.TECHNICAL, null, List.of("integrity"))));
    }
    Activity assets = new Activity(null, null, null, "asset", null);

    TrailHistory.Part second = history.part(tenant, assets, 3, 3);

    assertThat(second.total()).isEqualTo(7);
    assertThat(second.actions())
        .extracting(action -> action.rows().getFirst().key())
        .containsExactly("a3", "a2", "a1");
    assertThat(history.part(tenant, assets, 6, 3).actions()).hasSize(1);
  }

  @Test
  void every_table_with_a_trail_can_be_asked_for() {
    List<String> kept =
        transactions.read(
            tenant,
            sql ->
                sql.fetch(
                        "select relname from pg_trigger join pg_class on pg_class.oid = tgrelid"
                            + " where tgname = 'trail_insert' and relname <> 'organisation'")
                    .getValues(0, String.class));

    assertThat(TrailTables.all()).containsExactlyInAnyOrderElementsOf(kept);
  }

  /** What the table of actions says is what one finds who reads the whole trail. */
  @Test
  void the_table_of_actions_says_what_the_trail_says() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Asset> there = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      List<WorkspaceChange> changes = new ArrayList<>();
      for (int j = random.nextInt(1, 6); j > 0; j--) {
        String id = "a" + i + "-" + j;
        Asset asset = new Asset(id, id, AssetKind.TECHNICAL, null, List.of("integrity"));
        changes.add(new AssetChange(null, asset));
        there.add(asset);
      }
      if (random.nextBoolean()) {
        Asset gone = there.removeFirst();
        if (changes.stream().noneMatch(c -> gone.equals(((AssetChange) c).after()))) {
          changes.add(new AssetChange(gone, null));
        }
      }
      change(changes.toArray(WorkspaceChange[]::new));
    }

    String oracle =
        "select count(*) from (select change, min(number) as first, max(number) as last, max(at) as"
            + " at, count(*) as entries from trail where change is not null group by change) told"
            + " full join trail_action kept using (change) where told.first is distinct from"
            + " kept.first or told.last is distinct from kept.last or told.entries is distinct"
            + " from (select sum(value::bigint) from jsonb_each_text(kept.counts))";
    assertThat(transactions.<Integer>read(tenant, sql -> sql.fetchSingle(oracle).get(0, int.class)))
        .as("seed " + seed)
        .isZero();
  }

  @Test
  void a_large_action_is_told_in_part_and_counted_whole() {
    WorkspaceChange[] many =
        Stream.iterate(0, i -> i + 1)
            .limit(700)
            .map(i -> new Asset("a" + i, "A" + i, AssetKind.TECHNICAL, null, List.of("integrity")))
            .map(asset -> new AssetChange(null, asset))
            .toArray(WorkspaceChange[]::new);
    UUID change = change(many);

    Action listed = actions(Activity.ALL).getFirst();
    Action alone = history.action(tenant, change).orElseThrow();

    assertThat(listed.rows()).hasSize(TrailHistory.ROWS_IN_LIST);
    assertThat(alone.rows()).hasSize(TrailHistory.ROWS_ALONE);
    assertThat(List.of(listed.size(), alone.size())).containsOnly(700);
  }

  @Test
  void an_action_is_taken_back_as_an_action_of_its_own() {
    change(new AssetChange(null, ARCHIVE));
    Workspace before = models.of(tenant).read(model -> model.workspace());
    Asset renamed = renamed(ARCHIVE, "Old files");
    UUID change =
        change(
            new AssetChange(null, CLAIMS),
            new DependencyChange(null, new Dependency("claims-db", "archive")),
            new AssetChange(ARCHIVE, renamed));

    Result result = undo.undo(officer(), change, "a mistake", "request-2");

    assertThat(((Result.Tried) result).outcome()).isInstanceOf(ChangeOutcome.Done.class);
    Workspace after = models.of(tenant).read(model -> model.workspace());
    assertThat(WorkspaceDiff.between(before, after)).isEmpty();
    assertThat(actions(Activity.ALL).getFirst().reason()).isEqualTo("a mistake");
    assertThat(actions(Activity.ALL).getFirst().size()).isEqualTo(3);
  }

  @Test
  void a_later_change_in_the_way_is_named_and_nothing_is_changed() {
    UUID change = change(new AssetChange(null, CLAIMS), new AssetChange(null, ARCHIVE));
    change(new AssetChange(CLAIMS, renamed(CLAIMS, "Claims")));
    Workspace before = models.of(tenant).read(model -> model.workspace());

    Result.Tried tried = (Result.Tried) undo.undo(officer(), change, null, "request-2");

    ChangeOutcome.Stale stale = (ChangeOutcome.Stale) tried.outcome();
    List<Obstacle> obstacles =
        models
            .of(tenant)
            .read(model -> stale.conflicts().stream().map(c -> Obstacle.of(c, model)).toList());
    assertThat(obstacles)
        .containsExactly(
            new Obstacle(
                "asset",
                List.of(new Value.Entry("asset", "claims-db", "Claims database")),
                Obstacle.What.CHANGED));
    Workspace after = models.of(tenant).read(model -> model.workspace());
    assertThat(after).isEqualTo(before);
  }

  @Test
  void what_later_things_rest_on_is_not_taken_back() {
    UUID change = change(new AssetChange(null, CLAIMS), new AssetChange(null, ARCHIVE));
    change(new DependencyChange(null, new Dependency("claims-db", "archive")));

    Result.Tried tried = (Result.Tried) undo.undo(officer(), change, null, "request-2");

    assertThat(tried.outcome()).isInstanceOf(ChangeOutcome.Unsound.class);
  }

  @Test
  void accounts_and_the_first_model_are_not_taken_back() {
    List<Action> all = actions(Activity.ALL);
    Action ofModel =
        all.stream()
            .filter(a -> a.counts().stream().anyMatch(c -> c.table().equals("workspace")))
            .findFirst()
            .orElseThrow();
    Action ofAccounts =
        all.stream()
            .filter(a -> a.counts().stream().anyMatch(c -> c.table().equals("account")))
            .findFirst()
            .orElseThrow();

    assertThat(ActionUndo.impossible(ofModel)).contains(ActionUndo.Reason.FIRST_MODEL);
    assertThat(ActionUndo.impossible(ofAccounts)).contains(ActionUndo.Reason.NOT_OF_THE_MODEL);
    assertThat(undo.undo(officer(), Ids.next(), null, "request-2"))
        .isEqualTo(new Result.Impossible(ActionUndo.Reason.UNKNOWN));
  }

  @Test
  void a_past_day_is_set_beside_today() {
    UUID other = TestDatabase.newTenant();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Workspace shipped = ShippedExample.archisurance();
    models.create(other, Attribution.ofServer("test"), shipped);

    assertThat(past.sinceEndOf(other, today.minusDays(1))).isEmpty();
    Comparison same = past.sinceEndOf(other, today).orElseThrow();
    assertThat(same.moved()).isEmpty();
    assertThat(same.changes()).isZero();
    assertThat(same.then()).hasSize(PastModels.TOP).isEqualTo(same.now());
  }

  @Test
  void an_action_tells_which_scores_it_moved() {
    UUID other = TestDatabase.newTenant();
    models.create(other, Attribution.ofServer("test"), ShippedExample.archisurance());
    Dependency gone =
        models
            .of(other)
            .read(
                model ->
                    model.workspace().dependencies().stream()
                        .filter(d -> model.dependentsOn(d.on()).size() == 1)
                        .filter(
                            d -> model.impactsOf(new Requirement(d.on(), "availability")).isEmpty())
                        .findFirst()
                        .orElseThrow());
    Attribution by = Attribution.ofServer("test");
    ChangeOutcome.Done done =
        (ChangeOutcome.Done) models.change(other, by, List.of(new DependencyChange(gone, null)));

    Comparison told =
        past.aroundAction(other, history.action(other, done.change()).orElseThrow()).orElseThrow();

    assertThat(told.changes()).isEqualTo(1);
    assertThat(told.moved())
        .extracting(row -> row.requirement().id())
        .containsExactlyInAnyOrderElementsOf(
            done.applied().moved().stream().map(moved -> moved.requirement().id()).toList());
  }
}
