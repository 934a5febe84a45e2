package org.concordat.server.budget.api;

import java.util.List;
import java.util.UUID;
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
import org.concordat.server.budget.BudgetRuns;
import org.concordat.server.budget.Budgets;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Parameters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a search for a plan has found, with its reasons, as files. */
@Controller
@RequestMapping(path = Call.ROOT + "/budget/searches/{search}")
final class BudgetFilesApi {
  private static final String BUDGET = "-1";

  private final Budgets budgets;
  private final BudgetRuns runs;

  BudgetFilesApi(Budgets budgets, BudgetRuns runs) {
    this.budgets = budgets;
    this.runs = runs;
  }

  /** A plan with what it was chosen among, as that is today. */
  private record Chosen(BudgetProblem problem, Outcome.Solved solved, List<Standing> standings) {}

  /** A search that has found a plan; one for the price of a control has none of its own. */
  private BudgetRun.Found found(Call call, UUID search) {
    return runs.find(call.caller().tenant(), search)
        .filter(run -> run.control() == null)
        .flatMap(BudgetRun::result)
        .orElseThrow(Parameters::notFound);
  }

  private Chosen chosen(Call call, UUID search, int point) {
    BudgetRun.Found found = found(call, search);
    if (point < -1 || point >= found.points().size()) {
      throw Parameters.wrong("point", "must be a number from 0 to " + (found.points().size() - 1));
    }
    BudgetProblem problem = budgets.problem(call.caller().tenant());
    Outcome.Solved solved = found.at(point, problem.given());
    return new Chosen(problem, solved, Standings.all(problem, solved.plan()));
  }

  @GetMapping(path = "/plan", produces = Media.JSON)
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Tells a plan, why each control is in or out, and what each requirement reaches",
      answer = "BudgetPlan")
  ApiAnswer plan(
      Call call, @PathVariable UUID search, @RequestParam(defaultValue = BUDGET) int point) {
    Chosen chosen = chosen(call, search, point);
    return ApiAnswer.file(
        Media.JSON,
        out -> BudgetJson.write(chosen.problem, chosen.solved, chosen.standings, null, out));
  }

  @GetMapping(path = "/plan", produces = Media.CSV)
  @Needs(Permission.READ_MODEL)
  @Described("Tells why each control is in a plan or out of it, as a table")
  ApiAnswer planTable(
      Call call, @PathVariable UUID search, @RequestParam(defaultValue = BUDGET) int point) {
    Chosen chosen = chosen(call, search, point);
    return ApiAnswer.file(
        Media.CSV,
        out -> PlanTable.write(chosen.problem.given(), chosen.standings, RowWriter.csv(out)));
  }

  @GetMapping(path = "/plan", produces = Media.XLSX)
  @Needs(Permission.READ_MODEL)
  @Described("Tells why each control is in a plan or out of it, as a workbook")
  ApiAnswer planWorkbook(
      Call call, @PathVariable UUID search, @RequestParam(defaultValue = BUDGET) int point) {
    Chosen chosen = chosen(call, search, point);
    return ApiAnswer.file(
        Media.XLSX,
        out ->
            PlanTable.write(
                chosen.problem.given(), chosen.standings, RowWriter.xlsx(out, "Plan", 1)));
  }

  @GetMapping(path = "/frontier", produces = Media.CSV)
  @Needs(Permission.READ_MODEL)
  @Described("Tells what each amount of money buys, as a table")
  ApiAnswer frontierTable(Call call, @PathVariable UUID search) {
    Frontier frontier = found(call, search).frontier();
    return ApiAnswer.file(Media.CSV, out -> PlanTable.write(frontier, RowWriter.csv(out)));
  }

  @GetMapping(path = "/frontier", produces = Media.XLSX)
  @Needs(Permission.READ_MODEL)
  @Described("Tells what each amount of money buys, as a workbook")
  ApiAnswer frontierWorkbook(Call call, @PathVariable UUID search) {
    Frontier frontier = found(call, search).frontier();
    return ApiAnswer.file(
        Media.XLSX, out -> PlanTable.write(frontier, RowWriter.xlsx(out, "Frontier", 1)));
  }

  @GetMapping(path = "/frontier", produces = Media.SVG)
  @Needs(Permission.READ_MODEL)
  @Described("Draws what each amount of money buys")
  ApiAnswer frontierPicture(Call call, @PathVariable UUID search) {
    Frontier frontier = found(call, search).frontier();
    return ApiAnswer.svg(FrontierPicture.draw(frontier, FrontierPicture.Words.ENGLISH));
  }
}
