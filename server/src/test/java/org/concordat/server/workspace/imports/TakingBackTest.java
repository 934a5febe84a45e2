package org.concordat.server.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.server.database.schema.Tables.IMPORT_JOB;
import static org.concordat.server.database.schema.Tables.TRAIL;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
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
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Organisations;
import org.concordat.server.workspace.Uploads;
import org.concordat.server.workspace.WriteCompanion;
import org.concordat.server.workspace.imports.ImportJob.Stage;
import org.concordat.server.workspace.imports.ImportJobs.Begun;
import org.concordat.server.workspace.imports.ImportJobs.TakingBack;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Large actions are taken back by the worker of the imports. */
class TakingBackTest {
  private static final Attribution TEST = Attribution.ofServer("test");

  /** More than are changed in memory before their rows are written, and several statements. */
  private static final int MANY = 6_000;

  /** A database that no other server works on. */
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private final TenantTransactions transactions = DATABASE.transactions();
  private final Accounts accounts = new Accounts(transactions, new Passwords());
  private final Organisations organisations = new Organisations(transactions);
  private final Models models = new Models(transactions);
  private final UUID tenant = organisations.add("Acme", TEST).id();
  private final Caller officer = officer("olga@example.org");
  private final List<ImportWorker> workers = new ArrayList<>();

  TakingBackTest() {
    models.create(tenant, TEST, ShippedExample.archisurance());
  }

  @AfterEach
  void the_servers_stop() {
    workers.forEach(ImportWorker::close);
  }

  private Caller officer(String email) {
    List<Grant> grants = List.of(new Grant(Role.SECURITY_OFFICER, Set.of()));
    UUID id = accounts.create(tenant, TEST, email, email, "correct horse battery", grants);
    return Caller.of(tenant, id, email, grants);
  }

  private ImportWorker server() {
    ImportWorker worker =
        ImportWorker.start(
            transactions, organisations, accounts, models, new Uploads(transactions));
    workers.add(worker);
    return worker;
  }

  private ImportJobs working() {
    return new ImportJobs(transactions, server());
  }

  private ImportJobs idle() {
    ImportWorker worker = server();
    worker.close();
    return new ImportJobs(transactions, worker);
  }

  private static Asset thing(int number, String name) {
    return new Asset("thing-" + number, name, AssetKind.TECHNICAL, null, List.of());
  }

  private UUID change(List<WorkspaceChange> changes) {
    return ((ChangeOutcome.Done) models.change(officer, changes, "The merger", "request-1"))
        .change();
  }

  private UUID manyAssets() {
    List<WorkspaceChange> changes = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      changes.add(new AssetChange(null, thing(i, "Thing " + i)));
    }
    return change(changes);
  }

  private UUID begin(ImportJobs jobs, UUID action) {
    TakingBack wish = new TakingBack(action, "The merger", "It was off");
    return ((Begun.Job) jobs.takeBack(officer, "request-2", wish)).id();
  }

  private <S extends Stage> S await(ImportJobs jobs, UUID id, Class<S> stage) {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    ImportJob now = jobs.find(officer, id).orElseThrow();
    while (now.isMoving() && Instant.now().isBefore(end)) {
      pause();
      now = jobs.find(officer, id).orElseThrow();
    }
    assertThat(now.stage()).isInstanceOf(stage);
    return stage.cast(now.stage());
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Workspace now() {
    return models.of(tenant).read(Snapshot::workspace);
  }

  /** What a server finds that has just started. */
  private Workspace stored() {
    return new Models(transactions).of(tenant).read(Snapshot::workspace);
  }

  private int actions() {
    return transactions.read(
        tenant, sql -> sql.fetchCount(sql.selectDistinct(TRAIL.CHANGE).from(TRAIL)));
  }

  private void theLeaseRunsOut() {
    OffsetDateTime past = OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1);
    transactions.write(
        tenant, TEST, sql -> sql.update(IMPORT_JOB).set(IMPORT_JOB.ALIVE_UNTIL, past).execute());
  }

  @Test
  void all_of_it_is_taken_back_as_one_action_of_whoever_wanted_it() {
    Workspace before = now();
    UUID action = manyAssets();
    ImportJobs jobs = working();

    UUID id = begin(jobs, action);
    UUID done = Objects.requireNonNull(await(jobs, id, Stage.Done.class).change());

    assertThat(jobs.find(officer, id).orElseThrow().takesBack()).isEqualTo(action);
    assertThat(WorkspaceDiff.between(before, now())).isEmpty();
    assertThat(WorkspaceDiff.between(before, stored())).isEmpty();
    var rows =
        transactions.read(
            tenant, sql -> sql.selectFrom(TRAIL).where(TRAIL.CHANGE.eq(done)).fetch());
    assertThat(rows).hasSize(MANY);
    assertThat(rows.intoSet(TRAIL.REASON)).containsExactly("It was off");
    assertThat(rows.intoSet(TRAIL.ACTOR)).containsExactly(officer.account().toString());
    assertThat(rows.intoSet(TRAIL.REQUEST)).containsExactly("request-2");
  }

  @Test
  void a_later_change_in_the_way_is_named_and_nothing_is_taken_back() {
    UUID action = manyAssets();
    change(List.of(new AssetChange(thing(7, "Thing 7"), thing(7, "Seven"))));
    change(List.of(new AssetChange(thing(8, "Thing 8"), null)));
    Workspace before = now();
    ImportJobs jobs = working();

    Stage.Failed failed = await(jobs, begin(jobs, action), Stage.Failed.class);

    assertThat(failed.findings())
        .extracting(finding -> finding.problem())
        .containsExactlyInAnyOrder(
            "asset thing-7 has been changed since", "asset thing-8 has been removed since");
    assertThat(WorkspaceDiff.between(before, stored())).isEmpty();
  }

  @Test
  void what_was_cancelled_before_it_is_written_is_not_taken_back() {
    UUID action = manyAssets();
    Workspace before = now();
    ImportJobs jobs = idle();
    UUID id = begin(jobs, action);

    assertThat(jobs.cancel(officer, "request-3", id)).isTrue();
    server().wake();
    pause();

    await(jobs, id, Stage.Cancelled.class);
    assertThat(WorkspaceDiff.between(before, stored())).isEmpty();
  }

  @Test
  void whoever_presses_twice_has_one_job_and_the_second_undo_finds_nothing() {
    UUID action = manyAssets();
    ImportJobs idle = idle();

    UUID id = begin(idle, action);
    assertThat(begin(idle, action)).isEqualTo(id);
    ImportJobs jobs = working();
    await(jobs, id, Stage.Done.class);
    UUID again = begin(jobs, action);

    assertThat(again).isNotEqualTo(id);
    assertThat(await(jobs, again, Stage.Failed.class).findings().getFirst().problem())
        .endsWith("has been removed since");
  }

  @Test
  void unfinished_ones_are_bounded() {
    ImportJobs jobs = idle();
    for (int i = 0; i < ImportJobs.MOST; i++) {
      begin(jobs, Ids.next());
    }

    assertThat(jobs.takeBack(officer, "request-2", new TakingBack(Ids.next(), "One more", null)))
        .isEqualTo(new Begun.TooMany(ImportJobs.MOST));
  }

  @Test
  void whoever_may_no_longer_change_the_model_takes_nothing_back() {
    UUID action = manyAssets();
    Workspace before = now();
    ImportJobs jobs = idle();
    UUID id = begin(jobs, action);
    accounts.setRoles(tenant, TEST, officer.account(), List.of(new Grant(Role.AUDITOR, Set.of())));

    server().wake();

    await(jobs, id, Stage.Failed.class);
    assertThat(WorkspaceDiff.between(before, stored())).isEmpty();
  }

  /** The server's connection is gone when all rows are written and nothing is committed. */
  @Test
  void a_crash_before_the_end_leaves_nothing_and_another_server_does_all_of_it() {
    Workspace before = now();
    UUID action = manyAssets();
    Workspace with = now();
    ImportJobs jobs = idle();
    UUID id = begin(jobs, action);
    ClaimedImport dying = ClaimedImport.next(transactions, Ids.next(), tenant).orElseThrow();
    dying.enter(ImportRows.WRITING);
    List<WorkspaceChange> back =
        models.changesBy(tenant, action).stream().map(WorkspaceChange::inverse).toList();
    WriteCompanion crash =
        new WriteCompanion() {
          @Override
          public void beforeCommit(DSLContext sql, UUID change) {
            dying.finish(sql, change);
            sql.fetch("select pg_terminate_backend(pg_backend_pid())");
          }
        };

    assertThatThrownBy(() -> models.change(officer, back, "It was off", "request-2", crash))
        .isInstanceOf(RuntimeException.class);
    dying.close();
    assertThat(WorkspaceDiff.between(with, stored())).as("nothing of it is written").isEmpty();
    int actions = actions();
    theLeaseRunsOut();
    server().wake();
    await(jobs, id, Stage.Done.class);

    assertThat(WorkspaceDiff.between(before, stored())).isEmpty();
    assertThat(WorkspaceDiff.between(before, now())).isEmpty();
    assertThat(actions()).as("one action more").isEqualTo(actions + 1);
  }

  /** The server is gone after the commit, before it has told what moved. */
  @Test
  void a_crash_after_the_end_leaves_it_done_once() {
    UUID action = manyAssets();
    ImportJobs jobs = idle();
    UUID id = begin(jobs, action);
    ClaimedImport dying = ClaimedImport.next(transactions, Ids.next(), tenant).orElseThrow();
    dying.enter(ImportRows.WRITING);
    List<WorkspaceChange> back =
        models.changesBy(tenant, action).stream().map(WorkspaceChange::inverse).toList();
    WriteCompanion last =
        new WriteCompanion() {
          @Override
          public void beforeCommit(DSLContext sql, UUID change) {
            dying.finish(sql, change);
          }
        };
    models.change(officer, back, "It was off", "request-2", last);
    dying.close();
    theLeaseRunsOut();
    int actions = actions();

    assertThat(ClaimedImport.next(transactions, Ids.next(), tenant)).isEmpty();
    assertThat(await(jobs, id, Stage.Done.class).moved()).isNull();
    assertThat(actions()).isEqualTo(actions);
  }
}
