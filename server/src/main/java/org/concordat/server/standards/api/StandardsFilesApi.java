package org.concordat.server.standards.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.crosswalks.CrosswalkText;
import org.concordat.formats.topics.StatusText;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.ImportEffects;
import org.concordat.server.standards.ProgrammeImport;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.JsonBody;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Problem;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Uploads.Upload;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Standards as files: all that conclusions are drawn from, and what somebody brings. */
@Controller
@RequestMapping(path = Call.ROOT + "/standards")
final class StandardsFilesApi {
  /** A file that is sent has at most so many bytes. */
  private static final int LARGEST = 64 << 20;

  private final Standards standards;
  private final Models models;
  private final ProgrammeResource entries;

  StandardsFilesApi(Standards standards, Models models, ProgrammeResource entries) {
    this.standards = standards;
    this.models = models;
    this.entries = entries;
  }

  @GetMapping(path = "/library", produces = Media.YAML)
  @Needs(Permission.READ_MODEL)
  @Described("Reads the catalogues and crosswalks in use, shipped and own, as files have them")
  ApiAnswer library(Call call) {
    StandardsState now = standards.of(call.caller().tenant());
    byte[] text =
        CrosswalkText.of(now.library().catalogues(), now.library().crosswalks()).getBytes(UTF_8);
    return ApiAnswer.file(Media.YAML, out -> out.write(text));
  }

  @GetMapping(path = "/operations", produces = Media.YAML)
  @Needs(Permission.READ_MODEL)
  @Described("Reads what is said of the operation of all controls, as status files have it")
  ApiAnswer operations(Call call) {
    StandardsState now = standards.of(call.caller().tenant());
    String name = models.of(call.caller().tenant()).read(Snapshot::organisation).name();
    byte[] text = StatusText.of(name, now.operations()).getBytes(UTF_8);
    return ApiAnswer.file(Media.YAML, out -> out.write(text));
  }

  /**
   * Reads a file, tells what it would change, and changes it, all at once or not at all. With
   * {@code dry-run} nothing is changed.
   */
  @PostMapping(path = "/imports", consumes = Media.FILE, produces = Media.JSON)
  @Needs(Permission.EDIT_STANDARDS)
  @Described(
      value = "Imports catalogues, crosswalks or what is in operation, or shows what that changes",
      answer = "StandardsImport",
      problems = {409, 413})
  ApiAnswer imports(
      Call call,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String target,
      @RequestParam(name = "dry-run", defaultValue = "false") String dryRun)
      throws IOException, InvalidInput {
    boolean isTrial = Parameters.flag("dry-run", dryRun);
    Upload upload = new Upload(name, ByteBuffer.wrap(JsonBody.bytes(call.request(), LARGEST)));
    StandardsState now = standards.of(call.caller().tenant());
    ProgrammeImport planned = planned(upload, source, target, now);
    ImportEffects effects = ImportEffects.of(standards, now, planned);
    ObjectNode json = told(planned, effects);
    UUID action = isTrial ? null : entries.save(call, planned.wishes());
    json.put("applied", action != null);
    return ProgrammeResource.told(action, ApiAnswer.ok(json));
  }

  private ProgrammeImport planned(Upload upload, String source, String target, StandardsState now)
      throws IOException, InvalidInput {
    try {
      return upload.asFile(
          file -> ProgrammeImport.read(file, source, target, now, standards.shelf()));
    } catch (IllegalArgumentException unsound) {
      throw Problem.of(Problem.Kind.INVALID, String.valueOf(unsound.getMessage())).failure();
    }
  }

  private static ObjectNode told(ProgrammeImport planned, ImportEffects effects) {
    ObjectNode json = StandardsNodes.object();
    json.put("changes", planned.wishes().size());
    ArrayNode catalogues = json.putArray("catalogues");
    planned.catalogues().forEach(each -> catalogues.add(each.id()));
    ArrayNode crosswalks = json.putArray("crosswalks");
    planned.crosswalks().forEach(each -> crosswalks.add(each.id()));
    ArrayNode findings = json.putArray("findings");
    for (List<Finding> some : List.of(planned.findings(), effects.findings())) {
      some.forEach(each -> findings.add(each.message()));
    }
    ArrayNode contradictions = json.putArray("contradictions");
    effects
        .contradictions()
        .forEach(each -> contradictions.add(StandardsNodes.contradiction(each)));
    ArrayNode moved = json.putArray("coverage");
    for (ImportEffects.Moved each : effects.moved()) {
      ObjectNode one = moved.addObject().put("catalogue", each.catalogue().id());
      one.set("before", StandardsNodes.counts(each.before()));
      one.set("after", StandardsNodes.counts(each.after()));
    }
    return json;
  }
}
