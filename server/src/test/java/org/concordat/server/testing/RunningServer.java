package org.concordat.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.concordat.server.launch.ServerApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The server as it runs in earnest, on a test database and a free port. */
public final class RunningServer {
  private static final class Shared {
    static final RunningServer SERVER = start(TestDatabase.shared());
  }

  /** All servers have the same keys, as nodes of one installation do. */
  private static final Path DATA = dataDirectory();

  private final ConfigurableApplicationContext context;

  private RunningServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** The server that tests share. */
  public static RunningServer shared() {
    return Shared.SERVER;
  }

  /** Another server, such as a second node on the same database. */
  public static RunningServer start(TestDatabase database) {
    return start(database, Map.of());
  }

  /** Another server that is told more, such as its public address. */
  public static RunningServer start(TestDatabase database, Map<String, Object> more) {
    return new RunningServer(
        new SpringApplicationBuilder(ServerApplication.class)
            .properties(more)
            .properties(
                Map.of(
                    "server.port",
                    "0",
                    "concordat.database.url",
                    database.url(),
                    "concordat.database.user",
                    TestDatabase.APPLICATION,
                    "concordat.database.password",
                    TestDatabase.PASSWORD,
                    "concordat.database.owner.user",
                    TestDatabase.OWNER,
                    "concordat.database.owner.password",
                    TestDatabase.PASSWORD,
                    "concordat.data",
                    DATA.toString()))
            .run());
  }

  private static Path dataDirectory() {
    try {
      return Files.createTempDirectory("concordat");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the keys of all servers are. */
  public static Path keys() {
    return DATA;
  }

  public URI address() {
    return URI.create(
        "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  /** A part of the server. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** All parts of the server of a type. */
  public <T> List<T> parts(Class<T> type) {
    return context.getBeanProvider(type).stream().toList();
  }

  /** A part of the server that is known by name. */
  public <T> T part(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  public void stop() {
    context.close();
  }
}
