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

/** What of another standard is still to do. */
@Command(
    name = "left",
    sortOptions = false,
    header = "Say what of another standard is left to do.",
    description = {
      "",
      "We run one standard and want the other: the work that is left, each piece once,"
          + " and the sections that wait for it."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat scenario left --of itil-v3 --for iso27001-2005 northern.yaml",
      "  concordat scenario left --of itil-4 --for iso27001-2022 --format csv"
    })
final class ScenarioLeftCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final ScenarioOptions options;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "STATUSES",
      description = "What is in operation. Without it: all of --of.")
  private @Nullable Path statuses;

  ScenarioLeftCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    options = new ScenarioOptions(clock);
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    StatusFile.Read read = options.statuses(statuses);
    List<Sheet> sheets = options.sheets(read.statuses(), Scenarios::left, Scenarios::left);
    String question =
        "%s: with %s in operation, what is left of %s."
            .formatted(read.organisation(), options.of().title(), options.forWhat().title());
    options.write(
        "left",
        "What is left to do",
        question,
        Map.of("organisation", read.organisation()),
        sheets,
        terminal);
    return ExitStatus.OK;
  }
}
