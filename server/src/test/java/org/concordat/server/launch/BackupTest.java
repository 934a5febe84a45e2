package org.concordat.server.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.Backup.Written;
import org.concordat.server.launch.Restore.CheckedTrail;
import org.concordat.server.launch.Restore.Restored;
import org.concordat.server.launch.ServerSettings.ForeignDatabase;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Organisations;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file holds an installation, and an empty one gets all of it back or nothing. */
class BackupTest {
  private static final TestDatabase SOURCE = TestDatabase.fresh();
  private static final RunningServer SERVER = RunningServer.start(SOURCE);
  private static final People PEOPLE = new People(SERVER, ShippedExample.archisurance());
  private static final Person OLGA = PEOPLE.person(Role.SECURITY_OFFICER);

  @TempDir private Path folder;

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  private static Installation installation(TestDatabase database, Path data) {
    return new Installation(
        data,
        Optional.of(
            new ForeignDatabase(
                database.url(),
                TestDatabase.APPLICATION,
                TestDatabase.PASSWORD,
                TestDatabase.OWNER,
                TestDatabase.PASSWORD)),
        new TreeMap<>(
            Map.of(
                Installation.TRAIL_KEY,
                data.resolve(Installation.TRAIL_KEY),
                Installation.SECRETS_KEY,
                data.resolve(Installation.SECRETS_KEY))));
  }

  private Path backup() throws Exception {
    Path file = folder.resolve("monday.backup");
    Backup.write(installation(SOURCE, RunningServer.keys()), file, true, true, Clock.systemUTC());
    return file;
  }

  private static long rows(TestDatabase database, String table) {
    return database
        .transactions()
        .<Long>read(
            PEOPLE.tenant(),
            sql -> sql.fetchSingle("select count(*) from " + table).get(0, Long.class));
  }

  /** Whether anything at all is in a database, seen as its owner. */
  private static boolean isEmpty(TestDatabase database) {
    DSLContext owner = DSL.using(database.owner(), SQLDialect.POSTGRES);
    return owner
        .fetch("select relname from pg_class where relnamespace = to_regnamespace('concordat')")
        .isEmpty();
  }

  @Test
  void what_was_backed_up_amid_writes_is_restored_and_people_go_on() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    Visitor olga = PEOPLE.signedIn(OLGA);
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!enough.get()) {
                    String id = "busy-" + written.get();
                    olga.post("/assets", "id", id, "name", id, "kind", "TECHNICAL");
                    written.incrementAndGet();
                  }
                });
    while (written.get() < 5) {
      Thread.onSpinWait();
    }
    Path file = folder.resolve("monday.backup");
    Written backup =
        Backup.write(
            installation(SOURCE, RunningServer.keys()), file, true, false, Clock.systemUTC());
    enough.set(true);
    writer.join();

    TestDatabase target = TestDatabase.empty();
    Path data = Files.createDirectory(folder.resolve("data"));
    Restored restored = Restore.run(installation(target, data), file);

    assertThat(restored.rows()).isEqualTo(backup.rows()).isPositive();
    assertThat(restored.trails()).extracting(CheckedTrail::organisation).hasSize(1);
    var trail = restored.trails().getFirst().verification();
    assertThat(trail.findings()).isEmpty();
    assertThat(trail.entries()).isEqualTo(rows(target, "trail")).isPositive();
    for (String key : List.of(Installation.TRAIL_KEY, Installation.SECRETS_KEY)) {
      assertThat(data.resolve(key)).hasSameBinaryContentAs(RunningServer.keys().resolve(key));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(key))))
          .isEqualTo("rw-------");
    }
    RunningServer second = RunningServer.start(target);
    try {
      Workspace model = model(second);
      // As of one moment: what the trail tells of assets is what there is.
      assertThat(model.assets().stream().filter(a -> a.id().startsWith("busy-")))
          .hasSize(
              target
                  .transactions()
                  .<Integer>read(
                      PEOPLE.tenant(),
                      sql ->
                          sql.fetchSingle(
                                  "select count(*) from trail where table_name = 'asset' and"
                                      + " row_key like 'busy-%'")
                              .get(0, Integer.class)));
      assertThat(WorkspaceDiff.between(model, model(SERVER)))
          .as("only what was written afterwards is missing")
          .allMatch(change -> change.toString().contains("busy-"));
      Visitor again = new Visitor(second);
      assertThat(
              again
                  .post(
                      "/sign-in",
                      "email",
                      OLGA.email(),
                      "password",
                      People.PASSWORD,
                      "organisation",
                      PEOPLE.tenant().toString())
                  .statusCode())
          .isEqualTo(303);
      assertThat(
              again
                  .post("/assets", "id", "after", "name", "After", "kind", "TECHNICAL")
                  .statusCode())
          .isEqualTo(303);
      assertThat(again.get("/assets/after").statusCode()).isEqualTo(200);
    } finally {
      second.stop();
    }
  }

  private static Workspace model(RunningServer server) {
    return server.part(Models.class).of(PEOPLE.tenant()).read(Snapshot::workspace);
  }

  @Test
  void a_backup_is_for_its_owner_alone_and_holds_no_session() throws Exception {
    PEOPLE.signedIn(OLGA);

    Path file = backup();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    TestDatabase target = TestDatabase.empty();
    Restore.run(installation(target, Files.createDirectory(folder.resolve("data"))), file);
    assertThat(
            target
                .transactions()
                .<Integer>read(
                    TenantTransactions.NO_TENANT,
                    sql ->
                        sql.fetchSingle("select count(*) from spring_session")
                            .get(0, Integer.class)))
        .isZero();
  }

  @Test
  void the_tables_are_as_closed_afterwards_as_before() throws Exception {
    TestDatabase target = TestDatabase.empty();

    Restore.run(installation(target, Files.createDirectory(folder.resolve("data"))), backup());

    DSLContext owner = DSL.using(target.owner(), SQLDialect.POSTGRES);
    assertThat(
            owner.fetch(
                "select relname from pg_class where relnamespace = 'concordat'::regnamespace and"
                    + " relkind = 'r' and relname <> 'flyway_schema_history' and not"
                    + " (relrowsecurity and relforcerowsecurity)"))
        .isEmpty();
    assertThat(
            owner.fetch(
                "select tgname from pg_trigger join pg_class on pg_class.oid = tgrelid where"
                    + " relnamespace = 'concordat'::regnamespace and tgenabled <> 'O'"))
        .isEmpty();
    assertThatThrownBy(
            () ->
                new TenantTransactions(target.owner())
                    .write(
                        PEOPLE.tenant(),
                        Attribution.ofServer("test"),
                        sql -> sql.execute("delete from trail")))
        .hasMessageContaining("the change trail only grows");
    assertThat(rows(target, "asset")).isEqualTo(rows(SOURCE, "asset"));
  }

  @Test
  void keys_stay_at_home_when_they_are_told_to() throws Exception {
    Path file = folder.resolve("without.backup");
    Backup.write(installation(SOURCE, RunningServer.keys()), file, false, false, Clock.systemUTC());
    Path data = Files.createDirectory(folder.resolve("data"));

    Restored restored = Restore.run(installation(TestDatabase.empty(), data), file);

    assertThat(restored.trails()).as("without the key").isEmpty();
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void a_file_that_is_cut_short_is_refused_and_nothing_is_restored() throws Exception {
    Path file = backup();
    try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
      cut.setLength(cut.length() * 2 / 3);
    }

    refuses(file, "not all of one");
  }

  @Test
  void a_single_changed_byte_is_found() throws Exception {
    Path file = backup();
    try (RandomAccessFile changed = new RandomAccessFile(file.toFile(), "rw")) {
      changed.seek(changed.length() / 3);
      int old = changed.read();
      changed.seek(changed.length() / 3);
      changed.write(old ^ 1);
    }

    refuses(file, "damaged");
  }

  @Test
  void any_other_file_is_refused() throws IOException {
    refuses(Files.writeString(folder.resolve("notes.txt"), "Dear diary"), "no backup");
  }

  private void refuses(Path file, String because) throws IOException {
    TestDatabase target = TestDatabase.empty();
    Path data = Files.createDirectory(folder.resolve("data"));

    assertThatThrownBy(() -> Restore.run(installation(target, data), file))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(because);
    assertThat(isEmpty(target)).isTrue();
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void data_that_is_there_is_never_touched() throws Exception {
    long before = rows(SOURCE, "trail");
    Path file = backup();

    assertThatThrownBy(
            () -> Restore.run(installation(SOURCE, Files.createTempDirectory("other")), file))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("holds an organisation already");
    assertThat(rows(SOURCE, "trail")).isGreaterThanOrEqualTo(before);
    assertThatThrownBy(
            () ->
                Backup.write(
                    installation(SOURCE, RunningServer.keys()),
                    file,
                    true,
                    false,
                    Clock.systemUTC()))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void another_key_is_never_overwritten() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path key = Files.writeString(data.resolve(Installation.SECRETS_KEY), "mine");
    TestDatabase target = TestDatabase.empty();

    assertThatThrownBy(() -> Restore.run(installation(target, data), backup()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("another key");
    assertThat(key).hasContent("mine");
    assertThat(isEmpty(target)).isTrue();
  }

  @Test
  void what_fails_halfway_leaves_an_empty_database_and_no_keys() throws Exception {
    TestDatabase target = TestDatabase.empty();
    Path data = Files.createDirectory(folder.resolve("data"));
    Path file = backup();
    Installation usual = installation(target, data);
    Installation withoutRole =
        new Installation(
            data,
            Optional.of(
                new ForeignDatabase(
                    target.url(),
                    "nobody_has_made_it",
                    "",
                    TestDatabase.OWNER,
                    TestDatabase.PASSWORD)),
            usual.keyFiles());

    assertThatThrownBy(() -> Restore.run(withoutRole, file))
        .hasStackTraceContaining("nobody_has_made_it");

    assertThat(isEmpty(target)).isTrue();
    assertThat(data).isEmptyDirectory();
    assertThat(Restore.run(usual, file).rows()).as("the next try").isPositive();
  }

  @Test
  void a_backup_of_an_older_version_is_brought_to_the_present_one() throws Exception {
    TestDatabase old = TestDatabase.ofVersion("20261121.0300");
    Attribution by = Attribution.ofServer("test");
    UUID tenant = new Organisations(old.transactions()).add("Old", by).id();
    Workspace workspace = ShippedExample.archisurance();
    new Models(old.transactions()).create(tenant, by, workspace);
    Path file = folder.resolve("old.backup");
    Backup.write(installation(old, RunningServer.keys()), file, true, false, Clock.systemUTC());

    TestDatabase target = TestDatabase.empty();
    Path data = Files.createDirectory(folder.resolve("data"));
    Restored restored = Restore.run(installation(target, data), file);

    assertThat(restored.trails()).allMatch(trail -> trail.verification().isSound());
    assertThat(
            WorkspaceDiff.between(
                workspace, new Models(target.transactions()).of(tenant).read(Snapshot::workspace)))
        .isEmpty();
  }
}
