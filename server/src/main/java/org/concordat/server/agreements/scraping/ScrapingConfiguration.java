package org.concordat.server.agreements.scraping;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Measurements;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.workspace.Organisations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fetching measurements as a part of the application. */
@Configuration(proxyBeanMethods = false)
class ScrapingConfiguration {
  private static final Duration INTERVAL = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int MOST = 8 << 20;

  /**
   * The guard.
   *
   * @param hosts the hosts that may be fetched from, with commas between them
   * @param local whether they may be this machine or on its link
   */
  @Bean
  ScrapeGuard scrapeGuard(
      @Value("${concordat.scrape.hosts:}") String hosts,
      @Value("${concordat.scrape.local:false}") boolean local) {
    List<String> listed =
        Arrays.stream(hosts.split("[,\\s]+", -1)).filter(host -> !host.isEmpty()).toList();
    return new ScrapeGuard(listed, local);
  }

  @Bean
  Scrapes scrapes(
      TenantTransactions transactions,
      Agreements agreements,
      Measurements measurements,
      ScrapeGuard guard) {
    return new Scrapes(
        transactions,
        agreements,
        measurements,
        guard,
        new Fetcher(guard, LONGEST, MOST),
        Clock.systemUTC());
  }

  @Bean
  ScrapeJob scrapeJob(Organisations organisations, Scrapes scrapes) {
    return ScrapeJob.start(organisations, scrapes, INTERVAL);
  }
}
