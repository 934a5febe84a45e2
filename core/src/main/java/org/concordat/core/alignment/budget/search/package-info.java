/**
 * The search for the best plan: by ourselves with {@link
 * org.concordat.core.alignment.budget.search.BranchAndBound}, by a library behind {@link
 * org.concordat.core.alignment.budget.search.ProgramSolver}, or by both in turn; {@link
 * org.concordat.core.alignment.budget.search.Solvers} has them by name.
 *
 * <p>{@code Model} is the problem as arrays after what can be left out is left out, {@code Domains}
 * which start years are still open, {@code Draft} a plan in the making, {@code Relaxation} the
 * bound, by the multipliers of {@code Lagrangean}; {@code Improvement} and {@code Neighbourhoods}
 * are the plans that are tried.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.alignment.budget.search;
