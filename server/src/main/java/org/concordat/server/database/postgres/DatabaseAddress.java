package org.concordat.server.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;

/**
 * Where a database is and as whom to enter it.
 *
 * @param url a JDBC URL, without user and password
 * @param user the role
 * @param password its password; not part of {@link #toString()}
 */
public record DatabaseAddress(String url, String user, String password) {
  private static final int LOGIN_SECONDS = 10;

  public DatabaseAddress {
    Objects.requireNonNull(url);
    Objects.requireNonNull(user);
    Objects.requireNonNull(password);
  }

  /**
   * A new connection.
   *
   * @throws SQLException when there is none within ten seconds
   */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("loginTimeout", String.valueOf(LOGIN_SECONDS));
    Connection connection = new org.postgresql.Driver().connect(url, properties);
    if (connection == null) {
      throw new SQLException("Not a JDBC URL of PostgreSQL: " + url);
    }
    return connection;
  }

  @Override
  public String toString() {
    return user + " at " + url;
  }
}
