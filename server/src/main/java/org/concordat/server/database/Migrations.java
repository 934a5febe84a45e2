package org.concordat.server.database;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the present schema. */
public final class Migrations {
  /** The schema that all tables are in. */
  public static final String SCHEMA = "concordat";

  private Migrations() {}

  /**
   * Runs the migrations that are missing; several servers that start at once wait for each other.
   *
   * @param owner connections as the role that owns the schema
   * @param applicationRole the role that the server works as; it may be the owner
   * @throws org.flywaydb.core.api.FlywayException when a migration fails, or the database is newer
   *     than this server
   */
  public static void run(DataSource owner, String applicationRole) {
    upTo(owner, applicationRole, "latest");
  }

  /** The same up to a version, to find out what becomes of data that an older server left. */
  public static void upTo(DataSource owner, String applicationRole, String version) {
    Flyway.configure()
        .dataSource(owner)
        .locations("classpath:db/migration")
        .defaultSchema(SCHEMA)
        .placeholders(Map.of("application", applicationRole))
        .target(version)
        .load()
        .migrate();
  }
}
