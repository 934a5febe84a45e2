package org.concordat.server.trail.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.server.database.schema.Tables.TRAIL_SEAL;
import static org.concordat.server.database.schema.Tables.UNIT;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concordat.core.findings.Finding;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.trail.seal.PublicSealKey;
import org.concordat.server.trail.seal.SealKey;
import org.concordat.server.trail.seal.TrailVerification;
import org.concordat.server.trail.seal.TrailVerification.Expectation;
import org.concordat.server.workspace.Organisations;
import org.concordat.server.workspace.Organisations.Listed;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailSealerTest {
  private static final Attribution ANNA =
      new Attribution("anna", null, Ids.next(), "because \"quotes\"\tand tabs");
  private static final SealKey KEY = SealKey.generate();

  private TestDatabase database = TestDatabase.shared();
  private final UUID tenant = TestDatabase.newTenant();

  private TrailSealer sealer(SealKey key, int batch) {
    return new TrailSealer(database.transactions(), key, Clock.systemUTC(), batch);
  }

  private TrailSealer sealer() {
    return sealer(KEY, TrailSealer.BATCH);
  }

  private void addUnits(int from, int to) {
    database
        .transactions()
        .write(
            tenant,
            ANNA,
            sql -> {
              for (int i = from; i < to; i++) {
                sql.insertInto(UNIT)
                    .set(UNIT.ID, "unit-" + i)
                    .set(UNIT.NAME, "Größe " + i)
                    .execute();
              }
              return null;
            });
  }

  private List<Long> sizes() {
    return database
        .transactions()
        .read(
            tenant,
            sql ->
                sql.select(TRAIL_SEAL.SIZE)
                    .from(TRAIL_SEAL)
                    .orderBy(TRAIL_SEAL.SIZE)
                    .fetch(TRAIL_SEAL.SIZE));
  }

  private TrailVerification exported(TrailSealer sealer) throws Exception {
    return verified(export(sealer), sealer.publicKey());
  }

  private byte[] export(TrailSealer sealer) throws Exception {
    TenantTransactions transactions = database.transactions();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TrailExports(transactions, new Organisations(transactions), sealer, Clock.systemUTC())
        .write(tenant, out);
    return out.toByteArray();
  }

  private static TrailVerification verified(byte[] export, PublicSealKey key) throws Exception {
    return TrailVerification.verify(
        new ByteArrayInputStream(export), "trail.ndjson", Expectation.of(key));
  }

  /** What somebody can do who has the database in hand. */
  private void tamper(String statement) {
    DSLContext owner = DSL.using(database.owner(), SQLDialect.POSTGRES);
    owner.transaction(
        inside -> {
          DSLContext sql = inside.dsl();
          sql.execute("select set_config('app.tenant', ?, true)", tenant.toString());
          for (String table : List.of("trail", "trail_seal")) {
            sql.execute("alter table " + table + " disable trigger user");
            sql.execute("alter table " + table + " no force row level security");
            sql.execute("grant all on " + table + " to " + TestDatabase.OWNER);
          }
          sql.execute(statement);
        });
  }

  private void withDatabaseOfItsOwn() {
    database = TestDatabase.fresh();
  }

  @Test
  void a_trail_without_entries_needs_no_seal() throws Exception {
    sealer().seal(tenant);

    assertThat(sizes()).isEmpty();
    assertThat(sealer().state(tenant).broken()).isFalse();
  }

  @Test
  void what_came_since_the_last_seal_is_sealed_and_nothing_twice() throws Exception {
    addUnits(0, 3);
    sealer().seal(tenant);
    sealer().seal(tenant);
    addUnits(3, 5);
    assertThat(sealer().state(tenant).waiting()).isEqualTo(2);
    sealer().seal(tenant);

    assertThat(sizes()).containsExactly(3L, 5L);
    assertThat(sealer().state(tenant).waiting()).isZero();
    TrailVerification verification = exported(sealer());
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.sealed()).isEqualTo(5);
    assertThat(verification.heads()).isEqualTo(2);
  }

  @Test
  void a_long_trail_is_sealed_and_exported_piece_by_piece() throws Exception {
    addUnits(0, 450);
    sealer(KEY, 100).seal(tenant);

    assertThat(sizes()).containsExactly(100L, 200L, 300L, 400L, 450L);
    TrailVerification verification = exported(sealer());
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.sealed()).isEqualTo(450);
  }

  @Test
  void servers_that_seal_at_the_same_time_take_turns() throws Exception {
    addUnits(0, 60);
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        all.add(
            threads.submit(
                () -> {
                  sealer(KEY, 10).seal(tenant);
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }

    assertThat(sizes()).containsExactly(10L, 20L, 30L, 40L, 50L, 60L);
    assertThat(exported(sealer()).findings()).isEmpty();
  }

  @Test
  void another_key_signs_a_head_of_its_own_over_all_that_was() throws Exception {
    addUnits(0, 3);
    sealer().seal(tenant);
    TrailSealer later = sealer(SealKey.generate(), TrailSealer.BATCH);
    later.seal(tenant);
    later.seal(tenant);
    sealer().seal(tenant);

    assertThat(sizes()).containsExactly(3L, 3L);
    TrailVerification verification = exported(later);
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.sealed()).isEqualTo(3);
  }

  @Test
  void entries_that_were_changed_under_the_seal_are_found_in_the_export() throws Exception {
    withDatabaseOfItsOwn();
    addUnits(0, 4);
    sealer().seal(tenant);
    assertThat(exported(sealer()).findings()).isEmpty();

    tamper("update trail set after = jsonb_set(after, '{name}', '\"Other\"') where number = 2");

    TrailVerification verification = exported(sealer());
    assertThat(verification.isSound()).isFalse();
    assertThat(verification.findings())
        .extracting(Finding::problem)
        .anyMatch(problem -> problem.contains("entries 1 to 4 are not those that were sealed"));
  }

  @Test
  void an_entry_that_is_gone_before_it_was_sealed_stops_the_sealing_but_no_export()
      throws Exception {
    withDatabaseOfItsOwn();
    addUnits(0, 4);
    tamper("delete from trail where number = 3");

    assertThatThrownBy(() -> sealer().seal(tenant))
        .isInstanceOf(BrokenTrail.class)
        .hasMessageContaining("entry 3 of the trail is missing");
    assertThat(sizes()).containsExactly(2L);
    assertThat(sealer().state(tenant).broken()).isTrue();
    assertThat(exported(sealer()).isSound()).isFalse();
  }

  @Test
  void no_head_is_signed_on_top_of_one_that_was_changed() throws Exception {
    withDatabaseOfItsOwn();
    addUnits(0, 4);
    sealer().seal(tenant);
    tamper("update trail_seal set root = sha256('')");
    addUnits(4, 5);

    assertThatThrownBy(() -> sealer().seal(tenant))
        .isInstanceOf(BrokenTrail.class)
        .hasMessageContaining("the last head of the trail is not as it was signed");
    assertThat(sealer().state(tenant).broken()).isTrue();
  }

  @Test
  void the_job_seals_every_organisation_and_once_more_at_the_end() throws Exception {
    withDatabaseOfItsOwn();
    TenantTransactions transactions = database.transactions();
    Organisations organisations = new Organisations(transactions);
    Listed acme = organisations.add("Acme", ANNA);
    transactions.write(
        acme.id(),
        ANNA,
        sql -> sql.insertInto(UNIT).set(UNIT.ID, "claims").set(UNIT.NAME, "Claims").execute());

    SealJob job = SealJob.start(organisations, sealer(), Duration.ofMillis(50));
    for (int i = 0; i < 100 && sealer().state(acme.id()).waiting() > 0; i++) {
      Thread.sleep(50);
    }
    assertThat(sealer().state(acme.id()).sealed()).isEqualTo(1);
    assertThat(sealer().state(TenantTransactions.NO_TENANT).waiting()).isZero();
    job.close();

    SealJob idle = SealJob.start(organisations, sealer(), Duration.ofHours(1));
    transactions.write(acme.id(), ANNA, sql -> sql.deleteFrom(UNIT).execute());
    idle.close();
    assertThat(sealer().state(acme.id()).waiting()).isZero();
  }

  @Test
  void a_key_is_made_once_and_kept(@TempDir Path folder) throws Exception {
    Path file = folder.resolve(KeyFile.NAME);

    SealKey first = KeyFile.readOrMake(file);
    SealKey second = KeyFile.readOrMake(file);

    assertThat(second.publicKey()).isEqualTo(first.publicKey());
    assertThat(Files.exists(file)).isTrue();
  }
}
