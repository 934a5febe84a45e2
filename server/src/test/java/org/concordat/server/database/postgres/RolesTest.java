package org.concordat.server.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.concordat.core.findings.Finding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the roles of one running server may do, and what is found in databases that do not suit. */
@Timeout(60)
class RolesTest {
  @TempDir static Path folder = Path.of("");
  private static PrivatePostgres postgres = placeholder();

  @SuppressWarnings("NullAway") // Set before any test runs.
  private static PrivatePostgres placeholder() {
    return null;
  }

  @BeforeAll
  static void start() throws SQLException {
    postgres = TestServers.start(folder.resolve("data"));
    TestServers.run(
        postgres.owner(),
        "CREATE TABLE risk (tenant text, name text)",
        "ALTER TABLE risk ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE risk FORCE ROW LEVEL SECURITY",
        "CREATE POLICY tenants ON risk USING (tenant = current_setting('concordat.tenant', true))",
        "GRANT SELECT, INSERT ON risk TO concordat_app",
        "SET concordat.tenant = 'a'",
        "INSERT INTO risk VALUES ('a', 'fire')",
        "SET concordat.tenant = 'b'",
        "INSERT INTO risk VALUES ('b', 'flood')");
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void the_application_sees_its_tenant_only() throws SQLException {
    try (Connection connection = postgres.app().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET concordat.tenant = 'a'");
      var rows = statement.executeQuery("SELECT string_agg(name, ',') FROM risk");
      rows.next();
      assertThat(rows.getString(1)).isEqualTo("fire");
    }
  }

  @Test
  void even_the_owner_is_bound_by_a_forced_policy() throws SQLException {
    assertThat(TestServers.ask(postgres.owner(), "SELECT count(*) FROM risk")).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET row_security = off; SELECT * FROM risk",
        "ALTER TABLE risk DISABLE ROW LEVEL SECURITY",
        "DROP POLICY tenants ON risk",
        "INSERT INTO risk VALUES ('b', 'forged')",
        "DELETE FROM risk",
        "CREATE TABLE mine (x int)",
        "CREATE TEMP TABLE mine (x int)",
        "CREATE SCHEMA mine",
        "CREATE DATABASE mine",
        "CREATE ROLE mine",
        "ALTER ROLE concordat_app BYPASSRLS",
        "SET ROLE concordat_owner",
        "SET SESSION AUTHORIZATION postgres",
        "SELECT rolpassword FROM pg_authid",
        "SELECT pg_read_file('pg_hba.conf')",
        "COPY risk TO PROGRAM 'true'",
        "SET log_statement = 'all'",
        "ALTER SYSTEM SET fsync = off"
      })
  void the_application_may_not(String sql) {
    assertThatThrownBy(() -> TestServers.run(postgres.app(), sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isIn("42501", "0A000"));
  }

  @Test
  void the_application_reaches_no_other_database() {
    DatabaseAddress app = postgres.app();
    DatabaseAddress other =
        new DatabaseAddress(
            app.url().replace("/concordat?", "/postgres?"), app.user(), app.password());

    assertThatThrownBy(other::connect).isInstanceOf(SQLException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "data_checksums, on",
    "listen_addresses, 127.0.0.1",
    "unix_socket_directories, ''",
    "password_encryption, scram-sha-256",
    "server_encoding, UTF8",
    "shared_buffers, 128MB",
    "log_error_verbosity, terse"
  })
  void the_server_is_set(String setting, String value) throws SQLException {
    assertThat(TestServers.ask(postgres.superuser(), "SHOW " + setting)).isEqualTo(value);
  }

  @Test
  void texts_sort_by_code_point_whatever_the_system() throws SQLException {
    String sorted =
        TestServers.ask(
            postgres.app(),
            "SELECT string_agg(x, '' ORDER BY x) FROM unnest(array['é','b','B','a','ß']) x");

    assertThat(sorted).isEqualTo("Babßé");
    assertThat(TestServers.ask(postgres.app(), "SELECT upper('straße é')")).isEqualTo("STRAßE É");
  }

  private static List<String> findings(DatabaseAddress address, String... before)
      throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : before) {
        statement.execute(sql);
      }
      return PostgresRequirements.check(connection).stream().map(Finding::message).toList();
    }
  }

  @Test
  void our_own_application_role_meets_the_requirements() throws SQLException {
    assertThat(findings(postgres.app())).isEmpty();
  }

  @Test
  void a_superuser_is_refused_as_application_role() throws SQLException {
    assertThat(findings(postgres.superuser()))
        .singleElement()
        .asString()
        .contains("postgres is a superuser", "NOSUPERUSER");
  }

  @Test
  void roles_that_may_get_around_row_level_security_are_refused() throws SQLException {
    DatabaseAddress superuser = postgres.superuser();

    assertThat(findings(superuser, "CREATE ROLE bypasser BYPASSRLS", "SET ROLE bypasser"))
        .singleElement()
        .asString()
        .contains("ALTER ROLE bypasser NOBYPASSRLS");
    assertThat(findings(superuser, "CREATE ROLE member IN ROLE bypasser", "SET ROLE member"))
        .singleElement()
        .asString()
        .contains("REVOKE bypasser FROM member");
  }

  @Test
  void another_encoding_and_lax_commits_are_found_together() throws SQLException {
    TestServers.run(
        postgres.superuser(),
        "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0"
            + " LOCALE_PROVIDER libc LOCALE 'C'");
    DatabaseAddress latin =
        new DatabaseAddress(
            postgres.superuser().url().replace("/postgres?", "/latin?"),
            "postgres",
            postgres.superuser().password());

    assertThat(
            findings(
                latin, "CREATE ROLE modest", "SET ROLE modest", "SET synchronous_commit = off"))
        .satisfiesExactly(
            encoding -> assertThat(encoding).contains("LATIN1", "ENCODING 'UTF8'"),
            commit -> assertThat(commit).contains("synchronous_commit: is off"));
  }
}
