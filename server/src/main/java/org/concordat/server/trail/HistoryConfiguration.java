package org.concordat.server.trail;

import org.concordat.server.database.TenantTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The history as a part of the application. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {
  @Bean
  TrailHistory trailHistory(TenantTransactions transactions) {
    return new TrailHistory(transactions);
  }
}
