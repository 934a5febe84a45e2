package org.concordat.server.alignment.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.findings.InvalidInput;
import org.concordat.server.alignment.api.WorkspaceApi.Changes;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.JsonBody;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Uploads;
import org.concordat.server.workspace.Uploads.Upload;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** Imports: first what would change, then the change. */
@Controller
@RequestMapping(path = Call.ROOT, produces = Media.JSON)
final class ImportsApi {
  private final Models models;
  private final Uploads uploads;

  ImportsApi(Models models, Uploads uploads) {
    this.models = models;
    this.uploads = uploads;
  }

  @PostMapping(path = "/imports", consumes = "application/octet-stream")
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Sends a file and tells what it would change; it waits for two hours",
      answer = "Import",
      statuses = 201,
      problems = 413)
  ApiAnswer preview(Call call, @RequestParam String name) throws IOException, InvalidInput {
    byte[] content = JsonBody.bytes(call.request(), WorkspaceApi.LARGEST);
    Upload upload = new Upload(fileName(name), ByteBuffer.wrap(content));
    PlannedImport planned = planned(call, upload);
    UUID id =
        uploads.keep(call.caller().tenant(), call.attribution(), call.caller().account(), upload);
    return ApiAnswer.created(path(id), planned.json(told(id, upload)));
  }

  /** A program may send a path; only its last part is a name. */
  private static String fileName(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    return plain.isBlank() || plain.startsWith(".")
        ? "upload"
        : plain.substring(0, Math.min(plain.length(), 120));
  }

  private static String path(UUID id) {
    return Call.ROOT + "/imports/" + id;
  }

  private static ObjectNode told(UUID id, Upload upload) {
    return Nodes.object().put("id", id.toString()).put("name", upload.name());
  }

  private PlannedImport planned(Call call, Upload upload) throws IOException, InvalidInput {
    return PlannedImport.of(models.of(call.caller().tenant()).read(Snapshot::workspace), upload);
  }

  private Upload kept(Call call, UUID id) {
    return uploads
        .find(call.caller().tenant(), call.caller().account(), id)
        .orElseThrow(Parameters::notFound);
  }

  @GetMapping("/imports/{upload}")
  @Needs(Permission.EDIT_MODEL)
  @Described(value = "Tells again what a file would change, as the model is now", answer = "Import")
  ApiAnswer show(Call call, @PathVariable UUID upload) throws IOException, InvalidInput {
    Upload kept = kept(call, upload);
    return ApiAnswer.ok(planned(call, kept).json(told(upload, kept)));
  }

  @PostMapping("/imports/{upload}/apply")
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Changes the model as the file says; a second time it is gone",
      answer = "Done",
      problems = {409, 422})
  ApiAnswer apply(Call call, @PathVariable UUID upload) throws IOException, InvalidInput {
    Upload kept = kept(call, upload);
    if (!uploads.take(call.caller().tenant(), call.attribution(), upload)) {
      throw Parameters.notFound();
    }
    PlannedImport planned = planned(call, kept);
    String reason = call.reason() == null ? "Import: " + kept.name() : call.reason();
    return planned.changes().isEmpty()
        ? Changes.nothing()
        : Changes.answer(models.change(call.caller(), planned.changes(), reason, call.id()));
  }

  @DeleteMapping("/imports/{upload}")
  @Needs(Permission.EDIT_MODEL)
  @Described(value = "Forgets a file", statuses = 204)
  ApiAnswer forget(Call call, @PathVariable UUID upload) {
    kept(call, upload);
    uploads.take(call.caller().tenant(), call.attribution(), upload);
    return ApiAnswer.done();
  }
}
