package org.concordat.cli;

import java.net.URI;
import java.util.Map;
import org.concordat.server.launch.ServerSettings;
import org.concordat.server.launch.ServerSettings.ForeignDatabase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code serve} and {@code demo} have in common. */
final class ServerOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  private int port = ServerSettings.DEFAULT_PORT;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description =
          "The network address to listen on; 0.0.0.0 for all. Default: this machine alone.")
  private String bind = ServerSettings.LOOPBACK;

  @Option(
      names = "--address",
      paramLabel = "URL",
      description =
          "How people reach the server when a proxy stands before it, such as"
              + " https://concordat.example.org.")
  private @Nullable URI address;

  ServerSettings settings(String folder, Map<String, String> environment) {
    try {
      return new ServerSettings(
          data.directory(folder, environment),
          bind,
          port,
          address,
          ForeignDatabase.of(environment));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
