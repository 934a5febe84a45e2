package org.concordat.server.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the server when its Concordat ends, in a second JVM that is really killed. */
@Timeout(120)
class KilledProcessTest {
  @TempDir Path folder;

  private Process concordat(String... more) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CommitsForEver.class.getName(),
            folder.resolve("data").toString(),
            TestServers.PROGRAMS.toAbsolutePath().toString());
    builder.command().addAll(List.of(more));
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Reads until so many rows are acknowledged, kills, and reads the rest: the last number. */
  private static int killAfter(Process process, int rows) throws Exception {
    try (BufferedReader out = process.inputReader()) {
      String last = "0";
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        last = line;
        if (Integer.parseInt(line) == rows) {
          // By its handle: Process.destroyForcibly would close the pipe that we read.
          process.toHandle().destroyForcibly();
        }
      }
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      return Integer.parseInt(last);
    }
  }

  private long watchdog() throws IOException {
    String state = Files.readString(folder.resolve("data/private-postgres.properties"));
    return state
        .lines()
        .filter(line -> line.startsWith("watchdog.pid="))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf('=') + 1)))
        .findFirst()
        .orElseThrow();
  }

  private void assertThatRowsUpTo(int acknowledged) throws Exception {
    try (PrivatePostgres postgres = TestServers.start(folder.resolve("data"))) {
      String kept =
          TestServers.ask(
              postgres.owner(), "SELECT count(*) FROM written WHERE n <= " + acknowledged);
      assertThat(kept).isEqualTo(String.valueOf(acknowledged));
    }
    assertThat(TestServers.processesOn(folder.resolve("data"))).isEmpty();
  }

  @Test
  void a_kill_amid_commits_loses_nothing_acknowledged_and_the_watchdog_ends_the_server()
      throws Exception {
    int acknowledged = killAfter(concordat(), 200);

    assertThat(acknowledged).isGreaterThanOrEqualTo(200);
    assertThat(TestServers.endsWithin(folder.resolve("data"), Duration.ofSeconds(30))).isTrue();
    assertThatRowsUpTo(acknowledged);
  }

  @Test
  void a_start_right_after_a_kill_waits_for_the_watchdog() throws Exception {
    int acknowledged = killAfter(concordat(), 50);

    assertThatRowsUpTo(acknowledged);
  }

  @Test
  void a_server_that_nobody_watches_is_stopped_by_the_next_start() throws Exception {
    Process process = concordat();
    try (BufferedReader out = process.inputReader()) {
      out.readLine();
      TestServers.kill(watchdog());
      process.destroyForcibly();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    long orphan = TestServers.postmaster(folder.resolve("data"));
    assertThat(TestServers.processesOn(folder.resolve("data"))).contains(orphan);

    try (PrivatePostgres postgres = TestServers.start(folder.resolve("data"))) {
      assertThat(TestServers.ask(postgres.owner(), "SELECT count(*) > 0 FROM written"))
          .isEqualTo("t");
      assertThat(TestServers.postmaster(folder.resolve("data"))).isNotEqualTo(orphan);
    }
    assertThat(TestServers.processesOn(folder.resolve("data"))).isEmpty();
  }

  @Test
  void a_jvm_that_exits_without_closing_stops_the_server_first() throws Exception {
    Process process = concordat("3");

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(process.exitValue()).isZero();
    assertThat(TestServers.processesOn(folder.resolve("data"))).isEmpty();
    assertThat(ProcessHandle.of(watchdog()).flatMap(p -> p.info().command())).isEmpty();
    assertThatRowsUpTo(3);
  }

  @Test
  void a_directory_in_use_is_refused_by_the_number_of_its_user() throws Exception {
    Process process = concordat();
    try (BufferedReader out = process.inputReader()) {
      out.readLine();

      assertThatThrownBy(() -> TestServers.start(folder.resolve("data")))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("Another Concordat (process " + process.pid() + ")");
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(TestServers.endsWithin(folder.resolve("data"), Duration.ofSeconds(30))).isTrue();
  }
}
