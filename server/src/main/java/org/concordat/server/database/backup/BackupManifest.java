package org.concordat.server.database.backup;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup holds.
 *
 * @param format of the file; readers refuse one that they do not know
 * @param at when the snapshot was taken that all rows are of
 * @param schemaVersion the last migration of the database, such as {@code 20261121.0300}
 * @param postgres the version of PostgreSQL that it came from
 * @param tables all tables with their rows, those that others refer to first
 * @param sequences the last number that each has given
 * @param keys the key files
 */
public record BackupManifest(
    int format,
    Instant at,
    String schemaVersion,
    String postgres,
    List<TablePart> tables,
    SortedMap<String, Long> sequences,
    List<KeyPart> keys) {
  /** The format that is written now. */
  static final int FORMAT = 1;

  /** A manifest whose parts are all there. */
  public BackupManifest {
    Objects.requireNonNull(at);
    Objects.requireNonNull(schemaVersion);
    Objects.requireNonNull(postgres);
    tables = List.copyOf(tables);
    sequences = new TreeMap<>(sequences);
    keys = List.copyOf(keys);
  }

  /**
   * An entry of the zip.
   *
   * @param bytes how many there are when it is unpacked
   * @param sha256 of these, as hexadecimal digits
   */
  public record Part(String entry, long bytes, String sha256) {
    /** A part that can be looked for. */
    public Part {
      Objects.requireNonNull(entry);
      Objects.requireNonNull(sha256);
    }
  }

  /**
   * The rows of a table, of all organisations.
   *
   * @param columns in the order of the fields
   */
  public record TablePart(String name, List<String> columns, long rows, Part part) {
    /** A part with columns. */
    public TablePart {
      Objects.requireNonNull(name);
      Objects.requireNonNull(part);
      columns = List.copyOf(columns);
    }
  }

  /** A key file. */
  public record KeyPart(String name, Part part) {
    /** A part with a name. */
    public KeyPart {
      Objects.requireNonNull(name);
      Objects.requireNonNull(part);
    }
  }

  /** How many rows there are in all tables. */
  public long rows() {
    return tables.stream().mapToLong(TablePart::rows).sum();
  }
}
