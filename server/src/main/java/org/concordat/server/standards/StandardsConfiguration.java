package org.concordat.server.standards;

import org.concordat.core.standards.programme.Shelf;
import org.concordat.server.database.TenantTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The standards as parts of the application. */
@Configuration(proxyBeanMethods = false)
class StandardsConfiguration {
  @Bean
  Standards standards(TenantTransactions transactions, Shelf shelf) {
    return new Standards(transactions, shelf);
  }

  @Bean
  CoverageTrend coverageTrend(TenantTransactions transactions) {
    return new CoverageTrend(transactions);
  }
}
