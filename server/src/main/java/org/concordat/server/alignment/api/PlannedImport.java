package org.concordat.server.alignment.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.workspace.ChangeWording;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.formats.imports.ImportMerge;
import org.concordat.formats.imports.ImportMerge.Effect;
import org.concordat.formats.imports.ImportMerge.Merged;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.sources.SourceKind;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.concordat.formats.yaml.Words;
import org.concordat.server.workspace.Uploads.Upload;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a file would change of a model.
 *
 * @param counts how many entries of each kind it does what to
 * @param unused what of the file means nothing here
 * @param findings what somebody should look at
 */
record PlannedImport(
    Workspace before,
    Workspace after,
    List<WorkspaceChange> changes,
    Map<String, Map<Effect, Integer>> counts,
    List<ImportedModel.Unused> unused,
    List<Finding> findings) {
  /** So many changes are told as sentences. */
  private static final int SAMPLES = 100;

  /**
   * Reads a file, which is a model, a list, a plan or a workspace.
   *
   * @throws InvalidInput when it is none of these, or broken
   */
  static PlannedImport of(Workspace before, Upload upload) throws IOException, InvalidInput {
    Path folder = Files.createTempDirectory("concordat-import");
    Path file = folder.resolve(upload.name());
    try {
      Files.write(file, upload.content().array());
      return of(before, file);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static PlannedImport of(Workspace before, Path file) throws IOException, InvalidInput {
    String name = file.toString();
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      WorkspaceFiles.Read read = WorkspaceFiles.read(file);
      return of(before, read.workspace(), Map.of(), List.of(), read.warnings());
    }
    SourceKind kind = SourceKind.detect(file).orElse(null);
    if (kind == null) {
      throw new InvalidInput(
          Finding.error(
              Place.NOWHERE,
              "the file is nothing that can be imported",
              "send an ArchiMate model, a list of assets (CSV, XLSX), an OSCAL system security"
                  + " plan or a workspace (YAML)"));
    }
    ImportedModel model = kind.read(file);
    Merged merged = ImportMerge.into(before, model, LocalDate.now(ZoneId.systemDefault()));
    Map<String, Map<Effect, Integer>> counts = new TreeMap<>();
    merged
        .outcomes()
        .forEach(
            outcome ->
                counts
                    .computeIfAbsent(Words.of(outcome.kind()), _ -> new EnumMap<>(Effect.class))
                    .merge(outcome.effect(), 1, Integer::sum));
    return of(before, merged.workspace(), counts, model.unused(), model.findings());
  }

  private static PlannedImport of(
      Workspace before,
      Workspace after,
      Map<String, Map<Effect, Integer>> counts,
      List<ImportedModel.Unused> unused,
      List<Finding> findings) {
    return new PlannedImport(
        before, after, WorkspaceDiff.between(before, after), counts, unused, findings);
  }

  /** As it is told, into an object that names the import. */
  ObjectNode json(ObjectNode json) {
    json.put("changes", changes.size());
    ObjectNode byKind = json.putObject("counts");
    counts.forEach(
        (kind, effects) -> {
          ObjectNode each = byKind.putObject(kind);
          effects.forEach((effect, count) -> each.put(Words.of(effect), count.intValue()));
        });
    ChangeWording wording = new ChangeWording(before, after);
    ArrayNode samples = json.putArray("samples");
    changes.stream().limit(SAMPLES).map(wording::describe).forEach(samples::add);
    ArrayNode without = json.putArray("unused");
    for (ImportedModel.Unused each : unused) {
      without
          .addObject()
          .put("kind", each.kind())
          .put("count", each.count())
          .put("why", each.why());
    }
    ArrayNode warnings = json.putArray("warnings");
    findings.stream().limit(SAMPLES).map(Finding::message).forEach(warnings::add);
    return json;
  }
}
