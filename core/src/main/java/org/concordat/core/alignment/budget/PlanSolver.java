package org.concordat.core.alignment.budget;

/** Finds the plan that leaves the least residual. */
public interface PlanSolver {
  /**
   * The best plan within limits.
   *
   * @throws IllegalArgumentException when a condition names a control that is not there
   */
  Outcome solve(BudgetProblem problem, Conditions conditions, SolveLimits limits);
}
