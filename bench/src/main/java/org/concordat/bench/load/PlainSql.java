package org.concordat.bench.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.workspace.Workspace;
import org.postgresql.PGConnection;

/**
 * The same pages as a program would answer them that keeps its model in PostgreSQL alone: tables by
 * ORDER BY and LIMIT, and after an edit all needs anew by a recursive query. A throw-away server
 * without durability and one client, which favours it; nothing is rendered or sent over HTTP.
 */
final class PlainSql implements AutoCloseable {
  private static final String NEEDS =
      """
      with recursive reached(asset, property, level) as (
        select asset, property, level from own
        union
        select d.onto, r.property, least(r.level, d.strength)
        from reached r join dependency d on d.asset = r.asset
      )
      insert into need select asset, property, max(level) from reached group by asset, property
      """;

  private final EmbeddedPostgres postgres;
  private final Connection connection;
  private final Random random = new Random(1);

  PlainSql(Workspace workspace) throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().setServerConfig("work_mem", "256MB").start();
    connection = postgres.getPostgresDatabase().getConnection();
    for (String sql :
        List.of(
            "create table asset(id text primary key, name text, kind text, unit text, description"
                + " text)",
            "create table dependency(asset text, onto text, strength int)",
            "create table own(asset text, property text, level int)",
            "create table need(asset text, property text, level int)")) {
      execute(sql);
    }
    copy("asset", workspace.assets(), PlainSql::row);
    copy("dependency", workspace.dependencies(), PlainSql::row);
    copy("own", workspace.impacts(), PlainSql::row);
    for (String sql :
        List.of(
            "create index on asset(name)",
            "create index on asset(kind, name)",
            "create index on dependency(asset)",
            "create index on need(asset)",
            "analyze",
            NEEDS,
            "create index on need(level desc, asset)",
            "analyze")) {
      execute(sql);
    }
  }

  private interface Row<T> {
    String of(T entry);
  }

  private static String row(Asset asset) {
    return String.join(
        "\t",
        asset.id(),
        asset.name(),
        asset.kind().name(),
        String.valueOf(asset.unit()),
        String.valueOf(asset.description()));
  }

  private static String row(Dependency dependency) {
    return dependency.from() + "\t" + dependency.on() + "\t" + 3;
  }

  private static String row(Impact impact) {
    return impact instanceof RequirementImpact(var requirement, var _, var judgement)
        ? requirement.asset() + "\t" + requirement.property() + "\t" + judgement.level().number()
        : "";
  }

  private <T> void copy(String table, List<? extends T> entries, Row<T> row)
      throws SQLException, IOException {
    StringBuilder rows = new StringBuilder();
    for (T entry : entries) {
      String line = row.of(entry);
      if (!line.isEmpty()) {
        rows.append(line).append('\n');
      }
    }
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** 50 assets by their highest need, filtered by a text, and how many there are. */
  int table() throws SQLException {
    String text = "%Claims " + random.nextInt(1000) + "%";
    rows(
        "select a.*, (select max(level) from need n where n.asset = a.id) as highest from asset a"
            + " where name ilike ? order by highest desc nulls last, a.id limit 50",
        text);
    return rows("select count(*) from asset where name ilike ?", text);
  }

  /** 50 priorities from anywhere on, with the names of their assets. */
  int priorities() throws SQLException {
    return rows(
        "select n.*, a.name from need n join asset a on a.id = n.asset order by n.level desc,"
            + " n.asset limit 50 offset "
            + 50 * random.nextInt(200));
  }

  /** An impact changes, and all needs are reckoned anew. */
  int edit() throws SQLException {
    execute("update own set level = 1 + level % 3 where asset = (select min(asset) from own)");
    execute("truncate need");
    execute(NEEDS);
    return priorities();
  }

  private int rows(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      int count = 0;
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          count++;
        }
      }
      return count;
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    postgres.close();
  }
}
