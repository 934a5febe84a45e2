package org.concordat.server.workspace.imports;

import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Organisations;
import org.concordat.server.workspace.Uploads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Imports as parts of the application. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
  @Bean
  ImportWorker importWorker(
      TenantTransactions transactions,
      Organisations organisations,
      Accounts accounts,
      Models models,
      Uploads uploads) {
    return ImportWorker.start(transactions, organisations, accounts, models, uploads);
  }

  @Bean
  ImportJobs importJobs(TenantTransactions transactions, ImportWorker worker) {
    return new ImportJobs(transactions, worker);
  }
}
