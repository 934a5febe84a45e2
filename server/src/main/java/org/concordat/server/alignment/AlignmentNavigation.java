package org.concordat.server.alignment;

import java.util.Set;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of alignment stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class AlignmentNavigation {
  private static final String DECIDE = "alignment.group.decide";
  private static final String MODEL = "alignment.group.model";
  private static final String SEE = "alignment.group.see";

  private static NavigationItem item(
      int order, String group, String page, String path, Permission permission) {
    return new NavigationItem(
        order, group, "alignment." + page + ".title", path, Set.of(permission));
  }

  @Bean
  NavigationItem home() {
    return item(100, DECIDE, "home", "/", Permission.READ_SUMMARY);
  }

  @Bean
  NavigationItem priorities() {
    return item(110, DECIDE, "priorities", "/priorities", Permission.READ_MODEL);
  }

  @Bean
  NavigationItem vision() {
    return item(200, MODEL, "vision", "/vision", Permission.READ_MODEL);
  }

  @Bean
  NavigationItem factors() {
    return item(210, MODEL, "factors", "/factors", Permission.READ_MODEL);
  }

  @Bean
  NavigationItem assets() {
    return item(220, MODEL, "assets", "/assets", Permission.READ_MODEL);
  }

  @Bean
  NavigationItem dependencies() {
    return item(225, MODEL, "dependencies", "/dependencies", Permission.READ_MODEL);
  }

  @Bean
  NavigationItem impacts() {
    return item(230, MODEL, "impacts", "/impacts", Permission.READ_MODEL);
  }

  @Bean
  NavigationItem goalImpacts() {
    return item(240, MODEL, "goalImpacts", "/impacts/goals", Permission.READ_MODEL);
  }

  @Bean
  NavigationItem imports() {
    return item(250, MODEL, "import", "/import", Permission.EDIT_MODEL);
  }

  @Bean
  NavigationItem settings() {
    return new NavigationItem(
        910,
        "identity.group",
        "alignment.settings.title",
        "/settings",
        Set.of(Permission.READ_MODEL));
  }

  @Bean
  NavigationItem impactDiagram() {
    return item(300, SEE, "picture.impact", "/pictures/impact", Permission.READ_MODEL);
  }

  @Bean
  NavigationItem dependencyMap() {
    return item(310, SEE, "picture.dependencies", "/pictures/dependencies", Permission.READ_MODEL);
  }

  @Bean
  NavigationItem heatMap() {
    return item(320, SEE, "picture.heat", "/pictures/heat", Permission.READ_MODEL);
  }

  @Bean
  NavigationItem history() {
    return item(330, SEE, "history", "/history", Permission.READ_TRAIL);
  }
}
