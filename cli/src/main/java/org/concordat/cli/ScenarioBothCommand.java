package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.topics.JointControls;
import org.concordat.core.standards.topics.Statuses;
import org.concordat.core.standards.topics.TopicCoverage;
import org.concordat.core.standards.topics.TopicTable;
import org.concordat.formats.scenarios.Scenarios;
import org.concordat.formats.scenarios.Sheet;
import org.concordat.formats.topics.StatusFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Two standards at once, each piece of work once. */
@Command(
    name = "both",
    sortOptions = false,
    header = "List the work for two standards, each piece once.",
    description = {
      "",
      "We want both standards: one list of work without doubles, by phase and process, each"
          + " piece with all sections that it serves, and what is work for one standard alone."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat scenario both --of itil-v3 --for iso27001-2005 northern.yaml",
      "  concordat scenario both --of itil-4 --for iso27001-2022 --format json"
    })
final class ScenarioBothCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final ScenarioOptions options;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "STATUSES",
      description = "What is in operation. Without it: nothing.")
  private @Nullable Path statuses;

  ScenarioBothCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    options = new ScenarioOptions(clock);
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    StatusFile.Read read =
        statuses == null
            ? options
                .served(options.both())
                .orElse(new StatusFile.Read("From the start", Statuses.NONE))
            : options.statuses(statuses);
    Optional<TopicTable> table = options.table();
    List<Sheet> sheets;
    if (table.isPresent()) {
      TopicCoverage coverage = TopicCoverage.of(table.get(), options.both(), read.statuses());
      sheets = Scenarios.both(coverage, options.both());
    } else {
      sheets =
          Scenarios.both(JointControls.of(options.inference(), options.of(), options.forWhat()));
    }
    String question =
        "%s: %s and %s at once."
            .formatted(read.organisation(), options.of().title(), options.forWhat().title());
    options.write(
        "both",
        "Joint work list",
        question,
        Map.of("organisation", read.organisation()),
        sheets,
        terminal);
    return ExitStatus.OK;
  }
}
