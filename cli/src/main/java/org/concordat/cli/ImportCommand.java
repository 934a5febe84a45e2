package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Progress;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.TextFormat;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.imports.ImportMerge;
import org.concordat.formats.imports.ImportMerge.Merged;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.sources.SourceKind;
import org.concordat.formats.tables.AssetListImport;
import org.concordat.formats.tables.AssetListMapping;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings what another tool knows into a workspace. */
@Command(
    name = "import",
    sortOptions = false,
    header = "Bring a model, an asset list or a security plan into a workspace.",
    description = {
      "",
      "Reads ArchiMate models (.archimate and the exchange format), asset lists (CSV and XLSX) and"
          + " OSCAL system security plans (JSON, XML and YAML). The workspace is made when it is"
          + " missing. Importing a newer version of the same source updates what came from it and"
          + " leaves your own work alone. Tells what was added and changed, and what was not used."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat import model.archimate --into acme --dry-run",
      "  concordat import model.archimate --into acme",
      "  concordat import assets.csv --into acme --source inventory",
      "  concordat import ssp.json --into plan.yaml --organisation agency"
    })
final class ImportCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The file to read.")
  private Path file = Path.of("");

  @Option(
      names = "--into",
      required = true,
      paramLabel = "WORKSPACE",
      description =
          "The workspace: a folder, a file when it ends in .yaml, or the address of a server.")
  private WorkspacePlace into = WorkspaceReader.HERE;

  @Option(
      names = "--as",
      paramLabel = "KIND",
      description = "What the file is: ${COMPLETION-CANDIDATES}. Default: what it looks like.")
  private @Nullable SourceKind kind;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the columns of an asset list mean, when they are not recognised.")
  private @Nullable Path mapping;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description =
          "The name by which the source is known again at its next import. Default: the file's"
              + " name.")
  private @Nullable String source;

  @Option(
      names = "--organisation",
      paramLabel = "ID",
      description = "The id of the organisation, for a new workspace. Default: made of its name.")
  private @Nullable String organisation;

  @Option(names = "--dry-run", description = "Only tell what would happen; write nothing.")
  private boolean dryRun;

  @Option(names = "--format", paramLabel = "FORMAT", description = TextFormat.DESCRIPTION)
  private TextFormat format = TextFormat.TEXT;

  ImportCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    boolean isNew =
        into instanceof WorkspacePlace.Local(var path) && WorkspaceTarget.isMissing(path);
    checkUse(isNew);
    SourceKind known = kind();
    ImportedModel model;
    try (Progress _ = terminal.progress("Reading " + file)) {
      model = renamed(read(known));
    }
    Workspace before =
        isNew ? Workspace.empty(newOrganisation()) : WorkspaceReader.read(into, terminal);
    Merged merged;
    try (Progress _ = terminal.progress("Joining")) {
      merged = ImportMerge.into(before, model, LocalDate.now(clock));
      WorkspaceTarget.check(merged.workspace());
    }
    Failures.tell(model.findings(), terminal);
    if (!dryRun) {
      try (Progress _ = terminal.progress("Writing " + into)) {
        write(isNew, before, merged.workspace());
      }
    }
    new ImportReport(model, merged, into, isNew, dryRun).write(format, terminal);
    return ExitStatus.OK;
  }

  private void checkUse(boolean isNew) throws IOException {
    if (mapping != null && kind != null && kind != SourceKind.ASSETS) {
      throw wrong("--mapping is for asset lists, not for " + kind);
    }
    if (organisation != null && !Identifier.isValid(organisation)) {
      throw wrong("--organisation takes " + Identifier.SHAPE + ", not '" + organisation + "'");
    }
    if (organisation != null && !isNew) {
      throw wrong("--organisation is for a new workspace; " + into + " has its own");
    }
    if (source != null && source.isBlank()) {
      throw wrong("--source takes a name");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.isDirectory(file)) {
      throw wrong(file + " is a folder; name a file to read");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private SourceKind kind() throws IOException {
    if (kind != null) {
      return kind;
    }
    if (mapping != null) {
      return SourceKind.ASSETS;
    }
    return SourceKind.detect(file)
        .orElseThrow(
            () ->
                wrong(
                    file
                        + " does not look like anything that can be imported; say what it is with"
                        + " --as archimate, assets or oscal"));
  }

  private ImportedModel read(SourceKind known) throws IOException, InvalidInput {
    return mapping == null
        ? known.read(file)
        : AssetListImport.read(file, Optional.of(AssetListMapping.read(mapping)));
  }

  private ImportedModel renamed(ImportedModel model) {
    if (source == null) {
      return model;
    }
    return new ImportedModel(
        source,
        model.units(),
        model.goals(),
        model.factors(),
        model.assets(),
        model.dependencies(),
        model.ratings(),
        model.unused(),
        model.findings());
  }

  private Organisation newOrganisation() {
    Organisation named =
        WorkspaceTarget.organisation(WorkspaceTarget.stem(Path.of(into.toString())));
    return organisation == null
        ? named
        : new Organisation(organisation, named.name(), named.industry());
  }

  private void write(boolean isNew, Workspace before, Workspace after)
      throws IOException, InvalidInput {
    switch (into) {
      case WorkspacePlace.Local(var path) when isNew -> WorkspaceFiles.save(after, path);
      case WorkspacePlace.Local(var path) -> {
        if (!after.equals(before)) {
          WorkspaceFiles.update(path, before, after);
        }
      }
      case ServerWorkspace server -> {
        if (!after.equals(before)) {
          server.write(after, "Import: " + file.getFileName());
        }
      }
    }
  }
}
