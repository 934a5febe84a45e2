package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.inference.Inference;
import org.concordat.core.standards.topics.Merger;
import org.concordat.core.standards.topics.TopicTable;
import org.concordat.formats.scenarios.Scenarios;
import org.concordat.formats.scenarios.Sheet;
import org.concordat.formats.topics.StatusFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What two organisations have together. */
@Command(
    name = "merge",
    sortOptions = false,
    header = "Say what two organisations have together, twice, or not at all.",
    description = {
      "",
      "Two organisations become one, each with its own framework: joint coverage of both standards,"
          + " double work, gaps, and who does what already."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat scenario merge --of itil-v3 --for iso27001-2005 --a northern.yaml --b"
          + " lakeside.yaml",
      "  concordat scenario merge --of itil-v3 --for iso27001-2005 --a northern.yaml --b"
          + " lakeside.yaml -o merger.xlsx"
    })
final class ScenarioMergeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final ScenarioOptions options;

  @Option(
      names = "--a",
      paramLabel = "STATUSES",
      description = "What the first organisation has in operation. Default: what the server says.")
  private @Nullable Path fileOfA;

  @Option(
      names = "--b",
      required = true,
      paramLabel = "STATUSES",
      description = "What the second organisation has in operation.")
  private Path fileOfB = Path.of("");

  ScenarioMergeCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    options = new ScenarioOptions(clock);
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    StatusFile.Read a = options.first(fileOfA);
    StatusFile.Read b = options.statuses(fileOfB);
    Optional<TopicTable> table = options.table();
    List<Sheet> sheets =
        table.isPresent()
            ? Scenarios.merge(
                Merger.of(table.get(), options.both(), a.statuses(), b.statuses()),
                options.both(),
                a.organisation(),
                b.organisation())
            : byCrosswalks(a, b);
    Map<String, String> who = new LinkedHashMap<>();
    who.put("a", a.organisation());
    who.put("b", b.organisation());
    String question =
        "%s and %s together: %s and %s."
            .formatted(
                a.organisation(),
                b.organisation(),
                options.of().title(),
                options.forWhat().title());
    options.write("merge", "Two organisations together", question, who, sheets, terminal);
    return ExitStatus.OK;
  }

  private List<Sheet> byCrosswalks(StatusFile.Read a, StatusFile.Read b)
      throws IOException, InvalidInput {
    Inference inference = options.inference();
    Map<ControlRef, Operation> ofA = ScenarioOptions.operations(a.statuses());
    Map<ControlRef, Operation> ofB = ScenarioOptions.operations(b.statuses());
    Map<ControlRef, Operation> together = new HashMap<>(ofA);
    ofB.forEach(
        (control, operation) ->
            together.merge(control, operation, (x, y) -> x.compareTo(y) <= 0 ? x : y));
    List<Sheet> sheets = new ArrayList<>();
    for (Catalogue catalogue : options.both()) {
      sheets.add(
          Scenarios.merge(
              Coverage.of(inference, ofA, catalogue.id()),
              Coverage.of(inference, ofB, catalogue.id()),
              Coverage.of(inference, together, catalogue.id()),
              a.organisation(),
              b.organisation()));
    }
    return sheets;
  }
}
