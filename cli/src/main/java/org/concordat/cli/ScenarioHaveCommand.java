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

  @Mixin private final ScenarioOptions options = new ScenarioOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "STATUSES",
      description = "What is in operation. Without it: all of --of.")
  private @Nullable Path statuses;

  ScenarioHaveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    StatusFile.Read read = options.statuses(statuses);
    Optional<TopicTable> table = options.table();
    List<Sheet> sheets;
    if (table.isPresent()) {
      TopicCoverage coverage = TopicCoverage.of(table.get(), options.both(), read.statuses());
      sheets = Scenarios.have(coverage, options.forWhat());
    } else {
      Coverage coverage =
          Coverage.of(
              Inference.of(ShippedStandards.library()),
              ScenarioOptions.operations(read.statuses()),
              options.forWhat().id());
      sheets = Scenarios.have(coverage);
    }
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("scenario", "have");
    facts.put("organisation", read.organisation());
    facts.put("of", options.of().id());
    facts.put("for", options.forWhat().id());
    facts.put("answered_by", table.map(TopicTable::id).orElse("crosswalks"));
    String question =
        "%s: what %s gives of %s."
            .formatted(read.organisation(), options.of().title(), options.forWhat().title());
    String note = table.isPresent() ? ScenarioAnswer.OF_TOPICS : null;
    options.write(new ScenarioAnswer(question, facts, sheets, note), terminal);
    return ExitStatus.OK;
  }
}
