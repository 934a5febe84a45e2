package org.concordat.cli;

import java.net.URI;
import org.concordat.cli.output.Terminal;
import org.concordat.server.launch.RunningConcordat;

/** What a server says while it starts and when it is ready. */
final class ServerGreeting {
  private ServerGreeting() {}

  /** A first start, or a busy machine, takes so long that silence would look like a fault. */
  static void starting(Terminal terminal) {
    terminal.message("Concordat is starting ...");
    terminal.flush();
  }

  static void tell(RunningConcordat server, Terminal terminal) {
    terminal.message("Concordat is ready: " + server.address());
    for (URI link : server.administratorLinks()) {
      terminal.message("");
      terminal.message("Nobody is administrator yet. This link makes the first one, once:");
      terminal.message("  " + link);
      terminal.message("");
    }
    terminal.message("Data: " + server.dataDirectory() + ". Ctrl+C stops the server.");
    terminal.flush();
  }
}
