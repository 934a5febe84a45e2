package org.concordat.core.alignment.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.concordat.core.alignment.budget.search.BranchAndBound;
import org.junit.jupiter.api.Test;

class ReasonsTest {
  private static final SolveLimits AMPLE = SolveLimits.nodes(100_000);

  private final PlanSolver solver = new BranchAndBound();

  @Test
  void a_control_that_nothing_blocks_could_be_added_and_one_that_is_blocked_could_not() {
    int blocked = 0;
    for (long seed = 1; seed <= 300; seed++) {
      BudgetProblem problem = RandomCases.problem(seed);
      Plan plan = ((Outcome.Solved) solver.solve(problem, Conditions.NONE, AMPLE)).plan();
      for (Standing standing : Standings.all(problem, plan)) {
        if (standing.start() == 0) {
          Map<String, Integer> more = new HashMap<>(plan.starts());
          more.put(
              standing.control(),
              problem.given().control(standing.control()).orElseThrow().earliest());
          boolean isAllowed = RandomCases.isAllowed(problem.given(), Plan.of(more));
          boolean isHelpful = standing.beyond() > 1e-12;
          // The plan is the best, so what could be added helpfully is blocked by something.
          assertThat(standing.blockers()).as("seed " + seed).isNotEmpty();
          assertThat(isAllowed && isHelpful).as("seed " + seed).isFalse();
          blocked++;
        }
      }
    }
    assertThat(blocked).isGreaterThan(300);
  }

  @Test
  void what_a_chosen_control_brings_beyond_the_others_is_what_would_be_left_without_it() {
    for (long seed = 1; seed <= 300; seed++) {
      BudgetProblem problem = RandomCases.problem(seed);
      Outcome.Solved solved = (Outcome.Solved) solver.solve(problem, Conditions.NONE, AMPLE);
      for (Standing standing : Standings.all(problem, solved.plan())) {
        if (standing.start() > 0
            && problem.given().controls().stream()
                .noneMatch(c -> c.needs().contains(standing.control()))) {
          Map<String, Integer> fewer = new HashMap<>(solved.plan().starts());
          fewer.remove(standing.control());
          assertThat(standing.beyond())
              .as("seed " + seed)
              .isCloseTo(
                  RandomCases.residual(problem, Plan.of(fewer)) - solved.residual(), within(1e-9));
        }
      }
    }
  }

  @Test
  void at_its_entry_price_a_plan_with_the_control_is_as_good_and_above_it_none_is() {
    int priced = 0;
    for (long seed = 1; seed <= 250; seed++) {
      BudgetProblem problem = RandomCases.problem(seed);
      Outcome.Solved solved = (Outcome.Solved) solver.solve(problem, Conditions.NONE, AMPLE);
      for (BudgetControl control : problem.given().controls()) {
        if (control.inPlace() || solved.plan().has(control.id())) {
          continue;
        }
        EntryPrice price = EntryPrice.of(problem, control, solved.residual(), solver, () -> AMPLE);
        String as = "seed " + seed + " " + control.id() + " " + price;
        switch (price.kind()) {
          case AS_GOOD ->
              assertThat(bestWith(problem, control, 1))
                  .as(as)
                  .isCloseTo(solved.residual(), within(1e-9));
          case NEVER ->
              assertThat(bestWith(problem, control, 0))
                  .as(as)
                  .isGreaterThan(solved.residual() + 1e-9);
          case PRICE -> {
            priced++;
            assertThat(price.stays() - price.enters())
                .as(as)
                .isLessThanOrEqualTo(EntryPrice.RESOLUTION);
            assertThat(bestWith(problem, control, price.enters()))
                .as(as)
                .isLessThanOrEqualTo(solved.residual() + 1e-9);
            assertThat(bestWith(problem, control, price.stays()))
                .as(as)
                .isGreaterThan(solved.residual() + 1e-9);
          }
          case UNKNOWN -> throw new AssertionError(as);
        }
      }
    }
    assertThat(priced).isGreaterThan(50);
  }

  private static double bestWith(BudgetProblem problem, BudgetControl control, double part) {
    Map<String, Outlay> outlays = new HashMap<>(control.outlays());
    Outlay full = control.outlay(Budget.MONEY);
    outlays.put(
        Budget.MONEY,
        new Outlay(
            new Quantity((long) Math.floor(full.once().thousandths() * part)),
            new Quantity((long) Math.floor(full.yearly().thousandths() * part))));
    return RandomCases.byTryingAll(
            problem.with(problem.given().with(control.withOutlays(outlays))),
            Conditions.with(control.id()))
        .residual();
  }
}
