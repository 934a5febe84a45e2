package org.concordat.cli.agreements;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.comparison.AgreementComparison;
import org.concordat.core.agreements.comparison.LineChange;
import org.concordat.core.agreements.comparison.PricePoint;
import org.concordat.core.agreements.needs.UnitScope;
import org.concordat.core.agreements.needs.WorkspaceNeeds;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.drawing.PriceChart;
import org.concordat.formats.json.Json;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What differs between two versions. */
@Command(
    name = "compare",
    sortOptions = false,
    header = "Compare two versions of an agreement line by line.",
    description = {
      "",
      "Tells every line that came, went or changed, and what each version costs. With a workspace"
          + " it also tells which part of the unit's need each version meets."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat agreement compare mortgages-1.yaml mortgages-2.yaml",
      "  concordat agreement compare mortgages-1.yaml mortgages-2.yaml --workspace bank-a.yaml",
      "  concordat agreement compare mortgages-1.yaml mortgages-2.yaml --workspace bank-a.yaml -o"
          + " price.svg"
    })
final class AgreementCompareCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Workspaces workspaces;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BEFORE", description = Agreements.DESCRIPTION)
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "The other version.")
  private Path after = Path.of("");

  @Option(
      names = "--workspace",
      paramLabel = "WORKSPACE",
      description = "The workspace that says what the unit needs.")
  private @Nullable String place;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The chart of price against protection, as SVG; it needs --workspace.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Overwrite the file.")
  private boolean force;

  AgreementCompareCommand(Terminal terminal, Workspaces workspaces) {
    this.terminal = terminal;
    this.workspaces = workspaces;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    Agreement one = Agreements.read(before, terminal);
    Agreement other = Agreements.read(after, terminal);
    AgreementComparison comparison = AgreementComparison.of(one, other);
    UnitScope scope = scope(one);
    if (output != null) {
      draw(output, List.of(one, other), scope);
      return 0;
    }
    if (format == TableFormat.JSON) {
      json(comparison, scope);
      return 0;
    }
    Tables.write(table(comparison), format, terminal);
    if (format == TableFormat.TABLE) {
      terminal.line("");
      if (!comparison.whole().isEmpty()) {
        terminal.paragraph(
            0,
            "Beside the lines differ: "
                + comparison.whole().stream()
                    .map(Words::of)
                    .sorted()
                    .collect(Collectors.joining(", "))
                + ".");
      }
      tell("Before", one, scope);
      tell("After", other, scope);
    }
    return 0;
  }

  private @Nullable UnitScope scope(Agreement agreement) throws IOException, InvalidInput {
    if (place == null) {
      return null;
    }
    Workspace workspace = workspaces.read(place);
    if (workspace.units().stream().noneMatch(u -> u.id().equals(agreement.unit()))) {
      throw new ParameterException(
          spec.commandLine(), "the workspace has no unit '" + agreement.unit() + "'");
    }
    return UnitScope.of(new WorkspaceNeeds(workspace), agreement.unit());
  }

  private void draw(Path file, List<Agreement> versions, @Nullable UnitScope scope)
      throws IOException {
    if (scope == null) {
      throw new ParameterException(
          spec.commandLine(),
          "a chart needs --workspace, for it shows how much of the need is met");
    }
    List<PricePoint> points = PricePoint.of(versions, scope);
    String svg = PriceChart.draw(PriceChart.englishLegend(points), PriceChart.english(points));
    OutputTarget.of(file, force, terminal)
        .write(out -> out.write(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private void tell(String which, Agreement agreement, @Nullable UnitScope scope) {
    terminal.paragraph(
        0,
        "%s: %s a year, %s once%s."
            .formatted(
                which,
                agreement.yearly(),
                agreement.once(),
                scope == null
                    ? ""
                    : ", meets %s of the need"
                        .formatted(Agreements.percent(scope.protection(agreement)))));
  }

  private static Table table(AgreementComparison comparison) {
    Table.Builder table =
        Table.of(
            Table.elastic("line", "Line"),
            Table.column("change", "Change"),
            Table.elastic("before", "Before"),
            Table.elastic("after", "After"),
            Table.elastic("differs", "Differs"));
    Agreement before = comparison.before();
    Agreement after = comparison.after();
    for (LineChange change : comparison.lines()) {
      switch (change) {
        case LineChange.Added c ->
            table.row(
                Cell.of(c.line()),
                Cell.of("added"),
                Cell.nothing(),
                Cell.of(words(c.after(), after)),
                Cell.nothing());
        case LineChange.Removed c ->
            table.row(
                Cell.of(c.line()),
                Cell.of("removed"),
                Cell.of(words(c.before(), before)),
                Cell.nothing(),
                Cell.nothing());
        case LineChange.Changed c ->
            table.row(
                Cell.of(c.line()),
                Cell.of("changed"),
                Cell.of(words(c.before(), before)),
                Cell.of(words(c.after(), after)),
                Cell.of(aspects(c)));
        case LineChange.Kept c ->
            table.row(
                Cell.of(c.line()),
                Cell.of("kept"),
                Cell.of(words(c.after(), after)),
                Cell.of(words(c.after(), after)),
                Cell.nothing());
      }
    }
    return table.build();
  }

  private static String aspects(LineChange.Changed change) {
    return change.aspects().stream().map(Words::of).sorted().collect(Collectors.joining(", "));
  }

  private static String words(AgreementLine line, Agreement in) {
    String level = Agreements.level(in.scale(), line.agreedNumber());
    return switch (line.provision()) {
      case Provision.Served s ->
          "%s %s (%s), %s a year"
              .formatted(s.service(), s.level(), level, line.yearly(in.currency()));
      case Provision.Included i -> "in %s (%s)".formatted(i.line(), level);
      case Provision.Unserved _ -> "nothing";
    };
  }

  private void json(AgreementComparison comparison, @Nullable UnitScope scope) {
    Json.write(
        terminal.out(),
        json -> {
          json.writeStartObject();
          json.writeBooleanProperty("same", comparison.isSame());
          json.writeArrayPropertyStart("whole");
          comparison.whole().stream().map(Words::of).sorted().forEach(json::writeString);
          json.writeEndArray();
          json.writeName("versions");
          List<Agreement> versions = List.of(comparison.before(), comparison.after());
          UnitScope none = new UnitScope(comparison.before().unit(), List.of());
          Json.lines(
              json,
              PricePoint.of(versions, scope == null ? none : scope),
              (j, p) -> {
                j.writeStartObject();
                j.writeNumberProperty("version", p.version());
                j.writeStringProperty("yearly", p.yearly().toString());
                j.writeStringProperty("once", p.once().toString());
                if (scope != null) {
                  j.writeNumberProperty("protection", p.protection());
                }
                j.writeEndObject();
              });
          json.writeName("lines");
          Json.lines(
              json,
              comparison.lines(),
              (j, c) -> {
                j.writeStartObject();
                j.writeStringProperty("line", c.line());
                j.writeStringProperty(
                    "change",
                    switch (c) {
                      case LineChange.Added _ -> "added";
                      case LineChange.Removed _ -> "removed";
                      case LineChange.Changed _ -> "changed";
                      case LineChange.Kept _ -> "kept";
                    });
                j.writeArrayPropertyStart("differs");
                if (c instanceof LineChange.Changed changed) {
                  changed.aspects().stream().map(Words::of).sorted().forEach(j::writeString);
                }
                j.writeEndArray();
                j.writeEndObject();
              });
          json.writeEndObject();
        });
  }
}
