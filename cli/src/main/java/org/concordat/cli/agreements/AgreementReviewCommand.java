package org.concordat.cli.agreements;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.needs.WorkspaceNeeds;
import org.concordat.core.agreements.review.CrossUnitReview;
import org.concordat.core.agreements.review.Hurt;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whom an agreement hurts. */
@Command(
    name = "review",
    sortOptions = false,
    header = "Find every other unit that an agreement hurts.",
    description = {
      "",
      "Compares each agreed level with what other units need of the same requirement, and of the"
          + " assets beneath that a lower level leaves with less. Every hurt comes with the way"
          + " down and with the other unit's reason."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat agreement review bank-a.yaml mortgages-2.yaml",
      "  concordat agreement review bank-a.yaml mortgages-2.yaml --format json"
    })
final class AgreementReviewCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Workspaces workspaces;

  @Parameters(
      index = "0",
      paramLabel = "WORKSPACE",
      description = "The workspace: a folder, a YAML file, or the address of a server.")
  private String place = "";

  @Parameters(index = "1", paramLabel = "AGREEMENT", description = Agreements.DESCRIPTION)
  private Path file = Path.of("");

  @Option(
      names = "--in-force",
      paramLabel = "FILE",
      description = "Another agreement that is in force; may be repeated.")
  private List<Path> inForce = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  AgreementReviewCommand(Terminal terminal, Workspaces workspaces) {
    this.terminal = terminal;
    this.workspaces = workspaces;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    Workspace workspace = workspaces.read(place);
    Agreement agreement = Agreements.read(file, terminal);
    List<Agreement> others = new ArrayList<>();
    for (Path other : inForce) {
      others.add(Agreements.read(other, terminal));
    }
    CrossUnitReview review = CrossUnitReview.of(new WorkspaceNeeds(workspace), agreement, others);
    if (format == TableFormat.JSON) {
      json(review, workspace.scale());
    } else if (format != TableFormat.TABLE || !review.hurts().isEmpty()) {
      Tables.write(table(review, workspace.scale()), format, terminal);
    }
    if (format == TableFormat.TABLE) {
      terminal.line("");
      terminal.paragraph(
          0,
          review.unitsToAsk().isEmpty()
              ? "No other unit has to be asked."
              : "To be asked before it takes force: "
                  + String.join(", ", review.unitsToAsk())
                  + ".");
    }
    return 0;
  }

  private static Table table(CrossUnitReview review, ImpactScale scale) {
    Table.Builder table =
        Table.of(
            Table.column("unit", "Unit"),
            Table.elastic("line", "Line"),
            Table.elastic("way", "Where"),
            Table.column("needs", "Needs"),
            Table.column("gets", "Gets"),
            Table.elastic("why", "Why it needs it"),
            Table.elastic("covered", "Covered by"));
    for (Hurt hurt : review.hurts()) {
      table.row(
          Cell.of(hurt.unit()),
          Cell.of(hurt.line()),
          Cell.of(way(hurt)),
          Cell.of(Agreements.level(scale, hurt.needed())),
          Cell.of(Agreements.level(scale, hurt.there())),
          Cell.of(Agreements.path(hurt.reason())),
          Cell.of(String.join(", ", hurt.coveredBy())));
    }
    return table.build();
  }

  private static String way(Hurt hurt) {
    return hurt.way().stream().map(Requirement::id).collect(Collectors.joining(" → "));
  }

  private void json(CrossUnitReview review, ImpactScale scale) {
    Json.write(
        terminal.out(),
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("ask");
          review.unitsToAsk().forEach(json::writeString);
          json.writeEndArray();
          json.writeName("hurts");
          Json.lines(
              json,
              review.hurts(),
              (j, h) -> {
                j.writeStartObject();
                j.writeStringProperty("unit", h.unit());
                j.writeStringProperty("line", h.line());
                j.writeStringProperty("requirement", h.requirement().id());
                j.writeArrayPropertyStart("way");
                h.way().forEach(r -> j.writeString(r.id()));
                j.writeEndArray();
                j.writeStringProperty("needs", Agreements.level(scale, h.needed()));
                j.writeStringProperty("gets", Agreements.level(scale, h.there()));
                j.writeArrayPropertyStart("reason");
                if (h.reason() != null) {
                  h.reason().path().forEach(j::writeString);
                }
                j.writeEndArray();
                j.writeArrayPropertyStart("covered-by");
                h.coveredBy().forEach(j::writeString);
                j.writeEndArray();
                j.writeEndObject();
              });
          json.writeEndObject();
        });
  }
}
