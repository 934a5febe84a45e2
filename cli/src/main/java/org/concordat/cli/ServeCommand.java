package org.concordat.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.launch.RunningConcordat;
import org.concordat.server.launch.ShippedExample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the server until it is stopped. */
@Command(
    name = "serve",
    sortOptions = false,
    header = "Run the server: pages, API and a database of its own.",
    description = {
      "",
      "Starts a private PostgreSQL in the data directory and the server beside it, and keeps"
          + " running until Ctrl+C. Only this machine reaches it unless --bind says otherwise. The"
          + " first start prints a link that makes the administrator.",
      "",
      "To use a PostgreSQL of yours (15 or later), set CONCORDAT_DATABASE_URL"
          + " (jdbc:postgresql://HOST/DATABASE), CONCORDAT_DATABASE_USER and"
          + " CONCORDAT_DATABASE_PASSWORD; the role must be neither superuser nor able to bypass"
          + " row-level security. CONCORDAT_DATABASE_OWNER_USER and _OWNER_PASSWORD name another"
          + " role that owns the tables."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat serve",
      "  concordat serve --data /srv/concordat --port 9000",
      "  concordat serve --bind 0.0.0.0 --address https://concordat.example.org"
    })
final class ServeCommand implements Callable<Integer> {
  /** Set by the start script when Java is only to learn what a server needs. */
  private static final String TRAINING = "concordat.training";

  private final Terminal terminal;
  private final Surroundings surroundings;

  @Mixin private ServerOptions options = new ServerOptions();

  ServeCommand(Terminal terminal, Surroundings surroundings) {
    this.terminal = terminal;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    boolean trains = Boolean.getBoolean(TRAINING);
    Optional<Workspace> first =
        trains ? Optional.of(ShippedExample.archisurance()) : Optional.empty();
    ServerGreeting.starting(terminal);
    try (RunningConcordat server =
        RunningConcordat.start(options.settings("concordat", surroundings.environment()), first)) {
      if (trains) {
        server.train();
      } else {
        ServerGreeting.tell(server, terminal);
        server.awaitStop();
      }
    }
    return ExitStatus.OK;
  }
}
