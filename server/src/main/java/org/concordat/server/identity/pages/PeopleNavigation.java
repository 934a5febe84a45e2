package org.concordat.server.identity.pages;

import java.util.Set;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.NavigationItem;
import org.concordat.server.web.table.Table;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages about people stand in the navigation, and their table. */
@Configuration(proxyBeanMethods = false)
class PeopleNavigation {
  @Bean
  NavigationItem people() {
    return new NavigationItem(
        900,
        "identity.group",
        "identity.people.title",
        "/people",
        Set.of(Permission.MANAGE_PEOPLE));
  }

  @Bean
  Table<?, ?> peopleTable() {
    return PeopleTable.TABLE;
  }

  @Bean
  NavigationItem judgingLinksPage() {
    return new NavigationItem(
        890, "identity.group", "identity.judges.title", "/judges", Set.of(Permission.EDIT_MODEL));
  }

  @Bean
  NavigationItem singleSignOnPage() {
    return new NavigationItem(
        910,
        "identity.group",
        "identity.signOn.title",
        "/single-sign-on",
        Set.of(Permission.MANAGE_PEOPLE));
  }
}
