package org.concordat.server.trail.sealing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
  private final Duration interval;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private SealJob(Organisations organisations, TrailSealer sealer, Duration interval) {
    this.organisations = organisations;
    this.sealer = sealer;
    this.interval = interval;
    thread = Thread.ofPlatform().name("trail-seal").daemon().unstarted(this::run);
  }

  /** Begins; seals for the first time when the interval has passed. */
  static SealJob start(Organisations organisations, TrailSealer sealer, Duration interval) {
    SealJob job = new SealJob(organisations, sealer, interval);
    job.thread.start();
    return job;
  }

  private void run() {
    try {
      while (!closing.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        sealAll();
      }
      sealAll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sealAll() {
    try {
      List<UUID> tenants = new ArrayList<>();
      tenants.add(TenantTransactions.NO_TENANT);
      organisations.all().forEach(organisation -> tenants.add(organisation.id()));
      tenants.forEach(this::seal);
    } catch (RuntimeException e) {
      LOG.warn("the trails could not be sealed; the next attempt is in {}", interval, e);
    }
  }

  private void seal(UUID tenant) {
    try {
      sealer.seal(tenant, this::pause);
    } catch (BrokenTrail e) {
      LOG.error("the trail of {} was tampered with: {}", tenant, e.getMessage());
    }
  }

  /**
   * After a large import there is a lot to seal, and nobody waits for it: people who are at work
   * come first. When the server stops there is no pause.
   */
  private void pause(Duration took) {
    try {
      boolean _ = closing.await(PAUSES * took.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends, and seals for the last time, unless the database is slow or gone. */
  @Override
  public void close() {
    closing.countDown();
    try {
      if (!thread.join(LAST)) {
        LOG.warn("not all trails were sealed before the server stopped; the next start goes on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
