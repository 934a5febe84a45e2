package org.concordat.server.database.backup;

import static org.concordat.server.database.backup.Catalogue.qualified;
import static org.concordat.server.database.backup.Catalogue.quoted;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.concordat.server.database.Migrations;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.backup.BackupManifest.KeyPart;
import org.concordat.server.database.backup.BackupManifest.Part;
import org.concordat.server.database.backup.BackupManifest.TablePart;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes a backup: all rows as of one moment, whoever writes meanwhile. It only reads, waits for
 * nobody and lets nobody wait, except for somebody who would change the tables themselves.
 */
public final class DatabaseBackup {
  private final Connection connection;
  private final CopyManager copy;
  private final ZipOutputStream zip;

  private DatabaseBackup(Connection connection, ZipOutputStream zip) throws SQLException {
    this.connection = connection;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    this.zip = zip;
  }

  /**
   * Writes a backup.
   *
   * @param owner a connection as the role that owns the tables, outside a transaction; it is left
   *     open
   * @param keys the contents of key files by their names
   * @param out where the file goes; it is left open
   * @param at the present time
   * @throws SQLException when the database cannot be read, or another version is being installed
   */
  public static BackupManifest write(
      Connection owner, SortedMap<String, byte[]> keys, OutputStream out, Instant at)
      throws IOException, SQLException {
    ZipOutputStream zip = new ZipOutputStream(out);
    // Rows repeat themselves so much that trying harder gains little, for several times the work.
    zip.setLevel(Deflater.BEST_SPEED);
    DatabaseBackup backup = new DatabaseBackup(owner, zip);
    owner.setAutoCommit(false);
    try {
      BackupManifest manifest = backup.write(keys, at);
      zip.finish();
      return manifest;
    } finally {
      owner.rollback();
      owner.setAutoCommit(true);
    }
  }

  private BackupManifest write(SortedMap<String, byte[]> keys, Instant at)
      throws IOException, SQLException {
    Catalogue catalogue = begin();
    List<UUID> tenants = tenants();
    List<TablePart> tables = new ArrayList<>();
    for (Map.Entry<String, List<String>> table : catalogue.tables().entrySet()) {
      tables.add(table(tables.size() + 1, table.getKey(), table.getValue(), tenants));
    }
    List<KeyPart> keyParts = new ArrayList<>();
    for (Map.Entry<String, byte[]> key : keys.entrySet()) {
      keyParts.add(
          new KeyPart(key.getKey(), part("keys/" + key.getKey(), to -> to.write(key.getValue()))));
    }
    BackupManifest manifest =
        new BackupManifest(
            BackupManifest.FORMAT,
            at,
            text(
                "select version from flyway_schema_history where success and version is not null"
                    + " order by installed_rank desc limit 1"),
            text("show server_version"),
            tables,
            // After the rows: a number that a row has is never given again.
            Catalogue.sequences(connection),
            keyParts);
    zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
    zip.write(BackupFile.JSON.writeValueAsBytes(manifest));
    zip.closeEntry();
    return manifest;
  }

  /** Begins the snapshot; until it ends nobody drops or alters the tables. */
  private Catalogue begin() throws SQLException {
    Catalogue before = Catalogue.read(connection);
    connection.rollback();
    run("set transaction isolation level repeatable read, read only");
    if (before.tables().isEmpty()) {
      throw new SQLException("the database holds no data of Concordat");
    }
    run(
        "lock table "
            + before.tables().keySet().stream()
                .map(Catalogue::qualified)
                .collect(Collectors.joining(", "))
            + " in access share mode");
    run(
        "set local datestyle = 'ISO'; set local timezone = 'UTC'; set local search_path = "
            + Migrations.SCHEMA);
    Catalogue catalogue = Catalogue.read(connection);
    if (!catalogue.equals(before)) {
      throw new SQLException("the database is being upgraded just now; try again afterwards");
    }
    return catalogue;
  }

  private List<UUID> tenants() throws SQLException {
    bind(TenantTransactions.NO_TENANT);
    List<UUID> tenants = new ArrayList<>(List.of(TenantTransactions.NO_TENANT));
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select id from organisation order by id")) {
      while (rows.next()) {
        tenants.add(rows.getObject(1, UUID.class));
      }
    }
    return tenants;
  }

  /** The database shows the rows of one tenant at a time, to the owner as well. */
  private void bind(UUID tenant) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('app.tenant', ?, true)")) {
      statement.setString(1, tenant.toString());
      statement.execute();
    }
  }

  private TablePart table(int number, String name, List<String> columns, List<UUID> tenants)
      throws IOException, SQLException {
    String statement =
        "copy (select %s from %s) to stdout"
            .formatted(
                columns.stream().map(c -> quoted(c)).collect(Collectors.joining(", ")),
                qualified(name));
    long[] rows = new long[1];
    Part part =
        part(
            "tables/%02d-%s.copy".formatted(number, name),
            to -> {
              for (UUID tenant : tenants) {
                bind(tenant);
                rows[0] += copy.copyOut(statement, to);
              }
            });
    return new TablePart(name, columns, rows[0], part);
  }

  /** Writes the content of an entry. */
  private interface Content {
    void write(OutputStream out) throws IOException, SQLException;
  }

  private Part part(String entry, Content content) throws IOException, SQLException {
    zip.putNextEntry(new ZipEntry(entry));
    Checksum checksum = new Checksum();
    content.write(
        new FilterOutputStream(zip) {
          @Override
          public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            checksum.add(bytes, from, length);
            zip.write(bytes, from, length);
          }
        });
    zip.closeEntry();
    return new Part(entry, checksum.bytes(), checksum.sha256());
  }

  private String text(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      if (!row.next()) {
        throw new SQLException("no answer to: " + query);
      }
      return row.getString(1);
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
