package org.concordat.server.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server is started with.
 *
 * @param dataDirectory where the private database, keys and logs are; made when it is missing
 * @param bind the network address that is listened on; by default this machine alone
 * @param port the port, or 0 for any that is free
 * @param publicAddress how people reach the server, when a proxy stands before it; null for the
 *     address that is listened on
 * @param database the database to use, or empty for a private one in the data directory
 */
public record ServerSettings(
    Path dataDirectory,
    String bind,
    int port,
    @Nullable URI publicAddress,
    Optional<ForeignDatabase> database) {
  /** Nothing on the network reaches the server unless told otherwise. */
  public static final String LOOPBACK = "127.0.0.1";

  public static final int DEFAULT_PORT = 8080;

  public ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is a number from 0 to 65535, not " + port);
    }
    dataDirectory = dataDirectory.toAbsolutePath().normalize();
  }

  /**
   * An existing PostgreSQL.
   *
   * @param url a JDBC URL, such as {@code jdbc:postgresql://db.example/concordat}
   * @param ownerUser the role that owns the tables; may be the same
   */
  public record ForeignDatabase(
      String url, String user, String password, String ownerUser, String ownerPassword) {
    private static final String PREFIX = "CONCORDAT_DATABASE_";

    /**
     * The database that the environment names: {@code CONCORDAT_DATABASE_URL}, {@code _USER},
     * {@code _PASSWORD}, and {@code _OWNER_USER} and {@code _OWNER_PASSWORD} when another role owns
     * the tables.
     *
     * @return empty when it names none
     * @throws IllegalArgumentException when the URL is none of PostgreSQL, or there is no user
     */
    public static Optional<ForeignDatabase> of(Map<String, String> environment) {
      String url = environment.getOrDefault(PREFIX + "URL", "");
      if (url.isBlank()) {
        return Optional.empty();
      }
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new IllegalArgumentException(
            PREFIX
                + "URL is '"
                + url.replaceAll("[?].*", "?...")
                + "'; write jdbc:postgresql://HOST:PORT/DATABASE");
      }
      String user = environment.getOrDefault(PREFIX + "USER", "");
      if (user.isBlank()) {
        throw new IllegalArgumentException(
            PREFIX + "USER is missing; it names the role that the server works as");
      }
      String password = environment.getOrDefault(PREFIX + "PASSWORD", "");
      return Optional.of(
          new ForeignDatabase(
              url,
              user,
              password,
              environment.getOrDefault(PREFIX + "OWNER_USER", user),
              environment.getOrDefault(PREFIX + "OWNER_PASSWORD", password)));
    }

    @Override
    public String toString() {
      return "database of " + user;
    }
  }
}
