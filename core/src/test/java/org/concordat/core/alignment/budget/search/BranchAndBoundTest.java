package org.concordat.core.alignment.budget.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.Conditions;
import org.concordat.core.alignment.budget.Need;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.Outlay;
import org.concordat.core.alignment.budget.PlanFigures;
import org.concordat.core.alignment.budget.PlanSolver;
import org.concordat.core.alignment.budget.Quantity;
import org.concordat.core.alignment.budget.RandomCases;
import org.concordat.core.alignment.budget.Service;
import org.concordat.core.alignment.budget.SolveLimits;
import org.concordat.core.alignment.budget.Together;
import org.junit.jupiter.api.Test;

class BranchAndBoundTest {
  private static final SolveLimits AMPLE = SolveLimits.nodes(100_000);

  private final PlanSolver solver = new BranchAndBound();

  @Test
  void its_plan_is_as_good_as_the_best_of_all_plans() {
    for (long seed = 1; seed <= 600; seed++) {
      BudgetProblem problem = RandomCases.problem(seed);

      Outcome outcome = solver.solve(problem, Conditions.NONE, AMPLE);

      checkBest(problem, Conditions.NONE, outcome, "seed " + seed);
    }
  }

  @Test
  void with_a_control_demanded_and_one_forbidden_its_plan_is_the_best_of_those() {
    int impossible = 0;
    for (long seed = 1_001; seed <= 1_400; seed++) {
      BudgetProblem problem = RandomCases.problem(seed);
      Random random = new Random(seed);
      int count = problem.given().controls().size();
      String demanded = "c" + random.nextInt(count);
      String forbidden = "c" + random.nextInt(count);
      Conditions conditions =
          new Conditions(
              Set.of(demanded),
              demanded.equals(forbidden) ? Set.of() : Set.of(forbidden),
              null,
              -1);

      Outcome outcome = solver.solve(problem, conditions, AMPLE);

      checkBest(problem, conditions, outcome, "seed " + seed);
      impossible += outcome instanceof Outcome.Impossible ? 1 : 0;
    }
    assertThat(impossible).isBetween(20, 380);
  }

  private static void checkBest(
      BudgetProblem problem, Conditions conditions, Outcome outcome, String seed) {
    RandomCases.Best best = RandomCases.byTryingAll(problem, conditions);
    if (Double.isInfinite(best.residual())) {
      assertThat(outcome).as(seed).isInstanceOf(Outcome.Impossible.class);
      return;
    }
    assertThat(outcome).as(seed).isInstanceOf(Outcome.Solved.class);
    Outcome.Solved solved = (Outcome.Solved) outcome;
    assertThat(solved.end()).as(seed).isEqualTo(Outcome.End.PROVED);
    assertThat(solved.residual()).as(seed).isCloseTo(best.residual(), within(1e-9));
    assertThat(solved.bound()).as(seed).isCloseTo(best.residual(), within(1e-9));
    assertThat(RandomCases.isAllowed(problem.given(), solved.plan())).as(seed).isTrue();
    assertThat(RandomCases.residual(problem, solved.plan()))
        .as(seed)
        .isCloseTo(solved.residual(), within(1e-9));
    assertThat(PlanFigures.of(problem, solved.plan()).residual())
        .as(seed)
        .isCloseTo(solved.residual(), within(1e-9));
  }

  /** Each control costs 1 and serves three of forty requirements: hard to prove. */
  private static BudgetProblem hard() {
    Random random = new Random(5);
    List<BudgetControl> controls = new java.util.ArrayList<>();
    for (int c = 0; c < 60; c++) {
      Set<Integer> served = new java.util.TreeSet<>();
      while (served.size() < 6) {
        served.add(random.nextInt(90));
      }
      controls.add(
          new BudgetControl(
              "c" + c,
              "Control " + c,
              Map.of(Budget.MONEY, Outlay.once(3 + random.nextInt(5))),
              served.stream()
                  .map(r -> new Service(RandomCases.requirement(r), Level.of(3)))
                  .toList(),
              List.of(),
              List.of(),
              1,
              false,
              null));
    }
    List<Need> needs = new java.util.ArrayList<>();
    for (int r = 0; r < 90; r++) {
      needs.add(new Need(RandomCases.requirement(r), 0.1 + 0.9 * random.nextDouble(), 3));
    }
    BudgetCase given =
        new BudgetCase(
            1,
            Together.BEST,
            List.of(new Budget(Budget.MONEY, List.of(Quantity.of(70)))),
            controls);
    return new BudgetProblem(given, needs);
  }

  @Test
  void a_search_that_runs_out_of_nodes_says_how_much_better_a_plan_could_be() {
    Outcome.Solved few =
        (Outcome.Solved) solver.solve(hard(), Conditions.NONE, SolveLimits.nodes(1));
    Outcome.Solved all = (Outcome.Solved) solver.solve(hard(), Conditions.NONE, AMPLE);

    assertThat(few.end()).isEqualTo(Outcome.End.NODES);
    assertThat(few.gap()).isPositive();
    assertThat(few.bound()).isLessThanOrEqualTo(all.residual() + 1e-9);
    assertThat(all.isProved()).isTrue();
    assertThat(all.gap()).isZero();
  }

  @Test
  void a_search_ends_when_its_caller_wants_it_to() {
    AtomicInteger asked = new AtomicInteger();

    Outcome outcome =
        solver.solve(
            hard(), Conditions.NONE, new SolveLimits(100_000, () -> asked.incrementAndGet() > 3));

    Outcome.Solved solved = (Outcome.Solved) outcome;
    assertThat(solved.end()).isEqualTo(Outcome.End.STOPPED);
    assertThat(solved.bound()).isLessThan(solved.residual());
    assertThat(asked.get()).isLessThan(12);
  }

  @Test
  void the_same_question_gets_the_same_plan() {
    assertThat(solver.solve(hard(), Conditions.NONE, SolveLimits.nodes(20)))
        .isEqualTo(solver.solve(hard(), Conditions.NONE, SolveLimits.nodes(20)));
  }
}
