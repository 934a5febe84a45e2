package org.concordat.server.database;

import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

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
    flyway(owner)
        .placeholders(Map.of("application", applicationRole))
        .target(version)
        .load()
        .migrate();
  }

  /** Whether this server has the migration that ends in a version. */
  public static boolean knows(DataSource owner, String version) {
    MigrationVersion asked = MigrationVersion.fromVersion(version);
    return Arrays.stream(flyway(owner).load().info().all())
        .anyMatch(
            migration ->
                asked.equals(migration.getVersion())
                    && migration.getState() != MigrationState.FUTURE_SUCCESS);
  }

  /** Removes all tables with all that they hold. */
  public static void clean(DataSource owner) {
    flyway(owner).cleanDisabled(false).load().clean();
  }

  private static FluentConfiguration flyway(DataSource owner) {
    return Flyway.configure()
        .dataSource(owner)
        .locations("classpath:db/migration")
        .defaultSchema(SCHEMA);
  }
}
