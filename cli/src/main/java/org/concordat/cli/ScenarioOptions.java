package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.inference.Inference;
import org.concordat.core.standards.topics.Statuses;
import org.concordat.core.standards.topics.TopicCoverage;
import org.concordat.core.standards.topics.TopicTable;
import org.concordat.formats.scenarios.Sheet;
import org.concordat.formats.topics.ShippedStandards;
import org.concordat.formats.topics.StatusFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that all scenarios have: the two standards, and how the answer is written. */
final class ScenarioOptions {
  private final Clock clock;

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

  @Mixin private final StandardsSource source = new StandardsSource();

  @Mixin private final AnswerOptions answer = new AnswerOptions();

  ScenarioOptions(Clock clock) {
    this.clock = clock;
  }

  /** The standard in operation. */
  Catalogue of() throws IOException, InvalidInput {
    return StandardsShowCommand.catalogue(of, source.library(), spec);
  }

  /** The standard that is asked about. */
  Catalogue forWhat() throws IOException, InvalidInput {
    Catalogue found = StandardsShowCommand.catalogue(forWhat, source.library(), spec);
    if (forWhat.equals(of)) {
      throw new ParameterException(spec.commandLine(), "--of and --for are the same catalogue");
    }
    return found;
  }

  List<Catalogue> both() throws IOException, InvalidInput {
    return List.of(of(), forWhat());
  }

  /** The table of topics that answers, empty when the crosswalks do. */
  Optional<TopicTable> table() throws IOException, InvalidInput {
    return byCrosswalks ? Optional.empty() : ShippedStandards.topicTable(of().id(), forWhat().id());
  }

  /** What follows from the crosswalks. */
  Inference inference() throws IOException, InvalidInput {
    return Inference.of(source.library());
  }

  /**
   * What the server says of a catalogue, and of no other; empty without a server.
   *
   * @param asked the catalogues that count
   */
  Optional<StatusFile.Read> served(List<Catalogue> asked) throws IOException, InvalidInput {
    StandardsPlace.Server server = source.server();
    if (server == null) {
      return Optional.empty();
    }
    StatusFile.Read read = server.statuses(source.library());
    Map<String, Map<String, Operation>> said = new LinkedHashMap<>(read.statuses().controls());
    said.keySet().retainAll(asked.stream().map(Catalogue::id).toList());
    return Optional.of(new StatusFile.Read(read.organisation(), new Statuses(said, Map.of())));
  }

  /**
   * What a file says; without a file, what the server says of the standard; without a server, that
   * all of it is in operation.
   */
  StatusFile.Read statuses(@Nullable Path file) throws InvalidInput, IOException {
    if (file != null) {
      return StatusFile.read(
          file,
          source.library(),
          ShippedStandards.topicTable(of().id(), forWhat().id()).orElse(null));
    }
    Optional<StatusFile.Read> served = served(List.of(of()));
    if (served.isPresent()) {
      return served.get();
    }
    Map<String, Operation> all = new LinkedHashMap<>();
    of().controls().stream()
        .filter(c -> !c.withdrawn())
        .forEach(c -> all.put(c.id(), Operation.YES));
    return new StatusFile.Read("All in operation", Statuses.of(of().id(), all));
  }

  /**
   * What the first of two organisations says, which is a file's or a server's.
   *
   * @throws ParameterException without either
   */
  StatusFile.Read first(@Nullable Path file) throws InvalidInput, IOException {
    if (file == null && source.server() == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing required option: '--a=STATUSES', or --server");
    }
    return statuses(file);
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

  /** The answer by the table of topics where one relates the two, else by the crosswalks. */
  List<Sheet> sheets(
      Statuses statuses,
      BiFunction<TopicCoverage, Catalogue, List<Sheet>> byTopics,
      Function<Coverage, List<Sheet>> byCrosswalks)
      throws IOException, InvalidInput {
    Optional<TopicTable> table = table();
    if (table.isPresent()) {
      return byTopics.apply(TopicCoverage.of(table.get(), both(), statuses), forWhat());
    }
    return byCrosswalks.apply(Coverage.of(inference(), operations(statuses), forWhat().id()));
  }

  /**
   * Writes an answer.
   *
   * @param scenario its word
   * @param who the organisations, by what they are in the scenario
   */
  void write(
      String scenario,
      String title,
      String question,
      Map<String, String> who,
      List<Sheet> sheets,
      Terminal terminal)
      throws IOException, InvalidInput {
    Optional<TopicTable> table = table();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("scenario", scenario);
    facts.putAll(who);
    facts.put("of", of().id());
    facts.put("for", forWhat().id());
    facts.put("answered_by", table.map(TopicTable::id).orElse("crosswalks"));
    write(
        new ScenarioAnswer(
            title,
            question,
            Documents.letterhead(String.join(" + ", who.values()), clock),
            facts,
            sheets,
            table.isPresent() ? ScenarioAnswer.OF_TOPICS : null),
        terminal);
  }

  private void write(ScenarioAnswer found, Terminal terminal) throws IOException {
    List<Sheet> chosen =
        sheet == null
            ? found.sheets()
            : found.sheets().stream().filter(s -> s.key().equals(sheet)).toList();
    if (chosen.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no part '%s'; there are %s"
              .formatted(
                  sheet, String.join(", ", found.sheets().stream().map(Sheet::key).toList())));
    }
    ScenarioWriter writer = new ScenarioWriter(found.with(chosen), why);
    answer.target(terminal).print(terminal, (out, to) -> writer.write(answer.format(), out, to));
  }
}
