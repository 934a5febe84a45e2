package org.concordat.server.alignment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.PriorityQuery;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.ChangeWording;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.trail.TrailHistory;
import org.concordat.server.trail.TrailHistory.Action;
import org.concordat.server.trail.TrailSealer;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Models;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The history: what was done, what it moved, how it was on a day; and undo. */
@Controller
class HistoryController {
  private static final int ACTIONS = 30;
  private static final int SENTENCES = 5;
  private static final int ALL_SENTENCES = 200;
  private static final int MOVED = 100;
  private static final int ROWS = 50;

  /** Models with more requirements are not compared: it would take seconds. */
  private static final int COMPARED = 60_000;

  private static final Map<String, String> TABLES =
      Map.of("asset", "asset", "factor", "factor", "unit", "unit", "goal", "goal");

  private final Models models;
  private final TrailHistory trail;
  private final TrailSealer sealer;
  private final Accounts accounts;

  HistoryController(Models models, TrailHistory trail, TrailSealer sealer, Accounts accounts) {
    this.models = models;
    this.trail = trail;
    this.sealer = sealer;
    this.accounts = accounts;
  }

  @GetMapping("/history")
  @Needs(Permission.READ_TRAIL)
  HistoryPage list(Caller caller, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
    List<Action> actions = trail.before(caller.tenant(), before, ACTIONS);
    long next = actions.size() < ACTIONS ? 0 : actions.getLast().first();
    return new HistoryPage(null, rows(caller, actions), next);
  }

  @GetMapping("/history/of/{kind}/{id}")
  @Needs(Permission.READ_TRAIL)
  Answer of(Caller caller, @PathVariable String kind, @PathVariable String id) {
    String table = TABLES.get(kind);
    if (table == null) {
      return new ErrorPage(404, "notFound", List.of());
    }
    return new HistoryPage(id, rows(caller, trail.of(caller.tenant(), table, id, ROWS)), 0);
  }

  private List<HistoryPage.Row> rows(Caller caller, List<Action> actions) {
    Map<String, String> names = names(caller);
    ChangeWording wording = wording(caller);
    return actions.stream().map(action -> row(caller, action, names, wording, SENTENCES)).toList();
  }

  private Map<String, String> names(Caller caller) {
    Map<String, String> names = new HashMap<>();
    accounts.all(caller.tenant()).forEach(a -> names.put(a.id().toString(), a.name()));
    return names;
  }

  private ChangeWording wording(Caller caller) {
    Workspace now = models.of(caller.tenant()).read(Snapshot::workspace);
    return new ChangeWording(now, now);
  }

  private HistoryPage.Row row(
      Caller caller, Action action, Map<String, String> names, ChangeWording wording, int most) {
    // Of a large action the first entries tell enough.
    long last = Math.min(action.last(), action.first() + most - 1);
    List<String> sentences =
        new ArrayList<>(
            models.changes(caller.tenant(), action.first(), last).stream()
                .map(wording::describe)
                .toList());
    return new HistoryPage.Row(
        action.change().toString(),
        action.at(),
        names.getOrDefault(action.actor(), action.actor()),
        action.reason(),
        sentences.isEmpty() ? action.tables() : sentences,
        action.entries());
  }

  /** The whole trail, sealed; anyone can check it without this server. */
  @GetMapping("/history/export")
  @Needs(Permission.READ_TRAIL)
  void export(Caller caller, HttpServletResponse response) throws IOException {
    response.setContentType("application/x-ndjson");
    response.setHeader("Content-Disposition", "attachment; filename=\"trail.ndjson\"");
    String organisation = models.of(caller.tenant()).read(model -> model.organisation().name());
    sealer.export(caller.tenant(), organisation, response.getOutputStream());
  }

  /** The public key that the seal is checked with. */
  @GetMapping("/history/seal.pub")
  @Needs(Permission.READ_TRAIL)
  ResponseEntity<String> key() {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .header("Content-Disposition", "attachment; filename=\"seal.pub\"")
        .body(sealer.key().publicKey().pem());
  }

  @GetMapping("/history/{change}")
  @Needs(Permission.READ_MODEL)
  Answer show(Caller caller, @PathVariable UUID change) {
    Optional<Action> action = trail.find(caller.tenant(), change);
    return action.isEmpty()
        ? new ErrorPage(404, "notFound", List.of())
        : page(caller, action.get());
  }

  private ActionPage page(Caller caller, Action action) {
    HistoryPage.Row row = row(caller, action, names(caller), wording(caller), ALL_SENTENCES);
    LiveWorkspace live = models.of(caller.tenant());
    boolean compared = live.read(Snapshot::requirementCount) <= COMPARED;
    return new ActionPage(
        row,
        (int) Math.max(0, action.entries() - ALL_SENTENCES),
        compared ? moved(caller, action) : List.of(),
        compared,
        caller.may(Permission.EDIT_MODEL));
  }

  private List<ActionPage.Moved> moved(Caller caller, Action action) {
    Optional<Workspace> before = models.at(caller.tenant(), action.first() - 1);
    Optional<Workspace> after = models.at(caller.tenant(), action.last());
    if (before.isEmpty() || after.isEmpty()) {
      return List.of();
    }
    Map<Requirement, Double> was = needs(before.get());
    Map<Requirement, Double> is = needs(after.get());
    Map<String, String> names = new HashMap<>();
    before.get().assets().forEach(asset -> names.put(asset.id(), asset.name()));
    after.get().assets().forEach(asset -> names.put(asset.id(), asset.name()));
    List<Requirement> all = new ArrayList<>(is.keySet());
    was.keySet().stream().filter(r -> !is.containsKey(r)).forEach(all::add);
    return all.stream()
        .map(
            r -> {
              double then = was.getOrDefault(r, 0.0);
              double now = is.getOrDefault(r, 0.0);
              return new ActionPage.Moved(
                  r.id(),
                  names.getOrDefault(r.asset(), r.asset()),
                  r.property(),
                  LevelView.of(before.get().scale(), then),
                  LevelView.of(after.get().scale(), now),
                  now - then);
            })
        .filter(moved -> Math.abs(moved.by()) > 1e-9)
        .sorted(
            Comparator.comparingDouble((ActionPage.Moved m) -> -Math.abs(m.by()))
                .thenComparing(ActionPage.Moved::id))
        .limit(MOVED)
        .toList();
  }

  private static Map<Requirement, Double> needs(Workspace workspace) {
    Priorities priorities = Priorities.of(workspace);
    Map<Requirement, Double> needs = new HashMap<>();
    for (Asset asset : workspace.assets()) {
      for (String property : asset.properties()) {
        Requirement requirement = new Requirement(asset.id(), property);
        needs.put(requirement, priorities.need(requirement));
      }
    }
    return needs;
  }

  @GetMapping("/history/day")
  @Needs(Permission.READ_TRAIL)
  Answer day(
      Caller caller, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    long position =
        trail.position(
            caller.tenant(), day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant());
    List<PrioritiesPage.Row> rows =
        models
            .at(caller.tenant(), position)
            .map(
                workspace ->
                    LiveWorkspace.of(workspace)
                        .read(
                            model ->
                                model
                                    .priorities(
                                        PriorityQuery.ALL
                                            .includingNone(false)
                                            .withUnits(false)
                                            .withPaths(1)
                                            .withRows(0, ROWS))
                                    .rows()
                                    .stream()
                                    .map(row -> PrioritiesController.row(row, model))
                                    .toList()))
            .orElse(List.of());
    return new DayPage(day, rows);
  }

  /** Takes an action back, when nothing later stands in the way. */
  @PostMapping("/history/{change}/undo")
  @Needs(Permission.EDIT_MODEL)
  Answer undo(Caller caller, @PathVariable UUID change, HttpServletRequest request) {
    Optional<Action> action = trail.find(caller.tenant(), change);
    if (action.isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    List<WorkspaceChange> back =
        models.changes(caller.tenant(), action.get().first(), action.get().last()).stream()
            .map(WorkspaceChange::inverse)
            .toList();
    if (back.isEmpty()) {
      return new ErrorPage(422, "notUndoable", List.of());
    }
    ChangeOutcome outcome =
        models.change(caller, back, "Undo " + change, SurroundingsFactory.requestId(request));
    return switch (outcome) {
      case ChangeOutcome.Done done -> Saving.saved(done, "/history", "alignment.undone");
      case ChangeOutcome.Stale(var conflicts) -> {
        ChangeWording wording = wording(caller);
        yield new ErrorPage(
            409, "notUndoable", conflicts.stream().map(c -> wording.describe(c.change())).toList());
      }
      case ChangeOutcome.Unsound(var findings) ->
          new ErrorPage(409, "notUndoable", findings.stream().map(Finding::message).toList());
      case ChangeOutcome.Refused _ -> new ErrorPage(403, "forbidden", List.of());
    };
  }
}
