package org.concordat.server.database.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;

/**
 * A process of its own, to be killed: commits one row after the other and prints the number of each
 * when it is acknowledged. With a number as third argument it stops itself after so many, without
 * closing anything.
 */
final class CommitsForEver {
  private CommitsForEver() {}

  public static void main(String[] arguments) throws Exception {
    int last = arguments.length > 2 ? Integer.parseInt(arguments[2]) : Integer.MAX_VALUE;
    PrivatePostgres postgres = PrivatePostgres.start(Path.of(arguments[0]), Path.of(arguments[1]));
    TestServers.run(postgres.owner(), "CREATE TABLE IF NOT EXISTS written (n int PRIMARY KEY)");
    try (Connection connection = postgres.owner().connect();
        PreparedStatement insert = connection.prepareStatement("INSERT INTO written VALUES (?)")) {
      for (int n = 1; n <= last; n++) {
        insert.setInt(1, n);
        insert.executeUpdate();
        System.out.println(n);
      }
    }
    System.exit(0);
  }
}
