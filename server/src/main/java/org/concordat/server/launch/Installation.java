package org.concordat.server.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concordat.server.database.Migrations;
import org.concordat.server.database.postgres.DatabaseAddress;
import org.concordat.server.launch.ServerSettings.ForeignDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the data of a Concordat is, whether it runs or not.
 *
 * @param dataDirectory where the private database, keys and logs are
 * @param database the database that it uses, or empty for the private one
 * @param keyFiles where each key is, by the name that it has in the data directory
 */
public record Installation(
    Path dataDirectory, Optional<ForeignDatabase> database, SortedMap<String, Path> keyFiles) {
  /** The key that seals the trail; so it is named in the data directory. */
  static final String TRAIL_KEY = "trail-key.pem";

  /** The key that encrypts secrets that are read again. */
  static final String SECRETS_KEY = "secrets-key.txt";

  /** What names another place of a key; as a system property, with points and in small letters. */
  private static final Map<String, String> VARIABLES =
      Map.of(TRAIL_KEY, "CONCORDAT_TRAIL_KEY", SECRETS_KEY, "CONCORDAT_SECRETS_KEY");

  /** An installation with a whole path. */
  public Installation {
    dataDirectory = dataDirectory.toAbsolutePath().normalize();
    keyFiles = new TreeMap<>(keyFiles);
  }

  /**
   * The installation in a data directory, with the database and the key files that the environment
   * names.
   *
   * @throws IllegalArgumentException when the environment names a database that is none
   */
  public static Installation of(Path dataDirectory, Map<String, String> environment) {
    SortedMap<String, Path> keys = new TreeMap<>();
    VARIABLES.forEach(
        (name, variable) -> {
          String property = variable.toLowerCase(Locale.ROOT).replace('_', '.');
          String told = environment.getOrDefault(variable, System.getProperty(property, ""));
          keys.put(name, told.isBlank() ? dataDirectory.resolve(name) : Path.of(told));
        });
    return new Installation(dataDirectory, ForeignDatabase.of(environment), keys);
  }

  /** Where the private database is. */
  Path postgres() {
    return dataDirectory.resolve("postgres");
  }

  /** Whether there is a private database. */
  boolean hasPostgres() {
    return Files.isDirectory(postgres());
  }

  /** The keys that are not there. */
  public List<Path> missingKeys() {
    return keyFiles.values().stream().filter(file -> !Files.exists(file)).toList();
  }

  static PGSimpleDataSource source(DatabaseAddress address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.url());
    source.setUser(address.user());
    source.setPassword(address.password());
    source.setCurrentSchema(Migrations.SCHEMA);
    return source;
  }

  static CannotStart failed(String doing, SQLException e) {
    return new CannotStart(doing + ": " + e.getMessage(), e);
  }
}
