package org.concordat.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.sensitivity.Nudge;
import org.concordat.core.alignment.sensitivity.Sensitivity;
import org.concordat.core.alignment.sensitivity.Sensitivity.Effect;
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

/** Which single judgement the ranking depends on most. */
@Command(
    name = "sensitivity",
    sortOptions = false,
    header = "Say which single judgement would move the ranking most.",
    description = {
      "",
      "Changes every judgement by one level up and down, one at a time, and measures what that does"
          + " to the ranking: the share of the attention that goes elsewhere when whoever works"
          + " through it gives place i a share in proportion to 1/i. What comes first here deserves"
          + " a second look before anybody relies on the ranking."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat sensitivity acme",
      "  concordat sensitivity acme --top 3 --list 20 --format json",
      "  concordat sensitivity acme -o sensitivity.csv"
    })
final class SensitivityCommand implements Callable<Integer> {
  private static final int SHOWN = 10;
  private static final int LARGEST = 100_000;

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
      description = "How many judgements to list. Default: 10.")
  private @Nullable Integer top;

  @Option(
      names = "--list",
      paramLabel = "N",
      description =
          "Tell which requirements enter or leave the first N of the ranking. Default: 10.")
  private @Nullable Integer list;

  @Mixin private ResultOptions result = new ResultOptions();

  SensitivityCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    int limit = Math.min(LARGEST, Counts.atLeast(1, "--top", top, SHOWN, spec));
    int first = Math.min(LARGEST, Counts.atLeast(1, "--list", list, Sensitivity.TOP, spec));
    TableFormat format = result.format();
    OutputTarget target = result.target(terminal);
    Workspace workspace = WorkspaceReader.read(place, terminal);
    Sensitivity sensitivity = tried(workspace, limit, first);
    Supplier<Table> table = () -> table(workspace, sensitivity);
    result.write(
        target,
        terminal,
        "Sensitivity",
        rows -> Tables.write(table.get(), rows),
        to -> {
          switch (format) {
            case JSON -> json(workspace, sensitivity, to);
            case CSV, MARKDOWN -> Tables.write(table.get(), format, to);
            case TABLE -> {
              to.paragraph(
                  0,
                  String.format(
                      Locale.ROOT,
                      "%,d changes of one judgement by one level were tried; %,d of them move"
                          + " nothing.",
                      sensitivity.tried(),
                      sensitivity.without()));
              if (!sensitivity.effects().isEmpty()) {
                to.line("");
                Tables.write(table.get(), format, to);
              }
            }
          }
        });
    return ExitStatus.OK;
  }

  private Sensitivity tried(Workspace workspace, int limit, int first) {
    try (var _ = terminal.progress("Trying every judgement")) {
      return Sensitivity.of(workspace, limit, first);
    }
  }

  private static Table table(Workspace workspace, Sensitivity sensitivity) {
    ImpactScale scale = workspace.scale();
    Names names = new Names(workspace);
    Table.Builder table =
        Table.of(
            Table.column("attention", "Moves"),
            Table.elastic("judgement", "Judgement"),
            Table.column("change", "Changed"),
            Table.elastic("by", "By"),
            Table.column("moved", "Scores"),
            Table.elastic("entered", "Enter the first " + sensitivity.top()),
            Table.elastic("left", "Leave"));
    for (Effect effect : sensitivity.effects()) {
      Nudge nudge = effect.nudge();
      table.row(
          Cell.of(String.format(Locale.ROOT, "%.1f %%", 100 * effect.attention())),
          Cell.of(names.link(nudge.link())),
          Cell.of(scale.name(nudge.from()) + " → " + scale.name(nudge.to())),
          Cell.of(String.join(", ", judges(nudge))),
          Cell.of(effect.moved()),
          Cell.of(named(effect.entered(), names)),
          Cell.of(named(effect.left(), names)));
    }
    return table.build();
  }

  private static List<String> judges(Nudge nudge) {
    return nudge.judgements().stream()
        .map(Impact::judgement)
        .map(
            judgement ->
                (judgement.by() == null ? "nobody by name" : judgement.by())
                    + (judgement.agreed() ? " (agreed)" : ""))
        .distinct()
        .toList();
  }

  private static String named(List<Requirement> requirements, Names names) {
    return String.join("; ", requirements.stream().map(names::requirement).toList());
  }

  private static void json(Workspace workspace, Sensitivity sensitivity, Terminal to) {
    Json.write(
        to.out(),
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("tried", sensitivity.tried());
          json.writeNumberProperty("without", sensitivity.without());
          json.writeNumberProperty("top", sensitivity.top());
          json.writeName("effects");
          Json.lines(
              json, sensitivity.effects(), (j, effect) -> effect(j, workspace.scale(), effect));
          json.writeEndObject();
        });
  }

  private static void effect(JsonGenerator json, ImpactScale scale, Effect effect) {
    json.writeStartObject();
    json.writeStringProperty("from", effect.nudge().link().from());
    json.writeStringProperty("to", effect.nudge().link().to());
    json.writeStringProperty("before", scale.name(effect.nudge().from()));
    json.writeStringProperty("after", scale.name(effect.nudge().to()));
    texts(json, "judges", judges(effect.nudge()));
    json.writeNumberProperty("attention", effect.attention());
    json.writeNumberProperty("moved", effect.moved());
    texts(json, "entered", effect.entered().stream().map(Requirement::id).toList());
    texts(json, "left", effect.left().stream().map(Requirement::id).toList());
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
