package org.concordat.server.deciding;

import java.time.Clock;
import java.util.List;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.workspace.Models;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deciding as a part of the application. */
@Configuration(proxyBeanMethods = false)
class DecidingConfiguration {
  @Bean
  Drafts drafts(TenantTransactions transactions, Models models) {
    return new Drafts(transactions, models, Clock.systemUTC());
  }

  @Bean
  Sensitivities sensitivities(Models models) {
    return new Sensitivities(models);
  }

  @Bean
  Reviews reviews(TenantTransactions transactions, Models models, List<Experienced> teachers) {
    return new Reviews(transactions, models, Clock.systemUTC(), teachers);
  }
}
