package org.concordat.server.trail.api;

import static org.concordat.server.web.api.Parameters.number;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.alignment.api.PriorityNodes;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.trail.history.Action;
import org.concordat.server.trail.history.ActionPage;
import org.concordat.server.trail.history.ActionUndo;
import org.concordat.server.trail.history.Activity;
import org.concordat.server.trail.history.Obstacle;
import org.concordat.server.trail.history.PastModels;
import org.concordat.server.trail.history.TrailHistory;
import org.concordat.server.trail.history.TrailTables;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Problem;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.imports.ImportJob;
import org.concordat.server.workspace.imports.ImportJob.Stage;
import org.concordat.server.workspace.imports.ImportJobs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who did what, what it moved, how it was on a day; and undo. */
@Controller
@RequestMapping(path = Call.ROOT, produces = Media.JSON)
final class HistoryApi {
  /** Of larger models an action does not say what it moved: it would take seconds. */
  private static final int COMPARED = 60_000;

  private final TrailHistory history;
  private final PastModels past;
  private final ActionUndo undo;
  private final Models models;
  private final ImportJobs imports;

  HistoryApi(
      TrailHistory history, PastModels past, ActionUndo undo, Models models, ImportJobs imports) {
    this.history = history;
    this.past = past;
    this.undo = undo;
    this.models = models;
    this.imports = imports;
  }

  @GetMapping("/actions")
  @Needs(Permission.READ_TRAIL)
  @Described(value = "Lists what was done, newest first", answer = "ActionList")
  ApiAnswer list(
      Call call,
      Paging paging,
      @RequestParam(defaultValue = "") String actor,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String table,
      @RequestParam(defaultValue = "") String q) {
    if (!table.isEmpty() && !TrailTables.all().contains(table)) {
      throw Parameters.wrong("table", "is none of " + String.join(", ", TrailTables.all()));
    }
    Activity activity =
        new Activity(
            actor.isEmpty() ? null : actor,
            Parameters.day("from", from),
            Parameters.day("to", to),
            table.isEmpty() ? null : table,
            q.isBlank() ? null : q.strip());
    return TrailPaging.answer(
        paging, before -> history.actions(call.caller().tenant(), activity, before));
  }

  private static LocalDate pastDay(String text) {
    LocalDate day = Parameters.day("day", text);
    if (day == null) {
      throw Parameters.notFound();
    }
    return day;
  }

  @GetMapping("/history/{table}/{*key}")
  @Needs(Permission.READ_TRAIL)
  @Described(value = "Lists what happened to one thing, newest first", answer = "ActionList")
  ApiAnswer thing(Call call, Paging paging, @PathVariable String table, @PathVariable String key) {
    String plain = key.startsWith("/") ? key.substring(1) : key;
    ActionPage first = history.of(call.caller().tenant(), table, plain, Long.MAX_VALUE);
    if (first.actions().isEmpty()) {
      throw Parameters.notFound();
    }
    return TrailPaging.answer(
        paging, before -> history.of(call.caller().tenant(), table, plain, before));
  }

  /** Whoever reads the model may see what was done to it; the rest of the trail is for auditors. */
  private Action action(Call call, UUID change) {
    return history
        .action(call.caller().tenant(), change)
        .filter(action -> call.caller().may(Permission.READ_TRAIL) || action.changedTheModel())
        .orElseThrow(Parameters::notFound);
  }

  @GetMapping("/actions/{change}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Tells what one action changed and moved", answer = "Action")
  ApiAnswer show(Call call, @PathVariable UUID change) {
    Action action = action(call, change);
    ObjectNode json = ActionNodes.action(action);
    ActionUndo.impossible(action)
        .ifPresentOrElse(
            reason -> json.put("undoable", false),
            () -> {
              json.put("undoable", true);
              moved(call, action, json);
            });
    return ApiAnswer.ok(json);
  }

  private void moved(Call call, Action action, ObjectNode json) {
    UUID tenant = call.caller().tenant();
    if (models.of(tenant).read(Snapshot::requirementCount) <= COMPARED) {
      past.aroundAction(tenant, action)
          .ifPresent(comparison -> json.set("effect", ActionNodes.comparison(comparison)));
    }
  }

  @PostMapping("/actions/{change}/undo")
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value =
          "Takes an action back, when nothing later stands in the way; a large one goes on by"
              + " itself, as an import does",
      answer = "Undone",
      statuses = {200, 202},
      problems = 409)
  ApiAnswer undo(Call call, @PathVariable UUID change) {
    action(call, change);
    return switch (undo.undo(call.caller(), change, call.reason(), call.id())) {
      case ActionUndo.Result.Impossible(var reason) ->
          throw Problem.of(
                  Problem.Kind.CONFLICT,
                  switch (reason) {
                    case UNKNOWN -> "There is no such action";
                    case NOT_OF_THE_MODEL -> "It changed other things than the model";
                    case FIRST_MODEL -> "It made the model";
                  })
              .failure();
      case ActionUndo.Result.Tried(var _, var outcome) -> undone(call, outcome);
      case ActionUndo.Result.Later(ImportJobs.Begun.TooMany(var most)) ->
          throw Problem.of(
                  Problem.Kind.CONFLICT,
                  "You have " + most + " imports that are not finished; cancel one first")
              .failure();
      case ActionUndo.Result.Later(ImportJobs.Begun.Job(var id)) -> underWay(call, id);
    };
  }

  /** What became of a large undo by now, or where that will be told. */
  private ApiAnswer underWay(Call call, UUID id) {
    ImportJob job =
        call.waitedFor(
            () -> imports.find(call.caller(), id).orElseThrow(Parameters::notFound),
            ImportJob::isMoving);
    String address = Call.ROOT + "/imports/" + id;
    return switch (job.stage()) {
      case Stage.Done(var change, var moved) -> {
        ObjectNode json = ActionNodes.object().put("changed", change != null);
        if (change != null) {
          json.put("action", Call.ROOT + "/actions/" + change);
        }
        if (moved != null) {
          json.put("moved", moved.intValue());
        }
        yield ApiAnswer.ok(json.put("import", address));
      }
      case Stage.Failed(var findings) ->
          throw Problem.of(
                  Problem.Kind.CONFLICT,
                  "It cannot be taken back",
                  findings.stream()
                      .map(Finding::message)
                      .limit(Errors.TOLD)
                      .<Errors.Entry>map(problem -> new Errors.InBody("", problem))
                      .toList())
              .failure();
      case Stage.Waiting _,
          Stage.Reading _,
          Stage.Comparing _,
          Stage.Ready _,
          Stage.Writing _,
          Stage.Cancelled _ ->
          ApiAnswer.accepted(
              address, ActionNodes.object().put("changed", false).put("import", address));
    };
  }

  private ApiAnswer undone(Call call, ChangeOutcome outcome) {
    return switch (outcome) {
      case ChangeOutcome.Done(var done, var applied) ->
          ApiAnswer.ok(
              ActionNodes.object()
                  .put("changed", true)
                  .put("action", Call.ROOT + "/actions/" + done)
                  .put("moved", applied.moved().size()));
      case ChangeOutcome.Stale(var conflicts) -> {
        List<Obstacle> obstacles =
            models
                .of(call.caller().tenant())
                .read(model -> conflicts.stream().map(c -> Obstacle.of(c, model)).toList());
        throw Problem.of(Problem.Kind.CONFLICT, "Later changes stand in the way")
            .member("obstacles", obstacles.stream().map(ActionNodes::obstacle).toList())
            .failure();
      }
      case ChangeOutcome.Unsound(var findings) ->
          throw Problem.of(
                  Problem.Kind.CONFLICT,
                  "Without it the model would break rules",
                  findings.stream()
                      .map(Finding::problem)
                      .distinct()
                      .limit(Errors.TOLD)
                      .<Errors.Entry>map(problem -> new Errors.InBody("", problem))
                      .toList())
              .failure();
      case ChangeOutcome.Refused _ ->
          throw Problem.of(Problem.Kind.FORBIDDEN, "Your roles do not go so far").failure();
    };
  }

  @GetMapping("/days/{day}")
  @Needs(Permission.READ_TRAIL)
  @Described(
      value = "Compares the priorities at the end of a day, in UTC, with those of now",
      answer = "Comparison")
  ApiAnswer day(Call call, @PathVariable String day) {
    return past.sinceEndOf(call.caller().tenant(), pastDay(day))
        .map(comparison -> ApiAnswer.ok(ActionNodes.comparison(comparison)))
        .orElseThrow(Parameters::notFound);
  }

  @GetMapping("/days/{day}/requirements")
  @Needs(Permission.READ_TRAIL)
  @Described(
      value = "Lists the first requirements by rank as they were at the end of a day, in UTC",
      answer = "Priorities")
  ApiAnswer requirements(
      Call call,
      @PathVariable String day,
      @RequestParam(defaultValue = "50") String top,
      @RequestParam(defaultValue = "3") String rationale) {
    int most = number("top", top, 1, Paging.MOST);
    int paths = number("rationale", rationale, 0, 20);
    Workspace then =
        past.endOf(call.caller().tenant(), pastDay(day)).orElseThrow(Parameters::notFound);
    Priorities priorities = Priorities.of(then);
    ObjectNode json = PriorityNodes.around(then.organisation().id(), then.scale());
    ArrayNode rows = json.putArray("requirements");
    for (Priority priority : priorities.list(most, paths)) {
      rows.add(PriorityNodes.of(priority, then.scale()));
    }
    return ApiAnswer.ok(json.put("total", priorities.size()));
  }
}
