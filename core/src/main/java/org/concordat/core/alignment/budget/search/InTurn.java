package org.concordat.core.alignment.budget.search;

import java.time.Duration;
import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.Conditions;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.Outcome.End;
import org.concordat.core.alignment.budget.Outcome.Solved;
import org.concordat.core.alignment.budget.PlanSolver;
import org.concordat.core.alignment.budget.SolveLimits;

/**
 * Our own search, and then a library for what it has not settled: the library begins with the plan
 * that there is, and of both plans and both bounds the better ones count. A question beyond the
 * library's reach is left to our search alone.
 */
public final class InTurn implements PlanSolver {
  private final PlanSolver first;
  private final Duration most;
  private final LibrarySearch then;

  /**
   * First the one, then the other.
   *
   * @param most how long the first may go on when the other can take over
   */
  public InTurn(PlanSolver first, Duration most, LibrarySearch then) {
    this.first = first;
    this.most = most;
    this.then = then;
  }

  @Override
  public Outcome solve(BudgetProblem problem, Conditions conditions, SolveLimits limits) {
    if (!then.isWithinReach(problem)) {
      return first.solve(problem, conditions, limits);
    }
    long end = System.nanoTime() + most.toNanos();
    SolveLimits part =
        new SolveLimits(
            limits.nodes(), () -> System.nanoTime() - end > 0 || limits.isStopped().getAsBoolean());
    Outcome outcome = first.solve(problem, conditions, part);
    boolean isOpen =
        switch (outcome) {
          case Outcome.Impossible _ -> false;
          case Outcome.Undecided _ -> true;
          case Solved solved -> solved.end() == End.NODES || solved.end() == End.STOPPED;
        };
    if (!isOpen) {
      return outcome;
    }
    Conditions onwards =
        outcome instanceof Solved solved ? conditions.startingAt(solved.plan()) : conditions;
    Outcome other = then.solve(problem, onwards, limits);
    return outcome instanceof Solved one && other instanceof Solved two
        ? together(one, two)
        : other instanceof Outcome.Undecided ? outcome : other;
  }

  private static Solved together(Solved one, Solved two) {
    Solved better = two.residual() < one.residual() - 1e-12 ? two : one;
    double bound = Math.min(better.residual(), Math.max(one.bound(), two.bound()));
    boolean isProved = bound >= better.residual() - 1e-9;
    return new Solved(
        better.plan(),
        better.residual(),
        isProved ? better.residual() : bound,
        isProved ? End.PROVED : one.end(),
        one.nodes() + two.nodes());
  }
}
