package org.concordat.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.Tone;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.classic.ClassicTable;
import org.concordat.core.alignment.classic.ClassicTable.Rated;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/** The classic table of risk levels beside the priorities, and how far the two disagree. */
@Command(
    name = "classic",
    sortOptions = false,
    header = "Compare classic C/I/A risk levels with the priorities by business goals.",
    description = {
      "",
      "Asset lists rate confidentiality, integrity and availability without saying why. This sets"
          + " each rating (a judgement against the factor 'rated-impact', as imports make them)"
          + " beside what your business goals say of the same requirement, measures how far the"
          + " two orders agree (Kendall's tau-b and Spearman's rho: 1 the same order, 0 none, -1"
          + " the opposite), and lists first what differs most, with the reason or that there is"
          + " none."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat classic acme",
      "  concordat classic acme --top 5 --format markdown",
      "  concordat classic acme -o classic.xlsx"
    })
final class ClassicCommand implements Callable<Integer> {
  private static final int SHOWN_TO_PEOPLE = 20;
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

  @Mixin private ResultOptions result = new ResultOptions();

  ClassicCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    TableFormat format = result.format();
    OutputTarget target = result.target(terminal);
    int count =
        Counts.atLeast(
            1, "--top", top, result.isForPeople() ? SHOWN_TO_PEOPLE : Integer.MAX_VALUE, spec);
    Workspace workspace = WorkspaceReader.read(place, terminal);
    Priorities priorities = WorkspaceReader.prioritise(workspace, null, spec, terminal);
    ClassicTable classic = ClassicTable.of(workspace, priorities::need);
    List<Rated> listed = classic.rated().subList(0, Math.min(count, classic.rated().size()));
    Reasons reasons = new Reasons(workspace, new Names(workspace));
    Supplier<Table> table = () -> table(workspace, listed, priorities, reasons);
    result.write(
        target,
        terminal,
        "Classic",
        rows -> Tables.write(table.get(), rows),
        to -> {
          switch (format) {
            case JSON -> json(classic, listed, priorities, reasons, to);
            case CSV, MARKDOWN -> Tables.write(table.get(), format, to);
            case TABLE -> {
              summarise(workspace, classic, to);
              if (!listed.isEmpty()) {
                to.line("");
                Tables.write(table.get(), format, to);
              }
            }
          }
        });
    return ExitStatus.OK;
  }

  private static void summarise(Workspace workspace, ClassicTable classic, Terminal to) {
    if (classic.rated().isEmpty()) {
      to.paragraph(
          0,
          "Nothing is rated: no requirement has a judgement against the factor '"
              + ClassicTable.FACTOR
              + "'. Imports of asset lists make them.");
      return;
    }
    to.paragraph(
        0,
        String.format(
            Locale.ROOT,
            "%,d ratings. Agreement with the order by business goals: tau-b %s, rho %s.",
            classic.rated().size(),
            figure(classic.agreement().tau()),
            figure(classic.agreement().rho())));
    int unexplained = classic.withoutBusinessReason().size();
    if (unexplained > 0) {
      to.paragraph(
          0,
          String.format(Locale.ROOT, "No business reason is stated for %,d of them.", unexplained));
    }
    if (countsAsReason(workspace)) {
      to.paragraph(
          0,
          "The ratings hurt a goal themselves, so they are among the reasons of the priorities and"
              + " the two agree more than they would by themselves.");
    }
  }

  private static boolean countsAsReason(Workspace workspace) {
    return workspace.impacts().stream()
        .anyMatch(impact -> impact.link().from().equals(ClassicTable.FACTOR));
  }

  private static String figure(OptionalDouble value) {
    return value.isEmpty()
        ? "not defined (one order ties them all)"
        : String.format(Locale.ROOT, "%.2f", value.getAsDouble());
  }

  private static Table table(
      Workspace workspace, List<Rated> listed, Priorities priorities, Reasons reasons) {
    ImpactScale scale = workspace.scale();
    Names names = new Names(workspace);
    Table.Builder table =
        Table.of(
            Table.elastic("requirement", "Requirement"),
            Table.elastic("id", "Id"),
            Table.column("rating", "Rated"),
            Table.column("level", "By goals"),
            Table.column("shift", "Shift"),
            Table.elastic("why", "Why"));
    for (Rated rated : listed) {
      table.row(
          Cell.of(names.requirement(rated.requirement())),
          Cell.of(rated.requirement().id(), Tone.QUIET),
          Cell.of(scale.name(rated.rating()), Tone.ofLevel(scale, rated.rating().number())),
          Cell.of(
              scale.shownName(rated.need()), Tone.ofLevel(scale, scale.shownNumber(rated.need()))),
          Cell.of(String.format(Locale.ROOT, "%+.2f", rated.shift())),
          Cell.of(why(rated, priorities, reasons)));
    }
    return table.build();
  }

  private static String why(Rated rated, Priorities priorities, Reasons reasons) {
    if (rated.hasNoBusinessReason()) {
      return "no business reason is stated for this rating";
    }
    Priority priority = priorities.of(rated.requirement(), 1);
    return reasons.best(priority);
  }

  private static void json(
      ClassicTable classic,
      List<Rated> listed,
      Priorities priorities,
      Reasons reasons,
      Terminal to) {
    Json.write(
        to.out(),
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("rated", classic.rated().size());
          figure(json, "tau", classic.agreement().tau());
          figure(json, "rho", classic.agreement().rho());
          json.writeNumberProperty("unexplained", classic.withoutBusinessReason().size());
          json.writeName("requirements");
          Json.lines(
              json,
              listed,
              (j, rated) -> {
                j.writeStartObject();
                j.writeStringProperty("id", rated.requirement().id());
                j.writeStringProperty("rating", classic.scale().name(rated.rating()));
                j.writeStringProperty("level", classic.scale().shownName(rated.need()));
                j.writeNumberProperty("score", rated.need());
                j.writeNumberProperty("classicPlace", rated.classicPlace());
                j.writeNumberProperty("businessPlace", rated.businessPlace());
                j.writeNumberProperty("shift", rated.shift());
                j.writeStringProperty("why", why(rated, priorities, reasons));
                j.writeEndObject();
              });
          json.writeEndObject();
        });
  }

  private static void figure(JsonGenerator json, String name, OptionalDouble value) {
    json.writeName(name);
    if (value.isEmpty()) {
      json.writeNull();
    } else {
      json.writeNumber(value.getAsDouble());
    }
  }
}
