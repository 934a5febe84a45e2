package org.concordat.server.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.concordat.server.database.schema.Tables.IMPORT_JOB;
import static org.concordat.server.database.schema.Tables.IMPORT_UPLOAD;
import static org.concordat.server.database.schema.Tables.TRAIL;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Organisations;
import org.concordat.server.workspace.Uploads;
import org.concordat.server.workspace.Uploads.Upload;
import org.concordat.server.workspace.imports.ImportJob.Stage;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportJobsTest {
  private static final Attribution TEST = Attribution.ofServer("test");
  private static final String LIST = "id,name,type\nvault,The vault,technical\n";

  /** A database that no other server works on. */
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private final TenantTransactions transactions = DATABASE.transactions();
  private final Accounts accounts = new Accounts(transactions, new Passwords());
  private final Organisations organisations = new Organisations(transactions);
  private final Models models = new Models(transactions);
  private final Uploads uploads = new Uploads(transactions);
  private final UUID tenant = organisations.add("Acme", TEST).id();
  private final Caller officer = officer("olga@example.org");
  private final List<ImportWorker> workers = new ArrayList<>();

  ImportJobsTest() {
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
        ImportWorker.start(transactions, organisations, accounts, models, uploads);
    workers.add(worker);
    return worker;
  }

  /** Imports of a server that begins nothing: what the jobs are after it died. */
  private ImportJobs of(ImportWorker worker) {
    return new ImportJobs(transactions, worker);
  }

  private ImportJobs idle() {
    ImportWorker worker = server();
    worker.close();
    return of(worker);
  }

  private UUID begin(ImportJobs imports, String name, String content) {
    Upload upload = new Upload(name, ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
    return ((ImportJobs.Begun.Job) imports.begin(officer, "request", upload)).id();
  }

  private <S extends Stage> S await(ImportJobs imports, UUID id, Class<S> stage) {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    Stage now = imports.find(officer, id).orElseThrow().stage();
    while (!stage.isInstance(now) && Instant.now().isBefore(end)) {
      pause();
      now = imports.find(officer, id).orElseThrow().stage();
    }
    assertThat(now).isInstanceOf(stage);
    return stage.cast(now);
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean has(String asset) {
    return models.of(tenant).read(model -> Optional.ofNullable(model.asset(asset))).isPresent();
  }

  private String shown(ImportJobs imports, UUID id) {
    return await(imports, id, Stage.Ready.class).preview().fingerprint();
  }

  private void change(WorkspaceChange change) {
    models.change(officer, List.of(change), null, "request");
  }

  @Test
  void a_file_is_read_and_shown_and_written_when_somebody_says_yes() {
    ImportJobs imports = of(server());

    UUID id = begin(imports, "assets.csv", LIST);
    Stage.Ready ready = await(imports, id, Stage.Ready.class);
    assertThat(ready.preview().changes()).isPositive();
    assertThat(has("vault")).isFalse();
    assertThat(imports.agree(officer, "request", id, ready.preview().fingerprint())).isTrue();
    Stage.Done done = await(imports, id, Stage.Done.class);

    assertThat(has("vault")).isTrue();
    List<String> reasons =
        transactions.read(
            tenant,
            sql ->
                sql.selectDistinct(TRAIL.REASON)
                    .from(TRAIL)
                    .where(TRAIL.CHANGE.eq(done.change()))
                    .fetch(TRAIL.REASON));
    assertThat(reasons).containsExactly("Import: assets.csv");
    assertThat(transactions.<Integer>read(tenant, sql -> sql.fetchCount(IMPORT_UPLOAD))).isZero();
  }

  @Test
  void an_import_is_one_action_that_can_be_taken_back() {
    Workspace before = models.of(tenant).read(Snapshot::workspace);
    ImportJobs imports = of(server());
    UUID id = begin(imports, "assets.csv", LIST);
    imports.agree(officer, "request", id, shown(imports, id));
    UUID action = Objects.requireNonNull(await(imports, id, Stage.Done.class).change());

    List<WorkspaceChange> back =
        models.changesBy(tenant, action).stream().map(WorkspaceChange::inverse).toList();
    models.change(officer, back, null, "request");

    assertThat(WorkspaceDiff.between(before, models.of(tenant).read(Snapshot::workspace)))
        .isEmpty();
  }

  @Test
  void a_second_yes_does_nothing() {
    ImportJobs imports = of(server());
    UUID id = begin(imports, "assets.csv", LIST);
    String fingerprint = shown(imports, id);

    assertThat(imports.agree(officer, "request", id, fingerprint)).isTrue();
    assertThat(imports.agree(officer, "request", id, fingerprint)).isFalse();
    await(imports, id, Stage.Done.class);
    assertThat(imports.agree(officer, "request", id, fingerprint)).isFalse();
  }

  @Test
  void a_yes_to_what_is_no_longer_true_shows_what_is() {
    ImportJobs imports = of(server());
    UUID id = begin(imports, "assets.csv", LIST);
    String fingerprint = shown(imports, id);
    Asset other = new Asset("vault", "Another", AssetKind.SERVICE, null, List.of());
    change(new AssetChange(null, other));

    imports.agree(officer, "request", id, fingerprint);
    Stage.Ready again = await(imports, id, Stage.Ready.class);

    assertThat(again.differs()).isTrue();
    assertThat(again.preview().fingerprint()).isNotEqualTo(fingerprint);
    assertThat(imports.agree(officer, "request", id, fingerprint)).isFalse();
  }

  @Test
  void what_was_cancelled_is_never_written() {
    ImportJobs imports = of(server());
    UUID id = begin(imports, "assets.csv", LIST);
    String fingerprint = shown(imports, id);

    assertThat(imports.cancel(officer, "request", id)).isTrue();
    assertThat(imports.agree(officer, "request", id, fingerprint)).isFalse();
    assertThat(imports.cancel(officer, "request", id)).isFalse();

    assertThat(imports.find(officer, id).orElseThrow().stage()).isInstanceOf(Stage.Cancelled.class);
    assertThat(has("vault")).isFalse();
  }

  @Test
  void a_file_that_is_none_fails_and_says_why() {
    ImportJobs imports = of(server());

    Stage.Failed failed =
        await(imports, begin(imports, "list.csv", "a,b\n1,2\n"), Stage.Failed.class);
    Stage.Failed unknown =
        await(imports, begin(imports, "photo.jpg", "not a photo"), Stage.Failed.class);

    assertThat(failed.findings()).isNotEmpty();
    assertThat(unknown.findings().getFirst().message()).contains("nothing that can be imported");
  }

  @Test
  void an_import_of_somebody_else_is_not_there() {
    ImportJobs imports = of(server());
    UUID id = begin(imports, "assets.csv", LIST);
    String fingerprint = shown(imports, id);
    Caller other = officer("otto@example.org");

    assertThat(imports.find(other, id)).isEmpty();
    assertThat(imports.recent(other)).isEmpty();
    assertThat(imports.agree(other, "request", id, fingerprint)).isFalse();
    assertThat(imports.cancel(other, "request", id)).isFalse();
  }

  @Test
  void whoever_may_no_longer_change_the_model_imports_nothing() {
    ImportJobs imports = of(server());
    UUID id = begin(imports, "assets.csv", LIST);
    String fingerprint = shown(imports, id);
    accounts.setRoles(tenant, TEST, officer.account(), List.of(new Grant(Role.AUDITOR, Set.of())));

    imports.agree(officer, "request", id, fingerprint);

    await(imports, id, Stage.Failed.class);
    assertThat(has("vault")).isFalse();
  }

  @Test
  void a_job_is_taken_by_exactly_one_of_many_servers() throws Exception {
    for (int round = 0; round < 10; round++) {
      begin(idle(), "assets.csv", LIST);
      try (var threads = Executors.newFixedThreadPool(4)) {
        List<Future<Optional<ClaimedImport>>> claims = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          claims.add(threads.submit(() -> ClaimedImport.next(transactions, Ids.next(), tenant)));
        }
        int taken = 0;
        for (Future<Optional<ClaimedImport>> claim : claims) {
          Optional<ClaimedImport> job = claim.get();
          job.ifPresent(ClaimedImport::close);
          taken += job.isPresent() ? 1 : 0;
        }
        assertThat(taken).as("round %d", round).isEqualTo(1);
      }
      transactions.write(
          tenant,
          TEST,
          sql -> sql.deleteFrom(IMPORT_JOB).execute() + sql.deleteFrom(IMPORT_UPLOAD).execute());
    }
  }

  @Test
  void what_a_dead_server_left_another_takes_over() {
    ImportJobs imports = idle();
    UUID id = begin(imports, "assets.csv", LIST);
    ClaimedImport dead = ClaimedImport.next(transactions, Ids.next(), tenant).orElseThrow();
    dead.enter(ImportRows.COMPARING);
    dead.close();
    assertThat(ClaimedImport.next(transactions, Ids.next(), tenant)).isEmpty();
    theLeaseRunsOut();

    server().wake();

    await(imports, id, Stage.Ready.class);
  }

  @Test
  void a_server_that_was_taken_for_dead_writes_nothing() {
    begin(idle(), "assets.csv", LIST);
    ClaimedImport slow = ClaimedImport.next(transactions, Ids.next(), tenant).orElseThrow();
    slow.enter(ImportRows.WRITING);
    theLeaseRunsOut();
    ClaimedImport second = ClaimedImport.next(transactions, Ids.next(), tenant).orElseThrow();

    assertThatThrownBy(
            () ->
                transactions.write(
                    tenant,
                    TEST,
                    sql -> {
                      slow.finish(sql, Ids.next());
                      return 0;
                    }))
        .isInstanceOf(ClaimedImport.Lost.class);
    slow.close();
    second.close();
  }

  private void theLeaseRunsOut() {
    OffsetDateTime past = OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1);
    transactions.write(
        tenant, TEST, sql -> sql.update(IMPORT_JOB).set(IMPORT_JOB.ALIVE_UNTIL, past).execute());
  }

  @Test
  void an_import_that_takes_down_one_server_after_the_other_is_given_up() {
    ImportJobs imports = idle();
    UUID id = begin(imports, "assets.csv", LIST);
    for (int i = 0; i < ClaimedImport.MOST_ATTEMPTS; i++) {
      ClaimedImport.next(transactions, Ids.next(), tenant).orElseThrow().close();
      theLeaseRunsOut();
    }

    server().wake();

    assertThat(await(imports, id, Stage.Failed.class).findings().getFirst().message())
        .contains("interrupted");
  }

  @Test
  void unfinished_imports_are_bounded() {
    ImportJobs imports = idle();
    for (int i = 0; i < ImportJobs.MOST; i++) {
      begin(imports, "assets.csv", LIST);
    }

    assertThat(imports.begin(officer, "request", new Upload("a.csv", ByteBuffer.allocate(1))))
        .asInstanceOf(type(ImportJobs.Begun.TooMany.class))
        .isEqualTo(new ImportJobs.Begun.TooMany(ImportJobs.MOST));
  }

  /** The trail of an import of many rows names each row once, in unbroken numbers. */
  @Test
  void many_rows_stand_in_the_trail_each_once() {
    StringBuilder list = new StringBuilder("id,name,type,depends on\n");
    for (int i = 0; i < 7_000; i++) {
      list.append("thing-").append(i).append(",Thing ").append(i).append(",technical,thing-");
      list.append((i * 31 + 1) % 7_000).append('\n');
    }
    ImportJobs imports = of(server());
    UUID id = begin(imports, "things.csv", list.toString());
    imports.agree(officer, "request", id, shown(imports, id));
    UUID action = Objects.requireNonNull(await(imports, id, Stage.Done.class).change());

    Record counted =
        transactions.read(
            tenant,
            sql ->
                sql.fetchSingle(
                    "select count(*), count(distinct (table_name, row_key)), max(number) -"
                        + " min(number) + 1, count(*) filter (where table_name = 'asset')"
                        + " from trail where change = ?",
                    action));
    assertThat(counted.get(0, Long.class)).isEqualTo(models.changesBy(tenant, action).size());
    assertThat(counted.get(1, Long.class)).isEqualTo(counted.get(0, Long.class));
    assertThat(counted.get(2, Long.class)).isEqualTo(counted.get(0, Long.class));
    assertThat(counted.get(3, Long.class)).isEqualTo(7_000);
    assertThat(new Models(transactions).of(tenant).<Workspace>read(Snapshot::workspace).assets())
        .isEqualTo(models.of(tenant).<Workspace>read(Snapshot::workspace).assets());
  }
}
