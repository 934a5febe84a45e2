package org.concordat.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Organisations;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The present server on a database that an older one left. */
class UpgradeTest {
  /** The last migration of the landing before: what installations have that will be upgraded. */
  private static final String BEFORE = "20261121.0300";

  private static final String PASSWORD = "correct horse battery";

  @Test
  void an_upgrade_keeps_everything() {
    TestDatabase database = TestDatabase.ofVersion(BEFORE);
    Attribution by = Attribution.ofServer("test");
    UUID tenant = new Organisations(database.transactions()).add("Old", by).id();
    Workspace workspace = ShippedExample.archisurance();
    new Models(database.transactions()).create(tenant, by, workspace);
    database.transactions().write(tenant, by, UpgradeTest::olga);
    Map<String, Long> before = rows(database, tenant);

    RunningServer server = RunningServer.start(database);
    try {
      Map<String, Long> after = rows(database, tenant);
      after.keySet().retainAll(before.keySet());
      assertThat(after).isEqualTo(before);
      assertThat(before.get("trail")).isPositive();
      Visitor olga = new Visitor(server);
      assertThat(
              olga.post(
                      "/sign-in",
                      "email",
                      "olga@example.org",
                      "password",
                      PASSWORD,
                      "organisation",
                      tenant.toString())
                  .statusCode())
          .isEqualTo(303);
      assertThat(olga.get("/priorities").statusCode()).isEqualTo(200);
      Models models = server.part(Models.class);
      assertThat(WorkspaceDiff.between(workspace, models.of(tenant).read(Snapshot::workspace)))
          .isEmpty();
    } finally {
      server.stop();
    }
  }

  /** An account as the older server wrote it. */
  private static int olga(DSLContext sql) {
    UUID id = Ids.next();
    sql.execute("insert into account (id, email, name) values (?, 'olga@example.org', 'Olga')", id);
    sql.execute(
        "insert into account_role (account, role) values (?, ?)", id, Role.SECURITY_OFFICER.name());
    return sql.execute(
        "insert into account_password (account, hash) values (?, ?)",
        id,
        new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode(PASSWORD));
  }

  /** How many rows of an organisation each table has. */
  private static Map<String, Long> rows(TestDatabase database, UUID tenant) {
    DSLContext owner = DSL.using(database.owner(), SQLDialect.POSTGRES);
    List<String> tables =
        owner
            .fetch(
                "select relname from pg_class where relnamespace = 'concordat'::regnamespace and"
                    + " relkind in ('r', 'p') and relname <> 'flyway_schema_history'")
            .map(row -> row.get(0, String.class));
    Map<String, Long> rows = new TreeMap<>();
    for (String table : tables) {
      rows.put(
          table,
          database
              .transactions()
              .<Long>read(
                  tenant,
                  sql -> sql.fetchSingle("select count(*) from " + table).get(0, Long.class)));
    }
    return rows;
  }
}
