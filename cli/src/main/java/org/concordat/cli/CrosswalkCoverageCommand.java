package org.concordat.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.OutputTarget;
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
import org.concordat.formats.scenarios.ScenarioDocument;
import org.concordat.formats.scenarios.Scenarios;
import org.concordat.formats.standards.OperatedFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
  private final Clock clock;

  @Mixin private final CrosswalkOptions options = new CrosswalkOptions();

  @Option(
      names = "--operated",
      paramLabel = "FILE",
      description = "Which controls are in operation. Default: what the server says.")
  private @Nullable Path operated;

  @Option(
      names = "--from",
      paramLabel = "CATALOGUE",
      description = "The id of the catalogue of the controls in operation that name none.")
  private @Nullable String from;

  @Mixin private final AnswerOptions answer = new AnswerOptions();

  CrosswalkCoverageCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    ScenarioFormat format = answer.format();
    OutputTarget target = answer.target(terminal);
    String to = options.to();
    Library library = options.library(from == null ? List.of() : List.of(from), terminal);
    Map<ControlRef, Operation> operations = operations(library);
    Inference inference = CrosswalkFiles.infer(library, terminal);
    Coverage coverage;
    try (var _ = terminal.progress("Finding proofs")) {
      coverage = Coverage.of(inference, operations, to);
    }
    target.print(terminal, (out, in) -> write(format, coverage, inference, library, out, in));
    if (format != ScenarioFormat.JSON) {
      CrosswalkWords.warn(inference.contradictions(), terminal);
    }
    return ExitStatus.OK;
  }

  private Map<ControlRef, Operation> operations(Library library) throws IOException, InvalidInput {
    if (operated != null) {
      return OperatedFile.read(operated, library, from, options.to());
    }
    return options
        .operations(library)
        .orElseThrow(
            () ->
                options.missing(
                    "Missing required option: '--operated=FILE', or the address of a server"));
  }

  private void write(
      ScenarioFormat format,
      Coverage coverage,
      Inference inference,
      Library library,
      OutputStream out,
      Terminal to)
      throws IOException {
    switch (format) {
      case JSON -> CrosswalkJson.covered(coverage, inference.contradictions(), to);
      case CSV -> Tables.write(table(coverage, library, true), TableFormat.CSV, to);
      case MARKDOWN -> Tables.write(table(coverage, library, false), TableFormat.MARKDOWN, to);
      case TABLE -> {
        Tables.write(table(coverage, library, false), TableFormat.TABLE, to);
        to.line("");
        to.paragraph(0, summary(coverage));
      }
      case XLSX -> ScenarioWriter.workbook(Scenarios.have(coverage), out);
      case PDF -> out.write(document(coverage));
    }
  }

  private byte[] document(Coverage coverage) {
    return ScenarioDocument.write(
        Documents.letterhead("Concordat", clock),
        "Coverage of " + coverage.catalogue().title(),
        summary(coverage),
        Scenarios.have(coverage),
        "Covered is only what crosswalks prove; the proof stands beside it.",
        ScenarioDocument.Words.ENGLISH);
  }

  private Table table(Coverage coverage, Library library, boolean isForPrograms) {
    String to = options.to();
    CrosswalkWords words = new CrosswalkWords(library);
    List<Column> columns = new ArrayList<>();
    columns.add(Table.elastic("control", to));
    columns.add(Table.column("coverage", "Coverage"));
    if (options.why() || isForPrograms) {
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
      if (options.why() || isForPrograms) {
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
