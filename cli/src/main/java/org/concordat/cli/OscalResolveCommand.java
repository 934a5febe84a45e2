package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Progress;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.oscal.OscalDocument;
import org.concordat.formats.oscal.profiles.FileImports;
import org.concordat.formats.oscal.profiles.ProfileResolver;
import org.concordat.formats.oscal.profiles.ProfileResolver.Resolved;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes of a profile the catalogue that it stands for. */
@Command(
    name = "resolve",
    sortOptions = false,
    header = "Make of an OSCAL profile the catalogue that it stands for.",
    description = {
      "",
      "Selects, combines and modifies the controls as the profile says (NIST's profile resolution)."
          + " Imports are looked for where the profile says, then among the files named with"
          + " --import; nothing is fetched from the network."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat oscal resolve baseline.yaml -o resolved.json",
      "  concordat oscal resolve baseline.yaml -o - --import controls.json"
    })
final class OscalResolveCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Parameters(index = "0", paramLabel = "PROFILE", description = "The profile.")
  private Path file = Path.of("");

  @Option(
      names = "--import",
      paramLabel = "FILE",
      description =
          "A catalogue or profile that stands in for an import of the same file name that is not"
              + " where the profile says. May be given several times.")
  private List<Path> imports = new ArrayList<>();

  @Mixin private OscalOutput output = new OscalOutput();

  OscalResolveCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    OutputTarget target = output.target(terminal);
    Resolved resolved;
    try (Progress _ = terminal.progress("Resolving " + file)) {
      resolved =
          ProfileResolver.resolve(
              OscalDocument.read(file), new FileImports(imports), clock.instant());
    }
    Failures.tell(resolved.findings(), terminal);
    output.write(resolved.catalogue(), target);
    return ExitStatus.OK;
  }
}
