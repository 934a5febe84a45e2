package org.concordat.cli;

import java.io.IOException;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Library;
import org.concordat.formats.topics.ShippedStandards;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Whose standards a command speaks of: those that ship, or those in use on a server. */
final class StandardsSource {
  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Option(
      names = "--server",
      paramLabel = "ADDRESS",
      description =
          "Those in use on a server, own ones among them (token in CONCORDAT_TOKEN). Default: those"
              + " that ship.")
  private @Nullable StandardsPlace place;

  private @Nullable Library library;

  /** The catalogues and crosswalks; a server is asked once. */
  Library library() throws IOException, InvalidInput {
    Library known = library;
    if (known == null) {
      StandardsPlace.Server server = server();
      known = server == null ? ShippedStandards.library() : server.library();
      library = known;
    }
    return known;
  }

  /** The server, or null for what ships. */
  StandardsPlace.@Nullable Server server() {
    return switch (place) {
      case null -> null;
      case StandardsPlace.Server server -> server;
      case StandardsPlace.Local(var path) ->
          throw new ParameterException(
              spec.commandLine(), "'" + path + "' is no address of a server");
    };
  }
}
