package org.concordat.server.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.assurance.Assurance;
import org.concordat.core.assurance.Assurance.InForce;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.ListedAgreement;
import org.concordat.server.agreements.Measurements;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.springframework.stereotype.Component;

/** What an organisation's agreements in force and controls in operation say of its requirements. */
@Component
public final class Assurances {
  private final Agreements agreements;
  private final Measurements measurements;
  private final Standards standards;

  Assurances(Agreements agreements, Measurements measurements, Standards standards) {
    this.agreements = agreements;
    this.measurements = measurements;
    this.standards = standards;
  }

  /**
   * What is known at one moment.
   *
   * @param inForce the agreements in force, by their ids
   * @param standards what controls are called
   */
  public record Known(
      Assurance assurance, Map<String, ListedAgreement> inForce, StandardsState standards) {
    public Known {
      inForce = Map.copyOf(inForce);
    }
  }

  /** What is known now. */
  public Known of(UUID tenant) {
    Map<AgreementKey, Agreement> documents = agreements.inForce(tenant);
    Map<String, ListedAgreement> promises =
        agreements.all(tenant).stream()
            .filter(each -> documents.containsKey(each.key()))
            .collect(Collectors.toMap(each -> each.key().id(), each -> each, (_, later) -> later));
    List<InForce> inForce = new ArrayList<>();
    documents.forEach(
        (key, document) ->
            inForce.add(new InForce(document, measurements.evaluation(tenant, key, document))));
    StandardsState now = standards.of(tenant);
    return new Known(
        Assurance.of(
            inForce, now.programme().all(RequirementLink.class), control -> degree(control, now)),
        promises,
        now);
  }

  private static Degree degree(ControlRef control, StandardsState now) {
    return now.control(control)
        .map(known -> now.coverage(control.catalogue()).of(known).degree())
        .orElse(Degree.OPEN);
  }
}
