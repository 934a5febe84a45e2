package org.concordat.core.alignment.budget;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.concordat.core.alignment.budget.Outcome.Solved;

/**
 * At which part of its money a control would enter the best plan: bisected, with a search at each
 * step for the best plan that has the control at that price.
 *
 * @param kind what was found
 * @param enters at this part of its money, from 0 to 1, a plan with it is at least as good as the
 *     best; meaningful for {@link Kind#PRICE}
 * @param stays at this part it is certain that none is; between the two it is not known
 * @param forced what the best plan with the control at its full price leaves; NaN when none is
 *     known
 */
public record EntryPrice(Kind kind, double enters, double stays, double forced) {
  /** How a control's price bears on the plan. */
  public enum Kind {
    /** At its full price already, a plan with it is as good. */
    AS_GOOD,
    /** It enters once it costs no more than a part of its price. */
    PRICE,
    /** Not even for nothing: something other than its price keeps it out. */
    NEVER,
    /** The searches were ended before anything was certain. */
    UNKNOWN
  }

  /** So fine is a price found, as a part of the full one. */
  public static final double RESOLUTION = 1.0 / 256;

  /**
   * The price of a control that is not in the plan.
   *
   * @param best what the best plan leaves
   */
  public static EntryPrice of(
      BudgetProblem problem,
      BudgetControl control,
      double best,
      PlanSolver solver,
      Supplier<SolveLimits> each) {
    Outcome whole = solve(problem, control, 1, -1, solver, each);
    double forced = whole instanceof Solved solved ? solved.residual() : Double.NaN;
    if (answer(whole, best) == Answer.YES) {
      return new EntryPrice(Kind.AS_GOOD, 1, 1, forced);
    }
    Answer free = answer(solve(problem, control, 0, best, solver, each), best);
    if (free != Answer.YES) {
      return new EntryPrice(free == Answer.NO ? Kind.NEVER : Kind.UNKNOWN, 0, 0, forced);
    }
    double enters = 0;
    double stays = 1;
    double open = 1;
    while (open - enters > RESOLUTION) {
      double middle = (enters + open) / 2;
      switch (answer(solve(problem, control, middle, best, solver, each), best)) {
        case YES -> enters = middle;
        case NO -> {
          open = middle;
          stays = middle;
        }
        case UNKNOWN -> open = middle;
      }
    }
    return new EntryPrice(Kind.PRICE, enters, stays, forced);
  }

  private enum Answer {
    YES,
    NO,
    UNKNOWN
  }

  private static Answer answer(Outcome outcome, double best) {
    return switch (outcome) {
      case Outcome.Impossible _ -> Answer.NO;
      case Outcome.Undecided _ -> Answer.UNKNOWN;
      case Solved solved when solved.residual() <= best + 1e-9 -> Answer.YES;
      case Solved solved when solved.bound() > best + 1e-9 -> Answer.NO;
      case Solved _ -> Answer.UNKNOWN;
    };
  }

  private static Outcome solve(
      BudgetProblem problem,
      BudgetControl control,
      double part,
      double enough,
      PlanSolver solver,
      Supplier<SolveLimits> each) {
    Map<String, Outlay> outlays = new LinkedHashMap<>(control.outlays());
    outlays.computeIfPresent(
        Budget.MONEY, (_, full) -> new Outlay(part(full.once(), part), part(full.yearly(), part)));
    return solver.solve(
        problem.with(problem.given().with(control.withOutlays(outlays))),
        Conditions.with(control.id()).until(enough),
        each.get());
  }

  private static Quantity part(Quantity full, double part) {
    return new Quantity((long) Math.floor(full.thousandths() * part));
  }
}
