package org.concordat.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.server.database.schema.Tables.TRAIL;

import java.util.List;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.Links;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;

class SignInTest {
  private static final Attribution TEST = Attribution.ofServer("test");

  private final RunningServer server = RunningServer.shared();
  private final People people =
      new People(server, Workspace.empty(new Organisation("acme", "Acme", null)));
  private final Person anna = people.person(Role.SECURITY_OFFICER);

  private int signIn(Visitor visitor, String password) {
    return people.signIn(visitor, anna.email(), password);
  }

  private static boolean isIn(Visitor visitor) {
    return visitor.get("/account").statusCode() == 200;
  }

  @Test
  void whoever_is_not_signed_in_is_asked_to_and_comes_back() {
    var response = new Visitor(server).get("/account?unit=claims");

    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("Location"))
        .contains("/sign-in?then=%2Faccount%3Funit%3Dclaims");
  }

  @Test
  void the_right_password_opens_and_signing_out_closes() {
    Visitor visitor = people.signedIn(anna);
    assertThat(isIn(visitor)).isTrue();

    assertThat(visitor.post("/sign-out").statusCode()).isEqualTo(303);

    assertThat(isIn(visitor)).isFalse();
  }

  @Test
  void nobody_learns_whether_an_account_exists() {
    var wrongPassword =
        new Visitor(server)
            .post(
                "/sign-in",
                "email",
                anna.email(),
                "password",
                "wrong wrong wrong",
                "organisation",
                people.tenant().toString());
    var noAccount =
        new Visitor(server)
            .post(
                "/sign-in",
                "email",
                "x" + anna.email(),
                "password",
                "wrong wrong wrong",
                "organisation",
                people.tenant().toString());

    assertThat(noAccount.statusCode()).isEqualTo(wrongPassword.statusCode()).isEqualTo(401);
    assertThat(noAccount.body().replaceAll("value=\"[^\"]*\"", ""))
        .isEqualTo(wrongPassword.body().replaceAll("value=\"[^\"]*\"", ""));
  }

  @Test
  void whoever_guesses_has_to_wait_on_every_server() {
    Person victim = people.person(Role.AUDITOR);
    RunningServer second = RunningServer.start(TestDatabase.shared());
    try {
      Visitor guesser = new Visitor(server);
      int status = 0;
      for (int i = 0; i < 12 && status != 429; i++) {
        status = people.signIn(guesser, victim.email(), "guess number " + i);
      }
      assertThat(status).isEqualTo(429);
      assertThat(people.signIn(new Visitor(second), victim.email(), People.PASSWORD))
          .isEqualTo(429);
    } finally {
      second.stop();
      People.forgetFailures();
    }
  }

  @Test
  void a_session_that_somebody_else_prepared_is_not_taken_over() {
    Visitor visitor = people.signedIn(anna);
    String before = visitor.cookie("session");

    signIn(visitor, People.PASSWORD);

    assertThat(visitor.cookie("session")).isNotEqualTo(before);
    assertThat(isIn(new Visitor(server).withCookie("session", visitor.cookie("session"))))
        .as("a cookie alone opens")
        .isTrue();
    assertThat(isIn(new Visitor(server).withCookie("session", before))).isFalse();
  }

  @Test
  void two_servers_serve_the_same_session() {
    RunningServer second = RunningServer.start(TestDatabase.shared());
    try {
      Visitor visitor = people.signedIn(anna);

      assertThat(isIn(new Visitor(second, visitor))).isTrue();
    } finally {
      second.stop();
    }
  }

  @Test
  void a_disabled_account_is_out_at_once_with_session_and_token() {
    Person leaver = people.person(Role.SECURITY_OFFICER);
    Visitor visitor = people.signedIn(leaver);
    assertThat(isIn(visitor)).isTrue();

    server.part(Accounts.class).setActive(people.tenant(), TEST, leaver.account(), false);

    assertThat(isIn(visitor)).isFalse();
    assertThat(people.signIn(new Visitor(server), leaver.email(), People.PASSWORD)).isEqualTo(401);
  }

  @Test
  void a_form_from_elsewhere_is_refused() {
    Visitor visitor = people.signedIn(anna);

    assertThat(visitor.postRaw("/account/name", "name=Mallory").statusCode()).isEqualTo(403);
  }

  @Test
  void sign_in_leads_to_no_other_server() {
    for (String elsewhere : List.of("https://evil.example", "//evil.example", "/\\evil.example")) {
      var response =
          new Visitor(server)
              .post(
                  "/sign-in",
                  "email",
                  anna.email(),
                  "password",
                  People.PASSWORD,
                  "organisation",
                  people.tenant().toString(),
                  "then",
                  elsewhere);
      assertThat(response.headers().firstValue("Location")).as(elsewhere).contains("/");
    }
  }

  @Test
  void a_link_makes_an_account_once() {
    String link =
        server
            .part(Links.class)
            .invitation(
                people.tenant(),
                TEST,
                "New@Example.org",
                "New One",
                people.person(Role.AUDITOR).grants());
    Visitor visitor = new Visitor(server);
    assertThat(visitor.get("/welcome/" + link).statusCode()).isEqualTo(200);

    int first = enter(visitor, link);
    int second = enter(new Visitor(server), link);

    assertThat(first).isEqualTo(303);
    assertThat(isIn(visitor)).isTrue();
    assertThat(second).isEqualTo(410);
    assertThat(people.signIn(new Visitor(server), "new@example.org", People.PASSWORD))
        .isEqualTo(303);
  }

  private static int enter(Visitor visitor, String link) {
    return visitor
        .post(
            "/welcome/" + link,
            "name",
            "New One",
            "password",
            People.PASSWORD,
            "repeated",
            People.PASSWORD)
        .statusCode();
  }

  @Test
  void a_forged_or_damaged_link_is_over() {
    String link = server.part(Links.class).reset(people.tenant(), TEST, anna.account());
    String damaged = link.substring(0, link.length() - 2) + "AA";

    for (String text : List.of(damaged, "x", "a.b", link.replace('.', '-'), "A".repeat(5000))) {
      assertThat(new Visitor(server).get("/welcome/" + text).statusCode()).as(text).isEqualTo(410);
    }
  }

  @Test
  void secrets_are_in_no_entry_of_the_trail() {
    server.part(Links.class).reset(people.tenant(), TEST, anna.account());
    people.token(anna);

    List<String> images =
        TestDatabase.shared()
            .transactions()
            .read(
                people.tenant(),
                sql ->
                    sql.selectFrom(TRAIL)
                        .fetch(row -> row.getTableName() + row.getBefore() + row.getAfter()));

    assertThat(images).anyMatch(image -> image.startsWith("account_password"));
    assertThat(images).anyMatch(image -> image.startsWith("api_token"));
    assertThat(images).noneMatch(image -> image.contains("argon2") || image.contains("\"hash\""));
  }

  @Test
  void every_page_carries_the_headers_that_keep_others_out() {
    var headers = new Visitor(server).get("/sign-in").headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
  }
}
