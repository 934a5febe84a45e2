package org.concordat.server.trail.sealing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concordat.server.background.Repetition;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.workspace.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals every organisation's trail again and again, and once more when the server stops.
 *
 * <p>Each server does it: what is to do stands in the trails themselves, and the sealer has servers
 * take turns. So there is no list of jobs that could get lost, stuck or out of step.
 */
final class SealJob implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SealJob.class);

  /** A server that stops waits so long for the last seals. */
  private static final Duration LAST = Duration.ofSeconds(5);

  /** Between two heads of a long trail it pauses so many times as long as the first one took. */
  private static final int PAUSES = 3;

  private final Organisations organisations;
  private final TrailSealer sealer;
  private final Repetition repetition;

  private SealJob(Organisations organisations, TrailSealer sealer, Duration interval) {
    this.organisations = organisations;
    this.sealer = sealer;
    repetition = Repetition.start("trail-seal", interval, this::sealAll);
  }

  /** Begins; seals for the first time when the interval has passed. */
  static SealJob start(Organisations organisations, TrailSealer sealer, Duration interval) {
    return new SealJob(organisations, sealer, interval);
  }

  private void sealAll(Repetition.Ending ending) {
    List<UUID> tenants = new ArrayList<>();
    tenants.add(TenantTransactions.NO_TENANT);
    organisations.all().forEach(organisation -> tenants.add(organisation.id()));
    tenants.forEach(tenant -> seal(tenant, ending));
  }

  /**
   * After a large import there is a lot to seal, and nobody waits for it: people who are at work
   * come first. When the server stops there is no pause.
   */
  private void seal(UUID tenant, Repetition.Ending ending) {
    try {
      sealer.seal(tenant, took -> ending.isNearWithin(took.multipliedBy(PAUSES)));
    } catch (BrokenTrail e) {
      LOG.error("the trail of {} was tampered with: {}", tenant, e.getMessage());
    }
  }

  /** Ends, and seals for the last time, unless the database is slow or gone. */
  @Override
  public void close() {
    if (!repetition.end(LAST)) {
      LOG.warn("not all trails were sealed before the server stopped; the next start goes on");
    }
  }
}
