package org.concordat.server.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.server.database.schema.Tables.UNIT;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.testing.Visitor;
import org.concordat.server.trail.seal.PublicSealKey;
import org.concordat.server.trail.seal.SealKey;
import org.concordat.server.trail.seal.TrailVerification;
import org.concordat.server.trail.seal.TrailVerification.Expectation;
import org.junit.jupiter.api.Test;

class TrailSealerTest {
  private final SealKey key = SealKey.generate();
  private final UUID tenant = TestDatabase.newTenant();

  private static void addUnit(TenantTransactions transactions, UUID tenant, String id) {
    transactions.write(
        tenant,
        Attribution.ofServer("test"),
        sql -> sql.insertInto(UNIT).set(UNIT.ID, id).set(UNIT.NAME, "The " + id).execute());
  }

  private static TrailVerification verify(String export, PublicSealKey key) throws Exception {
    return TrailVerification.verify(
        new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)),
        "trail.ndjson",
        Expectation.of(key));
  }

  private String export(TrailSealer sealer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sealer.export(tenant, "Acme", out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void what_is_exported_proves_itself_after_every_batch() throws Exception {
    TenantTransactions transactions = TestDatabase.shared().transactions();
    TrailSealer sealer = new TrailSealer(transactions, key, Clock.systemUTC());
    for (String unit : List.of("claims", "sales", "legal")) {
      addUnit(transactions, tenant, unit);
      addUnit(transactions, tenant, unit + "-2");
      sealer.seal(tenant);
    }

    TrailVerification verification = verify(export(sealer), key.publicKey());

    assertThat(verification.findings()).isEmpty();
    assertThat(verification.isSound()).isTrue();
    assertThat(verification.sealed()).isEqualTo(6);
    assertThat(verification.unsealed()).isZero();
  }

  @Test
  void servers_that_seal_at_once_agree() throws Exception {
    TenantTransactions transactions = TestDatabase.shared().transactions();
    TrailSealer sealer = new TrailSealer(transactions, key, Clock.systemUTC());
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String id = "unit-" + i;
        all.add(
            threads.submit(
                () -> {
                  addUnit(transactions, tenant, id);
                  return sealer.seal(tenant);
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }

    TrailVerification verification = verify(export(sealer), key.publicKey());

    assertThat(verification.isSound()).isTrue();
    assertThat(verification.sealed()).isEqualTo(20);
  }

  @Test
  void whoever_alters_the_database_itself_is_found_out() throws Exception {
    TestDatabase database = TestDatabase.fresh();
    TrailSealer sealer = new TrailSealer(database.transactions(), key, Clock.systemUTC());
    addUnit(database.transactions(), tenant, "claims");
    addUnit(database.transactions(), tenant, "sales");
    sealer.seal(tenant);

    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter table trail disable trigger trail_only_grows");
      statement.execute("alter table trail no force row level security");
      int altered = statement.executeUpdate("update trail set actor = 'nobody' where number = 1");
      assertThat(altered).isEqualTo(1);
    }
    TrailVerification verification = verify(export(sealer), key.publicKey());

    assertThat(verification.isSound()).isFalse();
    assertThat(verification.findings().getFirst().message()).contains("not those that were sealed");
  }

  @Test
  void a_seal_cannot_be_replaced() {
    TenantTransactions transactions = TestDatabase.shared().transactions();
    addUnit(transactions, tenant, "claims");
    new TrailSealer(transactions, key, Clock.systemUTC()).seal(tenant);

    for (String attempt : List.of("delete from trail_seal", "update trail_seal set root = ''")) {
      assertThatThrownBy(
              () ->
                  transactions.write(
                      tenant, Attribution.ofServer("test"), sql -> sql.execute(attempt)))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void an_auditor_takes_the_export_and_the_key_from_the_page() throws Exception {
    RunningServer server = RunningServer.shared();
    People people = new People(server, ShippedExample.archisurance());
    Visitor officer = people.officer();
    officer.post("/factors", "name", "Loss of sleep");

    String export = officer.get("/history/export").body();
    PublicSealKey published = PublicSealKey.parse(officer.get("/history/seal.pub").body());

    TrailVerification verification = verify(export, published);
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.sealed()).isGreaterThan(300);
    assertThat(export).contains("loss-of-sleep");
  }
}
