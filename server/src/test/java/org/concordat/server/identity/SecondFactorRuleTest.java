package org.concordat.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.SecondFactorRule;
import org.concordat.server.testing.AuthenticatorApp;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some roles need a second factor; whoever lacks it makes one before anything else. */
class SecondFactorRuleTest {
  private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([^<]*)</code>");
  private static final String MAKE_ONE = "/account/second-factor";

  private final RunningServer server = RunningServer.shared();
  private final People people =
      new People(server, Workspace.empty(new Organisation("acme", "Acme", null)));
  private final Visitor administrator = people.signedIn(people.person(Role.ADMINISTRATOR));

  @AfterEach
  void forget() {
    People.forgetFailures();
  }

  private void require(Role role) {
    assertThat(administrator.post("/people/second-factor", "roles", role.name()).statusCode())
        .isEqualTo(303);
  }

  private static String led(Visitor visitor, String path) {
    return visitor.get(path).headers().firstValue("Location").orElse("");
  }

  private static void makeApp(Visitor visitor) {
    visitor.post("/account/app/start");
    Matcher secret = SECRET.matcher(visitor.get("/account/app").body());
    assertThat(secret.find()).isTrue();
    AuthenticatorApp app = new AuthenticatorApp(secret.group(1));
    assertThat(visitor.post("/account/app", "code", app.previous()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/assets", "/history", "/account", "/search?q=a"})
  void nothing_opens_before_the_factor_is_made(String path) {
    require(Role.SECURITY_OFFICER);
    Visitor officer = people.officer();

    assertThat(led(officer, path)).isEqualTo(MAKE_ONE);
  }

  @Test
  void whoever_owes_one_makes_it_and_then_goes_on() {
    require(Role.SECURITY_OFFICER);
    Visitor officer = people.officer();
    assertThat(officer.get(MAKE_ONE).body()).contains("Your role needs a second factor");
    assertThat(
            officer
                .post("/assets", "id", "x", "name", "X", "kind", "TECHNICAL")
                .headers()
                .firstValue("Location"))
        .contains(MAKE_ONE);

    makeApp(officer);

    assertThat(officer.get("/assets").statusCode()).isEqualTo(200);
    assertThat(officer.get("/assets/x").statusCode()).as("was not saved").isEqualTo(404);
    assertThat(led(officer, MAKE_ONE)).isEqualTo("/account");
  }

  @Test
  void the_rule_holds_at_once_for_sessions_and_tokens_and_for_these_roles_alone() {
    Person chief = people.person(Role.SECURITY_OFFICER);
    Visitor officer = people.signedIn(chief);
    Program program = new Program(server, people.token(chief));
    Program auditor = people.program(Role.AUDITOR);
    assertThat(program.get("/assets").status()).isEqualTo(200);

    require(Role.SECURITY_OFFICER);

    assertThat(led(officer, "/assets")).isEqualTo(MAKE_ONE);
    assertThat(program.get("/assets").status()).isEqualTo(401);
    assertThat(auditor.get("/assets").status()).isEqualTo(200);

    makeApp(officer);

    assertThat(program.get("/assets").status()).isEqualTo(200);
    officer.post("/account/app/remove");
    assertThat(program.get("/assets").status()).isEqualTo(401);
  }

  @Test
  void an_account_that_no_password_opens_is_left_to_what_opens_it() {
    require(Role.BOARD);
    Attribution by = Attribution.ofServer("test");
    var byProvider =
        server
            .part(TenantTransactions.class)
            .write(
                people.tenant(),
                by,
                sql ->
                    Accounts.createWithoutPassword(
                        sql,
                        "olga@example.org",
                        "Olga",
                        List.of(new Caller.Grant(Role.BOARD, Set.of())),
                        false));

    assertThat(server.part(SecondFactorRule.class).isOwedBy(people.tenant(), byProvider)).isFalse();
    Person withPassword = people.person(Role.BOARD);
    assertThat(
            server.part(SecondFactorRule.class).isOwedBy(people.tenant(), withPassword.account()))
        .isTrue();
  }

  @Test
  void the_administrator_sets_and_lifts_it_and_the_trail_tells() {
    require(Role.AUDITOR);
    SecondFactorRule rule = server.part(SecondFactorRule.class);
    assertThat(rule.roles(people.tenant())).containsExactly(Role.AUDITOR);
    assertThat(
            people.signedIn(people.person(Role.BOARD)).post("/people/second-factor").statusCode())
        .isEqualTo(403);

    administrator.post("/people/second-factor");

    assertThat(rule.roles(people.tenant())).isEmpty();
    assertThat(people.officer().get("/history").body()).contains("Second factor for a role");
  }

  @Test
  void the_list_of_people_says_who_has_none_and_the_person_s_page_who_owes_one() {
    Person chief = people.person(Role.SECURITY_OFFICER);
    require(Role.SECURITY_OFFICER);

    assertThat(administrator.get("/people?role=SECURITY_OFFICER&factor=no").body())
        .contains(chief.name());
    assertThat(administrator.get("/people?role=SECURITY_OFFICER&factor=yes").body())
        .doesNotContain(chief.name());
    assertThat(administrator.get("/people/" + chief.account()).body())
        .contains("A role needs a second factor, and there is none");
    assertThat(administrator.get("/people.csv").body()).contains(chief.email());
  }
}
