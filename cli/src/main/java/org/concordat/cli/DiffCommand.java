package org.concordat.cli;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.Tone;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.PriorityShifts;
import org.concordat.core.alignment.priorities.PriorityShifts.Attribution;
import org.concordat.core.alignment.priorities.PriorityShifts.RankShift;
import org.concordat.core.alignment.priorities.PriorityShifts.Shift;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.ChangeWording;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.formats.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/** Which priorities moved between two workspaces, and which change moved them. */
@Command(
    name = "diff",
    sortOptions = false,
    header = "Say which priorities moved, and which change moved them.",
    description = {
      "",
      "Compares two workspaces, such as last year's and today's: what changed, which requirements"
          + " gained or lost priority, and for each of them the changes that did it. A change is"
          + " named as a cause when making it alone moves the requirement, or when leaving it out"
          + " would have left the requirement elsewhere. Where only several changes move it"
          + " together, they are named together."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat diff acme-last-year acme",
      "  concordat diff acme-last-year acme --format json"
    })
final class DiffCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "OLD", description = "The workspace before.")
  private WorkspacePlace old = WorkspaceReader.HERE;

  @Parameters(index = "1", paramLabel = "NEW", description = "The workspace after.")
  private WorkspacePlace now = WorkspaceReader.HERE;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many moved requirements to list. Default: 20 for people, else all.")
  private @Nullable Integer top;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    Workspace before = WorkspaceReader.read(old, terminal);
    Workspace after = WorkspaceReader.read(now, terminal);
    PriorityShifts shifts;
    try (var _ = terminal.progress("Comparing")) {
      shifts = PriorityShifts.between(before, after);
    }
    ChangeWording wording = new ChangeWording(before, after);
    switch (format) {
      case TABLE -> show(shifts, wording, new Names(after), before, after);
      case JSON -> json(shifts, wording);
      case CSV, MARKDOWN ->
          Tables.write(
              moved(shifts, new Names(after), Integer.MAX_VALUE, wording::describe),
              format,
              terminal);
    }
    return ExitStatus.OK;
  }

  private int listed(int otherwise) {
    return top == null ? otherwise : Math.max(0, top);
  }

  private void show(
      PriorityShifts shifts,
      ChangeWording wording,
      Names names,
      Workspace before,
      Workspace after) {
    if (shifts.changes().isEmpty()) {
      terminal.paragraph(0, "Nothing changed.");
      return;
    }
    Set<WorkspaceChange> causes = causes(shifts);
    terminal.line(counted(shifts.changes().size(), "change") + ":");
    int number = 0;
    for (WorkspaceChange change : shifts.changes()) {
      boolean moves = causes.contains(change);
      terminal.paragraph(
          2,
          5,
          moves ? Tone.PLAIN : Tone.QUIET,
          ++number + ". " + wording.describe(change) + (moves ? "" : " (moves nothing)"));
    }
    terminal.line("");
    if (shifts.moved().isEmpty()) {
      terminal.paragraph(0, "No priority moved.");
      return;
    }
    int shown = Math.min(listed(20), shifts.moved().size());
    Tables.write(
        moved(shifts, names, shown, c -> "change " + (shifts.changes().indexOf(c) + 1)),
        TableFormat.TABLE,
        terminal);
    terminal.line("");
    terminal.paragraph(
        0,
        "%d of %s moved; %s changed rank only because others moved."
            .formatted(
                shifts.moved().size(),
                counted(requirements(before, after), "requirement"),
                counted(shifts.reranked().size(), "more")));
    if (shown < shifts.moved().size()) {
      terminal.paragraph(0, "Shown are the " + shown + " that moved most; --top lists more.");
    }
    if (shifts.moved().stream().anyMatch(s -> s.attribution() == Attribution.PATHS)) {
      terminal.paragraph(
          0,
          "There are too many changes to try each: causes marked 'likely' are those on the best"
              + " paths.");
    }
  }

  private static Set<WorkspaceChange> causes(PriorityShifts shifts) {
    Set<WorkspaceChange> causes = new HashSet<>();
    shifts.moved().forEach(s -> causes.addAll(s.causes()));
    return causes;
  }

  private static int requirements(Workspace before, Workspace after) {
    Set<String> ids = new HashSet<>();
    for (Workspace workspace : List.of(before, after)) {
      workspace.assets().forEach(a -> a.properties().forEach(p -> ids.add(a.id() + "/" + p)));
    }
    return ids.size();
  }

  private static String counted(int count, String one) {
    return String.format(
        Locale.ROOT, "%,d %s", count, count == 1 || one.equals("more") ? one : one + "s");
  }

  private Table moved(
      PriorityShifts shifts, Names names, int shown, Function<WorkspaceChange, String> naming) {
    Table.Builder table =
        Table.of(
            Table.elastic("requirement", "Requirement"),
            Table.elastic("id", "Id"),
            Table.column("before", "Before"),
            Table.column("after", "After"),
            Table.column("rank", "Rank"),
            Table.elastic("because", "Because of"));
    for (Shift shift : shifts.moved().stream().limit(listed(shown)).toList()) {
      table.row(
          Cell.of(names.requirement(shift.requirement())),
          Cell.of(shift.requirement().id(), Tone.QUIET),
          Cell.of(level(shift.before())),
          Cell.of(level(shift.after())),
          Cell.of(rank(shift.before()) + " → " + rank(shift.after())),
          Cell.of(because(shift, naming)));
    }
    return table.build();
  }

  private static String because(Shift shift, Function<WorkspaceChange, String> naming) {
    List<String> causes = shift.causes().stream().map(naming).toList();
    return switch (shift.attribution()) {
      case COUNTERFACTUAL -> String.join("; ", causes);
      case TOGETHER -> String.join(" together with ", causes);
      case PATHS -> causes.isEmpty() ? "not known" : "likely " + String.join("; ", causes);
    };
  }

  private static String level(@Nullable Priority priority) {
    return priority == null ? "-" : priority.level();
  }

  private static String rank(@Nullable Priority priority) {
    return priority == null ? "-" : String.valueOf(priority.rank());
  }

  private void json(PriorityShifts shifts, ChangeWording wording) {
    Set<WorkspaceChange> causes = causes(shifts);
    Json.write(
        terminal.out(),
        json -> {
          json.writeStartObject();
          json.writeName("changes");
          Json.lines(
              json,
              shifts.changes(),
              (j, change) -> {
                j.writeStartObject();
                j.writeNumberProperty("number", shifts.changes().indexOf(change) + 1);
                j.writeStringProperty("entry", change.key());
                j.writeStringProperty("change", wording.describe(change));
                j.writeBooleanProperty("moves", causes.contains(change));
                j.writeEndObject();
              });
          json.writeName("moved");
          Json.lines(
              json,
              shifts.moved().stream().limit(listed(Integer.MAX_VALUE)).toList(),
              (j, shift) -> shift(j, shift, shifts.changes()));
          json.writeName("reranked");
          Json.lines(json, shifts.reranked(), DiffCommand::reranked);
          json.writeEndObject();
        });
  }

  private static void shift(JsonGenerator json, Shift shift, List<WorkspaceChange> changes) {
    json.writeStartObject();
    json.writeStringProperty("id", shift.requirement().id());
    priority(json, "before", shift.before());
    priority(json, "after", shift.after());
    json.writeArrayPropertyStart("causes");
    shift.causes().forEach(cause -> json.writeNumber(changes.indexOf(cause) + 1));
    json.writeEndArray();
    json.writeStringProperty("attribution", Words.of(shift.attribution()));
    json.writeEndObject();
  }

  private static void reranked(JsonGenerator json, RankShift shift) {
    json.writeStartObject();
    json.writeStringProperty("id", shift.requirement().id());
    json.writeNumberProperty("score", shift.score());
    json.writeNumberProperty("before", shift.before());
    json.writeNumberProperty("after", shift.after());
    json.writeEndObject();
  }

  private static void priority(JsonGenerator json, String name, @Nullable Priority priority) {
    json.writeName(name);
    if (priority == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberProperty("rank", priority.rank());
    json.writeNumberProperty("score", priority.score());
    json.writeStringProperty("level", priority.level());
    json.writeArrayPropertyStart("path");
    if (!priority.rationale().isEmpty()) {
      priority.rationale().getFirst().path().forEach(json::writeString);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
