package org.concordat.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.reassessment.Due;
import org.concordat.core.alignment.reassessment.Due.Reason;
import org.concordat.core.alignment.reassessment.Due.Subject;
import org.concordat.core.alignment.reassessment.Experience;
import org.concordat.core.alignment.reassessment.Incident;
import org.concordat.core.alignment.reassessment.Reassessment;
import org.concordat.core.alignment.reassessment.ReviewIntervals;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.incidents.IncidentCsv;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which judgements need another look, as far as their dates tell. */
@Command(
    name = "reassess",
    sortOptions = false,
    header = "Say which judgements need another look: of their age, or since incidents say so.",
    description = {
      "",
      "Lists the judgements that are older than an interval of yours, and those without a date. A"
          + " file does not tell when an asset, a factor or a goal was changed, nor what was"
          + " measured: a server does, on its page 'Another look'. Incidents come in CSV, with the"
          + " columns id, asset, property, on, severity and what, and factor and level where the"
          + " damage is known."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat reassess acme",
      "  concordat reassess acme --months 6 --goal-months 24 --format csv",
      "  concordat reassess acme --incidents incidents.csv",
      "  concordat reassess acme -o another-look.xlsx"
    })
final class ReassessCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "WORKSPACE",
      description = WorkspaceReader.DESCRIPTION)
  private WorkspacePlace place = WorkspaceReader.HERE;

  @Option(
      names = "--months",
      paramLabel = "N",
      description = "After how many months requirements are judged again; 0 never. Default: 12.")
  private int months = 12;

  @Option(
      names = "--goal-months",
      paramLabel = "N",
      description = "The same for what factors do to goals. Default: 12.")
  private int goalMonths = 12;

  @Option(names = "--incidents", paramLabel = "FILE", description = "What happened: a file in CSV.")
  private @Nullable Path incidents;

  @Mixin private ResultOptions result = new ResultOptions();

  ReassessCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    ReviewIntervals intervals = intervals();
    TableFormat format = result.format();
    OutputTarget target = result.target(terminal);
    Workspace workspace = WorkspaceReader.read(place, terminal);
    List<Due> due =
        new Reassessment(
                intervals,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                ZoneOffset.UTC,
                List.of(),
                incidents(workspace),
                Reassessment.Moments.NONE,
                Experience.NONE)
            .of(workspace);
    Supplier<Table> table = () -> table(due, new Names(workspace));
    result.write(
        target,
        terminal,
        "Another look",
        rows -> Tables.write(table.get(), rows),
        to -> {
          if (due.isEmpty() && format == TableFormat.TABLE) {
            to.paragraph(0, "No judgement is due.");
          } else {
            Tables.write(table.get(), format, to);
          }
        });
    return ExitStatus.OK;
  }

  private List<Incident> incidents(Workspace workspace) throws IOException, InvalidInput {
    if (incidents == null) {
      return List.of();
    }
    FindingList findings = new FindingList();
    try (Reader reader = Files.newBufferedReader(incidents)) {
      List<Incident> read =
          IncidentCsv.read(incidents.toString(), reader, workspace.scale(), findings);
      if (findings.hasErrors()) {
        throw new InvalidInput(findings.list());
      }
      return read;
    }
  }

  private ReviewIntervals intervals() {
    try {
      return new ReviewIntervals(months == 0 ? null : months, goalMonths == 0 ? null : goalMonths);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static Table table(List<Due> due, Names names) {
    Table.Builder table =
        Table.of(
            Table.elastic("judgement", "Judgement"),
            Table.elastic("from", "From"),
            Table.elastic("to", "To"),
            Table.column("judged", "Judged"),
            Table.column("due", "Due"),
            Table.elastic("why", "Why"));
    for (Due one : due) {
      Reason reason = one.reasons().getFirst();
      switch (one.subject()) {
        case Subject.Judged(var link, var judgedOn) ->
            table.row(
                Cell.of(names.link(link)),
                Cell.of(link.from()),
                Cell.of(link.to()),
                judgedOn == null ? Cell.nothing() : Cell.of(judgedOn.toString()),
                dueOn(reason),
                Cell.of(why(reason)));
        case Subject.Unjudged(var requirement) -> broken(table, requirement, reason);
        case Subject.Promised(_, _, var requirement) -> broken(table, requirement, reason);
      }
    }
    return table.build();
  }

  private static void broken(Table.Builder table, Requirement requirement, Reason reason) {
    table.row(
        Cell.of(requirement.id()),
        Cell.of(requirement.id()),
        Cell.nothing(),
        Cell.nothing(),
        dueOn(reason),
        Cell.of(why(reason)));
  }

  private static Cell dueOn(Reason reason) {
    return reason instanceof Reason.Lapsed(var dueOn) ? Cell.of(dueOn.toString()) : Cell.nothing();
  }

  private static String why(Reason reason) {
    return switch (reason) {
      case Reason.Lapsed _ -> "its time is over";
      case Reason.Undated _ -> "nobody said when it was made";
      case Reason.Changed(var change) -> "changed since: " + change.id();
      case Reason.Happened(var incident) -> "incident: " + incident.what();
      case Reason.Contradicted(var how, _, var seen, var all) ->
          "damage %s (level %d): %s"
              .formatted(
                  Words.of(how).replace('-', ' '),
                  seen.number(),
                  all.stream().map(Incident::what).collect(Collectors.joining("; ")));
      case Reason.BrokenWithoutHarm(var agreement, var windows, _) ->
          "breached %d times without harm: %s".formatted(windows, agreement);
      case Reason.AlwaysMet(var windows, var worst) ->
          "met with slack %d times; the worst was %s".formatted(windows, worst.toPlainString());
      case Reason.NeverMet(var windows, var best) ->
          "not met %d times; the best was %s".formatted(windows, best.toPlainString());
    };
  }
}
