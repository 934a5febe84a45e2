package org.concordat.server.agreements.scraping;

import java.time.Duration;
import org.concordat.server.background.Repetition;
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
  private final Repetition repetition;

  private ScrapeJob(Organisations organisations, Scrapes scrapes, Duration interval) {
    this.organisations = organisations;
    this.scrapes = scrapes;
    repetition = Repetition.start("scrape", interval, this::fetchAll);
  }

  /** Begins; looks for the first time when the interval has passed. */
  static ScrapeJob start(Organisations organisations, Scrapes scrapes, Duration interval) {
    return new ScrapeJob(organisations, scrapes, interval);
  }

  private void fetchAll(Repetition.Ending ending) {
    for (Organisations.Listed organisation : organisations.all()) {
      if (ending.isNear()) {
        return;
      }
      scrapes.fetchDue(organisation.id());
    }
  }

  @Override
  public void close() {
    if (!repetition.end(LAST)) {
      LOG.warn("a fetch still ran when the server stopped; its source is fetched at its next turn");
    }
  }
}
