package org.concordat.server.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
 */
public final class TestDatabase {
  public static final String OWNER = "concordat_owner";
  public static final String APPLICATION = "concordat_app";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String url;
  private final DataSource owner;
  private final DataSource application;
  private final TenantTransactions transactions;

  private TestDatabase(EmbeddedPostgres postgres, String name) {
    execute(postgres.getPostgresDatabase(), "create database " + name + " owner " + OWNER);
    url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
    owner = connections(OWNER);
    application = connections(APPLICATION);
    Migrations.run(owner, APPLICATION);
    transactions = new TenantTransactions(application);
  }

  private static final class Shared {
    static final EmbeddedPostgres POSTGRES = start();
    static final TestDatabase DATABASE = new TestDatabase(POSTGRES, "concordat");

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        execute(postgres.getPostgresDatabase(), "create role " + OWNER + " login");
        execute(postgres.getPostgresDatabase(), "create role " + APPLICATION + " login");
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The database that tests share. */
  public static TestDatabase shared() {
    return Shared.DATABASE;
  }

  /** A database of its own on the same PostgreSQL, for tests of whole installations. */
  public static TestDatabase fresh() {
    return new TestDatabase(Shared.POSTGRES, "fresh_" + NUMBER.incrementAndGet());
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
