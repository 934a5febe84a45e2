package org.concordat.server.web.table;

import org.concordat.server.database.TenantTransactions;
import org.concordat.server.web.SurroundingsFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts of tables together. */
@Configuration(proxyBeanMethods = false)
class TableConfiguration {
  @Bean
  TableChoices tableChoices(TenantTransactions transactions) {
    return new TableChoices(transactions);
  }

  @Bean
  TableDesk tableDesk(TableChoices choices, SurroundingsFactory surroundings) {
    return new TableDesk(choices, surroundings);
  }
}
