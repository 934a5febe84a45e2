package org.concordat.server.standards;

import org.concordat.core.standards.Library;
import org.concordat.core.standards.programme.Shelf;
import org.concordat.formats.topics.ShippedStandards;
import org.concordat.server.database.TenantTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The standards as parts of the application. */
@Configuration(proxyBeanMethods = false)
class StandardsConfiguration {
  @Bean
  Standards standards(TenantTransactions transactions) {
    return new Standards(transactions, StandardsConfiguration::shipped);
  }

  private static Shelf shipped() {
    Library library = ShippedStandards.library();
    return new Shelf(library.catalogues(), library.crosswalks());
  }

  @Bean
  CoverageTrend coverageTrend(TenantTransactions transactions) {
    return new CoverageTrend(transactions);
  }
}
