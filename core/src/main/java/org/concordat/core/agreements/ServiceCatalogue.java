package org.concordat.core.agreements;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The security services that the supply side offers.
 *
 * @param currency of all prices
 * @param services no two with the same id
 * @param obligations what the supply side's agreements usually ask of both sides
 * @param exclusions what they usually do not cover
 */
public record ServiceCatalogue(
    String currency,
    List<SecurityService> services,
    List<Obligation> obligations,
    List<Exclusion> exclusions) {
  public ServiceCatalogue {
    Money.checkCurrency(currency);
    services = List.copyOf(services);
    obligations = List.copyOf(obligations);
    exclusions = List.copyOf(exclusions);
    Set<String> ids = new HashSet<>();
    for (SecurityService service : services) {
      if (!ids.add(service.id())) {
        throw new IllegalArgumentException("service '" + service.id() + "' stands twice");
      }
      for (ServiceLevel level : service.levels()) {
        if (!level.price().currency().equals(currency)) {
          throw new IllegalArgumentException(
              "level '%s' of service '%s' is not priced in %s"
                  .formatted(level.id(), service.id(), currency));
        }
      }
    }
  }

  public Optional<SecurityService> service(String id) {
    return services.stream().filter(s -> s.id().equals(id)).findFirst();
  }
}
