package org.concordat.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tries to reach another organisation's things by every page and every form. */
class PageAttackTest {
  private final RunningServer server = RunningServer.shared();

  @Test
  void ids_of_another_organisation_lead_nowhere_by_any_page_or_form() {
    People theirs = new People(server, Acme.workspace());
    Person somebody = theirs.person(Role.SECURITY_OFFICER);
    Program officer = theirs.program(Role.SECURITY_OFFICER);
    Program administrator = theirs.program(Role.ADMINISTRATOR);
    Map<String, String> ids = SecretThings.made(officer, administrator, somebody);
    String before = officer.get("/workspace", "Accept", "application/yaml").body();
    String actions = officer.get("/actions").body();
    String accounts = administrator.get("/people").body();
    People mine = new People(server, Acme.workspace());
    Visitor intruder =
        mine.signedIn(
            mine.person(
                List.of(
                    new Caller.Grant(Role.SECURITY_OFFICER, Set.of()),
                    new Caller.Grant(Role.ADMINISTRATOR, Set.of()))));
    int asked = 0;
    // All of them are walked, however many fail.
    SoftAssertions softly = new SoftAssertions();
    for (var route :
        server
            .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .entrySet()) {
      if (!route.getValue().hasMethodAnnotation(Needs.class)) {
        continue;
      }
      for (String path : route.getKey().getPatternValues()) {
        if (path.startsWith("/api/") || !path.contains("{") || path.startsWith("/account")) {
          continue;
        }
        Map<String, String> values = new HashMap<>(ids);
        values.put("id", SecretThings.idFor(path, ids));
        String filled = SecretThings.filled(path, values);
        boolean form =
            route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST);
        HttpResponse<String> answer = form ? intruder.post(filled) : intruder.get(filled);
        softly.assertThat(answer.statusCode()).as(filled).isLessThan(500);
        softly.assertThat(answer.body()).as(filled).doesNotContain("Secret");
        softly
            .assertThat(answer.headers().firstValue("Location").orElse(""))
            .as(filled)
            .doesNotContain("sign-in");
        asked++;
      }
    }
    softly.assertAll();
    assertThat(asked).isGreaterThan(90);
    assertThat(officer.get("/workspace", "Accept", "application/yaml").body()).isEqualTo(before);
    assertThat(officer.get("/actions").body()).as("no action was added").isEqualTo(actions);
    assertThat(administrator.get("/people").body()).isEqualTo(accounts);
  }
}
