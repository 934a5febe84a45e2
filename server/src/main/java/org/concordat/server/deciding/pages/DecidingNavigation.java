package org.concordat.server.deciding.pages;

import java.util.Set;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.NavigationItem;
import org.concordat.server.web.table.Table;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of deciding stand in the navigation, and their tables. */
@Configuration(proxyBeanMethods = false)
class DecidingNavigation {
  private static NavigationItem item(int order, String title, String path) {
    return new NavigationItem(
        order, "alignment.group.decide", title, path, Set.of(Permission.READ_MODEL));
  }

  @Bean
  NavigationItem draftsItem() {
    return item(120, "deciding.drafts.title", "/drafts");
  }

  @Bean
  NavigationItem reviewsItem() {
    return item(130, "deciding.review.title", "/reviews");
  }

  @Bean
  NavigationItem sensitivityItem() {
    return item(140, "deciding.sensitivity.title", "/sensitivity");
  }

  @Bean
  NavigationItem classicItem() {
    return item(150, "deciding.classic.title", "/classic");
  }

  @Bean
  Table<?, ?> classicTable() {
    return ClassicTables.BY_REQUIREMENT;
  }

  @Bean
  Table<?, ?> classicAssetsTable() {
    return ClassicTables.BY_ASSET;
  }

  @Bean
  Table<?, ?> sensitivityTable() {
    return SensitivityTable.TABLE;
  }

  @Bean
  Table<?, ?> reviewTable() {
    return ReviewTable.TABLE;
  }
}
