package org.concordat.server.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PrivatePostgresTest {
  @TempDir static Path shared = Path.of("");
  @TempDir Path folder;
  private Path data = Path.of("");

  @BeforeAll
  static void makeOne() {
    TestServers.start(shared.resolve("data")).close();
  }

  @BeforeEach
  void chooseDirectory() {
    data = folder.resolve("a directory, möglichst frei").resolve("data");
  }

  /** A stopped server: a copy, since making one takes longer than all the rest of a test. */
  private void givenAnExistingServer() throws IOException {
    Path source = shared.resolve("data");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path copy = data.resolve(source.relativize(file).toString());
        Files.createDirectories(data.resolveSibling("."));
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void a_restart_keeps_data_port_and_passwords() throws Exception {
    DatabaseAddress before;
    try (PrivatePostgres postgres = TestServers.start(data)) {
      before = postgres.owner();
      TestServers.run(before, "CREATE TABLE t (x int)", "INSERT INTO t VALUES (42)");
    }

    try (PrivatePostgres postgres = TestServers.start(data)) {
      assertThat(postgres.owner()).isEqualTo(before);
      assertThat(TestServers.ask(before, "SELECT x FROM t")).isEqualTo("42");
    }
  }

  @Test
  void closing_leaves_no_process_and_no_server() throws Exception {
    givenAnExistingServer();
    PrivatePostgres postgres = TestServers.start(data);
    assertThat(TestServers.processesOn(data)).isNotEmpty();

    postgres.close();
    postgres.close();

    assertThat(TestServers.processesOn(data)).isEmpty();
    assertThat(data.resolve("cluster/postmaster.pid")).doesNotExist();
    assertThatThrownBy(() -> postgres.app().connect()).isInstanceOf(SQLException.class);
  }

  @Test
  void a_taken_port_is_exchanged_for_another() throws Exception {
    givenAnExistingServer();
    int port;
    try (PrivatePostgres postgres = TestServers.start(data)) {
      port = postgres.port();
    }
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
        PrivatePostgres postgres = TestServers.start(data)) {
      assertThat(postgres.port()).isNotEqualTo(taken.getLocalPort());
      assertThat(TestServers.ask(postgres.app(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void a_killed_postmaster_recovers_at_the_next_start() throws Exception {
    givenAnExistingServer();
    try (PrivatePostgres postgres = TestServers.start(data)) {
      TestServers.run(postgres.owner(), "CREATE TABLE t (x int)", "INSERT INTO t VALUES (42)");
      TestServers.kill(TestServers.postmaster(data));
    }
    assertThat(data.resolve("cluster/postmaster.pid")).exists();

    try (PrivatePostgres postgres = TestServers.start(data)) {
      assertThat(TestServers.ask(postgres.owner(), "SELECT x FROM t")).isEqualTo("42");
    }
  }

  @Test
  void a_stale_pid_file_does_not_hit_the_process_that_bears_the_number_now() throws Exception {
    givenAnExistingServer();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(
          data.resolve("cluster/postmaster.pid"),
          stranger.pid() + "\n" + data.resolve("cluster") + "\n1\n5432\n\n127.0.0.1\n");

      try (PrivatePostgres postgres = TestServers.start(data)) {
        assertThat(TestServers.ask(postgres.app(), "SELECT 1")).isEqualTo("1");
      }

      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void a_set_up_that_was_cut_short_is_finished() throws Exception {
    Files.createDirectories(data.resolve("cluster.partial"));
    Files.writeString(data.resolve("cluster.partial/PG_VERSION"), "18\n");
    Files.writeString(data.resolve("private-postgres.properties"), "format=1\n");

    try (PrivatePostgres postgres = TestServers.start(data)) {
      assertThat(TestServers.ask(postgres.app(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void a_second_start_in_the_same_jvm_is_refused_and_leaves_the_first_alone() throws Exception {
    givenAnExistingServer();
    try (PrivatePostgres postgres = TestServers.start(data)) {
      assertThatThrownBy(() -> TestServers.start(data))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());

      assertThat(TestServers.ask(postgres.app(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void data_of_another_major_version_is_refused_untouched() throws Exception {
    givenAnExistingServer();
    Files.writeString(data.resolve("cluster/PG_VERSION"), "14\n");

    assertThatThrownBy(() -> TestServers.start(data))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("PostgreSQL 14")
        .hasMessageContaining("PostgreSQL 18")
        .hasMessageContaining("concordat restore");
    assertThat(data.resolve("cluster/PG_VERSION")).hasContent("14");
  }

  @Test
  void a_directory_of_somebody_elses_files_is_refused() throws Exception {
    Files.createDirectories(data);
    Files.writeString(data.resolve("thesis.txt"), "Do not lose me.");

    assertThatThrownBy(() -> TestServers.start(data))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("not one of Concordat's")
        .hasMessageContaining("thesis.txt");
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_directory_that_others_may_write_is_refused() throws Exception {
    Files.createDirectories(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxr-x"));

    assertThatThrownBy(() -> TestServers.start(data))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("chmod 700");
  }

  @Test
  void a_password_file_that_others_may_read_is_refused() throws Exception {
    givenAnExistingServer();
    Path secret = data.resolve("secrets/concordat_app");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> TestServers.start(data))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("chmod 600");
    assertThat(TestServers.processesOn(data)).isEmpty();
  }

  @Test
  void a_server_that_does_not_start_shows_the_end_of_its_log() throws Exception {
    givenAnExistingServer();
    Files.writeString(data.resolve("cluster/local.conf"), "shared_buffers = 'a lot'\n");

    assertThatThrownBy(() -> TestServers.start(data))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("shared_buffers")
        .hasMessageContaining("a lot");

    Files.delete(data.resolve("cluster/local.conf"));
    TestServers.start(data).close();
  }

  @Test
  void a_full_disk_is_named_with_what_is_missing() {
    assertThatThrownBy(
            () -> DataDirectory.requireSpace(data, 5L << 20, DataDirectory.FREE_FOR_EXISTING))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("5 MiB are free")
        .hasMessageContaining("64 MiB");
  }

  @Test
  void passwords_reach_no_command_line_no_log_and_no_text() throws Exception {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    AtomicBoolean watching = new AtomicBoolean(true);
    Thread watcher = Thread.ofPlatform().start(() -> collectCommandLines(seen, watching));

    String texts;
    DatabaseAddress[] addresses;
    try (PrivatePostgres postgres = TestServers.start(data)) {
      addresses = new DatabaseAddress[] {postgres.owner(), postgres.app(), postgres.superuser()};
      DatabaseAddress wrong = new DatabaseAddress(addresses[1].url(), "concordat_app", "wrong");
      assertThatThrownBy(wrong::connect).isInstanceOf(SQLException.class);
      texts = postgres + " " + postgres.owner() + " " + postgres.app();
    } finally {
      watching.set(false);
      watcher.join();
    }

    assertThat(seen).anyMatch(line -> line.contains("initdb"));
    assertThat(seen).anyMatch(line -> line.contains("concordat-watchdog"));
    String logs = logs();
    assertThat(logs).contains("password authentication failed");
    for (DatabaseAddress address : addresses) {
      assertThat(address.password()).hasSizeGreaterThan(40);
      assertThat(seen).noneMatch(line -> line.contains(address.password()));
      assertThat(logs + texts).doesNotContain(address.password());
    }
  }

  private static void collectCommandLines(Set<String> seen, AtomicBoolean watching) {
    while (watching.get()) {
      ProcessHandle.allProcesses()
          .forEach(
              process -> {
                try {
                  seen.add(
                      Files.readString(
                          Path.of("/proc", String.valueOf(process.pid()), "cmdline"),
                          StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                  // It has ended in between.
                  seen.remove("");
                }
              });
    }
  }

  private String logs() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(data.resolve("log"))) {
      for (Path file : files.toList()) {
        text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }
}
