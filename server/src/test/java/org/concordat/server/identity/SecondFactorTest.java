package org.concordat.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.server.database.schema.Tables.TRAIL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.Links;
import org.concordat.server.testing.AuthenticatorApp;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The second step of sign-in. */
class SecondFactorTest {
  private static final Attribution TEST = Attribution.ofServer("test");
  private static final Pattern SECRET = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<");
  private static final Pattern CODE = Pattern.compile("<code>([a-z0-9-]{19})</code>");

  private final RunningServer server = RunningServer.shared();
  private final People people =
      new People(server, Workspace.empty(new Organisation("acme", "Acme", null)));

  @AfterEach
  void forget() {
    People.forgetFailures();
  }

  /** Somebody with an app and recovery codes. */
  private record Protected(Person person, AuthenticatorApp app, List<String> codes) {}

  private Protected withApp() {
    Person person = people.person(Role.SECURITY_OFFICER);
    Visitor visitor = people.signedIn(person);
    visitor.post("/account/app/start");
    Matcher secret = SECRET.matcher(visitor.get("/account/app").body());
    assertThat(secret.find()).isTrue();
    AuthenticatorApp app = new AuthenticatorApp(secret.group(1));
    Matcher code = CODE.matcher(visitor.post("/account/app", "code", app.previous()).body());
    List<String> codes = new ArrayList<>();
    while (code.find()) {
      codes.add(code.group(1));
    }
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    return new Protected(person, app, codes);
  }

  private Visitor halfIn(Protected who) {
    Visitor visitor = new Visitor(server);
    var answer =
        visitor.post(
            "/sign-in",
            "email",
            who.person.email(),
            "password",
            People.PASSWORD,
            "organisation",
            people.tenant().toString(),
            "then",
            "/history");
    assertThat(answer.headers().firstValue("Location")).contains("/sign-in/second");
    return visitor;
  }

  private static boolean isIn(Visitor visitor) {
    return visitor.get("/account").statusCode() == 200;
  }

  @Test
  void a_password_alone_no_longer_opens_an_account_with_an_app() {
    Protected anna = withApp();
    Visitor visitor = halfIn(anna);
    assertThat(isIn(visitor)).isFalse();
    String half = visitor.cookie("session");

    var answer = visitor.post("/sign-in/second", "code", anna.app.present());

    assertThat(answer.headers().firstValue("Location")).contains("/history");
    assertThat(isIn(visitor)).isTrue();
    assertThat(visitor.cookie("session")).isNotEqualTo(half);
    assertThat(isIn(new Visitor(server).withCookie("session", half))).isFalse();
  }

  @Test
  void a_code_is_accepted_once_on_any_server() {
    Protected anna = withApp();
    String code = anna.app.present();
    RunningServer second = RunningServer.start(TestDatabase.shared());
    try {
      Visitor elsewhere = new Visitor(second, halfIn(anna));
      assertThat(halfIn(anna).post("/sign-in/second", "code", code).statusCode()).isEqualTo(303);

      assertThat(elsewhere.post("/sign-in/second", "code", code).statusCode()).isEqualTo(401);
    } finally {
      second.stop();
    }
  }

  @Test
  void a_code_before_it_was_confirmed_protects_nothing_and_a_wrong_one_confirms_nothing() {
    Person person = people.person(Role.AUDITOR);
    Visitor visitor = people.signedIn(person);
    visitor.post("/account/app/start");

    assertThat(visitor.post("/account/app", "code", "000000").statusCode()).isEqualTo(422);

    Visitor other = people.signedIn(person);
    assertThat(isIn(other)).isTrue();
  }

  @Test
  void a_recovery_code_works_once_and_new_ones_replace_the_old() {
    Protected anna = withApp();
    Visitor visitor = halfIn(anna);
    String typed = anna.codes.getFirst().toUpperCase(Locale.ROOT).replace('-', ' ');
    assertThat(visitor.post("/sign-in/second", "code", typed).statusCode()).isEqualTo(303);
    assertThat(isIn(visitor)).isTrue();

    assertThat(halfIn(anna).post("/sign-in/second", "code", typed).statusCode()).isEqualTo(401);

    assertThat(visitor.post("/account/recovery-codes").body()).contains("<code>");
    assertThat(halfIn(anna).post("/sign-in/second", "code", anna.codes.get(1)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void codes_are_guessed_as_slowly_as_passwords() {
    Protected anna = withApp();
    Visitor visitor = halfIn(anna);
    int status = 0;
    int tries = 0;
    while (status != 429 && tries < 12) {
      status = visitor.post("/sign-in/second", "code", "12345" + tries % 10).statusCode();
      tries++;
    }

    assertThat(status).isEqualTo(429);
    assertThat(visitor.post("/sign-in/second", "code", anna.app.present()).statusCode())
        .isEqualTo(429);
  }

  @Test
  void whoever_has_a_second_factor_is_not_recognised_before_the_password_was_right() {
    Protected anna = withApp();
    Person other = people.person(Role.AUDITOR);
    List<String> answers = new ArrayList<>();
    for (String email : List.of(anna.person.email(), other.email(), "nobody@example.org")) {
      var answer =
          new Visitor(server)
              .post(
                  "/sign-in",
                  "email",
                  email,
                  "password",
                  "wrong wrong wrong",
                  "organisation",
                  people.tenant().toString());
      answers.add(answer.statusCode() + answer.body().replaceAll("value=\"[^\"]*\"", ""));
    }

    assertThat(answers.get(0)).isEqualTo(answers.get(1)).isEqualTo(answers.get(2));
  }

  @Test
  void without_the_first_step_there_is_no_second() {
    Visitor stranger = new Visitor(server);

    assertThat(stranger.get("/sign-in/second").headers().firstValue("Location"))
        .contains("/sign-in");
    assertThat(stranger.post("/sign-in/second", "code", "123456").headers().firstValue("Location"))
        .contains("/sign-in");
    assertThat(stranger.post("/sign-in/second/passkey/options").statusCode()).isEqualTo(404);
  }

  @Test
  void a_link_to_a_new_password_does_not_go_around_the_second_step() {
    Protected anna = withApp();
    String link = server.part(Links.class).reset(people.tenant(), TEST, anna.person.account());
    Visitor thief = new Visitor(server);

    var answer =
        thief.post("/welcome/" + link, "password", People.PASSWORD, "repeated", People.PASSWORD);

    assertThat(answer.headers().firstValue("Location")).contains("/sign-in/second");
    assertThat(isIn(thief)).isFalse();
  }

  @Test
  void an_account_disabled_meanwhile_is_not_opened_by_the_second_step() {
    Protected anna = withApp();
    Visitor visitor = halfIn(anna);
    server.part(Accounts.class).setActive(people.tenant(), TEST, anna.person.account(), false);

    visitor.post("/sign-in/second", "code", anna.app.present());

    assertThat(isIn(visitor)).isFalse();
  }

  @Test
  void an_administrator_takes_lost_factors_away_and_the_trail_says_so() {
    Protected anna = withApp();
    Person administrator = people.person(Role.ADMINISTRATOR);

    people.signedIn(administrator).post("/people/" + anna.person.account() + "/factors/remove");

    assertThat(isIn(people.signedIn(anna.person))).isTrue();
    int removals =
        TestDatabase.shared()
            .transactions()
            .read(
                people.tenant(),
                sql ->
                    sql.fetchCount(
                        TRAIL,
                        TRAIL
                            .TABLE_NAME
                            .eq("totp")
                            .and(TRAIL.OPERATION.eq("DELETE"))
                            .and(TRAIL.ACTOR.eq(administrator.account().toString()))));
    assertThat(removals).isEqualTo(1);
  }

  @Test
  void secrets_and_codes_are_in_no_entry_of_the_trail() {
    Protected anna = withApp();
    halfIn(anna).post("/sign-in/second", "code", anna.codes.getFirst());

    List<String> images =
        TestDatabase.shared()
            .transactions()
            .read(
                people.tenant(),
                sql ->
                    sql.selectFrom(TRAIL)
                        .where(TRAIL.TABLE_NAME.in("totp", "recovery_code"))
                        .fetch(row -> row.getBefore() + " " + row.getAfter()));

    assertThat(images)
        .hasSizeGreaterThan(10)
        .noneMatch(image -> image.contains("secret") || image.contains("hash"));
  }
}
