package org.concordat.core.agreements.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Bank;
import org.concordat.core.agreements.comparison.LineChange.Aspect;
import org.concordat.core.agreements.needs.UnitScope;
import org.junit.jupiter.api.Test;

class AgreementComparisonTest {
  @Test
  void a_version_differs_line_by_line() {
    AgreementComparison comparison =
        AgreementComparison.of(Bank.mortgages(), Bank.cheapMortgages());

    assertThat(comparison.lines())
        .singleElement()
        .isInstanceOfSatisfying(
            LineChange.Changed.class,
            c ->
                assertThat(c.aspects())
                    .containsExactlyInAnyOrder(
                        Aspect.AGREED_LEVEL, Aspect.SERVICE, Aspect.PRICE, Aspect.TARGETS));
    assertThat(comparison.whole()).isEmpty();
    assertThat(comparison.isSame()).isFalse();
  }

  @Test
  void lines_come_and_go() {
    Agreement one = Bank.mortgages();
    Agreement none = Bank.agreement("mortgages");

    assertThat(AgreementComparison.of(one, none).lines())
        .containsExactly(new LineChange.Removed(one.lines().getFirst()));
    assertThat(AgreementComparison.of(none, one).lines())
        .containsExactly(new LineChange.Added(one.lines().getFirst()));
    assertThat(AgreementComparison.of(one, one).isSame()).isTrue();
  }

  @Test
  void every_version_is_a_point_of_price_and_protection() {
    UnitScope scope = UnitScope.of(Bank.needs(), "mortgages");

    assertThat(PricePoint.of(List.of(Bank.cheapMortgages(), Bank.mortgages().asVersion(2)), scope))
        .containsExactly(
            new PricePoint(1, Bank.eur("1200"), Bank.eur("0"), 0.5),
            new PricePoint(2, Bank.eur("3600"), Bank.eur("0"), 1));
  }
}
