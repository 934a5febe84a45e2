package org.concordat.server.agreements.scraping;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.concordat.server.workspace.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what is due, again and again. Each server does it: a source is taken in the database, so
 * several servers share the work, and one that dies loses one turn of its sources.
 */
final class ScrapeJob implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScrapeJob.class);

  /** A server that stops waits so long for the fetches that run. */
  private static final Duration LAST = Duration.ofSeconds(12);

  private final Organisations organisations;
  private final Scrapes scrapes;
  private final Duration interval;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private ScrapeJob(Organisations organisations, Scrapes scrapes, Duration interval) {
    this.organisations = organisations;
    this.scrapes = scrapes;
    this.interval = interval;
    thread = Thread.ofVirtual().name("scrape").unstarted(this::run);
  }

  /** Begins; looks for the first time when the interval has passed. */
  static ScrapeJob start(Organisations organisations, Scrapes scrapes, Duration interval) {
    ScrapeJob job = new ScrapeJob(organisations, scrapes, interval);
    job.thread.start();
    return job;
  }

  private void run() {
    try {
      while (!closing.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        fetchAll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fetchAll() {
    try {
      for (Organisations.Listed organisation : organisations.all()) {
        if (closing.getCount() == 0) {
          return;
        }
        scrapes.fetchDue(organisation.id());
      }
    } catch (RuntimeException e) {
      LOG.warn("not everything was fetched; the next attempt is in {}", interval, e);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      if (!thread.join(LAST)) {
        LOG.warn(
            "a fetch still ran when the server stopped; its source is fetched at its next turn");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
