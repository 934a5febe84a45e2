package org.concordat.server.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.database.postgres.DatabaseAddress;
import org.concordat.server.database.postgres.DatabaseUnavailable;
import org.concordat.server.database.postgres.PostgresRequirements;
import org.concordat.server.database.postgres.PrivatePostgres;
import org.concordat.server.workspace.WarmUp;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;

/** A server that runs: its database, if that is its own, and its application. */
public final class RunningConcordat implements AutoCloseable {
  private static final String LOG = "logs/concordat.log";

  /** So often is each page looked at in a training. */
  private static final int TRAINING_ROUNDS = 30;

  private final @Nullable PrivatePostgres postgres;
  private final ConfigurableApplicationContext application;
  private final URI address;
  private final Path dataDirectory;
  private List<String> links = List.of();
  private final CountDownLatch stopped = new CountDownLatch(1);

  private RunningConcordat(
      @Nullable PrivatePostgres postgres,
      ConfigurableApplicationContext application,
      URI address,
      Path dataDirectory) {
    this.postgres = postgres;
    this.application = application;
    this.address = address;
    this.dataDirectory = dataDirectory;
    application.addApplicationListener(
        event -> {
          if (event instanceof ContextClosedEvent) {
            stopped.countDown();
          }
        });
  }

  /**
   * Starts a server: its private database unless another is named, the migrations, the application.
   *
   * @param first what the first organisation begins with; nothing when empty
   * @throws CannotStart when it cannot, saying what to do
   */
  public static RunningConcordat start(ServerSettings settings, Optional<Workspace> first)
      throws CannotStart {
    prepare(settings.dataDirectory());
    @Nullable PrivatePostgres postgres = null;
    boolean started = false;
    try {
      Map<String, Object> properties = new HashMap<>();
      if (settings.database().isPresent()) {
        put(properties, settings.database().get());
      } else {
        postgres = PrivatePostgres.start(settings.dataDirectory().resolve("postgres"));
        put(properties, postgres.app(), postgres.owner());
      }
      RunningConcordat running = run(settings, properties, postgres);
      running.prepare(first);
      running.application.getBean(WarmUp.class).begin();
      started = true;
      return running;
    } catch (DatabaseUnavailable e) {
      throw new CannotStart(e.getMessage(), e);
    } finally {
      if (!started && postgres != null) {
        postgres.close();
      }
    }
  }

  private void prepare(Optional<Workspace> first) throws CannotStart {
    boolean prepared = false;
    try {
      links = application.getBean(FirstStart.class).prepare(first);
      prepared = true;
    } catch (InvalidInput e) {
      throw new CannotStart(told(e.findings()), e);
    } finally {
      if (!prepared) {
        application.close();
      }
    }
  }

  private static String told(List<Finding> findings) {
    return findings.stream().map(Finding::message).collect(Collectors.joining("\n"));
  }

  private static void prepare(Path directory) throws CannotStart {
    try {
      if (!Files.isDirectory(directory)) {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path parent = directory.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        if (posix) {
          Files.createDirectory(
              directory,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
          Files.createDirectory(directory);
        }
      }
    } catch (IOException e) {
      throw new CannotStart(
          "cannot make the data directory "
              + directory
              + ": "
              + e.getMessage()
              + "; name another with --data",
          e);
    }
  }

  private static void put(Map<String, Object> properties, ServerSettings.ForeignDatabase database)
      throws CannotStart {
    DatabaseAddress application =
        new DatabaseAddress(database.url(), database.user(), database.password());
    DatabaseAddress owner =
        new DatabaseAddress(database.url(), database.ownerUser(), database.ownerPassword());
    try (Connection connection = application.connect()) {
      List<Finding> findings = PostgresRequirements.check(connection);
      if (!findings.isEmpty()) {
        throw new CannotStart(told(findings), null);
      }
    } catch (SQLException e) {
      throw new CannotStart(
          "cannot reach the database of CONCORDAT_DATABASE_URL: " + e.getMessage(), e);
    }
    put(properties, application, owner);
  }

  private static void put(
      Map<String, Object> properties, DatabaseAddress application, DatabaseAddress owner) {
    properties.put("concordat.database.url", application.url());
    properties.put("concordat.database.user", application.user());
    properties.put("concordat.database.password", application.password());
    properties.put("concordat.database.owner.user", owner.user());
    properties.put("concordat.database.owner.password", owner.password());
  }

  private static RunningConcordat run(
      ServerSettings settings, Map<String, Object> properties, @Nullable PrivatePostgres postgres)
      throws CannotStart {
    properties.put("concordat.data", settings.dataDirectory().toString());
    Optional.ofNullable(settings.publicAddress())
        .ifPresent(uri -> properties.put("concordat.address", uri.toString()));
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    ConfigurableApplicationContext application;
    try {
      application =
          new SpringApplicationBuilder(ServerApplication.class)
              .web(WebApplicationType.SERVLET)
              .initializers(
                  context ->
                      context
                          .getEnvironment()
                          .getPropertySources()
                          .addFirst(new MapPropertySource("launch", properties)))
              .run(
                  "--server.address=" + settings.bind(),
                  "--server.port=" + settings.port(),
                  "--logging.file.name=" + settings.dataDirectory().resolve(LOG),
                  "--logging.threshold.console=ERROR");
    } catch (RuntimeException e) {
      throw cannotStart(e, settings);
    }
    URI address =
        settings.publicAddress() != null
            ? settings.publicAddress()
            : URI.create(
                "http://"
                    + (settings.bind().equals(ServerSettings.LOOPBACK)
                        ? "localhost"
                        : settings.bind())
                    + ":"
                    + application.getEnvironment().getRequiredProperty("local.server.port"));
    return new RunningConcordat(postgres, application, address, settings.dataDirectory());
  }

  private static CannotStart cannotStart(RuntimeException e, ServerSettings settings) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException taken) {
        return new CannotStart(
            "port "
                + taken.getPort()
                + " is in use; name another with --port, or stop the program that has it",
            e);
      }
    }
    return new CannotStart(
        "the server did not start: "
            + e.getMessage()
            + "; the log in "
            + settings.dataDirectory().resolve(LOG)
            + " tells more",
        e);
  }

  /** Where people reach it. */
  public URI address() {
    return address;
  }

  public Path dataDirectory() {
    return dataDirectory;
  }

  /** One-time links that make the first administrator of an organisation that has none. */
  public List<URI> administratorLinks() {
    return links.stream().map(address::resolve).toList();
  }

  /**
   * Uses the server for a while as its first administrator, so that Java learns what it needs. For
   * a server that nobody else uses.
   *
   * @throws IOException when it does not answer as it should
   */
  public void train() throws IOException, InterruptedException {
    try (TrainingWalk walk = new TrainingWalk(address)) {
      walk.walk(administratorLinks().stream().findFirst(), TRAINING_ROUNDS);
    }
  }

  /** Waits until the server is stopped, by a signal to the process or by {@link #close()}. */
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /** Stops the application and then its database; requests under way may end. */
  @Override
  public void close() {
    application.close();
    if (postgres != null) {
      postgres.close();
    }
  }
}
