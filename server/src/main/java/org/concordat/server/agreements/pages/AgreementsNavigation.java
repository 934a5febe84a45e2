package org.concordat.server.agreements.pages;

import java.util.Set;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of agreements stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class AgreementsNavigation {
  private static NavigationItem item(int order, String page, String path, Permission needs) {
    return new NavigationItem(
        order, "agreements.group", "agreements." + page + ".title", path, Set.of(needs));
  }

  @Bean
  NavigationItem agreementsLoop() {
    return item(251, "loop", "/loop", Permission.READ_AGREEMENTS);
  }

  @Bean
  NavigationItem agreementsSteps() {
    return item(252, "steps", "/steps", Permission.READ_MODEL);
  }

  @Bean
  NavigationItem agreementsList() {
    return item(253, "list", "/agreements", Permission.READ_AGREEMENTS);
  }

  @Bean
  NavigationItem agreementsServices() {
    return item(254, "services", "/services", Permission.READ_AGREEMENTS);
  }
}
