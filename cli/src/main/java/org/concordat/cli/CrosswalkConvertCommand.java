package org.concordat.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Catalogue;
import org.concordat.formats.crosswalks.BroughtCrosswalk;
import org.concordat.formats.crosswalks.CrosswalkTables;
import org.concordat.formats.crosswalks.CrosswalkText;
import org.concordat.formats.crosswalks.MappingLibraries;
import org.concordat.formats.topics.ShippedStandards;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a crosswalk file of a spreadsheet or a mapping library. */
@Command(
    name = "convert",
    sortOptions = false,
    header = "Make a crosswalk file of a spreadsheet or a mapping library.",
    description = {
      "",
      "Reads CSV and XLSX (NIST's templates, set theory mappings, two standards side by side, or"
          + " source, relation and target), and the YAML mapping libraries of CISO Assistant. Rows"
          + " that cannot be used are told and left out."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat crosswalk convert mapping.csv --target iso27001-2022 -o own.yaml",
      "  concordat crosswalk convert library.yaml -o own.yaml"
    })
final class CrosswalkConvertCommand implements Callable<Integer> {
  private final Terminal terminal;

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
      description = "The shipped catalogue of the sources of a spreadsheet.")
  private @Nullable String source;

  @Option(
      names = "--target",
      paramLabel = "CATALOGUE",
      description = "The shipped catalogue of its targets.")
  private @Nullable String target;

  @Option(names = "--force", description = "Overwrite the file.")
  private boolean force;

  CrosswalkConvertCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    OutputTarget written = OutputTarget.of(output, force, terminal);
    List<BroughtCrosswalk> brought = read();
    Map<String, Catalogue> made = new LinkedHashMap<>();
    for (BroughtCrosswalk each : brought) {
      Failures.tell(each.findings(), terminal);
      for (Catalogue catalogue : List.of(each.source(), each.target())) {
        if (ShippedStandards.library().catalogue(catalogue.id()).isEmpty()) {
          made.putIfAbsent(catalogue.id(), catalogue);
        }
      }
    }
    String text =
        CrosswalkText.of(
            List.copyOf(made.values()), brought.stream().map(BroughtCrosswalk::crosswalk).toList());
    written.write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
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
    String name = Objects.requireNonNullElse(file.getFileName(), file).toString();
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
      return MappingLibraries.read(file, ShippedStandards.library()::catalogue);
    }
    return List.of(
        CrosswalkTables.read(
            file, name.replaceFirst("\\.[^.]*$", ""), shipped(source), shipped(target)));
  }

  private Optional<Catalogue> shipped(@Nullable String id) {
    return id == null ? Optional.empty() : Optional.of(StandardsShowCommand.catalogue(id, spec));
  }
}
