package org.concordat.core.agreements.drafting;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.SecurityService;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.ServiceLevel;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Level;

/** A service level that could serve a line, for a quantity of it. */
public record Option(SecurityService service, ServiceLevel level, BigDecimal quantity) {
  /** What it costs in a year, without what is paid once. */
  public Money yearly() {
    return level.price().yearly(quantity);
  }

  public boolean reaches(Level need) {
    return level.protection().compareTo(need) >= 0;
  }

  /** As the provision of a line. */
  public Provision.Served provision() {
    return new Provision.Served(
        service.id(), level.id(), level.protection(), quantity, level.price());
  }

  /** Every level of every service that preserves a property, cheapest in a year first. */
  public static List<Option> all(
      ServiceCatalogue catalogue, String property, AssetKind kind, BigDecimal quantity) {
    return catalogue.services().stream()
        .filter(s -> s.preserves(property, kind))
        .flatMap(s -> s.levels().stream().map(l -> new Option(s, l, quantity)))
        .sorted(
            Comparator.comparing(Option::yearly)
                .thenComparing(o -> o.service().id())
                .thenComparing(o -> o.level().id()))
        .toList();
  }

  /**
   * The one that fits a need: of the services' fitting levels the cheapest that reaches it; when
   * none does, the one that protects most, then the cheapest. Empty when there is none at all.
   */
  public static Optional<Option> fitting(
      ServiceCatalogue catalogue,
      String property,
      AssetKind kind,
      Level need,
      BigDecimal quantity) {
    Comparator<Option> reachingFirst = Comparator.comparing(o -> !o.reaches(need));
    Comparator<Option> byProtection =
        Comparator.comparing(o -> o.reaches(need) ? 0 : -o.level().protection().number());
    return all(catalogue, property, kind, quantity).stream()
        .filter(o -> o.service().fitting(need).equals(o.level()))
        .min(
            reachingFirst
                .thenComparing(byProtection)
                .thenComparing(Option::yearly)
                .thenComparing(o -> o.service().id()));
  }
}
