package org.concordat.cli.attacks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.concordat.cli.output.FileForm;
import org.concordat.cli.output.FindingLines;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Progress;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.TextFormat;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.Evaluation;
import org.concordat.core.alignment.attacks.Limits;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.attacks.EvaluationJson;
import org.concordat.formats.attacks.EvaluationTable;
import org.concordat.formats.tables.RowWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
      "  concordat tree evaluate account.xml --format json",
      "  concordat tree evaluate claims-standstill.yaml -o claims.xlsx"
    })
final class TreeEvaluateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = TreeFile.DESCRIPTION)
  private Path file = Path.of("");

  @Mixin private DefenceOption defence = new DefenceOption();

  @Option(
      names = "--budget",
      paramLabel = "AMOUNT",
      description = "Tell the best further countermeasures for this much.")
  private @Nullable Double budget;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write all of it into this file instead, which ends in .csv, .xlsx or .json.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Overwrite the file.")
  private boolean force;

  @Option(names = "--format", paramLabel = "FORMAT", description = TextFormat.DESCRIPTION)
  private TextFormat format = TextFormat.TEXT;

  TreeEvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    FileForm form = output == null ? null : form(output);
    TreeFile.Read read = TreeFile.read(file);
    FindingLines.tell(read.warnings(), terminal);
    AttackTree tree = read.tree();
    Set<String> on = defence.of(tree);
    Evaluation evaluation = evaluate(tree, on);
    evaluation.tooLarge().forEach(message -> terminal.message("warning: " + message));
    if (output != null && form != null) {
      OutputTarget.of(output, force, terminal).write(out -> write(tree, evaluation, form, out));
      return ExitCode.OK;
    }
    switch (format) {
      case JSON -> EvaluationJson.write(tree, evaluation, terminal.out());
      case TEXT -> new EvaluationWords(tree, evaluation, terminal).tell(budget);
    }
    return ExitCode.OK;
  }

  private Evaluation evaluate(AttackTree tree, Set<String> on) {
    try (Progress _ = terminal.progress("Evaluating")) {
      return Evaluation.of(tree, on, Limits.DEFAULT);
    }
  }

  private FileForm form(Path file) {
    return FileForm.of(file)
        .filter(form -> form != FileForm.SVG)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    file
                        + " does not say how to write; end it in .csv, .xlsx or .json, and use"
                        + " concordat tree draw for pictures"));
  }

  private static void write(
      AttackTree tree, Evaluation evaluation, FileForm form, OutputStream out) {
    switch (form) {
      case CSV -> EvaluationTable.write(tree, evaluation, RowWriter.csv(out));
      case XLSX ->
          EvaluationTable.write(tree, evaluation, RowWriter.xlsx(out, EvaluationTable.SHEET, 1));
      case JSON -> EvaluationJson.write(tree, evaluation, out);
      case SVG -> throw new IllegalArgumentException("figures are no picture");
    }
  }
}
