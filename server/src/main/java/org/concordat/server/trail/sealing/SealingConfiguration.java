package org.concordat.server.trail.sealing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.concordat.core.findings.InvalidInput;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.workspace.Organisations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sealing and exports as parts of the application. */
@Configuration(proxyBeanMethods = false)
class SealingConfiguration {
  /** What was changed longer ago is sealed. */
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /**
   * The sealer.
   *
   * @param data the data directory
   * @param key the file of the key, or empty for one in the data directory
   */
  @Bean
  TrailSealer trailSealer(
      TenantTransactions transactions,
      @Value("${concordat.data}") Path data,
      @Value("${concordat.trail.key:}") String key)
      throws IOException, InvalidInput {
    Path file = key.isBlank() ? data.resolve(KeyFile.NAME) : Path.of(key);
    return new TrailSealer(transactions, KeyFile.readOrMake(file), Clock.systemUTC());
  }

  @Bean
  SealJob sealJob(Organisations organisations, TrailSealer sealer) {
    return SealJob.start(organisations, sealer, INTERVAL);
  }

  @Bean
  TrailExports trailExports(
      TenantTransactions transactions, Organisations organisations, TrailSealer sealer) {
    return new TrailExports(transactions, organisations, sealer, Clock.systemUTC());
  }
}
