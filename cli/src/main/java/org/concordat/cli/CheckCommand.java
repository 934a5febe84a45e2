package org.concordat.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.concordat.cli.output.FindingsJson;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.TextFormat;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.json.Json;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Everything that is wrong with a workspace. */
@Command(
    name = "check",
    sortOptions = false,
    header = "Find every mistake in a workspace at once.",
    description = {
      "",
      "Reads the whole workspace and tells every mistake with its file, line and key, and what"
          + " would be right. Warnings are for you to look at; only errors make the exit status 1."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  concordat check acme", "  concordat check acme --format json"})
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "WORKSPACE",
      description = WorkspaceReader.DESCRIPTION)
  private WorkspacePlace place = WorkspaceReader.HERE;

  @Option(names = "--format", paramLabel = "FORMAT", description = TextFormat.DESCRIPTION)
  private TextFormat format = TextFormat.TEXT;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Finding> findings;
    @Nullable Workspace workspace = null;
    try (var _ = terminal.progress("Checking " + WorkspaceReader.named(place))) {
      WorkspaceFiles.Read read = place.read();
      workspace = read.workspace();
      findings = read.warnings();
    } catch (InvalidInput invalid) {
      findings = invalid.findings();
    }
    switch (format) {
      case JSON -> json(findings);
      case TEXT -> Failures.tell(findings, terminal);
    }
    if (workspace == null) {
      return ExitStatus.INVALID;
    }
    if (format == TextFormat.TEXT) {
      summarise(workspace, findings.size());
    }
    return ExitStatus.OK;
  }

  private void summarise(Workspace workspace, int warnings) {
    int goals = workspace.units().stream().mapToInt(u -> u.goals().size()).sum();
    int requirements = workspace.assets().stream().mapToInt(a -> a.properties().size()).sum();
    terminal.paragraph(
        0,
        "%s: no errors%s."
            .formatted(
                workspace.organisation().name(),
                warnings == 0 ? "" : ", " + counted(warnings, "warning")));
    terminal.paragraph(
        0,
        String.join(
                ", ",
                counted(workspace.units().size(), "unit"),
                counted(goals, "goal"),
                counted(workspace.factors().size(), "factor"),
                counted(workspace.assets().size(), "asset"),
                counted(requirements, "requirement"),
                counted(workspace.dependencies().size(), "dependency", "dependencies"),
                counted(workspace.impacts().size(), "judgement"))
            + ".");
  }

  private static String counted(int count, String one) {
    return counted(count, one, one + "s");
  }

  private static String counted(int count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }

  private void json(List<Finding> findings) {
    Json.write(
        terminal.out(),
        json -> {
          json.writeStartObject();
          FindingsJson.write(json, findings);
          json.writeEndObject();
        });
  }
}
