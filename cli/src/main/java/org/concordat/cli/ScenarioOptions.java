package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.topics.Statuses;
import org.concordat.core.standards.topics.TopicTable;
import org.concordat.formats.scenarios.Sheet;
import org.concordat.formats.topics.ShippedStandards;
import org.concordat.formats.topics.StatusFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that all scenarios have: the two standards, and how the answer is written. */
final class ScenarioOptions {
  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Option(
      names = "--of",
      required = true,
      paramLabel = "CATALOGUE",
      description = "The standard that is in operation, or the first of the two.")
  private String of = "";

  @Option(
      names = "--for",
      required = true,
      paramLabel = "CATALOGUE",
      description = "The standard that is asked about, or the second of the two.")
  private String forWhat = "";

  @Option(
      names = "--crosswalks",
      description = "Answer by the crosswalks also where a table of topics would.")
  private boolean byCrosswalks;

  @Option(
      names = "--why",
      description = "Show what each answer follows from; files other than tables always do.")
  private boolean why;

  @Option(names = "--sheet", paramLabel = "KEY", description = "Only this part of the answer.")
  private @Nullable String sheet;

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

  /** The standard in operation. */
  Catalogue of() {
    return StandardsShowCommand.catalogue(of, spec);
  }

  /** The standard that is asked about. */
  Catalogue forWhat() {
    Catalogue found = StandardsShowCommand.catalogue(forWhat, spec);
    if (forWhat.equals(of)) {
      throw new ParameterException(spec.commandLine(), "--of and --for are the same catalogue");
    }
    return found;
  }

  List<Catalogue> both() {
    return List.of(of(), forWhat());
  }

  /** The table of topics that answers, empty when the crosswalks do. */
  Optional<TopicTable> table() {
    return byCrosswalks ? Optional.empty() : ShippedStandards.topicTable(of().id(), forWhat().id());
  }

  /** What a file says; without a file, that all of the standard is in operation. */
  StatusFile.Read statuses(@Nullable Path file) throws InvalidInput, IOException {
    if (file != null) {
      return StatusFile.read(
          file,
          ShippedStandards.library(),
          ShippedStandards.topicTable(of().id(), forWhat().id()).orElse(null));
    }
    Map<String, Operation> all = new LinkedHashMap<>();
    of().controls().stream()
        .filter(c -> !c.withdrawn())
        .forEach(c -> all.put(c.id(), Operation.YES));
    return new StatusFile.Read("All in operation", Statuses.of(of().id(), all));
  }

  /** What is said of controls, for the inference. What is said of topics does not take part. */
  static Map<ControlRef, Operation> operations(Statuses statuses) {
    Map<ControlRef, Operation> operations = new LinkedHashMap<>();
    statuses
        .controls()
        .forEach(
            (catalogue, said) ->
                said.forEach(
                    (control, operation) ->
                        operations.put(new ControlRef(catalogue, control), operation)));
    return operations;
  }

  /** Writes the answer. */
  void write(ScenarioAnswer answer, Terminal terminal) throws IOException {
    List<Sheet> chosen =
        sheet == null
            ? answer.sheets()
            : answer.sheets().stream().filter(s -> s.key().equals(sheet)).toList();
    if (chosen.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no part '%s'; there are %s"
              .formatted(
                  sheet, String.join(", ", answer.sheets().stream().map(Sheet::key).toList())));
    }
    ScenarioFormat written = format();
    if (output == null && written == ScenarioFormat.XLSX) {
      throw new ParameterException(spec.commandLine(), "name the file: -o answer.xlsx");
    }
    new ScenarioWriter(
            new ScenarioAnswer(answer.question(), answer.facts(), chosen, answer.note()),
            why,
            terminal)
        .write(written, output == null ? null : OutputTarget.of(output, force, terminal));
  }

  private ScenarioFormat format() {
    if (format != null) {
      return format;
    }
    return output == null ? ScenarioFormat.TABLE : ScenarioFormat.of(output);
  }
}
