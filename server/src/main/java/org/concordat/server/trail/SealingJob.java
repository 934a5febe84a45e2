package org.concordat.server.trail;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.concordat.server.workspace.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals every organisation's trail once a minute, and when the server stops. */
final class SealingJob implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SealingJob.class);
  private static final long SECONDS = 60;

  private final TrailSealer sealer;
  private final Organisations organisations;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("seal").factory());

  SealingJob(TrailSealer sealer, Organisations organisations) {
    this.sealer = sealer;
    this.organisations = organisations;
  }

  void start() {
    var _ = clock.scheduleWithFixedDelay(this::sealAll, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void sealAll() {
    try {
      organisations.all().forEach(each -> sealer.seal(each.id()));
    } catch (RuntimeException e) {
      // The next minute tries again; entries wait unsealed until then.
      LOG.warn("the trail could not be sealed", e);
    }
  }

  @Override
  public void close() {
    clock.shutdown();
    sealAll();
  }
}
