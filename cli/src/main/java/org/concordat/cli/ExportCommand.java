package org.concordat.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Progress;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.json.WorkspaceJson;
import org.concordat.formats.tables.AssetListExport;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands a workspace to other programs and people. */
@Command(
    name = "export",
    sortOptions = false,
    header = "Write a workspace as YAML or JSON, or its assets and priorities as CSV or XLSX.",
    description = {
      "",
      "YAML is the workspace again, in one file or a folder; JSON is the same with the same keys;"
          + " CSV and XLSX list the assets with the level, score and rank of each property."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat export acme -o acme.xlsx",
      "  concordat export acme -o acme.json",
      "  concordat export acme -o - --format csv",
      "  concordat export acme -o acme-in-one-file.yaml"
    })
final class ExportCommand implements Callable<Integer> {
  private enum Format {
    YAML,
    JSON,
    CSV,
    XLSX;

    @Override
    public String toString() {
      return Words.of(this);
    }
  }

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
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Where to write; - is standard output. For YAML it may be a folder.")
  private Path output = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: what FILE ends in.")
  private @Nullable Format format;

  @Option(names = "--force", description = "Overwrite the file.")
  private boolean force;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput, Refusal {
    Format chosen = format();
    boolean isFolder = chosen == Format.YAML && isFolder();
    if (isFolder) {
      checkFolder();
    }
    OutputTarget target = isFolder ? null : OutputTarget.of(output, force, terminal);
    Workspace workspace = WorkspaceReader.read(place, terminal);
    try (Progress _ = terminal.progress("Writing " + output)) {
      if (target == null) {
        WorkspaceFiles.save(workspace, output);
      } else {
        target.write(out -> write(workspace, chosen, out));
      }
    }
    return ExitStatus.OK;
  }

  private static void write(Workspace workspace, Format chosen, OutputStream out)
      throws IOException {
    switch (chosen) {
      case YAML -> out.write(WorkspaceFiles.write(workspace).getBytes(StandardCharsets.UTF_8));
      case JSON -> WorkspaceJson.write(workspace, out);
      case CSV -> AssetListExport.writeCsv(workspace, Priorities.of(workspace)::need, out);
      case XLSX -> AssetListExport.writeXlsx(workspace, Priorities.of(workspace)::need, out);
    }
  }

  private Format format() {
    if (format != null) {
      return format;
    }
    String name = output.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".yml") || isFolder()) {
      return Format.YAML;
    }
    for (Format candidate : Format.values()) {
      if (name.endsWith("." + candidate)) {
        return candidate;
      }
    }
    throw new ParameterException(
        spec.commandLine(),
        "'%s' does not tell the format; add --format yaml, json, csv or xlsx".formatted(output));
  }

  private boolean isFolder() {
    if (Files.isDirectory(output)) {
      return true;
    }
    Path name = output.getFileName();
    return name != null && !name.toString().contains(".") && !OutputTarget.isStandardOutput(output);
  }

  private void checkFolder() throws IOException, Refusal {
    if (!WorkspaceTarget.isMissing(output)) {
      throw new Refusal(output + ": there is a workspace here already; choose another folder");
    }
  }
}
