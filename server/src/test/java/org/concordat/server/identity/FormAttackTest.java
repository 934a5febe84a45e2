package org.concordat.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Sends forms again that were made for somebody else, or for a session that is over. */
class FormAttackTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
  private static final String SOME_ID = "00000000-0000-7000-8000-000000000000";

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());
  private final Person olga =
      people.person(
          List.of(
              new Grant(Role.SECURITY_OFFICER, Set.of()), new Grant(Role.ADMINISTRATOR, Set.of())));

  /** The addresses that forms are sent to, those of signing in and out last. */
  private List<String> forms() {
    List<String> forms = new ArrayList<>();
    for (var route :
        server
            .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()) {
      if (route.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
        for (String path : route.getPatternValues()) {
          if (!path.startsWith("/api/")) {
            forms.add(path.replaceAll("\\{[^}]*\\}", SOME_ID));
          }
        }
      }
    }
    assertThat(forms).hasSizeGreaterThan(100);
    return forms;
  }

  private static String token(Visitor visitor) {
    Matcher token = CSRF.matcher(visitor.get("/account").body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  @Test
  void no_route_takes_a_form_with_the_token_of_another_browser() {
    Visitor hers = people.signedIn(olga);
    String mallorys = token(people.signedIn(people.person(Role.AUDITOR)));

    for (String path : forms()) {
      HttpResponse<String> answer = hers.postRaw(path, "_csrf=" + mallorys + "&name=Mallory");

      assertThat(answer.statusCode()).as(path).isEqualTo(403);
    }
  }

  /** Cookies and form as they were; only the session has ended in between. */
  @Test
  void no_route_takes_a_form_again_whose_session_is_over() {
    Visitor before = people.signedIn(olga);
    String token = token(before);
    String session = before.cookie("session");
    String csrf = before.cookie("csrf");
    Program officer = new Program(server, people.token(olga));
    before.post("/sign-out");
    String actions = officer.get("/actions").body();

    for (String path : forms()) {
      Visitor replaying =
          new Visitor(server).withCookie("session", session).withCookie("csrf", csrf);
      HttpResponse<String> answer = replaying.postRaw(path, "_csrf=" + token + "&name=Mallory");

      assertThat(answer.statusCode()).as(path).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).as(path).hasValue("/sign-in");
      assertThat(isIn(replaying)).as(path).isFalse();
    }
    assertThat(officer.get("/actions").body()).as("nothing was done").isEqualTo(actions);
  }

  private static boolean isIn(Visitor visitor) {
    return visitor.get("/account").statusCode() == 200;
  }

  /** Whoever has planted a session or a token before somebody signs in has nothing afterwards. */
  @Test
  void neither_session_nor_token_from_before_signing_in_is_worth_anything_after() {
    Visitor victim = new Visitor(server);
    victim.get("/sign-in");
    Matcher planted = CSRF.matcher(victim.get("/sign-in").body());
    assertThat(planted.find()).isTrue();
    String before = victim.cookie("session");
    String token = planted.group(1);

    assertThat(people.signIn(victim, olga.email(), People.PASSWORD)).isEqualTo(303);

    assertThat(victim.cookie("session")).isNotEmpty().isNotEqualTo(before);
    assertThat(isIn(new Visitor(server).withCookie("session", before))).isFalse();
    for (String path : forms()) {
      assertThat(victim.postRaw(path, "_csrf=" + token + "&name=Mallory").statusCode())
          .as(path)
          .isEqualTo(403);
    }
  }
}
