package org.concordat.server.trail.history;

import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.imports.ImportJobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The history as a part of the application. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {
  @Bean
  TrailHistory trailHistory(TenantTransactions transactions, Accounts accounts) {
    return new TrailHistory(transactions, accounts);
  }

  @Bean
  ActionUndo actionUndo(TrailHistory history, Models models, ImportJobs imports) {
    return new ActionUndo(history, models, imports::takeBack);
  }

  @Bean
  PastModels pastModels(TrailHistory history, Models models) {
    return new PastModels(history, models);
  }
}
