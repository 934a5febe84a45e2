package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options by which an answer is written: as what, and where. */
final class AnswerOptions {
  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: what FILE ends in, else table.")
  private @Nullable ScenarioFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write; - is standard output.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Overwrite the file.")
  private boolean force;

  /** The format that was asked for, or that the name of the file ends in. */
  ScenarioFormat format() {
    if (format != null) {
      return format;
    }
    return output == null ? ScenarioFormat.TABLE : ScenarioFormat.of(output);
  }

  /** Where the answer goes; a file that must not be overwritten is found before the work. */
  OutputTarget target(Terminal terminal) throws IOException {
    if (output == null && format().isBinary()) {
      throw new ParameterException(spec.commandLine(), "name the file: -o answer." + format());
    }
    return OutputTarget.of(output == null ? OutputTarget.STANDARD_OUTPUT : output, force, terminal);
  }
}
