package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.concordat.cli.output.Progress;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.Priorities;
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
      "The workspace: a folder or a YAML file. Default: the current folder.";

  /** Where a workspace is looked for when none is named. */
  static final Path HERE = Path.of("");

  private WorkspaceReader() {}

  static Workspace read(Path path, Terminal terminal) throws IOException, InvalidInput {
    WorkspaceFiles.Read read;
    try (Progress _ = terminal.progress("Reading " + named(path))) {
      read = WorkspaceFiles.read(path);
    }
    Failures.tell(read.warnings(), terminal);
    return read.workspace();
  }

  /** The path as a message names it. */
  static String named(Path path) {
    return path.equals(HERE) ? "the current folder" : path.toString();
  }

  /** The argument as somebody would type it again, or nothing where none is needed. */
  static String argument(Path path) {
    return path.equals(HERE) ? "" : " " + quoted(path.toString());
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
