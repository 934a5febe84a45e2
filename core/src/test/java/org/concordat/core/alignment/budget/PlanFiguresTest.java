package org.concordat.core.alignment.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Level;
import org.junit.jupiter.api.Test;

class PlanFiguresTest {
  static long unitsOf(Outlay outlay) {
    return (outlay.once().thousandths() + outlay.yearly().thousandths()) / 1_000;
  }

  private static BudgetControl control(String id, Outlay money, int level) {
    return new BudgetControl(
        id,
        id,
        Map.of(Budget.MONEY, money),
        List.of(new Service(RandomCases.requirement(1), Level.of(level))),
        List.of(),
        List.of(),
        1,
        false,
        null);
  }

  private static BudgetProblem problem(Together together) {
    return new BudgetProblem(
        new BudgetCase(
            3,
            together,
            List.of(),
            List.of(control("low", Outlay.of(100, 10), 1), control("high", Outlay.of(500, 0), 2))),
        List.of(new Need(RandomCases.requirement(1), 0.9, 3)));
  }

  @Test
  void what_is_spent_once_counts_in_the_first_year_and_upkeep_in_each_from_then() {
    PlanFigures figures =
        PlanFigures.of(problem(Together.BEST), Plan.of(Map.of("low", 2, "high", 3)));

    assertThat(figures.spent().get(Budget.MONEY)).containsExactly(0L, 110_000L, 510_000L);
  }

  @Test
  void the_best_control_counts_and_each_level_below_the_need_leaves_its_part_of_the_score() {
    PlanFigures figures =
        PlanFigures.of(problem(Together.BEST), Plan.of(Map.of("low", 2, "high", 3)));

    assertThat(figures.residuals().get(0)).isCloseTo(0.9, within(1e-12));
    assertThat(figures.residuals().get(1)).isCloseTo(0.6, within(1e-12));
    assertThat(figures.residuals().get(2)).isCloseTo(0.3, within(1e-12));
    assertThat(figures.residual()).isCloseTo(0.6, within(1e-12));
    assertThat(figures.rows().getFirst().by()).containsExactly("high", "low");
  }

  @Test
  void levels_add_up_where_the_case_says_so() {
    PlanFigures figures =
        PlanFigures.of(problem(Together.ADDING), Plan.of(Map.of("low", 1, "high", 1)));

    assertThat(figures.residual()).isZero();
  }

  @Test
  void an_amount_is_exact_to_a_thousandth() {
    assertThat(Quantity.parse("12.5")).contains(new Quantity(12_500));
    assertThat(Quantity.parse("0.0010")).contains(new Quantity(1));
    assertThat(Quantity.parse("0.0001")).isEmpty();
    assertThat(Quantity.parse("-1")).isEmpty();
    assertThat(Quantity.parse("1e3")).isEmpty();
    assertThat(Quantity.parse("100000000000.001")).isEmpty();
    assertThat(new Quantity(1_200_500)).hasToString("1200.5");
    assertThat(Quantity.of(1_000)).hasToString("1000");
  }
}
