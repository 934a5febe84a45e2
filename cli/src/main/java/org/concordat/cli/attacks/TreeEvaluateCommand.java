package org.concordat.cli.attacks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.concordat.cli.output.FindingLines;
import org.concordat.cli.output.Progress;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.TextFormat;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.Evaluation;
import org.concordat.core.alignment.attacks.Limits;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.attacks.EvaluationJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a tree comes to. */
@Command(
    name = "evaluate",
    sortOptions = false,
    header = "Find the cheapest, likeliest, easiest and fastest attack, and the best defence.",
    description = {
      "",
      "Tells these attacks, the probability that an attacker succeeds who tries everything, the"
          + " attacks between which there is something to choose, what each countermeasure changes,"
          + " and which sets of further countermeasures are worth their cost. Values that are not"
          + " known count as the attacker likes and are named."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat tree evaluate claims-standstill.yaml",
      "  concordat tree evaluate claims-standstill.yaml --on training,scrubbing --budget 5000",
      "  concordat tree evaluate account.xml --format json"
    })
final class TreeEvaluateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "FILE", description = TreeFile.DESCRIPTION)
  private Path file = Path.of("");

  @Mixin private DefenceOption defence = new DefenceOption();

  @Option(
      names = "--budget",
      paramLabel = "AMOUNT",
      description = "Tell the best further countermeasures for this much.")
  private @Nullable Double budget;

  @Option(names = "--format", paramLabel = "FORMAT", description = TextFormat.DESCRIPTION)
  private TextFormat format = TextFormat.TEXT;

  TreeEvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    TreeFile.Read read = TreeFile.read(file);
    FindingLines.tell(read.warnings(), terminal);
    AttackTree tree = read.tree();
    Set<String> on = defence.of(tree);
    Evaluation evaluation;
    try (Progress _ = terminal.progress("Evaluating")) {
      evaluation = Evaluation.of(tree, on, Limits.DEFAULT);
    }
    evaluation.tooLarge().forEach(message -> terminal.message("warning: " + message));
    switch (format) {
      case JSON -> EvaluationJson.write(tree, evaluation, terminal.out());
      case TEXT -> new EvaluationWords(tree, evaluation, terminal).tell(budget);
    }
    return ExitCode.OK;
  }
}
