package org.concordat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.Table.Column;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.Tone;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.json.PrioritiesJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which requirements come first, and why. */
@Command(
    name = "priorities",
    sortOptions = false,
    header = "Say which security requirements come first, and why.",
    description = {
      "",
      "Ranks every security requirement (a property of an asset, such as the availability of the"
          + " claims database) by what breaking it does to your goals, directly or to whatever"
          + " depends on the asset. Each comes with its best reason. 'inherited' says that the need"
          + " comes from what depends on the asset; 'own' that the asset's own impacts make it."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat priorities acme",
      "  concordat priorities acme --unit claims --top 5",
      "  concordat priorities acme --format json"
    })
final class PrioritiesCommand implements Callable<Integer> {
  private static final int SHOWN_TO_PEOPLE = 20;
  private static final int PATHS_FOR_PEOPLE = 1;
  private static final int PATHS_FOR_PROGRAMS = 3;

  /** Beyond so many levels a bar says less than the level's name. */
  private static final int LONGEST_BAR = 10;

  private final Terminal terminal;

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
      names = "--top",
      paramLabel = "N",
      description = "How many to list. Default: 20 for people, all in JSON and CSV.")
  private @Nullable Integer top;

  @Option(
      names = "--unit",
      paramLabel = "ID",
      description = "Count the goals of this unit alone, and list only what they need.")
  private @Nullable String unit;

  @Option(
      names = "--rationale",
      paramLabel = "N",
      description = "How many reasons each. Default: 1 for people, 3 in JSON and CSV.")
  private @Nullable Integer rationale;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  PrioritiesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    boolean isForPeople =
        switch (format) {
          case TABLE, MARKDOWN -> true;
          case JSON, CSV -> false;
        };
    int count =
        Counts.atLeast(1, "--top", top, isForPeople ? SHOWN_TO_PEOPLE : Integer.MAX_VALUE, spec);
    int paths =
        Counts.atLeast(
            0, "--rationale", rationale, isForPeople ? PATHS_FOR_PEOPLE : PATHS_FOR_PROGRAMS, spec);
    Workspace workspace = WorkspaceReader.read(place, terminal);
    Priorities priorities = WorkspaceReader.prioritise(workspace, unit, spec, terminal);
    List<Priority> list;
    try (var _ = terminal.progress("Finding reasons")) {
      list = priorities.list(count, paths);
    }
    if (unit != null) {
      list = list.stream().filter(p -> p.score() > 0).toList();
    }
    switch (format) {
      case JSON -> PrioritiesJson.write(workspace, list, terminal.out());
      case CSV -> Tables.write(forPrograms(workspace, list), format, terminal);
      case TABLE -> showTable(workspace, priorities, list);
      case MARKDOWN -> Tables.write(forPeople(workspace, list), format, terminal);
    }
    return ExitStatus.OK;
  }

  private void showTable(Workspace workspace, Priorities priorities, List<Priority> list) {
    boolean isAnythingNeeded = !list.isEmpty() && list.getFirst().score() > 0;
    if (isAnythingNeeded) {
      terminal.line("");
      Tables.write(forPeople(workspace, list), TableFormat.TABLE, terminal);
      terminal.line("");
    }
    new PrioritiesSummary(workspace, priorities, unit, WorkspaceReader.argument(place))
        .write(list, terminal);
  }

  private static Table forPeople(Workspace workspace, List<Priority> list) {
    Names names = new Names(workspace);
    Reasons reasons = new Reasons(workspace, names);
    Table.Builder table =
        Table.of(
            Table.column("rank", "Rank"),
            Table.column("level", "Level"),
            Table.elastic("requirement", "Requirement"),
            Table.elastic("why", "Why"),
            Table.elastic("need", "Need"));
    for (Priority priority : list) {
      table.row(
          Cell.of(priority.rank()),
          level(workspace.scale(), priority.score()),
          Cell.named(names.requirement(priority.requirement()), priority.requirement().id()),
          Cell.stack(why(priority, reasons)),
          Cell.of(reasons.origin(priority), Tone.QUIET));
    }
    return table.build();
  }

  private static List<String> why(Priority priority, Reasons reasons) {
    return priority.rationale().size() <= 1
        ? List.of(reasons.best(priority))
        : priority.rationale().stream().map(reasons::path).toList();
  }

  /** The level with a bar, so that it shows without colour too. */
  static Cell level(ImpactScale scale, double score) {
    int number = scale.shownNumber(score);
    String bar =
        scale.size() > LONGEST_BAR
            ? ""
            : "■".repeat(number) + "·".repeat(scale.size() - number) + " ";
    return Cell.of(bar + scale.shownName(score), Tone.ofLevel(scale, number));
  }

  private static Table forPrograms(Workspace workspace, List<Priority> list) {
    List<Column> columns = new ArrayList<>();
    for (String key : List.of("rank", "id", "asset", "property", "name", "score", "level", "own")) {
      columns.add(Table.column(key, key));
    }
    List<String> units =
        list.isEmpty()
            ? workspace.units().stream().map(Unit::id).toList()
            : List.copyOf(list.getFirst().units().keySet());
    units.forEach(u -> columns.add(Table.column("unit " + u, u)));
    columns.add(Table.column("rationale", "rationale"));
    Names names = new Names(workspace);
    Table.Builder table = Table.of(columns.toArray(Column[]::new));
    for (Priority priority : list) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(priority.rank()));
      row.add(Cell.of(priority.requirement().id()));
      row.add(Cell.of(priority.requirement().asset()));
      row.add(Cell.of(priority.requirement().property()));
      row.add(Cell.of(names.asset(priority.requirement().asset())));
      row.add(Cell.of(priority.score()));
      row.add(Cell.of(priority.level()));
      row.add(Cell.of(priority.own()));
      units.forEach(u -> row.add(Cell.of(priority.units().getOrDefault(u, 0.0))));
      row.add(Cell.of(Reasons.ids(priority.rationale())));
      table.row(row);
    }
    return table.build();
  }
}
