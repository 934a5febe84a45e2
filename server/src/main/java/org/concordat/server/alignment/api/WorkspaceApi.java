package org.concordat.server.alignment.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.formats.json.WorkspaceJson;
import org.concordat.formats.tables.AssetListExport;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.concordat.server.alignment.Drawings;
import org.concordat.server.alignment.Drawings.Shown;
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
import org.concordat.server.web.api.Utf8;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The whole model as one file, in the forms that the command line has, and its pictures. */
@Controller
@RequestMapping(path = Call.ROOT)
final class WorkspaceApi {
  /** A workspace that is sent has at most so many bytes, as an uploaded file has. */
  static final int LARGEST = 64 << 20;

  private final Models models;
  private final Drawings drawings;

  WorkspaceApi(Models models, Drawings drawings) {
    this.models = models;
    this.drawings = drawings;
  }

  private Workspace workspace(Call call) {
    return models.of(call.caller().tenant()).read(Snapshot::workspace);
  }

  @GetMapping(path = "/workspace", produces = Media.YAML)
  @Needs(Permission.READ_MODEL)
  @Described("Reads the whole model as the command line does")
  ApiAnswer yaml(Call call) {
    String text = WorkspaceFiles.write(workspace(call));
    byte[] bytes = text.getBytes(UTF_8);
    return ApiAnswer.file(Media.YAML, out -> out.write(bytes)).tagged(EntryTag.of(text));
  }

  @GetMapping(path = "/workspace", produces = Media.JSON)
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads the whole model as JSON, with the keys of YAML", answer = "Workspace")
  ApiAnswer json(Call call) {
    Workspace workspace = workspace(call);
    return ApiAnswer.file(Media.JSON, out -> WorkspaceJson.write(workspace, out));
  }

  @GetMapping(path = "/workspace", produces = Media.CSV)
  @Needs(Permission.READ_MODEL)
  @Described("Reads the assets with their priorities as a table")
  ApiAnswer csv(Call call) {
    Workspace workspace = workspace(call);
    return ApiAnswer.file(
        Media.CSV + ";charset=UTF-8",
        out -> AssetListExport.writeCsv(workspace, Priorities.of(workspace)::need, out));
  }

  @GetMapping(path = "/workspace", produces = Media.XLSX)
  @Needs(Permission.READ_MODEL)
  @Described("Reads the assets with their priorities as a spreadsheet")
  ApiAnswer xlsx(Call call) throws IOException {
    Workspace workspace = workspace(call);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    AssetListExport.writeXlsx(workspace, Priorities.of(workspace)::need, bytes);
    return ApiAnswer.file(Media.XLSX, bytes::writeTo);
  }

  /** Only what differs is changed, so the history tells what was done, not that all was. */
  @PutMapping(path = "/workspace", consumes = Media.YAML, produces = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Makes the whole model what a workspace file says",
      answer = "Done",
      problems = {412, 428})
  ApiAnswer put(Call call) throws InvalidInput {
    String text = Utf8.decode(JsonBody.bytes(call.request(), LARGEST));
    Workspace wanted = WorkspaceFiles.parse("workspace", text).workspace();
    Workspace present = workspace(call);
    check(call.precondition(), present);
    List<WorkspaceChange> changes = WorkspaceDiff.between(present, wanted);
    return changes.isEmpty()
        ? Changes.nothing()
        : Changes.answer(models.change(call.caller(), changes, call.reason(), call.id()));
  }

  private static void check(Precondition condition, Workspace present) {
    switch (condition) {
      case Precondition.Present() -> {}
      case Precondition.Matching(var tags) -> {
        if (!tags.contains(EntryTag.of(WorkspaceFiles.write(present)))) {
          throw Problem.of(
                  Problem.Kind.STALE, "The model was changed since you read it; read it again")
              .failure();
        }
      }
      case Precondition.Absent() ->
          throw Problem.of(Problem.Kind.STALE, "There is a model already").failure();
      case Precondition.Unsaid() ->
          throw Problem.of(
                  Problem.Kind.PRECONDITION_REQUIRED,
                  "Say in If-Match which state of the model you saw, by its ETag")
              .failure();
    }
  }

  @GetMapping(path = "/pictures/{picture}", produces = Media.SVG)
  @Needs(Permission.READ_MODEL)
  @Described("Draws the impact diagram, the dependency map or the heat map")
  ApiAnswer picture(
      Call call, @PathVariable String picture, @RequestParam(defaultValue = "") String unit) {
    UUID tenant = call.caller().tenant();
    Shown shown =
        models
            .of(tenant)
            .read(model -> Shown.of(picture, unit, 0, model))
            .orElseThrow(Parameters::notFound);
    return ApiAnswer.svg(drawings.draw(tenant, shown, Locale.ENGLISH));
  }

  /** What came of changes of the model that are not of one entry. */
  static final class Changes {
    private Changes() {}

    static ApiAnswer nothing() {
      return ApiAnswer.ok(Nodes.object().put("changed", false));
    }

    static ApiAnswer answer(ChangeOutcome outcome) {
      return switch (outcome) {
        case ChangeOutcome.Done done ->
            EntryResource.with(
                done,
                ApiAnswer.ok(
                    Nodes.object()
                        .put("changed", true)
                        .put("action", Call.ROOT + "/actions/" + done.change())
                        .put("moved", done.applied().moved().size())));
        case ChangeOutcome.Unsound(var findings) -> throw EntryResource.unsound(findings).failure();
        case ChangeOutcome.Stale _ ->
            throw Problem.of(Problem.Kind.CONFLICT, "Somebody changed the model at the same moment")
                .failure();
        case ChangeOutcome.Refused _ ->
            throw Problem.of(Problem.Kind.FORBIDDEN, "Your roles do not go so far").failure();
      };
    }
  }
}
