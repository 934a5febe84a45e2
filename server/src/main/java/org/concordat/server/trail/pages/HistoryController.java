package org.concordat.server.trail.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.findings.Finding;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.trail.history.Action;
import org.concordat.server.trail.history.ActionPage;
import org.concordat.server.trail.history.ActionUndo;
import org.concordat.server.trail.history.Obstacle;
import org.concordat.server.trail.history.PastModels;
import org.concordat.server.trail.history.PastModels.Comparison;
import org.concordat.server.trail.history.TrailHistory;
import org.concordat.server.trail.history.Value;
import org.concordat.server.trail.sealing.TrailSealer;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.web.table.Reading;
import org.concordat.server.web.table.TableDesk;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.imports.ImportJobs;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The history: what was done and by whom, what it moved, how it was on a day; and undo. */
@Controller
class HistoryController {
  private static final String FROM_THE_END = "" + Long.MAX_VALUE;

  /** Of larger models an action's page does not say what it moved: it would take seconds. */
  private static final int COMPARED = 60_000;

  private final TrailHistory history;
  private final PastModels past;
  private final ActionUndo undo;
  private final TrailSealer sealer;
  private final Models models;
  private final TableDesk desk;
  private final SurroundingsFactory surroundings;

  HistoryController(
      TrailHistory history,
      PastModels past,
      ActionUndo undo,
      TrailSealer sealer,
      Models models,
      TableDesk desk,
      SurroundingsFactory surroundings) {
    this.history = history;
    this.past = past;
    this.undo = undo;
    this.sealer = sealer;
    this.models = models;
    this.desk = desk;
    this.surroundings = surroundings;
  }

  @GetMapping("/history")
  @Needs(Permission.READ_TRAIL)
  HistoryPage list(Caller caller, HttpServletRequest request) {
    return new HistoryPage(
        desk.open(HistoryTable.TABLE, caller, request).of(source(caller, request)),
        sealer.state(caller.tenant()));
  }

  @GetMapping({"/history.csv", "/history.xlsx"})
  @Needs(Permission.READ_TRAIL)
  void export(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.export(HistoryTable.TABLE, caller, request, response, Reading.of(source(caller, request)));
  }

  private HistoryTable.Source source(Caller caller, HttpServletRequest request) {
    return new HistoryTable.Source(
        history, caller.tenant(), history.people(caller.tenant()), surroundings.of(request));
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }

  @GetMapping("/history/{table}/{*key}")
  @Needs(Permission.READ_TRAIL)
  Answer thing(
      Caller caller,
      @PathVariable String table,
      @PathVariable String key,
      @RequestParam(defaultValue = FROM_THE_END) long before) {
    String plain = key.startsWith("/") ? key.substring(1) : key;
    ActionPage list = history.of(caller.tenant(), table, plain, before);
    if (list.actions().isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    List<Value.Entry> subject =
        list.actions().stream()
            .flatMap(action -> action.rows().stream())
            .findFirst()
            .map(row -> row.subject())
            .orElse(List.of());
    return new ThingPage(table, plain, subject, list);
  }

  /** Whoever reads the model may see what was done to it; the rest of the trail is for auditors. */
  @GetMapping("/history/{change}")
  @Needs(Permission.READ_MODEL)
  Answer action(Caller caller, @PathVariable UUID change) {
    return history
        .action(caller.tenant(), change)
        .filter(action -> caller.may(Permission.READ_TRAIL) || action.changedTheModel())
        .<Answer>map(action -> page(caller, action, List.of(), List.of()))
        .orElseGet(() -> new ErrorPage(404, "notFound", List.of()));
  }

  private OneActionPage page(
      Caller caller, Action action, List<Obstacle> obstacles, List<String> problems) {
    Optional<ActionUndo.Reason> impossible = ActionUndo.impossible(action);
    boolean compared =
        impossible.isEmpty()
            && models.of(caller.tenant()).read(Snapshot::requirementCount) <= COMPARED;
    @Nullable Comparison moved =
        compared ? past.aroundAction(caller.tenant(), action).orElse(null) : null;
    return new OneActionPage(
        action,
        moved,
        impossible.orElse(null),
        caller.may(Permission.EDIT_MODEL),
        obstacles,
        problems);
  }

  /** Takes an action back, when nothing later stands in the way. */
  @PostMapping("/history/{change}/undo")
  @Needs(Permission.EDIT_MODEL)
  Answer undo(
      Caller caller,
      @PathVariable UUID change,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    ActionUndo.Result result =
        undo.undo(caller, change, orNull(reason), SurroundingsFactory.requestId(request));
    return switch (result) {
      case ActionUndo.Result.Impossible _ -> new ErrorPage(422, "notUndoable", List.of());
      case ActionUndo.Result.Later(var begun) ->
          switch (begun) {
            case ImportJobs.Begun.Job(var id) -> Redirect.to("/import/" + id);
            case ImportJobs.Begun.TooMany(var most) ->
                Redirect.to("/import").saying("alignment.import.tooMany", most);
          };
      case ActionUndo.Result.Tried(var _, var outcome) ->
          history
              .action(caller.tenant(), change)
              .map(action -> tried(caller, action, outcome))
              .orElseGet(() -> new ErrorPage(404, "notFound", List.of()));
    };
  }

  private Answer tried(Caller caller, Action action, ChangeOutcome outcome) {
    return switch (outcome) {
      case ChangeOutcome.Done(var done, var applied) ->
          Redirect.to("/history/" + done).saying("trail.undone", applied.moved().size());
      case ChangeOutcome.Stale(var conflicts) -> {
        List<Obstacle> obstacles =
            models
                .of(caller.tenant())
                .read(model -> conflicts.stream().map(c -> Obstacle.of(c, model)).toList());
        yield page(caller, action, obstacles, List.of());
      }
      case ChangeOutcome.Unsound(var findings) ->
          page(
              caller,
              action,
              List.of(),
              findings.stream().map(Finding::problem).distinct().toList());
      case ChangeOutcome.Refused _ -> new ErrorPage(403, "forbidden", List.of());
    };
  }

  @GetMapping("/history/day")
  @Needs(Permission.READ_TRAIL)
  Redirect chosenDay(@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
    return Redirect.to("/history/day/" + day);
  }

  @GetMapping("/history/day/{day}")
  @Needs(Permission.READ_TRAIL)
  DayPage day(Caller caller, @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
    return new DayPage(day, past.sinceEndOf(caller.tenant(), day).orElse(null));
  }
}
