package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Progress;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.oscal.OscalDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a document in another notation. */
@Command(
    name = "convert",
    sortOptions = false,
    header = "Write an OSCAL document as JSON, YAML or XML.",
    description = {
      "",
      "Reads a document of whatever kind and writes all that it holds in another notation. JSON and"
          + " YAML are the same; by way of XML comments are lost, and marked-up text comes back in"
          + " its plainest Markdown."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat oscal convert controls.json -o controls.xml",
      "  concordat oscal convert baseline.yaml -o - --format json"
    })
final class OscalConvertCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "FILE", description = "The document.")
  private Path file = Path.of("");

  @Mixin private OscalOutput output = new OscalOutput();

  OscalConvertCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    OutputTarget target = output.target(terminal);
    try (Progress _ = terminal.progress("Converting " + file)) {
      output.write(OscalDocument.read(file), target);
    }
    return ExitStatus.OK;
  }
}
