package org.concordat.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.ApiTokens;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.Contract;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Tries to get more out of the API than one's token permits, by every route. */
class ApiAttackTest {
  /** What is asked with a body, and keeps nothing. */
  private static final Set<String> ONLY_ASKS = Set.of("/api/v1/standards/scenarios/merge");

  private final RunningServer server = RunningServer.shared();

  /** A route of the API. */
  private record Route(String method, String path, String type, @Nullable Needs needs) {}

  private List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Map.Entry<RequestMappingInfo, HandlerMethod> each :
        server
            .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .entrySet()) {
      for (String path : each.getKey().getPatternValues()) {
        if (path.startsWith("/api/")) {
          routes.add(
              new Route(
                  each.getKey().getMethodsCondition().getMethods().iterator().next().name(),
                  path,
                  each.getKey().getConsumesCondition().getConsumableMediaTypes().stream()
                      .map(Object::toString)
                      .findFirst()
                      .orElse(""),
                  each.getValue().getMethodAnnotation(Needs.class)));
        }
      }
    }
    assertThat(routes).hasSizeGreaterThan(80);
    return routes;
  }

  /** The body that the contract gives as example for a route. */
  private static String body(Route route) {
    if (route.type.isEmpty()) {
      return "";
    }
    String path = route.path.replace("{*", "{");
    JsonNode example =
        Contract.committed()
            .path("paths")
            .path(path)
            .path(route.method.toLowerCase(Locale.ROOT))
            .path("requestBody")
            .path("content")
            .path(route.type)
            .path("example");
    if (route.type.equals("application/yaml")) {
      return "concordat: 1\norganisation: {id: evil, name: Evil}\n";
    }
    return example.isMissingNode() ? "{\"name\":\"Evil\"}" : example.toString();
  }

  private static String filled(String path, Map<String, String> values) {
    String query =
        switch (path) {
          case "/api/v1/imports" -> "?name=x.yaml";
          case "/api/v1/drafts/{id}/comparison" -> "?with=" + values.get("id");
          case "/api/v1/drafts/{id}/changes/{place}" -> "?revision=1";
          default -> "";
        };
    return SecretThings.filled(path, values) + query;
  }

  @Test
  void ids_of_another_organisation_lead_nowhere_by_any_route() {
    People theirs = new People(server, Acme.workspace());
    Person somebody = theirs.person(Role.SECURITY_OFFICER);
    Program officer = theirs.program(Role.SECURITY_OFFICER);
    Program administrator = theirs.program(Role.ADMINISTRATOR);
    Map<String, String> ids = SecretThings.made(officer, administrator, somebody);
    String before = officer.get("/workspace", "Accept", "application/yaml").body();
    String actions = officer.get("/actions").body();
    String accounts = administrator.get("/people").body();
    People mine = new People(server, Acme.workspace());
    Program intruder =
        new Program(
            server,
            mine.token(
                mine.person(
                    List.of(
                        new Caller.Grant(Role.SECURITY_OFFICER, Set.of()),
                        new Caller.Grant(Role.ADMINISTRATOR, Set.of())))));
    int asked = 0;
    for (Route route : routes()) {
      // The name of a scenario is the same in every organisation.
      if (!route.path.contains("{") || route.path.contains("{scenario}")) {
        continue;
      }
      Map<String, String> values = new HashMap<>(ids);
      values.put("id", SecretThings.idFor(route.path, ids));
      values.put("place", "0");
      String path = filled(route.path, values);
      Answer answer =
          intruder.send(
              route.method,
              path,
              route.type.isEmpty() ? null : route.type,
              body(route),
              "Accept",
              "*/*",
              route.method.equals("GET") || route.method.equals("POST") ? "X-Nothing" : "If-Match",
              "*");
      asked++;
      assertThat(answer.status())
          .as("%s %s: %s", route.method, path, answer.body())
          .isIn(
              switch (route.method) {
                case "PUT" -> List.of(404, 412, 422);
                // A body may be refused before anybody looks what it is about.
                case "POST" -> List.of(404, 422);
                default -> List.of(404);
              });
      assertThat(answer.body()).as("%s %s", route.method, path).doesNotContain("Secret");
    }
    assertThat(asked).isGreaterThan(45);
    assertThat(officer.get("/workspace", "Accept", "application/yaml").body()).isEqualTo(before);
    assertThat(officer.get("/actions").body()).as("no action was added").isEqualTo(actions);
    assertThat(administrator.get("/people").body()).isEqualTo(accounts);
  }

  @Test
  void a_token_does_what_its_permissions_say_and_no_more() {
    People people = new People(server, Acme.workspace());
    Person person =
        people.person(
            List.of(
                new Caller.Grant(Role.SECURITY_OFFICER, Set.of()),
                new Caller.Grant(Role.ADMINISTRATOR, Set.of())));
    int asked = 0;
    for (Permission permission : Permission.values()) {
      Program program = new Program(server, people.token(person, Duration.ofDays(1), permission));
      for (Route route : routes()) {
        if (route.needs != null && route.needs.value() != permission) {
          Answer answer =
              program.send(
                  route.method,
                  filled(
                      route.path,
                      Map.of("asset", "crm", "id", "crm", "account", person.account().toString())),
                  route.type.isEmpty() ? null : route.type,
                  body(route),
                  "Accept",
                  "*/*");
          assertThat(answer.status()).as("%s at %s", permission, route).isEqualTo(403);
          assertThat(answer.body()).doesNotContain("Customer relations");
          asked++;
        }
      }
    }
    assertThat(asked).isGreaterThan(700);
  }

  @Test
  void without_a_good_token_nothing_answers() {
    People people = new People(server, Acme.workspace());
    Person person = people.person(Role.SECURITY_OFFICER);
    String good = people.token(person);
    String revoked = people.token(person);
    String disabled = people.token(people.person(Role.SECURITY_OFFICER));
    String expired = people.token(person, Duration.ofMillis(1), Permission.values());
    ApiTokens tokens = server.part(ApiTokens.class);
    Attribution by = Attribution.ofServer("test");
    List<UUID> all =
        tokens.of(people.tenant(), person.account()).stream().map(ApiTokens.Listed::id).toList();
    assertThat(new Program(server, good).get("/account").status()).isEqualTo(200);
    Accounts accounts = server.part(Accounts.class);
    UUID out = new UUID(0, 0);
    for (Accounts.Listed each : accounts.all(people.tenant())) {
      out = each.id().equals(person.account()) ? out : each.id();
    }
    accounts.setActive(people.tenant(), by, out, false);
    List<String> wrong =
        new ArrayList<>(
            List.of(
                disabled,
                expired,
                "",
                "ccd_",
                "ccd_x",
                good.substring(4),
                good + "A",
                "ccd_" + "A".repeat(60)));
    for (int i = 4; i < good.length(); i += 5) {
      char other = good.charAt(i) == 'A' ? 'B' : 'A';
      wrong.add(good.substring(0, i) + other + good.substring(i + 1));
    }
    for (String token : wrong) {
      Answer answer = new Program(server, token.isEmpty() ? null : token).get("/assets");
      assertThat(answer.status()).as(token).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
    for (Route route : routes()) {
      if (route.needs != null) {
        Answer answer =
            new Program(server, null)
                .send(
                    route.method,
                    filled(route.path, Map.of()),
                    route.type.isEmpty() ? null : route.type,
                    body(route),
                    "Accept",
                    "*/*");
        assertThat(answer.status()).as(route.toString()).isEqualTo(401);
      }
    }
    all.forEach(id -> tokens.revoke(people.tenant(), by, person.account(), id));
    assertThat(new Program(server, revoked).get("/assets").status()).isEqualTo(401);
  }

  @Test
  void an_auditor_changes_nothing_by_any_route() {
    People people = new People(server, Acme.workspace());
    Program auditor = people.program(Role.AUDITOR);
    String before = auditor.get("/workspace", "Accept", "application/yaml").body();
    int asked = 0;
    for (Route route : routes()) {
      if (!route.method.equals("GET")
          && !route.path.startsWith("/api/v1/account")
          && !ONLY_ASKS.contains(route.path)) {
        Answer answer =
            auditor.send(
                route.method,
                filled(
                    route.path,
                    Map.of(
                        "asset",
                        "crm",
                        "id",
                        "crm",
                        "from",
                        "claims-process",
                        "on",
                        "claims-db",
                        "property",
                        "availability",
                        "factor",
                        "productivity-loss",
                        "goal",
                        "more-sales")),
                route.type.isEmpty() ? null : route.type,
                body(route),
                "Accept",
                "*/*");
        assertThat(answer.status()).as(route.toString()).isEqualTo(403);
        asked++;
      }
    }
    assertThat(asked).isGreaterThan(40);
    assertThat(auditor.get("/workspace", "Accept", "application/yaml").body()).isEqualTo(before);
  }

  @Test
  void a_token_makes_no_mightier_token() {
    People people = new People(server, Acme.workspace());
    Person person =
        people.person(
            List.of(
                new Caller.Grant(Role.ADMINISTRATOR, Set.of()),
                new Caller.Grant(Role.SECURITY_OFFICER, Set.of())));
    Program program =
        new Program(
            server,
            people.token(
                person, Duration.ofDays(1), Permission.MANAGE_PEOPLE, Permission.OWN_ACCOUNT));

    assertThat(program.send("POST", "/account/tokens", "application/json", "{}").status())
        .isEqualTo(405);
    assertThat(program.post("/people/" + person.account() + "/reset", "").status()).isEqualTo(409);
    assertThat(program.get("/account").at("/permissions"))
        .isEqualTo("[\"manage-people\",\"own-account\"]");
    assertThat(program.get("/assets").status()).isEqualTo(403);
  }
}
