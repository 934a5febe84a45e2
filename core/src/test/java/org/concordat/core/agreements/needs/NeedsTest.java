package org.concordat.core.agreements.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.concordat.core.agreements.Bank;
import org.concordat.core.alignment.Requirement;
import org.junit.jupiter.api.Test;

class NeedsTest {
  private static final Requirement CENTRE = new Requirement("data-centre", "availability");

  @Test
  void a_unit_makes_agreements_about_what_its_own_judgements_reach() {
    UnitScope scope = UnitScope.of(Bank.needs(), "mortgages");

    assertThat(scope.needs())
        .extracting(UnitScope.Need::requirement)
        .containsExactly(Bank.BROKERING);
    assertThat(scope.needs().getFirst().level()).isEqualTo(Bank.MARGINAL);
  }

  @Test
  void protection_is_the_part_of_the_need_that_is_met() {
    UnitScope scope = UnitScope.of(Bank.needs(), "mortgages");

    assertThat(scope.protection(Bank.mortgages())).isEqualTo(1);
    assertThat(scope.protection(Bank.cheapMortgages())).isCloseTo(0.5, within(1e-12));
    assertThat(scope.protection(Bank.agreement("mortgages"))).isZero();
  }

  @Test
  void levels_are_carried_down_as_needs_are() {
    Map<Requirement, Integer> down = Bank.needs().carriedDown(Map.of(Bank.BROKERING, 2));

    assertThat(down).isEqualTo(Map.of(Bank.BROKERING, 2, Bank.SYSTEM, 2, CENTRE, 2));
  }

  @Test
  void needs_carried_down_are_the_needs_of_what_is_beneath() {
    WorkspaceNeeds needs = Bank.needs();
    Map<Requirement, Integer> down = needs.carriedDown(Map.of(Bank.CLEARING, 3));

    assertThat(down.get(CENTRE)).isEqualTo(needs.needNumber("payments", CENTRE));
  }

  @Test
  void what_is_beneath_is_found_by_shortest_ways() {
    Beneath beneath = Beneath.of(Bank.needs(), Bank.BROKERING);

    assertThat(beneath.all()).containsExactly(Bank.SYSTEM, CENTRE);
    assertThat(beneath.wayTo(CENTRE)).containsExactly(Bank.BROKERING, Bank.SYSTEM, CENTRE);
    assertThat(beneath.carriers()).containsExactly("core-banking", "data-centre");
  }
}
