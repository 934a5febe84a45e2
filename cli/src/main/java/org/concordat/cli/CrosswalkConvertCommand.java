package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Catalogue;
import org.concordat.formats.crosswalks.BroughtCrosswalk;
import org.concordat.formats.crosswalks.CrosswalkFile;
import org.concordat.formats.topics.ShippedStandards;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a crosswalk in another layout. */
@Command(
    name = "convert",
    sortOptions = false,
    header = "Write a crosswalk in another layout.",
    description = {
      "",
      "Reads CSV and XLSX (NIST's templates, set theory mappings, two standards side by side, or"
          + " source, relation and target), the YAML mapping libraries of CISO Assistant, OSCAL"
          + " mapping collections and Concordat's own YAML; writes each of them. Rows that cannot"
          + " be used are told and left out. What has no meaning here, such as other columns and"
          + " keys, is kept."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat crosswalk convert mapping.csv --target iso27001-2022 -o own.yaml",
      "  concordat crosswalk convert library.yaml -o own.yaml",
      "  concordat crosswalk convert own.yaml -o collection.json"
    })
final class CrosswalkConvertCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "What somebody brought.")
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Where to write; - is standard output.")
  private Path output = Path.of("");

  @Option(
      names = "--source",
      paramLabel = "CATALOGUE",
      description = "The shipped catalogue of the sources of a spreadsheet or a collection.")
  private @Nullable String source;

  @Option(
      names = "--target",
      paramLabel = "CATALOGUE",
      description = "The shipped catalogue of its targets.")
  private @Nullable String target;

  @Option(
      names = "--crosswalk",
      paramLabel = "ID",
      description = "Only this one of several in the file.")
  private @Nullable String only;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES}. Default: what the name of the output ends in (.json and .xml"
              + " are OSCAL), else yaml.")
  private @Nullable CrosswalkFormat format;

  @Option(names = "--force", description = "Overwrite the file.")
  private boolean force;

  CrosswalkConvertCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    OutputTarget written = OutputTarget.of(output, force, terminal);
    CrosswalkFormat layout = format == null ? CrosswalkFormat.ofName(output.toString()) : format;
    List<BroughtCrosswalk> brought = read();
    brought.forEach(each -> Failures.tell(each.findings(), terminal));
    layout.write(brought, file, Instant.now(clock), written);
    for (BroughtCrosswalk each : brought) {
      terminal.message(
          "%s: %d of %d rows; %d with an unknown control, %d again"
              .formatted(
                  each.crosswalk().id(),
                  each.crosswalk().mappings().size(),
                  each.rows(),
                  each.dangling(),
                  each.duplicates()));
    }
    return ExitStatus.OK;
  }

  private List<BroughtCrosswalk> read() throws IOException, InvalidInput {
    List<BroughtCrosswalk> all =
        CrosswalkFile.read(file, ShippedStandards.library(), shipped(source), shipped(target));
    if (only == null) {
      return all;
    }
    List<BroughtCrosswalk> chosen =
        all.stream().filter(each -> each.crosswalk().id().equals(only)).toList();
    if (chosen.isEmpty()) {
      List<String> ids = all.stream().map(each -> each.crosswalk().id()).toList();
      throw new ParameterException(
          spec.commandLine(),
          "there is no crosswalk '" + only + "' in the file; " + Nearest.hint(only, ids));
    }
    return chosen;
  }

  private Optional<Catalogue> shipped(@Nullable String id) {
    return id == null ? Optional.empty() : Optional.of(StandardsShowCommand.catalogue(id, spec));
  }
}
