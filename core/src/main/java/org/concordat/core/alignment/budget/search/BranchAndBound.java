package org.concordat.core.alignment.budget.search;

import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.Conditions;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.PlanSolver;
import org.concordat.core.alignment.budget.SolveLimits;

/**
 * Finds the best plan by branch and bound: of the parts of the search that are open, the one that
 * may hold the best plan is looked at first, its bound is lowered, starts that cannot better the
 * best plan so far are closed, plans are made from what the relaxation takes, and what remains open
 * is cut in two.
 *
 * <p>The bound is that of the linear relaxation. When a search runs to its end, its plan is proved
 * to be the best; plans whose residuals differ by less than {@code 1e-9} of the total need count as
 * equal, and of equals the one with less money is kept where it is found. The same problem, limits
 * of nodes and conditions give the same plan on every machine.
 */
public final class BranchAndBound implements PlanSolver {
  /** A solver, which keeps nothing between searches. */
  public BranchAndBound() {}

  @Override
  public Outcome solve(BudgetProblem problem, Conditions conditions, SolveLimits limits) {
    return new Search(problem, conditions, limits).run();
  }
}
