package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.oscal.OscalDocument;
import org.concordat.formats.oscal.OscalNotation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options by which an OSCAL document is written. */
final class OscalOutput {
  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The file to write; - is standard output.")
  private Path output = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES}. Default: what the name of the output ends in, else json.")
  private @Nullable OscalNotation format;

  @Option(names = "--force", description = "Overwrite the file.")
  private boolean force;

  /** Where the document goes; a file that must not be overwritten is found before the work. */
  OutputTarget target(Terminal terminal) throws IOException {
    notation();
    return OutputTarget.of(output, force, terminal);
  }

  void write(OscalDocument document, OutputTarget target) throws IOException, InvalidInput {
    byte[] written = document.write(notation());
    target.write(out -> out.write(written));
  }

  private OscalNotation notation() {
    if (format != null) {
      return format;
    }
    if (OutputTarget.isStandardOutput(output)) {
      return OscalNotation.JSON;
    }
    return OscalNotation.ofName(output.toString())
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    output
                        + " does not say how to write; end it in .json, .yaml or .xml, or name"
                        + " --format"));
  }
}
