package org.concordat.server.trail;

import java.nio.file.Path;
import java.time.Clock;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.workspace.Organisations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The trail as a part of the application. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {
  @Bean
  TrailHistory trailHistory(TenantTransactions transactions) {
    return new TrailHistory(transactions);
  }

  /** Several servers on one database need the same key, so its file can be named. */
  @Bean
  TrailSealer trailSealer(
      TenantTransactions transactions,
      @Value("${concordat.data}") String data,
      @Value("${concordat.trail.key:}") String keyFile) {
    Path file = keyFile.isEmpty() ? Path.of(data, "trail-key.pem") : Path.of(keyFile);
    return new TrailSealer(transactions, SealKeyFile.of(file), Clock.systemUTC());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  SealingJob sealingJob(TrailSealer sealer, Organisations organisations) {
    return new SealingJob(sealer, organisations);
  }
}
