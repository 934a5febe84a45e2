package org.concordat.server.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concordat.core.agreements.learning.Learning;
import org.concordat.core.alignment.reassessment.Experience;
import org.concordat.core.alignment.reassessment.Incident;
import org.concordat.server.deciding.Experienced;

/** What the agreements in force have taught. */
final class AgreementExperience implements Experienced {
  private final Agreements agreements;
  private final Measurements measurements;

  AgreementExperience(Agreements agreements, Measurements measurements) {
    this.agreements = agreements;
    this.measurements = measurements;
  }

  @Override
  public Experience experience(UUID tenant, List<Incident> incidents, LocalDate today) {
    Experience all = Experience.NONE;
    for (var each : agreements.inForce(tenant).entrySet()) {
      AgreementKey key = each.getKey();
      all =
          all.and(
              Learning.experience(
                  key.id() + "/" + key.since(),
                  measurements.evaluation(tenant, key, each.getValue()),
                  incidents,
                  today));
    }
    return all;
  }
}
