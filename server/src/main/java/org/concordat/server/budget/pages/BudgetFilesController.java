package org.concordat.server.budget.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.Frontier;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.Standing;
import org.concordat.core.alignment.budget.Standings;
import org.concordat.formats.budget.BudgetJson;
import org.concordat.formats.budget.FrontierPicture;
import org.concordat.formats.budget.PlanTable;
import org.concordat.formats.tables.RowWriter;
import org.concordat.server.budget.BudgetRun;
import org.concordat.server.budget.BudgetRun.Found;
import org.concordat.server.budget.BudgetRuns;
import org.concordat.server.budget.Budgets;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Surroundings;
import org.concordat.server.web.SurroundingsFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The last plan and its frontier as files to take away. */
@Controller
class BudgetFilesController {
  private final Budgets budgets;
  private final BudgetRuns runs;
  private final SurroundingsFactory surroundings;

  BudgetFilesController(Budgets budgets, BudgetRuns runs, SurroundingsFactory surroundings) {
    this.budgets = budgets;
    this.runs = runs;
    this.surroundings = surroundings;
  }

  /** The plan within the budget, or that of a point of the frontier. */
  @GetMapping("/budget/plan.{ending:csv|xlsx|json}")
  @Needs(Permission.READ_MODEL)
  void plan(
      Caller caller,
      @PathVariable String ending,
      @RequestParam(defaultValue = "-1") int point,
      HttpServletResponse response)
      throws IOException {
    Optional<Found> found = found(caller, response);
    if (found.isEmpty()) {
      return;
    }
    BudgetProblem problem = budgets.problem(caller.tenant());
    Outcome.Solved solved = found.get().at(point, problem.given());
    List<Standing> standings = Standings.all(problem, solved.plan());
    OutputStream out = begin(response, "budget-plan", ending);
    if (ending.equals("json")) {
      BudgetJson.write(problem, solved, standings, found.get().frontier(), out);
    } else {
      PlanTable.write(problem.given(), standings, rows(ending, "Plan", out));
    }
  }

  /** What more money buys. */
  @GetMapping("/budget/frontier.{ending:csv|xlsx|json|svg}")
  @Needs(Permission.READ_MODEL)
  void frontier(
      Caller caller,
      @PathVariable String ending,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<Found> found = found(caller, response);
    if (found.isEmpty()) {
      return;
    }
    Frontier frontier = found.get().frontier();
    OutputStream out = begin(response, "budget-frontier", ending);
    switch (ending) {
      case "json" -> BudgetJson.write(frontier, out);
      case "svg" -> out.write(picture(frontier, surroundings.of(request)).getBytes(UTF_8));
      default -> PlanTable.write(frontier, rows(ending, "Frontier", out));
    }
  }

  private static String picture(Frontier frontier, Surroundings here) {
    return FrontierPicture.draw(
        frontier,
        new FrontierPicture.Words(
            here.text("budget.frontier.heading"),
            here.text("budget.frontier.acrossAll"),
            here.text("budget.frontier.leaves"),
            point ->
                here.text(
                    "budget.frontier.dot",
                    BudgetPage.amount(here, point.money()),
                    here.decimal(point.residual())),
            List.of(
                here.text("budget.frontier.missing"), here.text("budget.frontier.missing.remedy")),
            here::decimal));
  }

  private Optional<Found> found(Caller caller, HttpServletResponse response) throws IOException {
    Optional<Found> found = runs.latest(caller.tenant(), null).flatMap(BudgetRun::result);
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
    return found;
  }

  private static OutputStream begin(HttpServletResponse response, String name, String ending)
      throws IOException {
    response.setContentType(
        switch (ending) {
          case "csv" -> "text/csv;charset=UTF-8";
          case "json" -> "application/json";
          case "svg" -> "image/svg+xml;charset=UTF-8";
          default -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        });
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + name + "." + ending + "\"");
    response.setHeader("Cache-Control", "no-store");
    return response.getOutputStream();
  }

  private static RowWriter rows(String ending, String sheet, OutputStream out) {
    return ending.equals("csv") ? RowWriter.csv(out) : RowWriter.xlsx(out, sheet, 1);
  }
}
