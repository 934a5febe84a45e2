package org.concordat.core.alignment.budget.search;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.Conditions;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.Outcome.End;
import org.concordat.core.alignment.budget.Plan;
import org.concordat.core.alignment.budget.PlanFigures;
import org.concordat.core.alignment.budget.PlanSolver;
import org.concordat.core.alignment.budget.SolveLimits;

/**
 * Asks a library. Its tolerances do no harm: what it calls a plan is put together again within
 * exact budgets, and what it calls the best counts as proved only when its bound leaves no room for
 * a better plan, however its status reads.
 */
public final class LibrarySearch implements PlanSolver {
  /** So much, as a part, a library's bound may be off by its own tolerances. */
  private static final double TOLERANCE = 1e-7;

  private final ProgramSolver library;
  private final Duration most;

  /**
   * A search by a library.
   *
   * @param most how long each question may take it
   */
  public LibrarySearch(ProgramSolver library, Duration most) {
    this.library = library;
    this.most = most;
  }

  /** The library that is asked. */
  public ProgramSolver library() {
    return library;
  }

  /** Whether a question is within the reach of the library. */
  public boolean isWithinReach(BudgetProblem problem) {
    Model model = Model.of(problem);
    return (model.size() + model.rows()) * (long) model.years <= library.reach();
  }

  @Override
  public Outcome solve(BudgetProblem problem, Conditions conditions, SolveLimits limits) {
    Model model = Model.of(problem);
    Domains domains = Domains.of(model);
    if (!domains.demand(problem.given(), conditions) || !domains.propagate()) {
      return new Outcome.Impossible();
    }
    IntegerProgram program = IntegerProgram.of(model, domains);
    Plan hint = conditions.hint();
    Draft known = hint == null ? null : draft(model, domains, starts(model, hint)).orElse(null);
    ProgramSolver.Answer answer =
        library.solve(
            program,
            known == null
                ? Optional.empty()
                : Optional.of(
                    IntegerProgram.values(model, plan(model, known), program.columns().size())),
            most,
            limits.isStopped());
    Draft found =
        answer
            .values()
            .flatMap(values -> draft(model, domains, IntegerProgram.starts(model, values)))
            .orElse(null);
    if (found == null || (known != null && Improvement.isBetter(known, found))) {
      found = known;
    }
    if (found == null) {
      return answer.isImpossible() ? new Outcome.Impossible() : new Outcome.Undecided();
    }
    Plan plan = plan(model, found);
    double residual = PlanFigures.of(problem, plan).residual();
    double bound = answer.bound().orElse(Double.POSITIVE_INFINITY) * (1 + TOLERANCE) * Model.UNIT;
    double more = Math.max(0, bound - (double) found.value());
    boolean isProved =
        Double.isFinite(bound) && (more < (double) model.grain || more <= 2 * TOLERANCE * bound);
    return new Outcome.Solved(
        plan,
        residual,
        isProved ? residual : Math.max(0, residual - more / Model.UNIT / model.years),
        isProved ? End.PROVED : End.STOPPED,
        1);
  }

  private static int[] starts(Model model, Plan plan) {
    int[] starts = new int[model.size()];
    for (int c = 0; c < starts.length; c++) {
      Integer year = plan.starts().get(model.controls.get(c).id());
      starts[c] = year == null ? model.years : year - 1;
    }
    return starts;
  }

  /** The plan that starts mean, within exact budgets and what is demanded. */
  private static Optional<Draft> draft(Model model, Domains domains, int[] starts) {
    Improvement improvement = new Improvement(model);
    Draft draft = Draft.empty(model);
    if (!improvement.takeExactly(draft, domains, starts)) {
      improvement.follow(draft, domains, starts);
    }
    if (!improvement.addDemanded(draft, domains)) {
      return Optional.empty();
    }
    improvement.dropUseless(draft, domains);
    return Optional.of(draft);
  }

  private static Plan plan(Model model, Draft draft) {
    Map<String, Integer> starts = new HashMap<>();
    for (int c = 0; c < model.size(); c++) {
      if (draft.has(c)) {
        starts.put(model.controls.get(c).id(), draft.start[c] + 1);
      }
    }
    return Plan.of(starts);
  }
}
