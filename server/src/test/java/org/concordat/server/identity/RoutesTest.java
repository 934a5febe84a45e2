package org.concordat.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route names who may take it. */
class RoutesTest {
  private final RunningServer server = RunningServer.shared();

  private Map<RequestMappingInfo, HandlerMethod> routes() {
    return server
        .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods();
  }

  private static Set<String> paths(RequestMappingInfo info) {
    return info.getPatternValues();
  }

  /** Routes of the API take tokens; {@link ApiAttackTest} walks them. */
  private static boolean isForPrograms(String path) {
    return path.startsWith("/api/");
  }

  @Test
  void every_route_names_its_permission_or_says_why_it_is_open() {
    Set<String> silent = new TreeSet<>();
    routes()
        .forEach(
            (info, handler) -> {
              boolean named = handler.hasMethodAnnotation(Needs.class);
              boolean open = handler.hasMethodAnnotation(OpenToAll.class);
              if (named == open) {
                silent.add(info + " " + handler);
              }
            });

    assertThat(silent).isEmpty();
  }

  @Test
  void the_open_routes_are_these_and_no_others() {
    Set<String> open = new TreeSet<>();
    routes()
        .forEach(
            (info, handler) -> {
              if (handler.hasMethodAnnotation(OpenToAll.class)) {
                open.addAll(paths(info));
              }
            });

    assertThat(open)
        .containsExactlyInAnyOrder(
            "/api",
            "/api/v1/openapi.json",
            "/error",
            "/metrics",
            "/judge/start/{link}",
            "/preferences",
            "/sign-in",
            "/sign-in/passkey",
            "/sign-in/passkey/options",
            "/sign-in/second",
            "/sign-in/second/passkey",
            "/sign-in/second/passkey/options",
            "/sign-in/sso",
            "/sign-in/sso/return",
            "/sign-out",
            "/static/{*path}",
            "/welcome/{link}");
  }

  @Test
  void every_route_names_its_methods_and_only_the_api_takes_more_than_get_and_post() {
    routes()
        .forEach(
            (info, handler) -> {
              Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
              for (String path : paths(info)) {
                if (isForPrograms(path)) {
                  assertThat(methods).as(path).hasSize(1);
                } else if (!path.equals("/error")) {
                  assertThat(methods)
                      .as(path)
                      .isSubsetOf(RequestMethod.GET, RequestMethod.POST)
                      .isNotEmpty();
                }
              }
            });
  }

  @Test
  void whoever_lacks_the_permission_of_a_page_is_refused() {
    People people = new People(server, Workspace.empty(new Organisation("acme", "Acme", null)));
    Map<Role, Visitor> visitors = new TreeMap<>();
    for (Role role : List.of(Role.AUDITOR, Role.BOARD, Role.ADMINISTRATOR, Role.SERVICE_OWNER)) {
      visitors.put(role, people.signedIn(people.person(role)));
    }
    int asked = 0;
    for (var route : routes().entrySet()) {
      Needs needs = route.getValue().getMethodAnnotation(Needs.class);
      for (String path : paths(route.getKey())) {
        boolean page =
            route.getKey().getMethodsCondition().getMethods().stream()
                .anyMatch(method -> method.name().equals("GET"));
        if (needs == null || !page || path.contains("{") || isForPrograms(path)) {
          continue;
        }
        for (Role role : visitors.keySet()) {
          int status = visitors.get(role).get(path).statusCode();
          boolean may = role.permissions().contains(needs.value());
          assertThat(status == 403).as("%s at %s: %d", role, path, status).isEqualTo(!may);
          asked++;
        }
      }
    }
    assertThat(asked).isGreaterThan(40);
  }

  @Test
  void an_auditor_changes_nothing_by_any_route() {
    People people = new People(server, ShippedExample.archisurance());
    Visitor auditor = people.signedIn(people.person(Role.AUDITOR));
    for (var route : routes().entrySet()) {
      boolean writes =
          route.getKey().getMethodsCondition().getMethods().stream()
              .anyMatch(method -> method.name().equals("POST"));
      for (String path : paths(route.getKey())) {
        if (writes
            && route.getValue().hasMethodAnnotation(Needs.class)
            && !isForPrograms(path)
            && !path.startsWith("/account")) {
          String filled = path.replaceAll("\\{[^}]*\\}", "00000000-0000-7000-8000-000000000000");
          int status =
              auditor
                  .post(
                      filled,
                      "name",
                      "Mine",
                      "kind",
                      "TECHNICAL",
                      "tag",
                      "none",
                      "importance",
                      "1",
                      "on",
                      "x",
                      "level",
                      "1",
                      "from",
                      "a/b",
                      "to",
                      "c",
                      "n",
                      "0")
                  .statusCode();
          assertThat(status).as(path).isIn(403, 404, 422, 400);
        }
      }
    }
  }

  @Test
  void no_form_is_taken_from_elsewhere_by_any_route() {
    People people = new People(server, Workspace.empty(new Organisation("acme", "Acme", null)));
    Visitor everybody =
        people.signedIn(
            people.person(
                List.of(
                    new Grant(Role.SECURITY_OFFICER, Set.of()),
                    new Grant(Role.ADMINISTRATOR, Set.of()))));
    int asked = 0;
    for (var route : routes().entrySet()) {
      boolean writes =
          route.getKey().getMethodsCondition().getMethods().stream()
              .anyMatch(method -> !method.name().equals("GET"));
      for (String path : paths(route.getKey())) {
        if (writes && !path.startsWith("/api/")) {
          String filled = path.replaceAll("\\{[^}]*\\}", "00000000-0000-7000-8000-000000000000");
          assertThat(everybody.postRaw(filled, "name=Mallory").statusCode())
              .as(path)
              .isEqualTo(403);
          asked++;
        }
      }
    }
    assertThat(asked).isGreaterThan(40);
  }
}
