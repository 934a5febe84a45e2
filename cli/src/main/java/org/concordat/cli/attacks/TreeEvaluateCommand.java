package org.concordat.cli.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import org.concordat.formats.drawing.TreeFront;
import org.concordat.formats.tables.RowWriter;
import org.concordat.formats.yaml.Words;
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
      "  concordat tree evaluate claims-standstill.yaml -o claims.xlsx",
      "  concordat tree evaluate claims-standstill.yaml -o plans.svg --front plan-cost"
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
      description =
          "Write all of it into this file instead, which ends in .csv, .xlsx or .json; one that"
              + " ends in .svg gets the chart of a front.")
  private @Nullable Path output;

  @Option(
      names = "--front",
      paramLabel = "FRONT",
      description =
          "The front that is drawn: cost-probability or cost-time of attacks, plan-cost or"
              + " plan-success of further countermeasures. Default: cost-probability.")
  private @Nullable String front;

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
    TreeFront drawn = front(form);
    OutputTarget target = output == null ? null : OutputTarget.of(output, force, terminal);
    TreeFile.Read read = TreeFile.read(file);
    FindingLines.tell(read.warnings(), terminal);
    AttackTree tree = read.tree();
    Set<String> on = defence.of(tree);
    if (target != null && form == FileForm.SVG) {
      String svg = drawn(tree, on, drawn);
      target.write(out -> out.write(svg.getBytes(UTF_8)));
      return ExitCode.OK;
    }
    Evaluation evaluation = evaluate(tree, on);
    evaluation.tooLarge().forEach(message -> terminal.message("warning: " + message));
    if (target != null && form != null) {
      target.write(out -> write(tree, evaluation, form, out));
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
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    file + " does not say how to write; end it in .csv, .xlsx, .json or .svg"));
  }

  private TreeFront front(@Nullable FileForm form) {
    String name = front;
    if (name == null) {
      return TreeFront.COST_PROBABILITY;
    }
    if (form != FileForm.SVG) {
      throw new ParameterException(
          spec.commandLine(), "--front counts only for a file that ends in .svg");
    }
    return TreeFront.of(name)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--front takes one of %s, not %s"
                        .formatted(String.join(", ", Words.all(TreeFront.class)), name)));
  }

  private String drawn(AttackTree tree, Set<String> on, TreeFront wanted) {
    try (Progress _ = terminal.progress("Evaluating")) {
      return wanted.draw(tree, on, Limits.DEFAULT, TreeFront.Sayings.ENGLISH);
    }
  }

  private static void write(
      AttackTree tree, Evaluation evaluation, FileForm form, OutputStream out) {
    switch (form) {
      case CSV -> EvaluationTable.write(tree, evaluation, RowWriter.csv(out));
      case XLSX ->
          EvaluationTable.write(tree, evaluation, RowWriter.xlsx(out, EvaluationTable.SHEET, 1));
      case JSON -> EvaluationJson.write(tree, evaluation, out);
      case SVG -> throw new IllegalArgumentException("all figures are no one picture");
    }
  }
}
