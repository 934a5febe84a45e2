package org.concordat.server.agreements;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Price;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.SecurityService;
import org.concordat.core.agreements.ServiceLevel;
import org.concordat.core.agreements.Target;
import org.concordat.core.agreements.TargetTerms;

/** Changes lines of an agreement, as somebody who offers another one does. */
public final class Offer {
  private Offer() {}

  /**
   * A line that is served by a level of a service. What the level promises becomes its targets;
   * those that it has already keep their ids.
   */
  public static AgreementLine served(
      AgreementLine line,
      SecurityService service,
      ServiceLevel level,
      BigDecimal quantity,
      Price price) {
    return with(
        line,
        new Provision.Served(service.id(), level.id(), level.protection(), quantity, price),
        targets(line, level.targets()));
  }

  private static List<Target> targets(AgreementLine line, List<TargetTerms> promised) {
    Set<String> taken = new HashSet<>();
    line.targets().forEach(target -> taken.add(target.id()));
    List<Target> targets = new ArrayList<>();
    for (TargetTerms terms : promised) {
      targets.add(
          same(line, terms)
              .orElseGet(
                  () -> {
                    int number = 1;
                    while (!taken.add(line.id() + "-" + number)) {
                      number++;
                    }
                    return new Target(line.id() + "-" + number, terms);
                  }));
    }
    return targets;
  }

  /** The target that measures the same, which then is the same target with other terms. */
  private static Optional<Target> same(AgreementLine line, TargetTerms terms) {
    return line.targets().stream()
        .filter(target -> target.terms().measure().equals(terms.measure()))
        .filter(target -> target.terms().direction() == terms.direction())
        .map(target -> new Target(target.id(), terms))
        .findFirst();
  }

  /** A line that what another line buys serves too. */
  public static AgreementLine included(AgreementLine line, AgreementLine in, List<Target> targets) {
    return in.provision() instanceof Provision.Served served
        ? with(line, new Provision.Included(in.id(), served.protection()), targets)
        : unserved(line);
  }

  /** A line for which nothing is bought. */
  public static AgreementLine unserved(AgreementLine line) {
    return with(line, new Provision.Unserved(), List.of());
  }

  private static AgreementLine with(AgreementLine line, Provision provision, List<Target> targets) {
    return new AgreementLine(
        line.id(),
        line.requirement(),
        line.needed(),
        provision,
        targets,
        line.carriedBy(),
        line.goals(),
        line.because());
  }
}
