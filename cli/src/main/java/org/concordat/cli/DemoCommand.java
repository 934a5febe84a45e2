package org.concordat.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import org.concordat.server.launch.RunningConcordat;
import org.concordat.server.launch.ShippedExample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the server with an example to look at. */
@Command(
    name = "demo",
    sortOptions = false,
    header = "Run the server with an example: the insurer ArchiSurance.",
    description = {
      "",
      "Like 'concordat serve', with data of its own: the first start loads an insurer's"
          + " architecture with a business vision and rated impacts, so that priorities and their"
          + " reasons are there to see. Later starts go on with it; remove the data directory to"
          + " begin anew."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  concordat demo", "  concordat demo --port 9000"})
final class DemoCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Surroundings surroundings;

  @Mixin private ServerOptions options = new ServerOptions();

  DemoCommand(Terminal terminal, Surroundings surroundings) {
    this.terminal = terminal;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    ServerGreeting.starting(terminal);
    try (RunningConcordat server =
        RunningConcordat.start(
            options.settings("concordat-demo", surroundings.environment()),
            Optional.of(ShippedExample.archisurance()))) {
      ServerGreeting.tell(server, terminal);
      server.awaitStop();
    }
    return ExitStatus.OK;
  }
}
