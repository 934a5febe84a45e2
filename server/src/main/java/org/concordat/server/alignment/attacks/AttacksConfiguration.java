package org.concordat.server.alignment.attacks;

import java.util.Set;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Misuse cases as a part of the application. */
@Configuration(proxyBeanMethods = false)
class AttacksConfiguration {
  @Bean
  MisuseCases misuseCases(TenantTransactions transactions) {
    return new MisuseCases(transactions);
  }

  @Bean
  NavigationItem misuse() {
    return new NavigationItem(
        120, "alignment.group.decide", "attacks.title", "/misuse", Set.of(Permission.READ_MODEL));
  }
}
