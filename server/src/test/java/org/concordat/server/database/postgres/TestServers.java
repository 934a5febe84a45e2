package org.concordat.server.database.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the tests of real servers share: programs that are unpacked once, and short questions. */
final class TestServers {
  static final Path PROGRAMS = Path.of("target", "postgres-programs");

  private TestServers() {}

  static PrivatePostgres start(Path data) {
    return PrivatePostgres.start(data, PROGRAMS);
  }

  static void run(DatabaseAddress address, String... statements) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  static String ask(DatabaseAddress address, String query) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** The server processes that work on a data directory; postgres works in its cluster. */
  static List<Long> processesOn(Path data) throws IOException {
    Path cluster = data.toRealPath().resolve("cluster");
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all.filter(p -> String.valueOf(p.getFileName()).matches("\\d+"))
          .filter(p -> worksIn(p, cluster))
          .map(p -> Long.parseLong(String.valueOf(p.getFileName())))
          .toList();
    }
  }

  private static boolean worksIn(Path process, Path cluster) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster);
    } catch (IOException e) {
      return false;
    }
  }

  static long postmaster(Path data) throws IOException {
    return Long.parseLong(
        Files.readAllLines(data.resolve("cluster/postmaster.pid")).getFirst().strip());
  }

  static void kill(long pid) {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** Waits until no server works on the directory; false when one still does after the limit. */
  static boolean endsWithin(Path data, Duration limit) throws Exception {
    long end = System.nanoTime() + limit.toNanos();
    while (!processesOn(data).isEmpty()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(50);
    }
    return true;
  }
}
