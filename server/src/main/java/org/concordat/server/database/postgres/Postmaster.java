package org.concordat.server.database.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The server process of one data directory: started, found, and ended by its number. */
final class Postmaster {
  /** Replaying 512 MB of log on a slow disk takes less than half of this. */
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
  private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);
  private static final int LOG_LINES = 12;

  private final DataDirectory directory;
  private final Binaries binaries;
  private final ServerUser user;

  Postmaster(DataDirectory directory, Binaries binaries, ServerUser user) {
    this.directory = directory;
    this.binaries = binaries;
    this.user = user;
  }

  /** How {@code pg_ctl stop} asks the server to end. */
  enum Stop {
    /** When the last client has left. */
    SMART,
    /** Now, rolling back what is not committed, with a clean shutdown. */
    FAST,
    /** Now, without a shutdown; the next start recovers. */
    IMMEDIATE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Creates the cluster where there is none; one that was cut short is begun anew. */
  void initialise() throws IOException {
    Path cluster = directory.cluster();
    if (Files.exists(cluster)) {
      return;
    }
    Path partial = cluster.resolveSibling("cluster.partial");
    Binaries.delete(partial);
    directory.password(Roles.SUPERUSER);
    // The built-in provider sorts by code point, alike on every system and for ever: an index
    // outlives an upgrade of the C library, which the collations of libc and ICU do not.
    Command initdb =
        Command.run(
            user.command(
                binaries.program("initdb"),
                "--pgdata=" + partial,
                "--username=" + Roles.SUPERUSER,
                "--pwfile=" + directory.passwordFile(Roles.SUPERUSER),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions"),
            directory.log("initdb"),
            INITDB_LIMIT);
    if (!initdb.succeeded()) {
      throw DatabaseUnavailable.quoting(
          "PostgreSQL could not create its files in " + directory,
          "Mend what it names and start again",
          lines(initdb.output()));
    }
    OwnerOnly.move(partial, cluster);
  }

  /**
   * Refuses a cluster that these programs cannot read.
   *
   * @param ours their major version
   * @throws DatabaseUnavailable when another major version wrote it
   */
  void checkVersion(int ours) throws IOException {
    String theirs = Files.readString(directory.cluster().resolve("PG_VERSION")).strip();
    if (!theirs.equals(String.valueOf(ours))) {
      throw new DatabaseUnavailable(
          "The data in "
              + directory.cluster()
              + " is PostgreSQL "
              + theirs
              + "'s, and this Concordat brings PostgreSQL "
              + ours
              + ", which cannot read it. Nothing was changed",
          "To move it: write it into a file by `concordat backup` of the Concordat that wrote it,"
              + " and bring that into a new directory by `concordat restore` of this one; or go on"
              + " with the older Concordat");
    }
  }

  /** The server that runs on our files, if one does. */
  Optional<ProcessHandle> running() throws IOException {
    return recorded().filter(this::isOurs);
  }

  /**
   * Removes a {@code postmaster.pid} whose number another program bears by now, as happens when a
   * container or machine starts again. PostgreSQL would refuse to start; where the number is
   * nobody's it sees by itself that the file is stale.
   */
  void forgetForeignPid() throws IOException {
    Optional<ProcessHandle> process = recorded();
    if (process.isPresent() && !isOurs(process.get())) {
      Files.deleteIfExists(pidFile());
    }
  }

  private Path pidFile() {
    return directory.cluster().resolve("postmaster.pid");
  }

  /** The living process whose number stands in {@code postmaster.pid}, whatever it is. */
  private Optional<ProcessHandle> recorded() throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(pidFile(), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(ProcessHandle::isAlive);
  }

  /**
   * Where we cannot tell we say no: a stranger must not be stopped, and PostgreSQL's own guard, the
   * shared memory of the cluster, keeps two servers from the same files.
   */
  private boolean isOurs(ProcessHandle process) {
    if (!Files.exists(Path.of("/proc/self"))) {
      return process.info().command().filter(c -> c.contains("postgres")).isPresent();
    }
    Path proc = Path.of("/proc", String.valueOf(process.pid()));
    try {
      // A server works in its data directory, and nobody else does.
      return proc.resolve("cwd").toRealPath().equals(directory.cluster().toRealPath())
          && Files.readString(proc.resolve("comm")).startsWith("postgres");
    } catch (IOException e) {
      return false;
    }
  }

  /** Starts the server and waits until it takes connections; false says why in the log. */
  boolean start() throws IOException {
    Path log = directory.log("start");
    Files.deleteIfExists(log);
    Command start =
        Command.run(
            user.command(
                binaries.program("pg_ctl"),
                "start",
                "--pgdata=" + directory.cluster(),
                "--log=" + log,
                "--wait",
                "--timeout=" + START_LIMIT.toSeconds(),
                "--silent"),
            directory.log("pg_ctl"),
            START_LIMIT.plusSeconds(10));
    if (!start.succeeded()) {
      stop(Stop.FAST);
    }
    return start.succeeded();
  }

  /**
   * Ends the server, by harder means when it does not hear.
   *
   * @throws DatabaseUnavailable when nothing helps
   */
  void stop(Stop mode) {
    try {
      if (running().isEmpty() || stop(mode, STOP_LIMIT)) {
        return;
      }
      if (stop(Stop.IMMEDIATE, KILL_LIMIT)) {
        return;
      }
      Optional<ProcessHandle> left = running();
      left.ifPresent(ProcessHandle::destroyForcibly);
      if (left.isPresent()) {
        throw new DatabaseUnavailable(
            "PostgreSQL (process " + left.get().pid() + ") did not stop and was killed",
            "Nothing that was committed is lost; the next start recovers");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the server to end; whether it did within the limit. */
  boolean stop(Stop mode, Duration limit) {
    return Command.run(stopCommand(mode, limit), directory.log("pg_ctl"), limit.plusSeconds(10))
        .succeeded();
  }

  List<String> stopCommand(Stop mode, Duration limit) {
    return user.command(
        binaries.program("pg_ctl"),
        "stop",
        "--pgdata=" + directory.cluster(),
        "--mode=" + mode.word(),
        "--wait",
        "--timeout=" + limit.toSeconds(),
        "--silent");
  }

  /** What the server said last: until it opens its own log, and after that. */
  String lastLines() {
    StringBuilder text = new StringBuilder(read(directory.log("start")));
    try (Stream<Path> logs = Files.list(directory.log())) {
      logs.filter(p -> String.valueOf(p.getFileName()).startsWith("server-"))
          .max(Comparator.comparingLong(p -> p.toFile().lastModified()))
          .ifPresent(p -> text.append(read(p)));
    } catch (IOException e) {
      text.append(e.getMessage());
    }
    return lines(text.toString());
  }

  private static String read(Path log) {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private static String lines(String text) {
    List<String> all = text.lines().filter(line -> !line.isBlank()).toList();
    return "  " + String.join("\n  ", all.subList(Math.max(0, all.size() - LOG_LINES), all.size()));
  }
}
