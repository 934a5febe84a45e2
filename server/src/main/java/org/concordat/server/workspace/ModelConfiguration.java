package org.concordat.server.workspace;

import org.concordat.server.background.Repetition;
import org.concordat.server.database.TenantTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The models as parts of the application. */
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {
  @Bean
  Models models(TenantTransactions transactions) {
    return new Models(transactions);
  }

  @Bean
  Repetition modelKeeper(Models models) {
    return ModelKeeper.start(models);
  }

  @Bean
  Organisations organisations(TenantTransactions transactions) {
    return new Organisations(transactions);
  }

  @Bean
  WarmUp warmUp(Organisations organisations, Models models) {
    return new WarmUp(organisations, models);
  }

  @Bean
  Uploads uploads(TenantTransactions transactions) {
    return new Uploads(transactions);
  }

  @Bean
  Edits edits(Models models) {
    return new Edits(models);
  }
}
