/**
 * Budget: which controls to put in place, and when, so that the least priority stays unmet.
 *
 * <pre>
 * BudgetCase    = years, Together, Budget*, BudgetControl*           what people state
 * Budget        = resource, amount by year                           money, or person days of a kind
 * BudgetControl = id, name, Outlay by resource, Service*, needed control*, excluded control*,
 *                 earliest year, in place?, ControlRef?
 * Outlay        = once, yearly
 * Service       = Requirement, Level                                 how well it is served
 * BudgetProblem = BudgetCase, Need*                                  with what the priorities say
 * Plan          = start year by control
 * PlanFigures   = what a plan spends, and what it leaves
 * Outcome       = Solved | Impossible | Undecided                    a plan and how good it can get
 * Frontier      = FrontierPoint*                                     the least residual by budget
 * </pre>
 *
 * <p>The residual of a requirement with score s that shows level L, where the best control in
 * operation serves it to level R, is {@code s * max(0, L - R) / L}: the part of its priority that
 * is not met. That of a plan is the sum over requirements, as the mean over years. {@link
 * org.concordat.core.alignment.budget.search.BranchAndBound} finds the plan with the least.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.alignment.budget;
