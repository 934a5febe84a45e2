package org.concordat.server.database.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.util.PasswordUtil;

/**
 * The roles of the private server. The superuser sets up and stops there; the owner migrates; the
 * application reads and writes what the owner granted it, and cannot get around row-level security.
 */
final class Roles {
  static final String SUPERUSER = "postgres";
  static final String OWNER = "concordat_owner";
  static final String APP = "concordat_app";
  static final String DATABASE = "concordat";

  private static final String ORDINARY =
      " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD ";

  private final Connection connection;

  private Roles(Connection connection) {
    this.connection = connection;
  }

  /**
   * Creates roles and database where they are missing, so that a set-up that was cut short is
   * finished by the next start.
   *
   * @param connection the superuser's
   */
  static void prepare(Connection connection, String ownerPassword, String appPassword)
      throws SQLException {
    Roles roles = new Roles(connection);
    roles.ordinary(OWNER, ownerPassword);
    roles.ordinary(APP, appPassword);
    if (!roles.exists("SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
      roles.run("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
    }
    roles.run("REVOKE ALL ON DATABASE postgres, template1, " + DATABASE + " FROM PUBLIC");
    roles.run("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + APP);
  }

  private void ordinary(String role, String password) throws SQLException {
    // The server gets the verifier, so that no log can come to hold the password.
    String verifier = PasswordUtil.encodeScramSha256(password.toCharArray());
    boolean exists = exists("SELECT 1 FROM pg_roles WHERE rolname = ?", role);
    run((exists ? "ALTER ROLE " : "CREATE ROLE ") + role + ORDINARY + "'" + verifier + "'");
  }

  private boolean exists(String query, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
