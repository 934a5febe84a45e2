package org.concordat.server.budget.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.Outlay;
import org.concordat.core.alignment.budget.Quantity;
import org.concordat.core.alignment.budget.Service;
import org.concordat.core.alignment.budget.Together;
import org.concordat.core.alignment.budget.search.Solvers;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.findings.Finding;
import org.concordat.core.standards.ControlRef;
import org.concordat.formats.budget.ControlTable;
import org.concordat.formats.yaml.Words;
import org.concordat.server.budget.BudgetRun;
import org.concordat.server.budget.BudgetRuns;
import org.concordat.server.budget.BudgetWish;
import org.concordat.server.budget.Budgets;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Precondition;
import org.concordat.server.web.api.Problem;
import org.concordat.server.web.api.Values;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.ObjectNode;

/** Budgets: the controls to choose from, what may be spent, and searches for plans. */
@Controller
@RequestMapping(path = Call.ROOT + "/budget", produces = Media.JSON)
final class BudgetApi {
  private final Budgets budgets;
  private final BudgetRuns runs;
  private final Models models;

  BudgetApi(Budgets budgets, BudgetRuns runs, Models models) {
    this.budgets = budgets;
    this.runs = runs;
    this.models = models;
  }

  private BudgetCase given(Call call) {
    return budgets.of(call.caller().tenant());
  }

  private ImpactScale scale(Call call) {
    return models.of(call.caller().tenant()).read(Snapshot::scale);
  }

  @GetMapping("/controls")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Lists the controls that a budget may be spent on",
      answer = "BudgetControlList")
  ApiAnswer controls(Call call, Paging paging) {
    ImpactScale scale = scale(call);
    return paging.answer(
        paging.part(given(call).controls(), BudgetControl::id),
        control -> BudgetNodes.control(control, scale));
  }

  @GetMapping("/controls/{id}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Tells a control that a budget may be spent on", answer = "BudgetControl")
  ApiAnswer control(Call call, @PathVariable String id) {
    BudgetControl control = given(call).control(id).orElseThrow(Parameters::notFound);
    return ApiAnswer.ok(BudgetNodes.control(control, scale(call))).tagged(EntryTag.of(control));
  }

  @PutMapping(path = "/controls/{id}", consumes = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Makes a control that a budget may be spent on, or changes it",
      body = "BudgetControl",
      answer = "BudgetControl",
      statuses = {200, 201},
      problems = {412, 428})
  ApiAnswer put(Call call, @PathVariable String id) {
    if (!Identifier.isValid(id)) {
      throw Parameters.wrong("id", "must be made of " + Identifier.SHAPE);
    }
    BudgetControl wanted = control(id, BudgetShapes.CONTROL.read(call.json()), scale(call));
    Optional<BudgetControl> before = given(call).control(id);
    save(call, new BudgetWish.OfControl(id, wanted, tag(call, EntryTag.of(before.orElse(null)))));
    ApiAnswer answer =
        before.isPresent()
            ? ApiAnswer.ok(BudgetNodes.control(wanted, scale(call)))
            : ApiAnswer.created(
                Call.ROOT + "/budget/controls/" + id, BudgetNodes.control(wanted, scale(call)));
    return answer.tagged(EntryTag.of(wanted));
  }

  @DeleteMapping("/controls/{id}")
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Removes a control that a budget may be spent on",
      statuses = 204,
      problems = {412, 428})
  ApiAnswer remove(Call call, @PathVariable String id) {
    BudgetControl control = given(call).control(id).orElseThrow(Parameters::notFound);
    save(call, new BudgetWish.OfControl(id, null, tag(call, EntryTag.of(control))));
    return ApiAnswer.done();
  }

  @GetMapping("/frame")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Tells horizon and budgets", answer = "BudgetFrame")
  ApiAnswer frame(Call call) {
    BudgetCase given = given(call);
    return ApiAnswer.ok(BudgetNodes.frame(given)).tagged(Budgets.frameTag(given));
  }

  @PutMapping(path = "/frame", consumes = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Changes horizon and budgets",
      body = "BudgetFrame",
      answer = "BudgetFrame",
      problems = {412, 428})
  ApiAnswer putFrame(Call call) {
    Values values = BudgetShapes.FRAME.read(call.json());
    Errors errors = new Errors();
    List<Budget> wanted = new ArrayList<>();
    int index = 0;
    for (Values each : values.objects("budgets")) {
      List<Quantity> years = new ArrayList<>();
      for (String text : each.texts("years")) {
        years.add(amount(text, "/budgets/" + index + "/years", errors));
      }
      wanted.add(new Budget(each.required("resource"), years));
      index++;
    }
    errors.check();
    Long years = values.whole("years");
    Together together =
        Words.find(Together.class, values.required("together")).orElse(Together.BEST);
    save(
        call,
        new BudgetWish.OfFrame(
            years == null ? 1 : Math.toIntExact(years),
            together,
            wanted,
            tag(call, Budgets.frameTag(given(call)))));
    return frame(call);
  }

  @PostMapping(path = "/searches", consumes = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Searches the plan and its frontier, or the price of a control; Prefer: wait waits",
      body = "BudgetQuestion",
      answer = "BudgetSearch",
      statuses = 201)
  ApiAnswer search(Call call) {
    Values values = BudgetShapes.QUESTION.read(call.json());
    String control = values.text("control");
    String solver = Objects.requireNonNullElse(values.text("solver"), Solvers.TOGETHER);
    Errors errors = new Errors();
    if (control != null && given(call).control(control).isEmpty()) {
      errors.add("/control", "there is no such control");
    }
    if (!Solvers.names().contains(solver)) {
      errors.add("/solver", "must be one of " + String.join(", ", Solvers.names()));
    }
    errors.check();
    BudgetRun run = settled(call, runs.begin(call.caller(), call.id(), control, solver).id());
    return ApiAnswer.created(Call.ROOT + "/budget/searches/" + run.id(), told(call, run));
  }

  @GetMapping("/searches/{search}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Tells how far a search is, and what it has found", answer = "BudgetSearch")
  ApiAnswer found(Call call, @PathVariable UUID search) {
    return ApiAnswer.ok(told(call, settled(call, search)));
  }

  @DeleteMapping("/searches/{search}")
  @Needs(Permission.EDIT_MODEL)
  @Described(value = "Cancels a search that goes on", statuses = 204, problems = 409)
  ApiAnswer cancel(Call call, @PathVariable UUID search) {
    existing(call, search);
    if (!runs.cancel(call.caller(), call.id(), search)) {
      throw Problem.of(Problem.Kind.CONFLICT, "The search is over").failure();
    }
    return ApiAnswer.done();
  }

  private ObjectNode told(Call call, BudgetRun run) {
    return BudgetNodes.search(
        run,
        !run.question().equals(BudgetRuns.fingerprint(budgets.problem(call.caller().tenant()))));
  }

  private BudgetRun existing(Call call, UUID id) {
    return runs.find(call.caller().tenant(), id).orElseThrow(Parameters::notFound);
  }

  /** The search when it is over, or as it is when the caller does not want to wait. */
  private BudgetRun settled(Call call, UUID id) {
    return call.waitedFor(() -> existing(call, id), BudgetRun::isMoving);
  }

  private static String tag(Call call, String present) {
    return switch (call.precondition()) {
      case Precondition.Matching(var tags) ->
          tags.contains(present) ? present : tags.isEmpty() ? "" : tags.getFirst();
      case Precondition.Present() -> present.equals(EntryTag.NOTHING) ? "?" : present;
      case Precondition.Absent() -> EntryTag.NOTHING;
      case Precondition.Unsaid() -> {
        if (!present.equals(EntryTag.NOTHING)) {
          throw Problem.of(
                  Problem.Kind.PRECONDITION_REQUIRED,
                  "Say in If-Match which state you saw, by its ETag")
              .failure();
        }
        yield present;
      }
    };
  }

  private void save(Call call, BudgetWish wish) {
    switch (budgets.save(call.caller().tenant(), call.attribution(), List.of(wish))) {
      case Budgets.Saved.Done _ -> {}
      case Budgets.Saved.Conflict _ ->
          throw Problem.of(Problem.Kind.STALE, "It is not as you saw it").failure();
      case Budgets.Saved.Unsound(List<Finding> findings) -> {
        Errors errors = new Errors();
        findings.forEach(f -> errors.add("", f.message()));
        errors.check();
      }
    }
  }

  private static BudgetControl control(String id, Values values, ImpactScale scale) {
    Errors errors = new Errors();
    Map<String, Outlay> outlays = new LinkedHashMap<>();
    int index = 0;
    for (Values each : values.objects("outlays")) {
      String at = "/outlays/" + index++;
      outlays.put(
          each.required("resource"),
          new Outlay(
              amount(each.text("once"), at + "/once", errors),
              amount(each.text("yearly"), at + "/yearly", errors)));
    }
    List<Service> serves = new ArrayList<>();
    index = 0;
    for (Values each : values.objects("serves")) {
      String at = "/serves/" + index++;
      Optional<Requirement> requirement = Requirement.parse(each.required("requirement"));
      Optional<Level> level = scale.level(each.required("level"));
      if (requirement.isEmpty()) {
        errors.add(at + "/requirement", "must be written asset/property");
      }
      if (level.isEmpty()) {
        errors.add(at + "/level", "must be one of " + String.join(", ", scale.names()));
      }
      if (requirement.isPresent() && level.isPresent()) {
        serves.add(new Service(requirement.get(), level.get()));
      }
    }
    @Nullable String implementing = values.text("implements");
    @Nullable ControlRef ref = null;
    if (implementing != null) {
      ref = ControlTable.parseRef(implementing).orElse(null);
      if (ref == null) {
        errors.add("/implements", "must be written catalogue/control");
      }
    }
    errors.check();
    Long earliest = values.whole("earliest");
    return new BudgetControl(
        id,
        values.required("name"),
        outlays,
        serves,
        values.texts("needs"),
        values.texts("excludes"),
        earliest == null ? 1 : Math.toIntExact(earliest),
        Boolean.TRUE.equals(values.flag("in-place")),
        ref);
  }

  private static Quantity amount(@Nullable String text, String at, Errors errors) {
    if (text == null) {
      return Quantity.ZERO;
    }
    Optional<Quantity> amount = Quantity.parse(text);
    if (amount.isEmpty()) {
      errors.add(at, "must be " + Quantity.SHAPE);
    }
    return amount.orElse(Quantity.ZERO);
  }
}
