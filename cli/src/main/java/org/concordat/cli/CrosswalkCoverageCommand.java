package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.Table.Column;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.Tone;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.ControlCoverage;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.inference.Inference;
import org.concordat.core.standards.inference.Known;
import org.concordat.formats.standards.OperatedFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How far the controls in operation cover a catalogue. */
@Command(
    name = "coverage",
    sortOptions = false,
    header = "Say how far the controls in operation cover a catalogue.",
    description = {
      "",
      "Each control of the catalogue is covered, partly covered, possibly covered or open, given"
          + " what you have in operation. Covered is only what crosswalks prove. --why shows the"
          + " control in operation and the mappings.",
      "",
      "The file of what is in operation has a line 'CONTROL: yes', 'partly' or 'no' for each, alone"
          + " or below the id of its catalogue; or it is CSV with the columns control, operation"
          + " and, if need be, catalogue."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat crosswalk coverage --operated operated.yaml --to csf-2.0 standards",
      "  concordat crosswalk coverage --operated operated.yaml --to csf-2.0 standards --why"
    })
final class CrosswalkCoverageCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "FILES", description = CrosswalkFiles.DESCRIPTION)
  private List<Path> files = List.of();

  @Option(
      names = "--operated",
      required = true,
      paramLabel = "FILE",
      description = "Which controls are in operation.")
  private Path operated = Path.of("");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "CATALOGUE",
      description = "The id of the catalogue to be covered.")
  private String to = "";

  @Option(
      names = "--from",
      paramLabel = "CATALOGUE",
      description = "The id of the catalogue of the controls in operation that name none.")
  private @Nullable String from;

  @Option(names = "--why", description = "Show what proves it.")
  private boolean why;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  CrosswalkCoverageCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    Library library = CrosswalkFiles.read(files, terminal, to);
    CrosswalkFiles.catalogue(to, library, spec.commandLine());
    if (from != null) {
      CrosswalkFiles.catalogue(from, library, spec.commandLine());
    }
    Map<ControlRef, Operation> operations = OperatedFile.read(operated, library, from, to);
    Inference inference = CrosswalkFiles.infer(library, terminal);
    Coverage coverage;
    try (var _ = terminal.progress("Finding proofs")) {
      coverage = Coverage.of(inference, operations, to);
    }
    switch (format) {
      case JSON -> CrosswalkJson.covered(coverage, inference.contradictions(), terminal);
      case CSV, MARKDOWN -> Tables.write(table(coverage, library), format, terminal);
      case TABLE -> {
        Tables.write(table(coverage, library), format, terminal);
        terminal.line("");
        terminal.paragraph(0, summary(coverage));
      }
    }
    if (format != TableFormat.JSON) {
      CrosswalkWords.warn(inference.contradictions(), terminal);
    }
    return ExitStatus.OK;
  }

  private Table table(Coverage coverage, Library library) {
    boolean isForPrograms = format == TableFormat.CSV;
    CrosswalkWords words = new CrosswalkWords(library);
    List<Column> columns = new ArrayList<>();
    columns.add(Table.elastic("control", to));
    columns.add(Table.column("coverage", "Coverage"));
    if (why || isForPrograms) {
      columns.add(Table.elastic("why", "Because"));
    }
    Table.Builder table = Table.of(columns.toArray(Column[]::new));
    for (ControlCoverage covered : coverage.controls()) {
      List<Cell> row = new ArrayList<>();
      row.add(
          isForPrograms
              ? Cell.of(covered.control().id())
              : words.control(new ControlRef(to, covered.control().id())));
      row.add(Cell.of(Words.of(covered.degree()), tone(covered.degree())));
      if (why || isForPrograms) {
        row.add(reason(covered.reason()));
      }
      table.row(row);
    }
    return table.build();
  }

  private static Tone tone(Degree degree) {
    return switch (degree) {
      case COVERED -> Tone.STRONG;
      case PARTLY -> Tone.MIDDLING;
      case POSSIBLY -> Tone.SLIGHT;
      case OPEN -> Tone.QUIET;
    };
  }

  private static Cell reason(ControlCoverage.Reason reason) {
    return switch (reason) {
      case ControlCoverage.ByControl(Operation operation, Known known) -> {
        List<String> lines = new ArrayList<>();
        lines.add(
            "%s, %s: %s"
                .formatted(
                    known.source(),
                    operation == Operation.PARTLY ? "partly in operation" : "in operation",
                    CrosswalkWords.known(known.relations())));
        known.via().forEach(chain -> lines.add(CrosswalkWords.chain(chain)));
        yield Cell.stack(lines);
      }
      case ControlCoverage.ByParts(List<Control> parts) ->
          Cell.of("parts: " + parts.stream().map(Control::id).collect(Collectors.joining(", ")));
      case ControlCoverage.Nothing() -> Cell.nothing();
    };
  }

  private static String summary(Coverage coverage) {
    return String.format(
        Locale.ROOT,
        "Of %,d controls %,d are covered, %,d partly, %,d possibly; %,d are open.",
        coverage.controls().size(),
        coverage.count(Degree.COVERED),
        coverage.count(Degree.PARTLY),
        coverage.count(Degree.POSSIBLY),
        coverage.count(Degree.OPEN));
  }
}
