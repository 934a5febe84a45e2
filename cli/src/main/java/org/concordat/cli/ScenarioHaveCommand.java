package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.scenarios.Scenarios;
import org.concordat.formats.scenarios.Sheet;
import org.concordat.formats.topics.StatusFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What of another standard an organisation has already. */
@Command(
    name = "have",
    sortOptions = false,
    header = "Say what of another standard we have already.",
    description = {
      "",
      "We run one standard: which processes and sections of the other does that give us?"
          + " Each answer is covered, partly, possibly or open, with what it follows from."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat scenario have --of iso27001-2005 --for itil-v3 lakeside.yaml",
      "  concordat scenario have --of itil-4 --for iso27001-2022 --format json"
    })
final class ScenarioHaveCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final ScenarioOptions options;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "STATUSES",
      description = "What is in operation. Without it: all of --of.")
  private @Nullable Path statuses;

  ScenarioHaveCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    options = new ScenarioOptions(clock);
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    StatusFile.Read read = options.statuses(statuses);
    List<Sheet> sheets = options.sheets(read.statuses(), Scenarios::have, Scenarios::have);
    String question =
        "%s: what %s gives of %s."
            .formatted(read.organisation(), options.of().title(), options.forWhat().title());
    options.write(
        "have",
        "What we have already",
        question,
        Map.of("organisation", read.organisation()),
        sheets,
        terminal);
    return ExitStatus.OK;
  }
}
