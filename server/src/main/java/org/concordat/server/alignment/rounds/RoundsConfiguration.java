package org.concordat.server.alignment.rounds;

import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.workspace.Models;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Judgement rounds as parts of the application. */
@Configuration(proxyBeanMethods = false)
class RoundsConfiguration {
  @Bean
  Rounds judgementRounds(TenantTransactions transactions, Accounts accounts) {
    return new Rounds(transactions, accounts);
  }

  @Bean
  Standings roundStandings(Rounds rounds, Models models) {
    return new Standings(rounds, models);
  }

  @Bean
  AgreedValues agreedValues(Rounds rounds, Models models) {
    return new AgreedValues(rounds, models);
  }
}
