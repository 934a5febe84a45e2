package org.concordat.server.database.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Place;

/** Whether a PostgreSQL that somebody else runs can hold Concordat's data. */
public final class PostgresRequirements {
  /** The oldest major version that every statement of ours runs on. */
  public static final int OLDEST_VERSION = 15;

  private static final String QUERY =
      """
      SELECT current_setting('server_version_num')::int / 10000 AS major,
             current_setting('server_version') AS version,
             pg_encoding_to_char(d.encoding) AS encoding,
             d.datname, r.rolname, r.rolsuper, r.rolbypassrls,
             (SELECT min(o.rolname) FROM pg_roles o
              WHERE (o.rolsuper OR o.rolbypassrls) AND pg_has_role(r.oid, o.oid, 'MEMBER')
             ) AS stronger,
             current_setting('fsync') = 'on' AS fsync,
             current_setting('full_page_writes') = 'on' AS full_page_writes,
             current_setting('synchronous_commit') AS synchronous_commit
      FROM pg_database d, pg_roles r
      WHERE d.datname = current_database() AND r.rolname = current_user
      """;

  private PostgresRequirements() {}

  /**
   * Looks at the server, the database and the role of a connection.
   *
   * @param connection as the role that the application will work as; it is left open
   * @return everything that stands in the way (errors) or puts data at risk (warnings), each with
   *     its remedy; empty when all is well
   * @throws SQLException when the questions cannot be asked
   */
  public static List<Finding> check(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      if (!row.next()) {
        throw new SQLException("The server does not know its own database and role");
      }
      List<Finding> findings = new ArrayList<>();
      checkServer(row, findings);
      checkRole(row, findings);
      checkDurability(row, findings);
      return List.copyOf(findings);
    }
  }

  private static void checkServer(ResultSet row, List<Finding> findings) throws SQLException {
    if (row.getInt("major") < OLDEST_VERSION) {
      findings.add(
          Finding.error(
              Place.ofKey("server_version"),
              "the server is PostgreSQL " + row.getString("version"),
              "Concordat needs version " + OLDEST_VERSION + " or later"));
    }
    if (!row.getString("encoding").equals("UTF8")) {
      findings.add(
          Finding.error(
              Place.ofKey("encoding"),
              "the database "
                  + row.getString("datname")
                  + " is encoded in "
                  + row.getString("encoding"),
              "create it with ENCODING 'UTF8' TEMPLATE template0"));
    }
  }

  private static void checkRole(ResultSet row, List<Finding> findings) throws SQLException {
    String role = row.getString("rolname");
    if (row.getBoolean("rolsuper")) {
      findings.add(
          Finding.error(
              Place.ofKey("role"),
              "the role " + role + " is a superuser, whom row-level security does not bind",
              "use another role, or ALTER ROLE " + role + " NOSUPERUSER NOBYPASSRLS"));
    } else if (row.getBoolean("rolbypassrls")) {
      findings.add(
          Finding.error(
              Place.ofKey("role"),
              "the role " + role + " may bypass row-level security",
              "ALTER ROLE " + role + " NOBYPASSRLS"));
    } else if (row.getString("stronger") != null) {
      String stronger = row.getString("stronger");
      findings.add(
          Finding.error(
              Place.ofKey("role"),
              "the role " + role + " may become " + stronger + ", who bypasses row-level security",
              "REVOKE " + stronger + " FROM " + role));
    }
  }

  private static void checkDurability(ResultSet row, List<Finding> findings) throws SQLException {
    for (String setting : List.of("fsync", "full_page_writes")) {
      if (!row.getBoolean(setting)) {
        findings.add(
            Finding.warning(
                Place.ofKey(setting),
                "is off, so a power cut may destroy the database",
                "switch it on in postgresql.conf"));
      }
    }
    if (row.getString("synchronous_commit").equals("off")) {
      findings.add(
          Finding.warning(
              Place.ofKey("synchronous_commit"),
              "is off, so a crash may lose changes that were confirmed to their authors",
              "switch it on, for this role at least"));
    }
  }
}
