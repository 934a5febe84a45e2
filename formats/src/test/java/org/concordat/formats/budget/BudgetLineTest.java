package org.concordat.formats.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetLineTest {
  @Test
  void years_have_semicolons_between_them_and_decimals_a_point_or_a_comma() {
    assertThat(BudgetLine.parse("money = 60000; 1200,50 ;0.5", 3))
        .contains(
            new Budget(
                "money", List.of(Quantity.of(60_000), new Quantity(1_200_500), new Quantity(500))));
  }

  @Test
  void one_amount_counts_for_every_year() {
    assertThat(BudgetLine.parse("engineer-days=90", 2))
        .contains(new Budget("engineer-days", List.of(Quantity.of(90), Quantity.of(90))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"money=60000,40000", "money=60000,400", "money=1.200,50", "money", "=1", "a=;1"})
  void what_could_be_meant_otherwise_is_refused(String line) {
    assertThat(BudgetLine.parse(line, 2)).isEmpty();
  }
}
