package org.concordat.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.rounds.AlphaInterval.Resampling;
import org.concordat.core.alignment.rounds.CommonOrder;
import org.concordat.core.alignment.rounds.Consequence;
import org.concordat.core.alignment.rounds.LinkAgreement;
import org.concordat.core.alignment.rounds.RoundAgreement;
import org.concordat.core.alignment.rounds.RoundAnswers;
import org.concordat.core.alignment.rounds.Steps;
import org.concordat.core.alignment.rounds.Weighting;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.json.AgreementJson;
import org.concordat.formats.rounds.AgreementRows;
import org.concordat.formats.rounds.AnswerFile;
import org.concordat.formats.tables.RowWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How far judges agree, where they differ, and how much it matters. */
@Command(
    name = "agreement",
    sortOptions = false,
    header = "Say how far judges agree, where they differ, and whether it matters.",
    description = {
      "",
      "Takes a workspace with judgements by several people, or a file of answers (CSV, XLSX, JSON)"
          + " with the columns requirement, factor, goal, by, level and because. Tells"
          + " Krippendorff's alpha for ordered levels with its interval, Kendall's W, and every"
          + " link that was judged: those whose answers would change most priorities first, then"
          + " those that divide most. A file with the column place instead of level holds orders:"
          + " then it tells Kendall's W and the order of all judges together."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat round agreement acme",
      "  concordat round agreement answers.csv --of acme",
      "  concordat round agreement answers.csv --of acme --weigh --format json",
      "  concordat round agreement orders.csv --of acme",
      "  concordat round agreement acme -o agreement.xlsx"
    })
final class RoundAgreementCommand implements Callable<Integer> {
  private static final int SHOWN_TO_PEOPLE = 20;

  private final Terminal terminal;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "A file of answers, or a workspace. Default: the current folder.")
  private WorkspacePlace place = WorkspaceReader.HERE;

  @Option(
      names = "--of",
      paramLabel = "WORKSPACE",
      description =
          "The workspace that a file of answers is about: names the levels, and tells what would"
              + " move. Without it the levels are negligible, marginal and critical.")
  private @Nullable WorkspacePlace of;

  @Option(
      names = "--weigh",
      description =
          "Weigh the median by the judges' training: basic counts twice, advanced three times.")
  private boolean weigh;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What the draws of the interval begin with; the same seed, the same interval.")
  private long seed = Resampling.USUAL.seed();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many links to list. Default: 20 for people, else all.")
  private @Nullable Integer top;

  @Mixin private ResultOptions result = new ResultOptions();

  RoundAgreementCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    TableFormat format = result.format();
    OutputTarget target = result.target(terminal);
    boolean isFile = place instanceof WorkspacePlace.Local(var path) && AnswerFile.isOne(path);
    WorkspacePlace about = isFile ? of : place;
    @Nullable Workspace workspace = about == null ? null : WorkspaceReader.read(about, terminal);
    ImpactScale scale = workspace == null ? ImpactScale.DEFAULT : workspace.scale();
    AnswerFile.Read read = answers(isFile, workspace, scale);
    RoundAnswers answers = read.answers();
    Steps steps = read.steps();
    boolean isOrder = steps instanceof Steps.Places;
    RoundAgreement agreement = compared(answers, steps);
    // Places are no levels: nothing follows from them for the priorities.
    Map<Link, Consequence> consequences =
        workspace == null || isOrder ? Map.of() : consequences(workspace, agreement);
    List<LinkAgreement> links = Consequence.order(agreement.links(), consequences);
    int most =
        top == null ? (result.isForPeople() ? SHOWN_TO_PEOPLE : links.size()) : Math.max(0, top);
    List<LinkAgreement> shown = links.stream().limit(most).toList();
    @Nullable CommonOrder order = isOrder ? CommonOrder.of(answers) : null;
    @Nullable Names names = workspace == null ? null : new Names(workspace);
    @Nullable JointOrder joint =
        order == null ? null : new JointOrder(placed(order, most), links, steps);
    ResultOptions.Rows rows =
        order == null
            ? to -> AgreementRows.ofLevels(shown, consequences, steps, to)
            : to -> AgreementRows.ofPlaces(placed(order, most), links, to);
    result.write(
        target,
        terminal,
        AgreementRows.SHEET,
        rows,
        to -> {
          switch (format) {
            case JSON ->
                AgreementJson.write(agreement, shown, consequences, steps, order, to.out());
            case CSV -> rows.write(RowWriter.piped(to.out()));
            case MARKDOWN, TABLE -> {
              if (format == TableFormat.TABLE) {
                AgreementWords.tell(agreement, answers, steps, weigh, to);
              }
              if (!shown.isEmpty()) {
                if (format == TableFormat.TABLE) {
                  to.line("");
                }
                Tables.write(
                    joint == null
                        ? forPeople(shown, consequences, scale, names)
                        : joint.forPeople(names),
                    format,
                    to);
              }
              if (format == TableFormat.TABLE && shown.size() < links.size()) {
                to.line("");
                to.paragraph(
                    0,
                    "Shown are %d of %d links; --top lists more."
                        .formatted(shown.size(), links.size()));
              }
            }
          }
        });
    return ExitStatus.OK;
  }

  private static List<CommonOrder.Placed> placed(CommonOrder order, int most) {
    return order.placed().stream().limit(most).toList();
  }

  private RoundAgreement compared(RoundAnswers answers, Steps steps) {
    try (var _ = terminal.progress("Comparing answers")) {
      return RoundAgreement.of(
          answers,
          steps,
          weigh ? Weighting.BY_TRAINING : Weighting.EQUAL,
          new Resampling(Resampling.USUAL.times(), Resampling.USUAL.confidence(), seed));
    }
  }

  private Map<Link, Consequence> consequences(Workspace workspace, RoundAgreement agreement) {
    try (var _ = terminal.progress("Trying answers")) {
      return Consequence.of(workspace, agreement.links());
    }
  }

  private AnswerFile.Read answers(boolean isFile, @Nullable Workspace workspace, ImpactScale scale)
      throws IOException, InvalidInput {
    if (isFile && place instanceof WorkspacePlace.Local(var path)) {
      return AnswerFile.read(path, scale);
    }
    if (workspace == null) {
      throw new IllegalStateException("what is no file of answers is a workspace");
    }
    return new AnswerFile.Read(RoundAnswers.of(workspace), new Steps.Levels(scale));
  }

  private static Table forPeople(
      List<LinkAgreement> links,
      Map<Link, Consequence> consequences,
      ImpactScale scale,
      @Nullable Names names) {
    Steps steps = new Steps.Levels(scale);
    Table.Builder table =
        Table.of(
            Table.elastic("link", "Link"),
            Table.elastic("answers", "Answers"),
            Table.column("disagreement", "Disagreement"),
            Table.elastic("matters", "What would move"));
    for (LinkAgreement link : links) {
      table.row(
          names == null
              ? Cell.of(link.link().from() + " → " + link.link().to())
              : Cell.named(names.link(link.link()), link.link().from() + " → " + link.link().to()),
          Cell.of(AgreementWords.answers(link, steps)),
          Cell.of(rounded(link.disagreement())),
          Cell.of(AgreementWords.consequence(link, consequences.get(link.link()), scale, names)));
    }
    return table.build();
  }

  private static String rounded(OptionalDouble number) {
    return number.isEmpty() ? "–" : String.format(Locale.ROOT, "%.2f", number.getAsDouble());
  }
}
