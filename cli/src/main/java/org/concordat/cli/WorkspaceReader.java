package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.concordat.cli.output.Progress;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads workspaces for commands that need one without errors; tells its warnings. */
final class WorkspaceReader {
  /** How help describes the argument. */
  static final String DESCRIPTION =
      "The workspace: a folder, a YAML file, or the address of a server. Default: the current"
          + " folder.";

  /** Where a workspace is looked for when none is named. */
  static final WorkspacePlace HERE = new WorkspacePlace.Local(Path.of("."));

  /** Up to so many warnings are told by commands that were not asked for them. */
  private static final int WARNINGS = 3;

  private WorkspaceReader() {}

  static Workspace read(WorkspacePlace place, Terminal terminal) throws IOException, InvalidInput {
    WorkspaceFiles.Read read;
    try (Progress _ = terminal.progress("Reading " + named(place))) {
      read = place.read();
    }
    tellSome(read.warnings(), place, terminal);
    return read.workspace();
  }

  /** A few warnings are told; whoever wants all asks for a check. */
  private static void tellSome(List<Finding> warnings, WorkspacePlace place, Terminal terminal) {
    boolean isMany = warnings.size() > WARNINGS;
    Failures.tell(isMany ? warnings.subList(0, WARNINGS) : warnings, terminal);
    if (isMany) {
      terminal.message(
          "warning: %d more; see them all with: concordat check%s"
              .formatted(warnings.size() - WARNINGS, argument(place)));
    }
  }

  /** The place as a message names it. */
  static String named(WorkspacePlace place) {
    return place.equals(HERE) ? "the current folder" : place.toString();
  }

  /** The argument as somebody would type it again, or nothing where none is needed. */
  static String argument(WorkspacePlace place) {
    return place.equals(HERE) ? "" : " " + quoted(place.toString());
  }

  private static String quoted(String text) {
    return text.matches("[\\w./~+:@%-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /**
   * The priorities by all goals, or by those of one unit.
   *
   * @throws ParameterException when there is no such unit
   */
  static Priorities prioritise(
      Workspace workspace, @Nullable String unit, CommandSpec command, Terminal terminal) {
    try (Progress _ = terminal.progress("Weighing requirements")) {
      if (unit == null) {
        return Priorities.of(workspace);
      }
      checkUnit(workspace, unit, command.commandLine());
      return Priorities.ofUnit(workspace, unit);
    }
  }

  private static void checkUnit(Workspace workspace, String unit, CommandLine command) {
    var ids = workspace.units().stream().map(Unit::id).toList();
    if (!ids.contains(unit)) {
      throw new ParameterException(
          command, "there is no unit '" + unit + "'; " + Nearest.hint(unit, ids));
    }
  }
}
