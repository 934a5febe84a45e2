package org.concordat.solver.ojalgo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
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
  void it_agrees_with_our_search_and_with_trying_all_plans() {
    PlanSolver library = Solvers.find("ojalgo", AMPLE).orElseThrow();
    for (long seed = 1; seed <= 300; seed++) {
      BudgetProblem problem = RandomCases.problem(seed);

      check(problem, Conditions.NONE, library, "seed " + seed);
    }
  }

  @Test
  void it_agrees_on_what_is_demanded_and_forbidden_too() {
    PlanSolver library = Solvers.find("ojalgo", AMPLE).orElseThrow();
    for (long seed = 1_001; seed <= 1_000 + 300; seed++) {
      BudgetProblem problem = RandomCases.problem(seed);
      Random random = new Random(seed);
      int count = problem.given().controls().size();
      String demanded = "c" + random.nextInt(count);
      String forbidden = "c" + random.nextInt(count);
      Set<String> without = demanded.equals(forbidden) ? Set.of() : Set.of(forbidden);

      check(problem, new Conditions(Set.of(demanded), without, null, -1), library, "seed " + seed);
    }
  }

  private static void check(
      BudgetProblem problem, Conditions conditions, PlanSolver library, String as) {
    RandomCases.Best best = RandomCases.byTryingAll(problem, conditions);
    Outcome own = new BranchAndBound().solve(problem, conditions, SolveLimits.nodes(100_000));
    Outcome outcome = library.solve(problem, conditions, SolveLimits.nodes(1));
    if (Double.isInfinite(best.residual())) {
      assertThat(own).as(as).isInstanceOf(Outcome.Impossible.class);
      assertThat(outcome).as(as).isInstanceOf(Outcome.Impossible.class);
      return;
    }
    Outcome.Solved solved = (Outcome.Solved) outcome;
    assertThat(solved.end()).as(as).isEqualTo(Outcome.End.PROVED);
    assertThat(solved.residual()).as(as).isCloseTo(best.residual(), within(1e-6));
    assertThat(solved.residual()).as(as).isCloseTo(((Outcome.Solved) own).residual(), within(1e-6));
    assertThat(RandomCases.isAllowed(problem.given(), solved.plan())).as(as).isTrue();
    assertThat(RandomCases.residual(problem, solved.plan()))
        .as(as)
        .isCloseTo(solved.residual(), within(1e-9));
  }

  @Test
  void what_our_search_leaves_open_is_proved_in_turn() {
    PlanSolver together = Solvers.find(Solvers.TOGETHER, AMPLE).orElseThrow();
    int finished = 0;
    for (long seed = 1; seed <= 300; seed++) {
      BudgetProblem problem = RandomCases.problem(seed);
      SolveLimits few = SolveLimits.nodes(1);
      Outcome.Solved alone =
          (Outcome.Solved) new BranchAndBound().solve(problem, Conditions.NONE, few);
      Outcome.Solved both = (Outcome.Solved) together.solve(problem, Conditions.NONE, few);
      assertThat(both.residual()).as("seed " + seed).isLessThanOrEqualTo(alone.residual() + 1e-9);
      assertThat(both.bound()).as("seed " + seed).isGreaterThanOrEqualTo(alone.bound() - 1e-6);
      finished += both.isProved() && !alone.isProved() ? 1 : 0;
    }
    assertThat(finished).isPositive();
  }
}
