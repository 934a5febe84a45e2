package org.concordat.server.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.backup.BackupFile;
import org.concordat.server.database.backup.BackupManifest;
import org.concordat.server.database.backup.BackupManifest.KeyPart;
import org.concordat.server.database.backup.DatabaseRestore;
import org.concordat.server.database.postgres.DatabaseAddress;
import org.concordat.server.database.postgres.DatabaseUnavailable;
import org.concordat.server.database.postgres.OwnerOnly;
import org.concordat.server.database.postgres.PrivatePostgres;
import org.concordat.server.trail.seal.SealKey;
import org.concordat.server.trail.seal.TrailVerification;
import org.concordat.server.trail.seal.TrailVerification.Expectation;
import org.concordat.server.trail.sealing.TrailExports;
import org.concordat.server.trail.sealing.TrailSealer;
import org.concordat.server.workspace.Organisations;
import org.concordat.server.workspace.Organisations.Listed;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings a backup into an installation that has no data yet. The whole file is checked before
 * anything is touched; when something fails afterwards, what was made is removed again.
 */
public final class Restore {
  private Restore() {}

  /**
   * What was restored.
   *
   * @param trails what checking the trail of each organisation showed, by its name; empty without
   *     the key that sealed them
   */
  public record Restored(int tables, long rows, List<CheckedTrail> trails) {
    /** What was restored. */
    public Restored {
      trails = List.copyOf(trails);
    }
  }

  /** The trail of an organisation, checked against its seals. */
  public record CheckedTrail(String organisation, TrailVerification verification) {}

  /**
   * Restores a backup.
   *
   * @throws InvalidInput when the file is no whole backup, or the installation holds data or other
   *     keys already
   * @throws CannotStart when the database is out of reach or refuses
   */
  public static Restored run(Installation installation, Path file)
      throws InvalidInput, IOException, CannotStart {
    try (BackupFile backup = BackupFile.open(file)) {
      Map<Path, byte[]> keys = newKeys(installation, backup);
      if (installation.database().isPresent()) {
        var database = installation.database().get();
        return restore(
            new DatabaseAddress(database.url(), database.ownerUser(), database.ownerPassword()),
            new DatabaseAddress(database.url(), database.user(), database.password()),
            installation,
            backup,
            keys);
      }
      OwnerOnly.createFolders(installation.dataDirectory());
      try (PrivatePostgres postgres = PrivatePostgres.start(installation.postgres())) {
        return restore(postgres.owner(), postgres.app(), installation, backup, keys);
      }
    } catch (DatabaseUnavailable e) {
      throw new CannotStart(e.getMessage(), e);
    } catch (SQLException e) {
      throw Installation.failed("the backup cannot be restored", e);
    }
  }

  /** The keys that are not there yet; one that is there and differs is never overwritten. */
  private static Map<Path, byte[]> newKeys(Installation installation, BackupFile backup)
      throws IOException, InvalidInput {
    Map<Path, byte[]> keys = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (KeyPart key : backup.manifest().keys()) {
      @Nullable Path place = installation.keyFiles().get(key.name());
      if (place == null) {
        findings.add(
            Finding.error(
                Place.ofKey(key.name()),
                "this Concordat knows no such key",
                "restore with the version that made the backup, or a newer one"));
      } else if (!Files.exists(place)) {
        keys.put(place, backup.read(key));
      } else if (!Arrays.equals(Files.readAllBytes(place), backup.read(key))) {
        findings.add(
            Finding.error(
                Place.of(place.toString()),
                "is another key than the one in the backup",
                "move it away, or restore into another --data"));
      }
    }
    if (!findings.isEmpty()) {
      throw new InvalidInput(findings);
    }
    return keys;
  }

  private static Restored restore(
      DatabaseAddress owner,
      DatabaseAddress application,
      Installation installation,
      BackupFile backup,
      Map<Path, byte[]> keys)
      throws InvalidInput, IOException, SQLException {
    List<Path> written = new ArrayList<>();
    boolean done = false;
    try {
      for (Map.Entry<Path, byte[]> key : keys.entrySet()) {
        Path place = key.getKey().toAbsolutePath();
        written.add(place);
        OwnerOnly.<IOException>write(place, out -> out.write(key.getValue()));
      }
      DatabaseRestore.restore(Installation.source(owner), application.user(), backup);
      done = true;
    } finally {
      if (!done) {
        for (Path key : written) {
          Files.deleteIfExists(key);
        }
      }
    }
    BackupManifest manifest = backup.manifest();
    return new Restored(
        manifest.tables().size(), manifest.rows(), check(application, installation, backup));
  }

  private static List<CheckedTrail> check(
      DatabaseAddress application, Installation installation, BackupFile backup)
      throws IOException, InvalidInput {
    @Nullable Path keyFile = installation.keyFiles().get(Installation.TRAIL_KEY);
    boolean hasKey =
        backup.manifest().keys().stream().anyMatch(k -> k.name().equals(Installation.TRAIL_KEY));
    if (keyFile == null || !(hasKey || Files.exists(keyFile))) {
      return List.of();
    }
    SealKey key = SealKey.read(keyFile);
    PGSimpleDataSource source = Installation.source(application);
    TenantTransactions transactions = new TenantTransactions(source);
    Organisations organisations = new Organisations(transactions);
    TrailExports exports =
        new TrailExports(
            transactions,
            organisations,
            new TrailSealer(transactions, key, Clock.systemUTC()),
            Clock.systemUTC());
    List<CheckedTrail> checked = new ArrayList<>();
    Path folder = Files.createTempDirectory(installation.dataDirectory(), "restored");
    try {
      Path export = folder.resolve("export.ndjson");
      for (Listed organisation : organisations.all()) {
        OwnerOnly.<IOException>write(export, out -> exports.write(organisation.id(), out));
        checked.add(
            new CheckedTrail(
                organisation.name(),
                TrailVerification.verify(export, Expectation.of(key.publicKey()))));
      }
    } finally {
      Files.deleteIfExists(folder.resolve("export.ndjson"));
      Files.deleteIfExists(folder);
    }
    return checked;
  }
}
