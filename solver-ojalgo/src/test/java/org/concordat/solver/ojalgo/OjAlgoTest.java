package org.concordat.solver.ojalgo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.Conditions;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.PlanSolver;
import org.concordat.core.alignment.budget.RandomCases;
import org.concordat.core.alignment.budget.SolveLimits;
import org.concordat.core.alignment.budget.search.BranchAndBound;
import org.concordat.core.alignment.budget.search.Solvers;
import org.junit.jupiter.api.Test;

class OjAlgoTest {
  private static final Duration AMPLE = Duration.ofSeconds(20);

  @Test
  void it_is_found_by_its_name() {
    assertThat(Solvers.names()).containsExactly("together", "own", "ojalgo");
    assertThat(Solvers.find("no-such-solver", AMPLE)).isEmpty();
  }

  @Test
  void its_plans_are_allowed_and_nearly_always_the_best_and_are_never_called_proved() {
    PlanSolver library = Solvers.find("ojalgo", AMPLE).orElseThrow();
    int best = 0;
    int asked = 0;
    for (long seed = 1; seed <= 300; seed++) {
      BudgetProblem problem = RandomCases.problem(seed);
      RandomCases.Best all = RandomCases.byTryingAll(problem, Conditions.NONE);
      Outcome outcome = library.solve(problem, Conditions.NONE, SolveLimits.nodes(1));
      asked++;
      if (outcome instanceof Outcome.Solved solved) {
        String as = "seed " + seed;
        assertThat(solved.isProved()).as(as).isFalse();
        assertThat(solved.residual()).as(as).isGreaterThan(all.residual() - 1e-9);
        assertThat(RandomCases.isAllowed(problem.given(), solved.plan())).as(as).isTrue();
        best += solved.residual() < all.residual() + 1e-6 ? 1 : 0;
      }
    }
    assertThat(best).isGreaterThan(asked * 97 / 100);
  }

  @Test
  void in_turn_with_our_search_nothing_gets_worse_and_nothing_wrong_is_called_proved() {
    PlanSolver together = Solvers.find(Solvers.TOGETHER, AMPLE).orElseThrow();
    for (long seed = 1; seed <= 300; seed++) {
      BudgetProblem problem = RandomCases.problem(seed);
      SolveLimits few = SolveLimits.nodes(1);
      Outcome.Solved alone =
          (Outcome.Solved) new BranchAndBound().solve(problem, Conditions.NONE, few);
      Outcome.Solved both = (Outcome.Solved) together.solve(problem, Conditions.NONE, few);
      double best = RandomCases.byTryingAll(problem, Conditions.NONE).residual();
      assertThat(both.residual()).as("seed " + seed).isLessThanOrEqualTo(alone.residual() + 1e-9);
      assertThat(both.bound()).as("seed " + seed).isLessThanOrEqualTo(best + 1e-9);
      if (both.isProved()) {
        assertThat(both.residual()).as("seed " + seed).isLessThan(best + 1e-9);
      }
    }
  }
}
