package org.concordat.server.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.concordat.server.database.Ids;
import org.concordat.server.database.Migrations;
import org.concordat.server.database.TenantTransactions;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL with the roles of a real installation: one owns the tables, another that cannot
 * bypass row-level security works. Started once for all tests of a run; every test makes tenants of
 * its own.
 *
 * <p>Where {@code CONCORDAT_TEST_DATABASE_URL} names another server, such as {@code
 * jdbc:postgresql://localhost:5432/postgres}, the tests run on that, which may be of an older
 * version; {@code CONCORDAT_TEST_DATABASE_USER} and {@code _PASSWORD} are those of a superuser
 * there, for the tests make roles and databases.
 */
public final class TestDatabase {
  public static final String OWNER = "concordat_owner";
  public static final String APPLICATION = "concordat_app";

  public static final String PASSWORD = "of the tests";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** How databases are called: tests run in several processes, which may share a PostgreSQL. */
  private static final String NAME = System.getProperty("concordat.tests.databases", "concordat_1");

  private final String url;
  private final DataSource owner;
  private final DataSource application;
  private final TenantTransactions transactions;

  private TestDatabase(Server server, String name, Version version) {
    execute(server.administrator, "drop database if exists " + name + " with (force)");
    execute(server.administrator, "create database " + name + " owner " + OWNER);
    url = server.address.replaceFirst("/[^/]*$", "/" + name);
    owner = connections(OWNER);
    application = connections(APPLICATION);
    version.migrate(owner);
    transactions = new TenantTransactions(application);
  }

  /**
   * Where databases are made.
   *
   * @param address the URL of a database that is always there
   */
  private record Server(String address, DataSource administrator) {
    static Server start() {
      Server server = ofEnvironment(System.getenv()).orElseGet(Server::embedded);
      for (String role : List.of(OWNER, APPLICATION)) {
        execute(
            server.administrator,
            "do $$ begin if not exists (select from pg_roles where rolname = '"
                + role
                + "') then create role "
                + role
                + " login password '"
                + PASSWORD
                + "'; end if; exception when duplicate_object or unique_violation then null; end"
                + " $$");
      }
      return server;
    }

    private static Optional<Server> ofEnvironment(Map<String, String> environment) {
      String url = environment.getOrDefault("CONCORDAT_TEST_DATABASE_URL", "");
      if (url.isBlank()) {
        return Optional.empty();
      }
      PGSimpleDataSource administrator = new PGSimpleDataSource();
      administrator.setUrl(url);
      administrator.setUser(environment.getOrDefault("CONCORDAT_TEST_DATABASE_USER", "postgres"));
      administrator.setPassword(environment.getOrDefault("CONCORDAT_TEST_DATABASE_PASSWORD", ""));
      return Optional.of(new Server(url, administrator));
    }

    private static Server embedded() {
      try {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        return new Server(
            "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
            postgres.getPostgresDatabase());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Which tables a new database has. */
  private interface Version {
    Version LATEST = owner -> Migrations.run(owner, APPLICATION);

    void migrate(DataSource owner);
  }

  private static final class Shared {
    static final Server SERVER = Server.start();
    static final TestDatabase DATABASE = new TestDatabase(SERVER, NAME + "_tests", Version.LATEST);
  }

  /** The database that tests share. */
  public static TestDatabase shared() {
    return Shared.DATABASE;
  }

  /** A database of its own on the same PostgreSQL, for tests of whole installations. */
  public static TestDatabase fresh() {
    return fresh(Version.LATEST);
  }

  /** The same without any table. */
  public static TestDatabase empty() {
    return fresh(_ -> {});
  }

  /**
   * The same with an older schema.
   *
   * @param version of the last migration that it has, such as {@code 20261121.0300}
   */
  public static TestDatabase ofVersion(String version) {
    return fresh(owner -> Migrations.upTo(owner, APPLICATION, version));
  }

  private static TestDatabase fresh(Version version) {
    String name = NAME + "_fresh_" + NUMBER.incrementAndGet();
    return new TestDatabase(Shared.SERVER, name, version);
  }

  public String url() {
    return url;
  }

  /** Connections as the role that owns the tables. */
  public DataSource owner() {
    return owner;
  }

  /** Connections as the role that the server works as. */
  public DataSource application() {
    return application;
  }

  public TenantTransactions transactions() {
    return transactions;
  }

  /** The id of a tenant that nobody else has. */
  public static UUID newTenant() {
    return Ids.next();
  }

  private DataSource connections(String role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(role);
    source.setPassword(PASSWORD);
    source.setCurrentSchema(Migrations.SCHEMA);
    source.setReWriteBatchedInserts(true);
    return source;
  }

  static void execute(DataSource source, String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
