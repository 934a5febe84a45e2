package org.concordat.server.standards.pages;

import java.util.Set;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of standards stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class StandardsNavigation {
  private static NavigationItem item(int order, String page, String path) {
    return new NavigationItem(
        order,
        "standards.group",
        "standards." + page + ".title",
        path,
        Set.of(Permission.READ_MODEL));
  }

  @Bean
  NavigationItem standardsCatalogues() {
    return item(260, "catalogues", "/standards");
  }

  @Bean
  NavigationItem standardsScenarios() {
    return item(262, "scenarios", "/scenarios");
  }

  @Bean
  NavigationItem standardsComparison() {
    return item(264, "comparison", "/comparison");
  }

  @Bean
  NavigationItem standardsCrosswalks() {
    return item(266, "crosswalks", "/crosswalks");
  }

  @Bean
  NavigationItem standardsContradictions() {
    return item(268, "contradictions", "/contradictions");
  }

  @Bean
  NavigationItem standardsObligations() {
    return item(270, "obligations", "/obligations");
  }
}
