package org.concordat.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * The reference of the database way: needs by weakest link and maximum as one recursive query of
 * PostgreSQL. The server is a throw-away one without durability, which favours it.
 */
final class DatabaseQuery implements AutoCloseable {
  private static final String NEEDS =
      """
      with recursive need(requirement, level) as (
        select requirement, level from own
        union
        select d.onto * 3 + n.requirement % 3, least(n.level, d.strength)
        from need n join dependency d on d.asset = n.requirement / 3
      )
      select requirement, max(level) from need group by requirement
      """;

  private final EmbeddedPostgres postgres;
  private final Connection connection;
  private final int requirements;

  DatabaseQuery(EstateData data) throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().setServerConfig("work_mem", "512MB").start();
    connection = postgres.getPostgresDatabase().getConnection();
    requirements = data.factor.length;
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table own(requirement int primary key, level int not null)");
      statement.execute(
          "create table dependency(asset int not null, onto int not null, strength int not null)");
      copy("own", own(data));
      copy("dependency", dependencies(data));
      statement.execute("create index on dependency(asset)");
      statement.execute("analyze");
    }
  }

  private static String own(EstateData data) {
    StringBuilder rows = new StringBuilder();
    int[] own = data.ownLevels();
    for (int r = 0; r < own.length; r++) {
      if (own[r] > 0) {
        rows.append(r).append('\t').append(own[r]).append('\n');
      }
    }
    return rows.toString();
  }

  private static String dependencies(EstateData data) {
    StringBuilder rows = new StringBuilder();
    for (int e = 0; e < data.from.length; e++) {
      rows.append(data.from[e]).append('\t');
      rows.append(data.on[e]).append('\t');
      rows.append(data.strength[e]).append('\n');
    }
    return rows.toString();
  }

  private void copy(String table, String rows) throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + table + " from stdin", new StringReader(rows));
  }

  /** By requirement: the level of its need. */
  int[] needs() throws SQLException {
    int[] held = new int[requirements];
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(NEEDS)) {
      while (rows.next()) {
        held[rows.getInt(1)] = rows.getInt(2);
      }
    }
    return held;
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    postgres.close();
  }
}
