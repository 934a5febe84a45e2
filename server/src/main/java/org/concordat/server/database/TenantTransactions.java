package org.concordat.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The one way to the database: a transaction sees and writes the rows of one tenant, and a writing
 * one says who writes and why. The database enforces both; outside such a transaction it shows rows
 * of no organisation and refuses to write to tables with a trail.
 */
public final class TenantTransactions {
  /** The tenant of rows that belong to no organisation, such as the list of organisations. */
  public static final UUID NO_TENANT = new UUID(0, 0);

  private static final String BIND =
      "select set_config('app.tenant', ?, true), set_config('app.actor', ?, true),"
          + " set_config('app.request', ?, true), set_config('app.change', ?, true),"
          + " set_config('app.reason', ?, true)";

  /**
   * Goes to the database together with what follows; asking the connection for it takes two more
   * turns, for it has to be taken back afterwards.
   */
  private static final String AT_ONCE = "set transaction isolation level repeatable read; ";

  private static final Settings SETTINGS =
      new Settings().withExecuteLogging(false).withRenderSchema(false);

  private final DataSource dataSource;

  /**
   * Transactions on a database.
   *
   * @param dataSource connections as a role that cannot bypass row-level security
   */
  public TenantTransactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Reads rows of a tenant; each statement sees what is there when it begins.
   *
   * @throws DataAccessException when the database refuses, or the work tries to write
   */
  public <T extends @Nullable Object> T read(UUID tenant, Function<DSLContext, T> work) {
    return run(tenant, null, BIND, work);
  }

  /**
   * Reads rows of a tenant, all statements as of one moment; for answers that many rows must agree
   * in.
   *
   * @throws DataAccessException when the database refuses, or the work tries to write
   */
  public <T extends @Nullable Object> T readAtOnce(UUID tenant, Function<DSLContext, T> work) {
    return run(tenant, null, AT_ONCE + BIND, work);
  }

  /**
   * Reads and writes rows of a tenant; all of it is kept, or nothing when the work throws.
   *
   * @throws DataAccessException when the database refuses
   */
  public <T extends @Nullable Object> T write(
      UUID tenant, Attribution attribution, Function<DSLContext, T> work) {
    return run(tenant, attribution, BIND, work);
  }

  private <T extends @Nullable Object> T run(
      UUID tenant, @Nullable Attribution attribution, String begin, Function<DSLContext, T> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(attribution == null);
      boolean done = false;
      try {
        bind(connection, begin, tenant, attribution);
        T result = work.apply(DSL.using(connection, SQLDialect.POSTGRES, SETTINGS));
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw new DataAccessException("the database is out of reach: " + e.getMessage(), e);
    }
  }

  private static void bind(
      Connection connection, String begin, UUID tenant, @Nullable Attribution attribution)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(begin)) {
      statement.setString(1, tenant.toString());
      statement.setString(2, attribution == null ? "" : attribution.actor());
      statement.setString(3, attribution == null ? "" : orNothing(attribution.request()));
      statement.setString(4, attribution == null ? "" : attribution.change().toString());
      statement.setString(5, attribution == null ? "" : orNothing(attribution.reason()));
      statement.execute();
    }
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }
}
