package org.concordat.server.alignment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.web.table.Reading;
import org.concordat.server.web.table.TableDesk;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Uploads.Upload;
import org.concordat.server.workspace.imports.ImportJob;
import org.concordat.server.workspace.imports.ImportJobs;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Imports: a file is sent, looked at and written, each seen on a page; and the whole workspace as a
 * file.
 */
@Controller
class ImportController {
  private final Models models;
  private final ImportJobs imports;
  private final TableDesk desk;

  ImportController(Models models, ImportJobs imports, TableDesk desk) {
    this.models = models;
    this.imports = imports;
    this.desk = desk;
  }

  @GetMapping("/import")
  @Needs(Permission.EDIT_MODEL)
  ImportPage choose(Caller caller, HttpServletRequest request) {
    List<ImportJob> recent = imports.recent(caller);
    return new ImportPage(desk.open(ImportsTable.TABLE, caller, request).of(recent), recent.size());
  }

  @GetMapping({"/import.csv", "/import.xlsx"})
  @Needs(Permission.EDIT_MODEL)
  void exportList(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.export(ImportsTable.TABLE, caller, request, response, Reading.of(imports.recent(caller)));
  }

  @PostMapping("/import")
  @Needs(Permission.EDIT_MODEL)
  Answer begin(Caller caller, @RequestParam MultipartFile file, HttpServletRequest request)
      throws IOException {
    Upload upload =
        new Upload(String.valueOf(file.getOriginalFilename()), ByteBuffer.wrap(file.getBytes()));
    return switch (imports.begin(caller, SurroundingsFactory.requestId(request), upload)) {
      case ImportJobs.Begun.Job(var id) -> Redirect.to("/import/" + id);
      case ImportJobs.Begun.TooMany(var most) ->
          Redirect.to("/import").saying("alignment.import.tooMany", most);
    };
  }

  /** How far an import is, and what it would do. */
  @GetMapping("/import/{id}")
  @Needs(Permission.EDIT_MODEL)
  Answer show(Caller caller, @PathVariable UUID id) {
    return imports
        .find(caller, id)
        .<Answer>map(ImportJobPage::new)
        .orElseGet(() -> new ErrorPage(404, "notFound", List.of()));
  }

  /** Makes the import that was shown; saying so twice makes it once. */
  @PostMapping("/import/{id}")
  @Needs(Permission.EDIT_MODEL)
  Answer agree(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam String fingerprint,
      HttpServletRequest request) {
    if (imports.find(caller, id).isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    imports.agree(caller, SurroundingsFactory.requestId(request), id, fingerprint);
    return Redirect.to("/import/" + id);
  }

  @PostMapping("/import/{id}/cancellation")
  @Needs(Permission.EDIT_MODEL)
  Answer cancel(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
    if (imports.find(caller, id).isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    return imports.cancel(caller, SurroundingsFactory.requestId(request), id)
        ? Redirect.to("/import").saying("alignment.import.cancelled")
        : Redirect.to("/import/" + id).saying("alignment.import.tooLate");
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
