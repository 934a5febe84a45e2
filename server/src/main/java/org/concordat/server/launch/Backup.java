package org.concordat.server.launch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concordat.server.database.backup.BackupManifest;
import org.concordat.server.database.backup.DatabaseBackup;
import org.concordat.server.database.postgres.DatabaseAddress;
import org.concordat.server.database.postgres.DatabaseUnavailable;
import org.concordat.server.database.postgres.OwnerOnly;
import org.concordat.server.database.postgres.PrivatePostgres;

/**
 * Writes all organisations of an installation, and its keys, into one file. The server may run and
 * people may work: what is in the file is of one moment.
 */
public final class Backup {
  private Backup() {}

  /**
   * What was written.
   *
   * @param at the moment that all of it is of
   */
  public record Written(Instant at, int tables, long rows) {}

  /**
   * Writes a backup into a file that only its owner may read.
   *
   * @param withKeys whether the keys go with it
   * @param overwrite whether a file of that name may be replaced; it is when the new one is whole
   * @throws FileAlreadyExistsException when there is one and it must stay
   * @throws CannotStart when the database is out of reach
   */
  public static Written write(
      Installation installation, Path file, boolean withKeys, boolean overwrite, Clock clock)
      throws IOException, CannotStart {
    if (!overwrite && Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    try {
      if (installation.database().isPresent()) {
        var database = installation.database().get();
        return write(
            new DatabaseAddress(database.url(), database.ownerUser(), database.ownerPassword()),
            installation,
            file,
            withKeys,
            clock);
      }
      if (!installation.hasPostgres()) {
        throw new CannotStart(
            "there is no database in "
                + installation.dataDirectory()
                + "; name its data directory with --data",
            null);
      }
      Optional<DatabaseAddress> running = PrivatePostgres.runningOn(installation.postgres());
      if (running.isPresent()) {
        return write(running.get(), installation, file, withKeys, clock);
      }
      try (PrivatePostgres postgres = PrivatePostgres.start(installation.postgres())) {
        return write(postgres.owner(), installation, file, withKeys, clock);
      }
    } catch (DatabaseUnavailable e) {
      throw new CannotStart(e.getMessage(), e);
    }
  }

  private static Written write(
      DatabaseAddress owner, Installation installation, Path file, boolean withKeys, Clock clock)
      throws IOException, CannotStart {
    SortedMap<String, byte[]> keys = withKeys ? keys(installation) : new TreeMap<>();
    BackupManifest[] manifest = new BackupManifest[1];
    try (Connection connection = Installation.source(owner).getConnection()) {
      OwnerOnly.<SQLException>write(
          file.toAbsolutePath(),
          out -> manifest[0] = DatabaseBackup.write(connection, keys, out, clock.instant()));
    } catch (SQLException e) {
      throw Installation.failed("the database cannot be backed up", e);
    }
    return new Written(manifest[0].at(), manifest[0].tables().size(), manifest[0].rows());
  }

  private static SortedMap<String, byte[]> keys(Installation installation) throws IOException {
    SortedMap<String, byte[]> keys = new TreeMap<>();
    for (Map.Entry<String, Path> key : installation.keyFiles().entrySet()) {
      if (Files.exists(key.getValue())) {
        keys.put(key.getKey(), Files.readAllBytes(key.getValue()));
      }
    }
    return keys;
  }
}
