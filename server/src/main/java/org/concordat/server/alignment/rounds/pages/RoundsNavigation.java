package org.concordat.server.alignment.rounds.pages;

import java.util.Set;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of rounds stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class RoundsNavigation {
  @Bean
  NavigationItem roundsItem() {
    return new NavigationItem(
        120, "alignment.group.decide", "rounds.title", "/rounds", Set.of(Permission.READ_MODEL));
  }
}
