package org.concordat.cli.agreements;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.ServiceCalendar;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.Term;
import org.concordat.core.agreements.drafting.AgreementDraft;
import org.concordat.core.agreements.drafting.AgreementDraft.DraftedLine;
import org.concordat.core.agreements.drafting.AgreementDraft.Fit;
import org.concordat.core.agreements.drafting.DraftTerms;
import org.concordat.core.agreements.drafting.Drafting;
import org.concordat.core.agreements.needs.WorkspaceNeeds;
import org.concordat.core.alignment.Unit;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.NearestName;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.agreements.AgreementFiles;
import org.concordat.formats.agreements.AgreementJson;
import org.concordat.formats.json.Json;
import org.concordat.formats.json.PrioritiesJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/** A draft from a unit's priorities and what IT offers. */
@Command(
    name = "draft",
    sortOptions = false,
    header = "Draft a unit's agreement from its priorities.",
    description = {
      "",
      "One line for every requirement that the unit's judgements link to its goals: the service"
          + " level that fits the need, its price, its targets, the IT assets that carry it, and"
          + " the goal behind it. The JSON holds the document, which the other commands read."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat agreement draft bank-a.yaml --services services.yaml --unit mortgages",
      "  concordat agreement draft bank-a.yaml --services services.yaml --unit payments --format"
          + " json"
    })
final class AgreementDraftCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;
  private final Workspaces workspaces;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "WORKSPACE",
      description = "The workspace: a folder, a YAML file, or the address of a server.")
  private String place = "";

  @Option(
      names = "--services",
      required = true,
      paramLabel = "FILE",
      description = "What IT offers: services, levels, prices and targets.")
  private Path services = Path.of("");

  @Option(names = "--unit", required = true, paramLabel = "ID", description = "The unit.")
  private String unit = "";

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "The agreement's id. Default: the unit's and the year.")
  private @Nullable String id;

  @Option(names = "--from", paramLabel = "DATE", description = "The first day. Default: today.")
  private @Nullable LocalDate from;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "The last day. Default: a year less a day after the first.")
  private @Nullable LocalDate until;

  @Option(
      names = "--supplier",
      paramLabel = "NAME",
      description = "Who supplies. Default: ${DEFAULT-VALUE}.",
      defaultValue = "IT")
  private String supplier = "IT";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The time zone of its days. Default: ${DEFAULT-VALUE}.",
      defaultValue = "UTC")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  AgreementDraftCommand(Terminal terminal, Clock clock, Workspaces workspaces) {
    this.terminal = terminal;
    this.clock = clock;
    this.workspaces = workspaces;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    Workspace workspace = workspaces.read(place);
    Unit found = unit(workspace);
    ServiceCatalogue catalogue = AgreementFiles.readCatalogue(services, workspace.scale());
    AgreementDraft draft =
        Drafting.of(new WorkspaceNeeds(workspace), catalogue, unit, terms(workspace, found));
    if (format == TableFormat.JSON) {
      json(draft);
    } else {
      Tables.write(table(draft), format, terminal);
    }
    if (format == TableFormat.TABLE) {
      Agreement document = draft.document();
      terminal.line("");
      terminal.paragraph(
          0,
          "%s a year and %s once meet %s of what %s needs."
              .formatted(
                  document.yearly(),
                  document.once(),
                  Agreements.percent(draft.protection()),
                  found.name()));
    }
    return 0;
  }

  private Unit unit(Workspace workspace) {
    List<String> ids = workspace.units().stream().map(Unit::id).toList();
    return workspace.units().stream()
        .filter(u -> u.id().equals(unit))
        .findFirst()
        .orElseThrow(
            () -> {
              String near = NearestName.among(ids).remedyFor(unit);
              return new ParameterException(
                  spec.commandLine(),
                  "there is no unit '%s'; %s"
                      .formatted(
                          unit, near == null ? "units are " + String.join(", ", ids) : near));
            });
  }

  private DraftTerms terms(Workspace workspace, Unit found) {
    LocalDate first = from == null ? LocalDate.ofInstant(clock.instant(), zone) : from;
    LocalDate last = until == null ? first.plusYears(1).minusDays(1) : until;
    try {
      Term term = new Term(first, last);
      LocalDate review = last.minusMonths(3);
      return new DraftTerms(
          id == null ? unit + "-" + first.getYear() : id,
          1,
          workspace.organisation().id(),
          supplier,
          "Security of " + found.name(),
          term,
          review.isBefore(first) ? last : review,
          5,
          ServiceCalendar.always(zone),
          List.of());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private static Table table(AgreementDraft draft) {
    Table.Builder table =
        Table.of(
            Table.elastic("requirement", "Requirement"),
            Table.column("needed", "Needed"),
            Table.elastic("service", "Service"),
            Table.column("agreed", "Agreed"),
            Table.column("yearly", "A year"),
            Table.elastic("targets", "Targets"),
            Table.elastic("why", "Why"));
    Agreement document = draft.document();
    for (DraftedLine drafted : draft.lines()) {
      AgreementLine line = document.line(drafted.line()).orElseThrow();
      table.row(
          Cell.of(line.requirement().id()),
          Cell.of(Agreements.level(document.scale(), line.neededNumber())),
          Cell.of(service(line, drafted.fit())),
          Cell.of(Agreements.level(document.scale(), line.agreedNumber())),
          Cell.of(line.yearly(document.currency()).toString()),
          Cell.stack(line.targets().stream().map(t -> Agreements.words(t.terms())).toList()),
          Cell.of(
              Agreements.path(drafted.reasons().isEmpty() ? null : drafted.reasons().getFirst())));
    }
    return table.build();
  }

  private static String service(AgreementLine line, Fit fit) {
    return switch (line.provision()) {
      case Provision.Served s ->
          s.service() + " " + s.level() + (fit == Fit.BELOW_NEED ? " (below the need)" : "");
      case Provision.Included i -> "in " + i.line();
      case Provision.Unserved _ -> "none is offered";
    };
  }

  private void json(AgreementDraft draft) {
    Json.write(
        terminal.out(),
        json -> {
          json.writeStartObject();
          json.writeName("document");
          json.writeRawValue(
              new String(AgreementJson.canonical(draft.document()), StandardCharsets.UTF_8));
          json.writeStringProperty("yearly", draft.document().yearly().toString());
          json.writeStringProperty("once", draft.document().once().toString());
          json.writeNumberProperty("protection", draft.protection());
          json.writeName("lines");
          Json.lines(json, draft.lines(), (j, l) -> line(j, l, draft.document()));
          json.writeEndObject();
        });
  }

  private static void line(JsonGenerator json, DraftedLine line, Agreement document) {
    json.writeStartObject();
    json.writeStringProperty("id", line.line());
    json.writeNumberProperty("need", line.need().score());
    json.writeStringProperty("fit", org.concordat.formats.yaml.Words.of(line.fit()));
    PrioritiesJson.rationale(json, line.reasons(), document.scale());
    json.writeArrayPropertyStart("options");
    line.options()
        .forEach(
            o -> {
              json.writeStartObject();
              json.writeStringProperty("service", o.service().id());
              json.writeStringProperty("level", o.level().id());
              json.writeStringProperty("protection", document.scale().name(o.level().protection()));
              json.writeStringProperty("yearly", o.yearly().toString());
              json.writeEndObject();
            });
    json.writeEndArray();
    json.writeEndObject();
  }
}
