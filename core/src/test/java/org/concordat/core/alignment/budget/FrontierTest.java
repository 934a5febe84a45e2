package org.concordat.core.alignment.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.budget.search.BranchAndBound;
import org.junit.jupiter.api.Test;

class FrontierTest {
  private final PlanSolver solver = new BranchAndBound();

  @Test
  void it_has_every_breakpoint_and_no_other_point() {
    for (long seed = 1; seed <= 120; seed++) {
      BudgetProblem problem = oneYear(RandomCases.problem(seed));

      Frontier frontier =
          Frontier.of(
              problem, solver, new Frontier.Effort(1_000, 10, () -> SolveLimits.nodes(100_000)));

      assertThat(frontier.isComplete()).as("seed " + seed).isTrue();
      List<double[]> expected = byTryingEachAmount(problem);
      assertThat(frontier.points()).as("seed " + seed).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        FrontierPoint point = frontier.points().get(i);
        assertThat(point.money()).as("seed " + seed).isEqualTo((long) expected.get(i)[0]);
        assertThat(point.residual()).as("seed " + seed).isCloseTo(expected.get(i)[1], within(1e-9));
        assertThat(point.isProved()).as("seed " + seed).isTrue();
      }
    }
  }

  private static BudgetProblem oneYear(BudgetProblem problem) {
    BudgetCase given = problem.given();
    List<BudgetControl> controls =
        given.controls().stream()
            .map(
                c ->
                    new BudgetControl(
                        c.id(),
                        c.name(),
                        c.outlays(),
                        c.serves(),
                        c.needs(),
                        c.excludes(),
                        1,
                        c.inPlace(),
                        null))
            .toList();
    List<Budget> budgets =
        given.budgets().stream()
            .map(b -> new Budget(b.resource(), b.years().subList(0, 1)))
            .toList();
    return problem.with(new BudgetCase(1, given.together(), budgets, controls));
  }

  /** Money and residual of each amount at which the best plan first leaves less. */
  private static List<double[]> byTryingEachAmount(BudgetProblem problem) {
    List<double[]> points = new ArrayList<>();
    long all =
        problem.given().controls().stream()
            .mapToLong(c -> PlanFiguresTest.unitsOf(c.outlay(Budget.MONEY)))
            .sum();
    for (long money = 0; money <= all; money++) {
      BudgetCase given =
          problem.given().with(new Budget(Budget.MONEY, List.of(Quantity.of(money))));
      double residual = RandomCases.byTryingAll(problem.with(given), Conditions.NONE).residual();
      if (points.isEmpty() || residual < points.getLast()[1] - 1e-9) {
        points.add(new double[] {money * 1_000, residual});
      }
    }
    return points;
  }

  @Test
  void at_a_resolution_each_point_says_how_far_it_may_be_from_the_best() {
    for (long seed = 1; seed <= 40; seed++) {
      BudgetProblem problem = oneYear(RandomCases.problem(seed));
      Frontier exact =
          Frontier.of(
              problem, solver, new Frontier.Effort(1_000, 10, () -> SolveLimits.nodes(100_000)));

      Frontier rough =
          Frontier.of(problem, solver, new Frontier.Effort(0, 12, () -> SolveLimits.nodes(2)));

      assertThat(rough.isComplete()).isFalse();
      for (FrontierPoint point : rough.points()) {
        double best = exact.within(point.share()).orElseThrow().residual();
        assertThat(point.residual()).as("seed " + seed).isGreaterThanOrEqualTo(best - 1e-9);
        assertThat(point.bound()).as("seed " + seed).isLessThanOrEqualTo(best + 1e-9);
      }
    }
  }

  @Test
  void over_years_no_cheaper_share_leaves_as_little() {
    for (long seed = 1; seed <= 60; seed++) {
      BudgetProblem problem = RandomCases.problem(seed);

      Frontier frontier =
          Frontier.of(
              problem, solver, new Frontier.Effort(1_000, 10, () -> SolveLimits.nodes(100_000)));

      assertThat(frontier.isComplete()).as("seed " + seed).isTrue();
      for (int i = 0; i < frontier.points().size(); i++) {
        FrontierPoint point = frontier.points().get(i);
        assertThat(RandomCases.residual(problem, point.plan()))
            .as("seed " + seed)
            .isCloseTo(point.residual(), within(1e-9));
        if (i > 0) {
          assertThat(point.share()).isGreaterThan(frontier.points().get(i - 1).share());
          assertThat(point.residual()).isLessThan(frontier.points().get(i - 1).residual());
        }
      }
    }
  }
}
