package org.concordat.cli;

import java.util.Map;
import org.concordat.server.launch.Installation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which installation a command works on: what {@code serve} would run with the same words. */
final class InstallationOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Mixin private DataOption data = new DataOption();

  Installation installation(Map<String, String> environment) {
    try {
      return Installation.of(data.directory("concordat", environment), environment);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
