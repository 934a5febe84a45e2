package org.concordat.server.budget.pages;

import java.util.Set;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of the budget stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class BudgetNavigation {
  @Bean
  NavigationItem budgetPlan() {
    return new NavigationItem(
        256, "budget.group", "budget.title", "/budget", Set.of(Permission.READ_MODEL));
  }

  @Bean
  NavigationItem budgetControls() {
    return new NavigationItem(
        257,
        "budget.group",
        "budget.controls.title",
        "/budget-controls",
        Set.of(Permission.READ_MODEL));
  }
}
