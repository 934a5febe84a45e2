package org.concordat.server.database;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.standards.SampleProgramme;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.workspace.Models;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The database itself keeps organisations apart and writes the trail, whatever the server does. */
class TenantRowsTest {
  /** Tables that are not bound to tenants, each with its reason. */
  private static final Map<String, String> FREE =
      Map.of("flyway_schema_history", "the migrations' own list, of no organisation");

  /** Tables whose changes stand in no trail, each with its reason. */
  private static final Map<String, String> WITHOUT_TRAIL =
      new TreeMap<>(
          Map.ofEntries(
              entry("flyway_schema_history", "the migrations' own list"),
              entry(
                  "spring_session",
                  "sessions, which are no business of the organisation's history"),
              entry("spring_session_attributes", "the same"),
              entry("import_upload", "files that wait to be confirmed; the import itself is told"),
              entry("import_job", "how far an import is; what it changes is told"),
              entry("budget_run", "searches for plans; they change nothing and can be made again"),
              entry("scrape_state", "what was fetched last; the measurements are told"),
              entry("table_choice", "how somebody likes to see a table, no change of the model"),
              entry("table_view", "the same"),
              entry("sign_in_failure", "counts that are soon forgotten"),
              entry("totp_use", "the last code that was accepted; a sign-in changes nothing"),
              entry("passkey_use", "the same of passkeys"),
              entry("trail", "the trail itself"),
              entry("trail_seal", "is over the trail, so it cannot stand in it"),
              entry("trail_action", "sums the trail up"),
              entry("trail_head", "counts the trail")));

  /** Tables whose rows the server itself may not change. */
  private static final List<String> READ_ONLY =
      List.of("trail", "trail_action", "trail_head", "trail_seal");

  private static final TestDatabase DATABASE = TestDatabase.shared();

  private static final UUID FILLED = filled();

  private static UUID filled() {
    UUID tenant = TestDatabase.newTenant();
    new Models(DATABASE.transactions())
        .create(tenant, Attribution.ofServer("test"), ShippedExample.archisurance());
    SampleProgramme.save(DATABASE.transactions(), tenant, Attribution.ofServer("test"));
    return tenant;
  }

  private static DSLContext owner() {
    return DSL.using(DATABASE.owner(), SQLDialect.POSTGRES);
  }

  static Stream<String> tables() {
    return owner()
        .fetch(
            "select relname from pg_class where relnamespace = 'concordat'::regnamespace"
                + " and relkind in ('r', 'p') order by relname")
        .map(row -> row.get(0, String.class))
        .stream()
        .filter(table -> !FREE.containsKey(table));
  }

  @Test
  void the_lists_of_exceptions_name_only_tables_that_exist() {
    List<String> all =
        owner()
            .fetch("select relname from pg_class where relnamespace = 'concordat'::regnamespace")
            .map(row -> row.get(0, String.class));

    assertThat(all).containsAll(FREE.keySet()).containsAll(WITHOUT_TRAIL.keySet());
  }

  @Test
  void the_server_works_as_a_role_that_cannot_bypass_row_level_security() {
    Record role =
        owner()
            .fetchSingle(
                "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where"
                    + " rolname = ?",
                TestDatabase.APPLICATION);

    assertThat(role.intoList()).containsOnly(false);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void every_table_shows_and_takes_rows_of_the_present_tenant_alone(String table) {
    Record flags =
        owner()
            .fetchSingle(
                "select relrowsecurity, relforcerowsecurity from pg_class"
                    + " where oid = ('concordat.' || ?)::regclass",
                table);
    List<String> policies =
        owner()
            .fetch(
                "select coalesce(qual, '') || ' ' || coalesce(with_check, '') || ' ' || cmd from"
                    + " pg_policies where schemaname = 'concordat' and tablename = ?",
                table)
            .map(row -> row.get(0, String.class));
    List<String> firstKey =
        owner()
            .fetch(
                "select attname from pg_index join pg_attribute on attrelid = indrelid and attnum ="
                    + " indkey[0] where indisprimary and indrelid = ('concordat.' || ?)::regclass",
                table)
            .map(row -> row.get(0, String.class));

    assertThat(flags.intoList()).as("enabled and forced").containsOnly(true);
    assertThat(policies).containsExactly("(tenant = app_tenant()) (tenant = app_tenant()) ALL");
    assertThat(firstKey).as("tenant first in the key").containsExactly("tenant");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void every_table_has_its_changes_written_to_the_trail(String table) {
    int triggers =
        owner()
            .fetchSingle(
                "select count(*) from pg_trigger join pg_proc on pg_proc.oid = tgfoid where tgrelid"
                    + " = ('concordat.' || ?)::regclass and proname = 'record_trail' and tgenabled"
                    + " = 'O'",
                table)
            .get(0, Integer.class);

    assertThat(triggers).isEqualTo(WITHOUT_TRAIL.containsKey(table) ? 0 : 3);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void nobody_reads_or_writes_rows_of_another_tenant(String table) {
    UUID others = TestDatabase.newTenant();
    int before = rows(FILLED, table);

    assertThat(rows(others, table)).isZero();
    for (String statement :
        List.of("update " + table + " set tenant = tenant", "delete from " + table)) {
      if (!READ_ONLY.contains(table)) {
        assertThat(write(others, statement)).as(statement).isZero();
      }
    }
    for (String image : images(FILLED, table)) {
      assertThatThrownBy(
              () ->
                  write(
                      others,
                      "insert into %s select * from jsonb_populate_record(null::%s, '%s')"
                          .formatted(table, table, image.replace("'", "''"))))
          .hasMessageMatching("(?s).*(row-level security policy|permission denied).*");
    }
    assertThat(rows(FILLED, table)).isEqualTo(before);
  }

  private static int write(UUID tenant, String statement) {
    return DATABASE
        .transactions()
        .write(tenant, Attribution.ofServer("test"), sql -> sql.execute(statement));
  }

  private static List<String> images(UUID tenant, String table) {
    return DATABASE
        .transactions()
        .read(
            tenant,
            sql ->
                sql.fetch("select to_jsonb(t)::text from " + table + " t limit 2")
                    .map(row -> row.get(0, String.class)));
  }

  private static int rows(UUID tenant, String table) {
    return DATABASE
        .transactions()
        .read(tenant, sql -> sql.fetchSingle("select count(*) from " + table).get(0, int.class));
  }
}
