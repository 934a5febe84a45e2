package org.concordat.server.database.backup;

import static org.concordat.server.database.backup.Catalogue.qualified;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.server.database.Migrations;
import org.concordat.server.database.backup.BackupManifest.TablePart;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Brings a backup into an empty database: the schema as it was then, all rows in one transaction,
 * then the migrations that came later. When anything fails, the database is empty again.
 */
public final class DatabaseRestore {
  private static final Place DATABASE = Place.ofKey("database");

  private DatabaseRestore() {}

  /**
   * Restores a backup.
   *
   * @param owner connections as the role that owns the tables
   * @param applicationRole the role that the server works as; it may be the owner
   * @throws InvalidInput when the database is not empty, or the backup is of a newer version
   * @throws SQLException when the database refuses
   */
  public static void restore(DataSource owner, String applicationRole, BackupFile backup)
      throws InvalidInput, IOException, SQLException {
    String version = backup.manifest().schemaVersion();
    requireEmpty(owner);
    if (!Migrations.knows(owner, version)) {
      throw new InvalidInput(
          Finding.error(
              Place.ofKey("schemaVersion"),
              "the backup has the schema " + version + ", which this Concordat does not know",
              "restore it with the version that made it, or a newer one"));
    }
    boolean done = false;
    try {
      Migrations.clean(owner);
      Migrations.upTo(owner, applicationRole, version);
      try (Connection connection = owner.getConnection()) {
        load(connection, backup);
      }
      Migrations.run(owner, applicationRole);
      try (Connection connection = owner.getConnection()) {
        run(connection, "analyze");
      }
      done = true;
    } finally {
      if (!done) {
        Migrations.clean(owner);
      }
    }
  }

  /** A schema without an organisation holds nothing: all rows are an organisation's. */
  private static void requireEmpty(DataSource owner) throws InvalidInput, SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      if (!is(statement, "to_regclass('" + Migrations.SCHEMA + ".organisation') is not null")) {
        if (is(
            statement,
            "exists (select from pg_class where relnamespace = to_regnamespace('"
                + Migrations.SCHEMA
                + "'))")) {
          throw notEmpty("has a schema " + Migrations.SCHEMA + " with tables that are not ours");
        }
      } else if (is(statement, "exists (select from " + Migrations.SCHEMA + ".organisation)")) {
        throw notEmpty("holds an organisation already");
      }
    }
  }

  private static boolean is(Statement statement, String condition) throws SQLException {
    try (ResultSet row = statement.executeQuery("select " + condition)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static InvalidInput notEmpty(String problem) {
    return new InvalidInput(
        Finding.error(DATABASE, problem, "restore into an empty database or another --data"));
  }

  private static void load(Connection connection, BackupFile backup)
      throws InvalidInput, IOException, SQLException {
    connection.setAutoCommit(false);
    Map<String, List<String>> present = Catalogue.read(connection).tables();
    List<TablePart> tables = backup.manifest().tables();
    requireFit(present, tables);
    // The rows bring their trail with them, and those of all organisations come at once. Within
    // the transaction nobody else sees that, and the tables are as closed as before when it ends.
    for (TablePart table : tables) {
      alter(connection, table, "no force row level security");
      alter(connection, table, "disable trigger user");
    }
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    for (TablePart table : tables) {
      try (InputStream rows = backup.open(table.part())) {
        long taken =
            copy.copyIn(
                "copy %s (%s) from stdin"
                    .formatted(
                        qualified(table.name()),
                        table.columns().stream()
                            .map(Catalogue::quoted)
                            .collect(Collectors.joining(", "))),
                rows);
        if (taken != table.rows()) {
          throw new SQLException(
              "of the %d rows of %s, %d arrived".formatted(table.rows(), table.name(), taken));
        }
      }
    }
    for (Map.Entry<String, Long> sequence : backup.manifest().sequences().entrySet()) {
      set(connection, sequence.getKey(), sequence.getValue());
    }
    // Some references are checked at the end of a transaction; here it must be before.
    run(connection, "set constraints all immediate");
    for (TablePart table : tables) {
      alter(connection, table, "enable trigger user");
      alter(connection, table, "force row level security");
    }
    connection.commit();
  }

  private static void requireFit(Map<String, List<String>> present, List<TablePart> tables)
      throws InvalidInput {
    List<Finding> findings =
        tables.stream()
            .filter(
                table ->
                    !present.getOrDefault(table.name(), List.of()).containsAll(table.columns()))
            .map(
                table ->
                    Finding.error(
                        Place.ofKey(table.name()),
                        "the schema of that version has no such table with the columns "
                            + String.join(", ", table.columns()),
                        "restore with the version that made the backup"))
            .toList();
    if (!findings.isEmpty()) {
      throw new InvalidInput(findings);
    }
  }

  private static void alter(Connection connection, TablePart table, String change)
      throws SQLException {
    run(connection, "alter table " + qualified(table.name()) + " " + change);
  }

  private static void set(Connection connection, String sequence, long last) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select setval(?::regclass, ?)")) {
      statement.setString(1, qualified(sequence));
      statement.setLong(2, last);
      statement.execute();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
