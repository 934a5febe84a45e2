package org.concordat.server.alignment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.concordat.core.alignment.live.Snapshot;
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
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Uploads;
import org.concordat.server.workspace.Uploads.Upload;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports with a preview, and the whole workspace as a file. */
@Controller
class ImportController {
  private static final int SAMPLES = 100;

  private final Models models;
  private final Uploads uploads;

  ImportController(Models models, Uploads uploads) {
    this.models = models;
    this.uploads = uploads;
  }

  @GetMapping("/import")
  @Needs(Permission.EDIT_MODEL)
  ImportPage choose() {
    return ImportPage.EMPTY;
  }

  @PostMapping("/import")
  @Needs(Permission.EDIT_MODEL)
  Answer preview(Caller caller, @RequestParam MultipartFile file, HttpServletRequest request)
      throws IOException {
    Upload upload = new Upload(fileName(file), ByteBuffer.wrap(file.getBytes()));
    try {
      Planned planned = planned(caller, upload);
      UUID id =
          uploads.keep(
              caller.tenant(),
              caller.attribution(SurroundingsFactory.requestId(request), null),
              caller.account(),
              upload);
      return page(id, upload.name(), planned);
    } catch (InvalidInput invalid) {
      return new ImportPage(
          null, upload.name(), Map.of(), List.of(), 0, List.of(), invalid.findings());
    }
  }

  /** A browser may send a path; only its last part is a name. */
  private static String fileName(MultipartFile file) {
    String name = String.valueOf(file.getOriginalFilename());
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    return plain.isBlank() ? "upload" : plain.substring(0, Math.min(plain.length(), 120));
  }

  /** What an upload comes to, on the model as it is now. */
  private record Planned(
      Workspace before, Workspace after, List<WorkspaceChange> changes, ImportPage preview) {}

  private Planned planned(Caller caller, Upload upload) throws IOException, InvalidInput {
    Workspace before = models.of(caller.tenant()).read(Snapshot::workspace);
    Path folder = Files.createTempDirectory("concordat-import");
    Path file = folder.resolve(upload.name());
    try {
      Files.write(file, upload.content().array());
      if (upload.name().endsWith(".yaml") || upload.name().endsWith(".yml")) {
        Workspace after = WorkspaceFiles.read(file).workspace();
        return planned(before, after, Map.of(), List.of(), List.of());
      }
      SourceKind kind =
          SourceKind.detect(file)
              .orElseThrow(
                  () ->
                      new InvalidInput(
                          List.of(
                              Finding.error(
                                  Place.NOWHERE,
                                  "'" + upload.name() + "' is nothing that can be imported",
                                  "send an ArchiMate model, a list of assets (CSV, XLSX), an"
                                      + " OSCAL system security plan or a workspace (YAML)"))));
      ImportedModel model = kind.read(file);
      Merged merged = ImportMerge.into(before, model, LocalDate.now(ZoneId.systemDefault()));
      Map<String, Map<Effect, Integer>> counts = new TreeMap<>();
      merged
          .outcomes()
          .forEach(
              outcome ->
                  counts
                      .computeIfAbsent(outcome.kind().name(), _ -> new EnumMap<>(Effect.class))
                      .merge(outcome.effect(), 1, Integer::sum));
      return planned(before, merged.workspace(), counts, model.unused(), model.findings());
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static Planned planned(
      Workspace before,
      Workspace after,
      Map<String, Map<Effect, Integer>> counts,
      List<ImportedModel.Unused> unused,
      List<Finding> findings) {
    List<WorkspaceChange> changes = WorkspaceDiff.between(before, after);
    ChangeWording wording = new ChangeWording(before, after);
    List<String> samples = changes.stream().limit(SAMPLES).map(wording::describe).toList();
    return new Planned(
        before,
        after,
        changes,
        new ImportPage(null, "", counts, samples, changes.size(), unused, findings));
  }

  private static ImportPage page(UUID id, String name, Planned planned) {
    ImportPage preview = planned.preview;
    return new ImportPage(
        id.toString(),
        name,
        preview.counts(),
        preview.samples(),
        preview.changes(),
        preview.unused(),
        preview.findings());
  }

  /** Makes the import that was shown; a second time it is gone. */
  @PostMapping("/import/{upload}")
  @Needs(Permission.EDIT_MODEL)
  Answer confirm(Caller caller, @PathVariable UUID upload, HttpServletRequest request)
      throws IOException, InvalidInput {
    Optional<Upload> kept = uploads.find(caller.tenant(), caller.account(), upload);
    String id = SurroundingsFactory.requestId(request);
    if (kept.isEmpty() || !uploads.take(caller.tenant(), caller.attribution(id, null), upload)) {
      return new ErrorPage(404, "notFound", List.of());
    }
    Planned planned = planned(caller, kept.get());
    return switch (models.change(caller, planned.changes, "Import: " + kept.get().name(), id)) {
      case ChangeOutcome.Done done -> Saving.saved(done, "/assets", "alignment.imported");
      case ChangeOutcome.Unsound(var findings) ->
          new ErrorPage(422, "badRequest", findings.stream().map(Finding::message).toList());
      case ChangeOutcome.Stale _ -> new ErrorPage(409, "badRequest", List.of());
      case ChangeOutcome.Refused _ -> new ErrorPage(403, "forbidden", List.of());
    };
  }

  /** The whole workspace, as the command line reads it. */
  @GetMapping("/export/workspace.yaml")
  @Needs(Permission.READ_MODEL)
  ResponseEntity<String> export(Caller caller) {
    Workspace workspace = models.of(caller.tenant()).read(Snapshot::workspace);
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("application/yaml;charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"workspace.yaml\"")
        .body(WorkspaceFiles.write(workspace));
  }
}
