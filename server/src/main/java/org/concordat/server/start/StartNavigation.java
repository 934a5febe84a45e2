package org.concordat.server.start;

import java.util.Set;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.NavigationItem;
import org.concordat.server.web.table.Table;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The table of this room, and where its pages stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class StartNavigation {
  @Bean
  Table<?, ?> securedTable() {
    return SecuredTable.TABLE;
  }

  @Bean
  NavigationItem securedPage() {
    return new NavigationItem(
        112,
        "alignment.group.decide",
        "start.secured.title",
        "/secured",
        Set.of(Permission.READ_MODEL));
  }
}
