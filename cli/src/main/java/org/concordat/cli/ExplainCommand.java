package org.concordat.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.TextFormat;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.json.Json;
import org.concordat.formats.json.PrioritiesJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why one requirement stands where it stands. */
@Command(
    name = "explain",
    sortOptions = false,
    header = "Tell why one requirement stands where it stands.",
    description = {
      "",
      "Tells every reason as sentences: over which dependencies the need comes, which damage"
          + " follows, which goal suffers, how grave each step is, and who judged so, when and why."
          + " Then the need of each unit."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat explain claims-db/availability acme",
      "  concordat explain claims-db/availability acme --rationale 5",
      "  concordat explain claims-db/integrity acme --unit claims --format json"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "REQUIREMENT",
      description = "An asset and a property of it, such as claims-db/availability.")
  private String requirement = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WORKSPACE",
      description = WorkspaceReader.DESCRIPTION)
  private WorkspacePlace place = WorkspaceReader.HERE;

  @Option(
      names = "--rationale",
      paramLabel = "N",
      description = "How many reasons to tell, best first. Default: ${DEFAULT-VALUE}.")
  private int rationale = 3;

  @Option(names = "--unit", paramLabel = "ID", description = "Count the goals of this unit alone.")
  private @Nullable String unit;

  @Option(names = "--format", paramLabel = "FORMAT", description = TextFormat.DESCRIPTION)
  private TextFormat format = TextFormat.TEXT;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    if (rationale < 0) {
      throw new ParameterException(
          spec.commandLine(), "--rationale takes a number from 0, not " + rationale);
    }
    Workspace workspace = WorkspaceReader.read(place, terminal);
    Requirement wanted = known(workspace);
    Priorities priorities = WorkspaceReader.prioritise(workspace, unit, spec, terminal);
    Priority priority = priorities.of(wanted, rationale);
    switch (format) {
      case JSON -> json(workspace, priority);
      case TEXT -> new Explanation(workspace, terminal).tell(priority, priorities, unit);
    }
    return ExitStatus.OK;
  }

  private Requirement known(Workspace workspace) {
    List<String> ids =
        workspace.assets().stream()
            .flatMap((Asset a) -> a.properties().stream().map(p -> a.id() + "/" + p))
            .toList();
    return Requirement.parse(requirement)
        .filter(r -> ids.contains(r.id()))
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "there is no requirement '%s'; %s"
                        .formatted(requirement, Nearest.hint(requirement, ids))));
  }

  private void json(Workspace workspace, Priority priority) {
    Json.write(
        terminal.out(),
        json -> {
          json.writeStartObject();
          json.writeStringProperty("organisation", workspace.organisation().id());
          json.writeArrayPropertyStart("scale");
          workspace.scale().names().forEach(json::writeString);
          json.writeEndArray();
          PrioritiesJson.figures(json, priority);
          PrioritiesJson.rationale(json, priority.rationale(), workspace.scale());
          json.writeEndObject();
        });
  }
}
