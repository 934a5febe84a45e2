package org.concordat.server.alignment.api;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.JsonBody;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Precondition;
import org.concordat.server.web.api.Problem;
import org.concordat.server.workspace.Uploads.Upload;
import org.concordat.server.workspace.imports.ImportJob;
import org.concordat.server.workspace.imports.ImportJob.Stage;
import org.concordat.server.workspace.imports.ImportJobs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Imports: first what would change, then the change, each as work that goes on by itself. Whoever
 * has nothing else to do asks the server to wait for it: {@code Prefer: wait=30}.
 */
@Controller
@RequestMapping(path = Call.ROOT, produces = Media.JSON)
final class ImportsApi {
  private final ImportJobs imports;

  ImportsApi(ImportJobs imports) {
    this.imports = imports;
  }

  @PostMapping(path = "/imports", consumes = "application/octet-stream")
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Sends a file, to be told what it would change",
      answer = "Import",
      statuses = 201,
      problems = {409, 413})
  ApiAnswer begin(Call call, @RequestParam String name) {
    byte[] content = JsonBody.bytes(call.request(), WorkspaceApi.LARGEST);
    Upload upload = new Upload(name, ByteBuffer.wrap(content));
    return switch (imports.begin(call.caller(), call.id(), upload)) {
      case ImportJobs.Begun.Job(var id) -> {
        ImportJob job = settled(call, id);
        yield tagged(ApiAnswer.created(path(id), ImportNodes.of(job)), job);
      }
      case ImportJobs.Begun.TooMany(var most) ->
          throw Problem.of(
                  Problem.Kind.CONFLICT,
                  "You have " + most + " imports that are not finished; apply or cancel one first")
              .failure();
    };
  }

  private static String path(UUID id) {
    return Call.ROOT + "/imports/" + id;
  }

  @GetMapping("/imports")
  @Needs(Permission.EDIT_MODEL)
  @Described(value = "Lists your imports of the last days, latest first", answer = "ImportList")
  ApiAnswer list(Call call) {
    return ApiAnswer.ok(ImportNodes.list(imports.recent(call.caller())));
  }

  @GetMapping("/imports/{upload}")
  @Needs(Permission.EDIT_MODEL)
  @Described(value = "Tells how far an import is, and what it would change", answer = "Import")
  ApiAnswer show(Call call, @PathVariable UUID upload) {
    ImportJob job = settled(call, upload);
    return tagged(ApiAnswer.ok(ImportNodes.of(job)), job);
  }

  @PostMapping("/imports/{upload}/apply")
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Says yes to what was shown, so that the model changes; If-Match tells what that was",
      answer = "Import",
      problems = {409, 412, 428})
  ApiAnswer apply(Call call, @PathVariable UUID upload) {
    ImportJob job = existing(call, upload);
    if (!(job.stage() instanceof Stage.Ready(var preview, var _))) {
      throw Problem.of(Problem.Kind.CONFLICT, "The import does not wait for a yes").failure();
    }
    String seen =
        switch (call.precondition()) {
          case Precondition.Matching(var tags) -> tags.isEmpty() ? "" : tags.getFirst();
          case Precondition.Present() -> preview.fingerprint();
          case Precondition.Absent() -> "";
          case Precondition.Unsaid() ->
              throw Problem.of(
                      Problem.Kind.PRECONDITION_REQUIRED,
                      "Say in If-Match which changes you saw, by the import's ETag")
                  .failure();
        };
    if (!imports.agree(call.caller(), call.id(), upload, seen)) {
      throw Problem.of(Problem.Kind.STALE, "The import would change something else by now")
          .failure();
    }
    return ApiAnswer.ok(ImportNodes.of(settled(call, upload)));
  }

  @DeleteMapping("/imports/{upload}")
  @Needs(Permission.EDIT_MODEL)
  @Described(value = "Cancels an import that does not write yet", statuses = 204, problems = 409)
  ApiAnswer cancel(Call call, @PathVariable UUID upload) {
    existing(call, upload);
    if (!imports.cancel(call.caller(), call.id(), upload)) {
      throw Problem.of(Problem.Kind.CONFLICT, "The import is past cancelling").failure();
    }
    return ApiAnswer.done();
  }

  private ImportJob existing(Call call, UUID id) {
    return imports.find(call.caller(), id).orElseThrow(Parameters::notFound);
  }

  /** The import when it needs somebody again, or as it is when the caller does not want to wait. */
  private ImportJob settled(Call call, UUID id) {
    return call.waitedFor(() -> existing(call, id), ImportJob::isMoving);
  }

  private static ApiAnswer tagged(ApiAnswer answer, ImportJob job) {
    return job.stage() instanceof Stage.Ready(var preview, var _)
        ? answer.tagged(preview.fingerprint())
        : answer;
  }
}
