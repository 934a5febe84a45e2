package org.concordat.server.budget;

import org.concordat.server.database.TenantTransactions;
import org.concordat.server.workspace.Models;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Budgets as parts of the application. */
@Configuration(proxyBeanMethods = false)
class BudgetConfiguration {
  @Bean
  Budgets budgets(TenantTransactions transactions, Models models) {
    return new Budgets(transactions, models);
  }

  @Bean
  BudgetRuns budgetRuns(TenantTransactions transactions, Budgets budgets) {
    return new BudgetRuns(transactions, budgets);
  }
}
