package org.concordat.server.database.postgres;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of our own: durable, reached from this machine only, with random passwords.
 *
 * <p>It is stopped by {@link #close()}, when the JVM shuts down, and, on systems with {@code
 * /bin/sh}, when the JVM is killed. What was committed survives all of these, and power cuts.
 */
public final class PrivatePostgres implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PrivatePostgres.class.getName());

  private static final int ATTEMPTS = 20;

  /**
   * How long clients may take to leave when the JVM shuts down; they shut down at the same time.
   */
  private static final Duration FAREWELL = Duration.ofSeconds(15);

  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

  private final DataDirectory directory;
  private final Postmaster postmaster;
  private final Thread hook = new Thread(this::farewell, "private-postgres-shutdown");
  private int port;
  private @Nullable Watchdog watchdog;
  private boolean closed;

  private PrivatePostgres(DataDirectory directory, Postmaster postmaster) {
    this.directory = directory;
    this.postmaster = postmaster;
  }

  /**
   * Starts the server on a directory, with its programs in the same directory.
   *
   * @param dataDirectory an empty or missing directory, or one of an earlier start
   * @throws DatabaseUnavailable when there is no way to start, saying what to do
   */
  public static PrivatePostgres start(Path dataDirectory) {
    DataDirectory directory = DataDirectory.take(dataDirectory);
    return start(directory, directory.binaries(), true);
  }

  /**
   * Starts the server on a directory, with its programs in another, which several may share.
   *
   * @param dataDirectory an empty or missing directory, or one of an earlier start
   * @param programs where programs are unpacked to; on a file system that allows them to run
   * @throws DatabaseUnavailable when there is no way to start, saying what to do
   */
  public static PrivatePostgres start(Path dataDirectory, Path programs) {
    return start(DataDirectory.take(dataDirectory), programs.toAbsolutePath(), false);
  }

  /**
   * The owner's way into the server that another Concordat runs on a directory; empty when none
   * does.
   *
   * @throws DatabaseUnavailable when one does, but has not come so far, or its files cannot be read
   */
  public static Optional<DatabaseAddress> runningOn(Path dataDirectory) {
    try {
      if (!DataDirectory.isTaken(dataDirectory)) {
        return Optional.empty();
      }
      @Nullable String port = DataDirectory.remembered(dataDirectory, "port");
      if (port == null) {
        throw new DatabaseUnavailable(
            "A Concordat is just setting up " + dataDirectory, "Try again when it is ready");
      }
      String password =
          Files.readString(DataDirectory.passwordFile(dataDirectory, Roles.OWNER)).strip();
      return Optional.of(
          new DatabaseAddress(url(Integer.parseInt(port), Roles.DATABASE), Roles.OWNER, password));
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "The data directory " + dataDirectory + " cannot be read: " + e.getMessage(),
          "Work as the user who runs Concordat",
          e);
    }
  }

  private static PrivatePostgres start(
      DataDirectory directory, Path programs, boolean ownPrograms) {
    @Nullable PrivatePostgres postgres = null;
    try {
      Binaries binaries = Binaries.unpacked(programs, Platform.current());
      if (ownPrograms) {
        binaries.removeOthers();
      }
      ServerUser user = ServerUser.of(directory.uid(), directory.log("user"));
      int version = binaries.majorVersion(directory.log("version"));
      postgres = new PrivatePostgres(directory, new Postmaster(directory, binaries, user));
      postgres.start(version);
      return postgres;
    } catch (IOException | SQLException e) {
      giveUp(directory, postgres, e);
      throw new DatabaseUnavailable(
          "PostgreSQL in " + directory + " cannot be used: " + e.getMessage(),
          "See the logs in " + directory.log(),
          e);
    } catch (RuntimeException e) {
      giveUp(directory, postgres, e);
      throw e;
    }
  }

  private static void giveUp(
      DataDirectory directory, @Nullable PrivatePostgres postgres, Exception reason) {
    try {
      if (postgres == null) {
        directory.close();
      } else {
        postgres.close();
      }
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  private void start(int version) throws IOException, SQLException {
    long begin = System.nanoTime();
    postmaster.initialise();
    postmaster.checkVersion(version);
    stopLeftOver();
    startServer();
    Runtime.getRuntime().addShutdownHook(hook);
    if (!Platform.current().isWindows()) {
      watchdog = Watchdog.over(directory, postmaster.stopCommand(Postmaster.Stop.FAST, STOP_LIMIT));
    }
    if (directory.remembered("prepared") == null) {
      prepare();
    }
    // Both sides of SCRAM prove that they know the password, so this is our server and no other.
    app().connect().close();
    LOG.log(
        Level.DEBUG,
        "PostgreSQL listens on 127.0.0.1:{0} after {1} ms, with its data in {2}",
        String.valueOf(port),
        String.valueOf(Duration.ofNanos(System.nanoTime() - begin).toMillis()),
        directory);
  }

  /**
   * Ends a server whose Concordat was killed. We do not take it over as it is: its settings and
   * programs may be older than ours, and a restart takes a fraction of a second.
   */
  private void stopLeftOver() throws IOException {
    Watchdog.awaitPrevious(directory);
    Optional<ProcessHandle> orphan = postmaster.running();
    if (orphan.isPresent()) {
      LOG.log(
          Level.DEBUG,
          "Stopping the PostgreSQL that an earlier Concordat left over, process {0}",
          String.valueOf(orphan.get().pid()));
      postmaster.stop(Postmaster.Stop.FAST);
    }
    postmaster.forgetForeignPid();
  }

  private void startServer() throws IOException {
    for (int attempt = 1; ; attempt++) {
      choosePort();
      ServerSettings.write(directory.cluster(), port);
      if (postmaster.start()) {
        return;
      }
      String said = postmaster.lastLines();
      // Somebody took the port in between, or the last processes of a killed server are ending.
      boolean passes =
          said.contains("Address already in use")
              || said.contains("pre-existing shared memory block");
      if (!passes || attempt == ATTEMPTS) {
        throw DatabaseUnavailable.quoting(
            "PostgreSQL did not start in " + directory,
            said.contains("No space left on device")
                ? "Make room on that disk, but leave every file under cluster/ alone"
                : "Mend what it names and start again; the whole log is in " + directory.log(),
            said);
      }
      Pause.brief();
    }
  }

  /** The port of last time when it is free, so that an operator may note it, or else another. */
  private void choosePort() throws IOException {
    @Nullable String last = directory.remembered("port");
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    if (last != null) {
      try (ServerSocket socket = new ServerSocket(Integer.parseInt(last), 1, loopback)) {
        port = socket.getLocalPort();
        return;
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "Port {0} is taken", last);
      }
    }
    try (ServerSocket socket = new ServerSocket(0, 1, loopback)) {
      port = socket.getLocalPort();
    }
    directory.remember("port", String.valueOf(port));
  }

  private void prepare() throws SQLException {
    try (Connection connection = superuser().connect()) {
      Roles.prepare(connection, directory.password(Roles.OWNER), directory.password(Roles.APP));
    }
    directory.remember("prepared", "true");
  }

  /** For migrations: the role that owns the database. Row-level security binds it when forced. */
  public DatabaseAddress owner() {
    return address(Roles.DATABASE, Roles.OWNER);
  }

  /** For the application: a role that may do what the owner grants, and nothing else. */
  public DatabaseAddress app() {
    return address(Roles.DATABASE, Roles.APP);
  }

  DatabaseAddress superuser() {
    return address("postgres", Roles.SUPERUSER);
  }

  private DatabaseAddress address(String database, String role) {
    return new DatabaseAddress(url(port, database), role, directory.password(role));
  }

  private static String url(int port, String database) {
    // Whoever might take the port while the server is down must not be able to ask for a password.
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/"
        + database
        + "?sslmode=disable&gssEncMode=disable&requireAuth=scram-sha-256";
  }

  /** The TCP port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /**
   * In the shutdown of the JVM: lets the clients, which are told at the same time, finish first.
   */
  private synchronized void farewell() {
    if (!closed) {
      postmaster.stop(Postmaster.Stop.SMART, FAREWELL);
      close();
    }
  }

  /**
   * Stops the server: what is not committed is rolled back, connections are cut. A second call does
   * nothing.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    // Who interrupts us wants an end, and an end without stopping the server is none.
    boolean interrupted = Thread.interrupted();
    try {
      postmaster.stop(Postmaster.Stop.FAST);
      if (watchdog != null) {
        watchdog.dismiss();
      }
    } finally {
      directory.close();
      removeHook();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "The JVM shuts down already");
    }
  }

  @Override
  public String toString() {
    return "PostgreSQL on 127.0.0.1:" + port + " in " + directory;
  }
}
