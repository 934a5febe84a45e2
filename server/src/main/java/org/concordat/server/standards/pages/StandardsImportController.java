package org.concordat.server.standards.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.ImportEffects;
import org.concordat.server.standards.ProgrammeImport;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.Uploads;
import org.concordat.server.workspace.Uploads.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports catalogues and crosswalks, after showing what that would change. */
@Controller
class StandardsImportController {
  private final Standards standards;
  private final Uploads uploads;
  private final StandardsSaving saving;

  StandardsImportController(Standards standards, Uploads uploads, StandardsSaving saving) {
    this.standards = standards;
    this.uploads = uploads;
    this.saving = saving;
  }

  @GetMapping("/crosswalks/import")
  @Needs(Permission.EDIT_STANDARDS)
  StandardsImportPage choose(Caller caller) {
    return page(caller, null, "", "", "", null, List.of());
  }

  @PostMapping("/crosswalks/import")
  @Needs(Permission.EDIT_STANDARDS)
  Answer preview(
      Caller caller,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String target,
      HttpServletRequest request)
      throws IOException {
    Upload upload =
        new Upload(String.valueOf(file.getOriginalFilename()), ByteBuffer.wrap(file.getBytes()));
    try {
      ProgrammeImport planned = planned(caller, upload, source, target);
      UUID id =
          uploads.keep(
              caller.tenant(),
              caller.attribution(SurroundingsFactory.requestId(request), null),
              caller.account(),
              upload);
      return page(
          caller, id.toString(), upload.name(), source, target, planned, planned.findings());
    } catch (InvalidInput invalid) {
      return page(caller, null, upload.name(), source, target, null, invalid.findings());
    } catch (IllegalArgumentException unsound) {
      Finding finding =
          Finding.error(Place.of(upload.name()), String.valueOf(unsound.getMessage()), null);
      return page(caller, null, upload.name(), source, target, null, List.of(finding));
    }
  }

  private ProgrammeImport planned(Caller caller, Upload upload, String source, String target)
      throws IOException, InvalidInput {
    return upload.asFile(
        file ->
            ProgrammeImport.read(
                file, source, target, standards.of(caller.tenant()), standards.shelf()));
  }

  private StandardsImportPage page(
      Caller caller,
      @Nullable String upload,
      String name,
      String source,
      String target,
      @Nullable ProgrammeImport planned,
      List<Finding> findings) {
    StandardsState now = standards.of(caller.tenant());
    Map<String, String> titles = new LinkedHashMap<>();
    now.library().catalogues().forEach(each -> titles.put(each.id(), each.title()));
    standards.shelf().catalogues().forEach(each -> titles.putIfAbsent(each.id(), each.title()));
    Map<String, Integer> catalogues = new LinkedHashMap<>();
    Map<String, Integer> crosswalks = new LinkedHashMap<>();
    List<MappingView.Clash> clashes = new ArrayList<>();
    List<MarkingPage.Effect> effects = new ArrayList<>();
    List<Finding> told = new ArrayList<>(findings);
    if (planned != null) {
      planned.catalogues().forEach(each -> catalogues.put(each.title(), each.controls().size()));
      planned.crosswalks().forEach(each -> crosswalks.put(each.id(), each.mappings().size()));
      ImportEffects found = ImportEffects.of(standards, now, planned);
      told.addAll(found.findings());
      found.contradictions().forEach(each -> clashes.add(MappingView.Clash.of(each, found.then())));
      for (ImportEffects.Moved each : found.moved()) {
        effects.add(
            new MarkingPage.Effect(
                each.catalogue().title(),
                CoverageView.of(each.before()),
                CoverageView.of(each.after())));
      }
    }
    return new StandardsImportPage(
        upload,
        name,
        source,
        target,
        titles,
        catalogues,
        crosswalks,
        planned == null ? 0 : planned.wishes().size(),
        clashes,
        effects,
        told);
  }

  /** Makes the import that was shown; a second time it is gone. */
  @PostMapping("/crosswalks/import/{upload}")
  @Needs(Permission.EDIT_STANDARDS)
  Answer confirm(
      Caller caller,
      @PathVariable UUID upload,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String target,
      HttpServletRequest request)
      throws IOException, InvalidInput {
    Optional<Upload> kept = uploads.find(caller.tenant(), caller.account(), upload);
    String id = SurroundingsFactory.requestId(request);
    if (kept.isEmpty() || !uploads.take(caller.tenant(), caller.attribution(id, null), upload)) {
      return new ErrorPage(404, "notFound", List.of());
    }
    ProgrammeImport planned = planned(caller, kept.get(), source, target);
    return StandardsSaving.told(
        () -> saving.save(caller, request, planned.wishes(), "/crosswalks", "standards.imported"));
  }
}
