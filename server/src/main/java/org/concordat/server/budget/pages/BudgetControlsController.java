package org.concordat.server.budget.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.Standing;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.budget.BudgetFile;
import org.concordat.formats.budget.ControlCells;
import org.concordat.formats.budget.ControlTable;
import org.concordat.formats.tables.RowWriter;
import org.concordat.server.budget.BudgetRun;
import org.concordat.server.budget.BudgetRuns;
import org.concordat.server.budget.BudgetWish;
import org.concordat.server.budget.Budgets;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.Standards;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.table.Reading;
import org.concordat.server.web.table.TableDesk;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The controls that a budget may be spent on: by hand, from a file, or from standards. */
@Controller
class BudgetControlsController {
  private static final String PATH = "/budget-controls";

  private final Budgets budgets;
  private final BudgetRuns runs;
  private final BudgetController plans;
  private final BudgetSaving saving;
  private final Models models;
  private final Standards standards;
  private final TableDesk desk;

  BudgetControlsController(
      Budgets budgets,
      BudgetRuns runs,
      BudgetController plans,
      BudgetSaving saving,
      Models models,
      Standards standards,
      TableDesk desk) {
    this.budgets = budgets;
    this.runs = runs;
    this.plans = plans;
    this.saving = saving;
    this.models = models;
    this.standards = standards;
    this.desk = desk;
  }

  @GetMapping(PATH)
  @Needs(Permission.READ_MODEL)
  BudgetControlsPage list(Caller caller, HttpServletRequest request) {
    var opened = desk.open(BudgetControlsTable.TABLE, caller, request);
    BudgetPage plan = plans.show(caller, -1);
    return new BudgetControlsPage(
        opened.of(plan),
        plan.given(),
        ControlTable.header(plan.given().resources()),
        caller.may(Permission.EDIT_MODEL) ? offered(caller, plan.given()).size() : 0,
        caller.may(Permission.EDIT_MODEL));
  }

  @GetMapping({PATH + ".csv", PATH + ".xlsx"})
  @Needs(Permission.READ_MODEL)
  void export(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    BudgetPage plan = plans.show(caller, -1);
    desk.export(BudgetControlsTable.TABLE, caller, request, response, Reading.of(plan));
  }

  /** All controls as a file that can be changed and read again. */
  @GetMapping({PATH + "/file.csv", PATH + "/file.xlsx"})
  @Needs(Permission.READ_MODEL)
  void file(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    BudgetCase given = budgets.of(caller.tenant());
    ImpactScale scale = models.of(caller.tenant()).read(Snapshot::scale);
    boolean isCsv = request.getRequestURI().endsWith(".csv");
    response.setContentType(
        isCsv
            ? "text/csv;charset=UTF-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"budget-controls." + (isCsv ? "csv" : "xlsx") + "\"");
    OutputStream out = response.getOutputStream();
    try (RowWriter rows = isCsv ? RowWriter.csv(out) : RowWriter.xlsx(out, "Controls", 1)) {
      rows.write(ControlTable.header(given.resources()));
      for (BudgetControl control : given.controls()) {
        rows.write(ControlTable.row(control, given.resources(), scale));
      }
    }
  }

  /** Reads a file of controls; those that it names are made or changed, the others stay. */
  @PostMapping(PATH + "/file")
  @Needs(Permission.EDIT_MODEL)
  Answer read(Caller caller, @RequestParam MultipartFile file, HttpServletRequest request)
      throws IOException {
    String name = String.valueOf(file.getOriginalFilename());
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? ".csv" : name.substring(dot).replaceAll("[^.A-Za-z0-9]", "");
    Path kept = Files.createTempFile("budget", ending);
    try {
      file.transferTo(kept);
      BudgetCase before = budgets.of(caller.tenant());
      BudgetCase read =
          BudgetFile.read(
              kept,
              models.of(caller.tenant()).read(Snapshot::workspace),
              new BudgetCase(before.years(), before.together(), before.budgets(), List.of()));
      List<BudgetWish> wishes = new ArrayList<>(Budgets.wishes(before, read.controls()));
      if (ending.startsWith(".y")) {
        wishes.add(
            new BudgetWish.OfFrame(
                read.years(), read.together(), read.budgets(), Budgets.frameTag(before)));
      }
      return saving.save(caller, request, wishes, PATH);
    } catch (InvalidInput e) {
      return new ErrorPage(
          422,
          "badRequest",
          e.findings().stream().map(f -> f.message().replace(kept.toString(), name)).toList());
    } finally {
      Files.deleteIfExists(kept);
    }
  }

  /** Takes over what standards say: which control satisfies which requirement. */
  @PostMapping(PATH + "/from-standards")
  @Needs(Permission.EDIT_MODEL)
  Answer take(Caller caller, HttpServletRequest request) {
    BudgetCase before = budgets.of(caller.tenant());
    return saving.save(caller, request, Budgets.wishes(before, offered(caller, before)), PATH);
  }

  private List<BudgetControl> offered(Caller caller, BudgetCase given) {
    return models
        .of(caller.tenant())
        .read(
            model ->
                FromStandards.of(
                    standards.of(caller.tenant()), given, requirements(model), model.scale()));
  }

  private static List<Requirement> requirements(Snapshot model) {
    return model.top(Integer.MAX_VALUE, 0).stream().map(Priority::requirement).toList();
  }

  @GetMapping(PATH + "/{id}")
  @Needs(Permission.READ_MODEL)
  Answer show(Caller caller, @PathVariable String id) {
    BudgetPage plan = plans.show(caller, -1);
    Optional<BudgetControl> found = plan.given().control(id);
    if (found.isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    ImpactScale scale = models.of(caller.tenant()).read(Snapshot::scale);
    List<String> header = ControlTable.header(plan.given().resources());
    List<String> cells = ControlTable.row(found.get(), plan.given().resources(), scale);
    List<BudgetControlPage.Field> fields = new ArrayList<>();
    for (int i = 1; i < header.size(); i++) {
      fields.add(new BudgetControlPage.Field(header.get(i), cells.get(i)));
    }
    Standing standing =
        plan.shown() == null
            ? null
            : Stream.concat(plan.shown().in().stream(), plan.shown().out().stream())
                .filter(s -> s.control().equals(id))
                .findFirst()
                .orElse(null);
    return new BudgetControlPage(
        found.get(),
        EntryTag.of(found.get()),
        fields,
        standing,
        runs.latest(caller.tenant(), id)
            .filter(r -> !plan.isStale())
            .flatMap(BudgetRun::result)
            .map(BudgetRun.Found::price)
            .orElse(null),
        plan,
        plan.edits());
  }

  @PostMapping(PATH)
  @Needs(Permission.EDIT_MODEL)
  Answer add(Caller caller, HttpServletRequest request) {
    return save(caller, parameter(request, "id"), EntryTag.NOTHING, request);
  }

  @PostMapping(PATH + "/{id}")
  @Needs(Permission.EDIT_MODEL)
  Answer save(
      Caller caller,
      @PathVariable String id,
      @RequestParam String tag,
      HttpServletRequest request) {
    ImpactScale scale = models.of(caller.tenant()).read(Snapshot::scale);
    Map<String, String> cells = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> cells.put(name, String.join("; ", values)));
    cells.put("id", id);
    // A service a line is easier to write than semicolons.
    cells.computeIfPresent("serves", (_, text) -> text.replaceAll("\\R", ";"));
    String resource = cells.getOrDefault("resource", "").strip();
    if (!resource.isEmpty()) {
      cells.put(resource + " once", cells.getOrDefault("resource-once", ""));
      cells.put(resource + " yearly", cells.getOrDefault("resource-yearly", ""));
    }
    FindingList findings = new FindingList();
    BudgetControl control =
        new ControlCells(
                List.copyOf(cells.keySet()),
                column -> cells.getOrDefault(column, "").strip(),
                Place::ofKey,
                scale,
                findings)
            .control("new");
    return findings.hasErrors()
        ? BudgetSaving.refused(findings.list())
        : saving.save(
            caller, request, List.of(new BudgetWish.OfControl(control.id(), control, tag)), PATH);
  }

  private static String parameter(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  @PostMapping(PATH + "/{id}/remove")
  @Needs(Permission.EDIT_MODEL)
  Answer remove(
      Caller caller,
      @PathVariable String id,
      @RequestParam String tag,
      HttpServletRequest request) {
    return saving.save(caller, request, List.of(new BudgetWish.OfControl(id, null, tag)), PATH);
  }

  /** Changes many at once: in place or not, the earliest year, or gone. */
  @PostMapping(PATH + "/bulk")
  @Needs(Permission.EDIT_MODEL)
  Answer bulk(
      Caller caller,
      @RequestParam(defaultValue = "") Set<String> ids,
      @RequestParam String change,
      HttpServletRequest request) {
    BudgetCase before = budgets.of(caller.tenant());
    List<BudgetWish> wishes = new ArrayList<>();
    for (BudgetControl control : before.controls()) {
      if (ids.contains(control.id())) {
        BudgetControl wanted =
            switch (change) {
              case "remove" -> null;
              case "place" -> control.with(true, control.earliest());
              case "open" -> control.with(false, control.earliest());
              default ->
                  change.matches("[1-9][0-9]?")
                      ? control.with(control.inPlace(), Integer.parseInt(change))
                      : control;
            };
        wishes.add(new BudgetWish.OfControl(control.id(), wanted, EntryTag.of(control)));
      }
    }
    return saving.save(caller, request, wishes, PATH);
  }
}
