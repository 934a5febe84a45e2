package org.concordat.server.budget.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.PlanFigures;
import org.concordat.core.alignment.budget.Quantity;
import org.concordat.core.alignment.budget.Standing;
import org.concordat.core.alignment.budget.Standings;
import org.concordat.core.alignment.budget.Together;
import org.concordat.core.alignment.budget.search.Solvers;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;
import org.concordat.formats.budget.BudgetLine;
import org.concordat.formats.yaml.Words;
import org.concordat.server.budget.BudgetRun;
import org.concordat.server.budget.BudgetRun.Found;
import org.concordat.server.budget.BudgetRuns;
import org.concordat.server.budget.BudgetWish;
import org.concordat.server.budget.Budgets;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A budget: what may be spent, the plan that leaves least, and what more money would buy. */
@Controller
class BudgetController {
  private final Budgets budgets;
  private final BudgetRuns runs;
  private final BudgetSaving saving;

  BudgetController(Budgets budgets, BudgetRuns runs, BudgetSaving saving) {
    this.budgets = budgets;
    this.runs = runs;
    this.saving = saving;
  }

  /** The plan within the budget, or that of a point of the frontier. */
  @GetMapping("/budget")
  @Needs(Permission.READ_MODEL)
  BudgetPage show(Caller caller, @RequestParam(defaultValue = "-1") int point) {
    BudgetProblem problem = budgets.problem(caller.tenant());
    Optional<BudgetRun> last = runs.recent(caller.tenant()).stream().findFirst();
    Optional<BudgetRun> done = runs.latest(caller.tenant(), null);
    BudgetPage.Shown shown =
        done.flatMap(BudgetRun::result).map(f -> shown(problem, f, point)).orElse(null);
    boolean isStale =
        done.isPresent() && !done.get().question().equals(BudgetRuns.fingerprint(problem));
    return new BudgetPage(
        problem.given(),
        problem.total(),
        Budgets.frameTag(problem.given()),
        last.orElse(null),
        shown,
        Solvers.names(),
        isStale,
        caller.may(Permission.EDIT_MODEL));
  }

  private static BudgetPage.Shown shown(BudgetProblem problem, Found found, int point) {
    boolean isPoint = point >= 0 && point < found.points().size();
    Outcome.Solved solved = found.at(point, problem.given());
    List<Standing> standings = Standings.all(problem, solved.plan());
    long money =
        problem.given().budget(Budget.MONEY).stream()
            .flatMap(b -> b.years().stream())
            .mapToLong(Quantity::thousandths)
            .sum();
    return new BudgetPage.Shown(
        isPoint ? point : -1,
        solved.residual(),
        solved.gap(),
        solved.gap() <= 1e-9,
        found.complete(),
        PlanFigures.of(problem, solved.plan()),
        standings.stream()
            .filter(s -> s.start() > 0)
            .sorted(
                Comparator.comparingInt(Standing::start)
                    .thenComparing(Comparator.comparingDouble(Standing::beyond).reversed()))
            .toList(),
        standings.stream()
            .filter(s -> s.start() == 0)
            .sorted(Comparator.comparingDouble(Standing::beyond).reversed())
            .toList(),
        found.points().isEmpty()
            ? null
            : FrontierChart.of(
                found,
                problem.total(),
                problem.given().budget(Budget.MONEY).isPresent() ? money : -1,
                isPoint ? point : -1));
  }

  /** Horizon and budgets; one line for each resource. */
  @PostMapping("/budget/frame")
  @Needs(Permission.EDIT_MODEL)
  Answer frame(
      Caller caller,
      @RequestParam int years,
      @RequestParam String together,
      @RequestParam(name = "budgets") String lines,
      @RequestParam String tag,
      HttpServletRequest request) {
    FindingList findings = new FindingList();
    List<Budget> wanted = budgets(lines, years, findings);
    Together joined = Words.find(Together.class, together).orElse(Together.BEST);
    if (findings.hasErrors()) {
      return BudgetSaving.refused(findings.list());
    }
    return saving.save(
        caller, request, List.of(new BudgetWish.OfFrame(years, joined, wanted, tag)), "/budget");
  }

  private static List<Budget> budgets(String lines, int years, FindingList findings) {
    List<Budget> wanted = new ArrayList<>();
    for (String line : lines.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      BudgetLine.parse(line, Math.clamp(years, 1, BudgetCase.LONGEST))
          .ifPresentOrElse(
              wanted::add,
              () ->
                  findings.error(
                      Place.ofKey(line), "this is no budget", "write " + BudgetLine.SHAPE));
    }
    return wanted;
  }

  /** Searches the plan and its frontier, or the price of a control. */
  @PostMapping("/budget/searches")
  @Needs(Permission.EDIT_MODEL)
  Answer search(
      Caller caller,
      @RequestParam(defaultValue = "") String control,
      @RequestParam(defaultValue = Solvers.TOGETHER) String solver,
      HttpServletRequest request) {
    if (!Solvers.names().contains(solver)) {
      return new ErrorPage(400, "badRequest", List.of());
    }
    @Nullable String of = control.isEmpty() ? null : control;
    if (of != null && budgets.of(caller.tenant()).control(of).isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    runs.begin(caller, SurroundingsFactory.requestId(request), of, solver);
    return Redirect.to(of == null ? "/budget" : "/budget-controls/" + of);
  }

  @PostMapping("/budget/searches/{id}/cancellation")
  @Needs(Permission.EDIT_MODEL)
  Answer cancel(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
    return Redirect.to("/budget")
        .saying(
            runs.cancel(caller, SurroundingsFactory.requestId(request), id)
                ? "budget.search.cancelled"
                : "budget.search.over");
  }
}
