package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.concordat.cli.budget.PlanFile;
import org.concordat.cli.budget.PlanReport;
import org.concordat.cli.output.FileForm;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.Conditions;
import org.concordat.core.alignment.budget.EntryPrice;
import org.concordat.core.alignment.budget.Frontier;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.PlanSolver;
import org.concordat.core.alignment.budget.SolveLimits;
import org.concordat.core.alignment.budget.Standing;
import org.concordat.core.alignment.budget.Standings;
import org.concordat.core.alignment.budget.Together;
import org.concordat.core.alignment.budget.search.Solvers;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.budget.BudgetFile;
import org.concordat.formats.budget.BudgetJson;
import org.concordat.formats.budget.BudgetLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which controls to spend a budget on. */
@Command(
    name = "budget",
    sortOptions = false,
    header = "Say which controls to spend a limited budget on, and when.",
    description = {
      "",
      "Chooses among controls the plan that leaves the least priority unmet within budgets of money"
          + " and effort for each year, proves that none is better or says how much better one"
          + " could be, and tells why each control is in or out."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat budget acme --controls controls.yaml",
      "  concordat budget acme --controls controls.csv --years 2 --budget \"money=60000;40000\"",
      "  concordat budget acme --controls controls.yaml --frontier",
      "  concordat budget acme --controls controls.yaml --frontier -o frontier.svg",
      "  concordat budget acme --controls controls.yaml --why second-factor"
    })
final class BudgetCommand implements Callable<Integer> {
  /** With these limits the exact frontier is walked before a resolution is taken. */
  private static final int SEARCHES = 400;

  private static final int RESOLUTION = 24;

  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "WORKSPACE",
      description = WorkspaceReader.DESCRIPTION)
  private WorkspacePlace place = WorkspaceReader.HERE;

  @Option(
      names = "--controls",
      required = true,
      paramLabel = "FILE",
      description = "The controls, in YAML (with budgets), CSV or XLSX.")
  private Path controls = Path.of("controls.yaml");

  @Option(
      names = "--budget",
      paramLabel = "RESOURCE=AMOUNT;...",
      description =
          "What may be spent of a resource in each year, with a semicolon between years; one amount"
              + " counts for every year. Goes before the file's. May be given several times.")
  private List<String> budgets = new ArrayList<>();

  @Option(
      names = "--years",
      paramLabel = "N",
      description = "The horizon of a file that says none. Default: 1.")
  private int years = 1;

  @Option(names = "--unit", paramLabel = "ID", description = "Count the goals of this unit alone.")
  private @Nullable String unit;

  @Option(names = "--frontier", description = "Tell what each amount of money buys.")
  private boolean isFrontier;

  @Option(
      names = "--why",
      paramLabel = "ID",
      description = "Tell why this control is in or out, and at which price it would enter.")
  private @Nullable String why;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long each search may go on. Default: 20.")
  private int seconds = 20;

  @Option(
      names = "--solver",
      paramLabel = "NAME",
      description =
          "Who searches: together (our search, then a library for what it leaves open), own, or a"
              + " library alone, such as ojalgo. Default: together.")
  private String solverName = Solvers.TOGETHER;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write the plan, or with --frontier the frontier, into this file, which ends in .csv,"
              + " .xlsx or .json, and for the frontier's picture in .svg.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Overwrite the file.")
  private boolean force;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  BudgetCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    if (years < 1 || years > BudgetCase.LONGEST) {
      throw wrong("--years takes a number from 1 to " + BudgetCase.LONGEST + ", not " + years);
    }
    if (seconds < 1) {
      throw wrong("--seconds takes a number from 1, not " + seconds);
    }
    FileForm form = output == null ? null : form(output);
    Workspace workspace = WorkspaceReader.read(place, terminal);
    BudgetCase given =
        BudgetFile.read(
            controls, workspace, new BudgetCase(years, Together.BEST, List.of(), List.of()));
    for (String budget : budgets) {
      given = given.with(parse(budget, given.years()));
    }
    Priorities priorities = WorkspaceReader.prioritise(workspace, unit, spec, terminal);
    BudgetProblem problem = BudgetProblem.of(given, priorities, workspace.scale());
    Optional<BudgetControl> asked = Optional.ofNullable(why).map(id -> named(id, problem));
    PlanSolver solver =
        Solvers.find(solverName, Duration.ofSeconds(seconds))
            .orElseThrow(
                () ->
                    wrong(
                        "--solver takes one of %s, not %s%s"
                            .formatted(
                                String.join(", ", Solvers.names()),
                                solverName,
                                solverName.equals("scip")
                                    ? "; scip is an extra, docs/budget.md tells how to add it"
                                    : "")));
    Outcome outcome;
    try (var _ = terminal.progress("Searching the best plan")) {
      outcome = solver.solve(problem, Conditions.NONE, limits());
    }
    if (!(outcome instanceof Outcome.Solved solved)) {
      throw new InvalidInput(
          Finding.error(
              Place.of(controls.toString()), "there is no plan within the budgets", null));
    }
    List<Standing> standings = Standings.all(problem, solved.plan());
    PlanReport report = new PlanReport(problem, solved, standings);
    if (asked.isPresent()) {
      tellWhy(problem, asked.get(), solved, solver, report);
      return ExitStatus.OK;
    }
    Frontier frontier = isFrontier ? frontier(problem, solver) : null;
    if (output != null && form != null) {
      PlanFile file = new PlanFile(problem, solved, standings, frontier);
      OutputTarget.of(output, force, terminal).write(out -> file.write(form, out));
      return ExitStatus.OK;
    }
    switch (format) {
      case JSON -> BudgetJson.write(problem, solved, standings, frontier, terminal.out());
      case CSV, TABLE, MARKDOWN -> {
        if (frontier == null) {
          report.tell(format, terminal);
        } else {
          report.tell(frontier, format, terminal);
        }
      }
    }
    return ExitStatus.OK;
  }

  private FileForm form(Path file) {
    if (why != null) {
      throw wrong("-o writes a plan or a frontier; leave out --why");
    }
    return FileForm.of(file)
        .filter(form -> form != FileForm.SVG || isFrontier)
        .orElseThrow(
            () ->
                wrong(
                    "%s does not say how to write; end it in .csv, .xlsx or .json, or with"
                            .formatted(file)
                        + " --frontier in .svg"));
  }

  private Frontier frontier(BudgetProblem problem, PlanSolver solver) {
    try (var _ = terminal.progress("Walking the frontier")) {
      return Frontier.of(problem, solver, new Frontier.Effort(SEARCHES, RESOLUTION, this::limits));
    }
  }

  private void tellWhy(
      BudgetProblem problem,
      BudgetControl control,
      Outcome.Solved solved,
      PlanSolver solver,
      PlanReport report) {
    EntryPrice price = null;
    double without = Double.NaN;
    try (var _ = terminal.progress("Trying other plans")) {
      if (!solved.plan().has(control.id())) {
        price = EntryPrice.of(problem, control, solved.residual(), solver, this::limits);
      } else if (solver.solve(problem, Conditions.without(control.id()), limits())
          instanceof Outcome.Solved other) {
        without = other.residual();
      }
    }
    report.tell(control, price, without, terminal);
  }

  /** Each search has its own time. */
  private SolveLimits limits() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    return new SolveLimits(Integer.MAX_VALUE, () -> System.nanoTime() - end > 0);
  }

  private BudgetControl named(String id, BudgetProblem problem) {
    BudgetControl control =
        problem
            .given()
            .control(id)
            .orElseThrow(
                () ->
                    wrong(
                        "there is no control '%s'; %s"
                            .formatted(
                                id,
                                Nearest.hint(
                                    id,
                                    problem.given().controls().stream()
                                        .map(BudgetControl::id)
                                        .toList()))));
    if (control.inPlace()) {
      throw wrong("control '" + id + "' is in place already, whatever the plan is");
    }
    return control;
  }

  private Budget parse(String text, int horizon) {
    Budget budget =
        BudgetLine.parse(text, horizon)
            .orElseThrow(
                () ->
                    wrong(
                        "--budget takes amounts with a semicolon between years, such as"
                            + " \"money=60000;40000\", not "
                            + text));
    if (budget.years().size() != horizon) {
      throw wrong(
          "--budget %s has %d amounts for %d years"
              .formatted(text, budget.years().size(), horizon));
    }
    return budget;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
