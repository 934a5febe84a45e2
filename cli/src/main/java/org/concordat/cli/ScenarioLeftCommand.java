package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.inference.Inference;
import org.concordat.core.standards.topics.TopicCoverage;
import org.concordat.core.standards.topics.TopicTable;
import org.concordat.formats.scenarios.Scenarios;
import org.concordat.formats.scenarios.Sheet;
import org.concordat.formats.topics.ShippedStandards;
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

  @Mixin private final ScenarioOptions options = new ScenarioOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "STATUSES",
      description = "What is in operation. Without it: all of --of.")
  private @Nullable Path statuses;

  ScenarioLeftCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    StatusFile.Read read = options.statuses(statuses);
    Optional<TopicTable> table = options.table();
    List<Sheet> sheets;
    if (table.isPresent()) {
      TopicCoverage coverage = TopicCoverage.of(table.get(), options.both(), read.statuses());
      sheets = Scenarios.left(coverage, options.forWhat());
    } else {
      Coverage coverage =
          Coverage.of(
              Inference.of(ShippedStandards.library()),
              ScenarioOptions.operations(read.statuses()),
              options.forWhat().id());
      sheets = Scenarios.left(coverage);
    }
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("scenario", "left");
    facts.put("organisation", read.organisation());
    facts.put("of", options.of().id());
    facts.put("for", options.forWhat().id());
    facts.put("answered_by", table.map(TopicTable::id).orElse("crosswalks"));
    String question =
        "%s: with %s in operation, what is left of %s."
            .formatted(read.organisation(), options.of().title(), options.forWhat().title());
    String note = table.isPresent() ? ScenarioAnswer.OF_TOPICS : null;
    options.write(new ScenarioAnswer(question, facts, sheets, note), terminal);
    return ExitStatus.OK;
  }
}
