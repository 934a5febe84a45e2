package org.concordat.server.identity.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.server.database.schema.Tables.TRAIL;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.signon.SingleSignOn.Arrangement;
import org.concordat.server.testing.Keycloak;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Single sign-on at a real Keycloak, which is started once for all that is said here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakTest {
  private static final Attribution TEST = Attribution.ofServer("test");

  private final RunningServer server = RunningServer.shared();
  private final SingleSignOn singleSignOn = server.part(SingleSignOn.class);
  private Keycloak keycloak;
  private People people;

  @BeforeAll
  void start() throws IOException {
    keycloak = Keycloak.start(Map.of("acme", realm("acme"), "evil", realm("evil")));
  }

  @AfterAll
  void stop() {
    keycloak.close();
  }

  private String realm(String name) {
    return """
    {"realm": "%s", "enabled": true, "sslRequired": "none",
     "clients": [%s, %s],
     "users": [%s, %s, %s]}
    """
        .formatted(
            name,
            client("concordat"),
            client("payroll"),
            user("anna", true),
            user("bob", false),
            user("nora", true));
  }

  private String client(String id) {
    return """
    {"clientId": "%s", "secret": "%s", "publicClient": false, "standardFlowEnabled": true,
     "directAccessGrantsEnabled": true, "redirectUris": ["%s"]}
    """
        .formatted(id, Keycloak.SECRET, server.address().resolve(SingleSignOn.RETURN));
  }

  private static String user(String name, boolean verified) {
    return """
    {"username": "%s", "enabled": true, "email": "%s@example.org", "emailVerified": %s,
     "firstName": "%s", "lastName": "Example",
     "credentials": [{"type": "password", "value": "%s"}]}
    """
        .formatted(name, name, verified, name, Keycloak.PASSWORD);
  }

  @BeforeEach
  void arrange() throws SignOnFailed {
    people = new People(server, Workspace.empty(new Organisation("acme", "Acme", null)));
    arrange(Set.of(), null);
  }

  private void arrange(Set<String> domains, @Nullable Role admits) throws SignOnFailed {
    singleSignOn.arrange(
        people.tenant(),
        TEST,
        new Arrangement(keycloak.issuer("acme"), "concordat", domains, admits),
        Keycloak.SECRET);
  }

  private UUID account(String name) {
    return server
        .part(Accounts.class)
        .create(
            people.tenant(),
            TEST,
            name + "@example.org",
            name,
            People.PASSWORD,
            List.of(new Grant(Role.AUDITOR, Set.of())));
  }

  private URI departure(Visitor visitor) {
    var answer = visitor.get("/sign-in/sso?organisation=" + people.tenant() + "&then=/history");
    assertThat(answer.statusCode()).isEqualTo(303);
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private String comeBack(Visitor visitor, String user) throws Exception {
    return path(keycloak.signIn(departure(visitor), user));
  }

  private static String path(URI back) {
    return back.getRawPath() + "?" + back.getRawQuery();
  }

  private static boolean isIn(Visitor visitor) {
    return visitor.get("/account").statusCode() == 200;
  }

  @Test
  void whoever_has_an_account_with_a_verified_address_gets_in_again_and_again() throws Exception {
    account("anna");
    for (int i = 0; i < 2; i++) {
      Visitor visitor = new Visitor(server);

      var answer = visitor.get(comeBack(visitor, "anna"));

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).contains("/history");
      assertThat(visitor.get("/account").body()).contains("anna@example.org");
    }
  }

  @Test
  void an_address_that_the_provider_has_not_verified_opens_nothing() throws Exception {
    account("bob");
    Visitor visitor = new Visitor(server);

    assertThat(visitor.get(comeBack(visitor, "bob")).statusCode()).isEqualTo(401);

    assertThat(isIn(visitor)).isFalse();
  }

  @Test
  void strangers_are_turned_away_unless_the_organisation_admits_them() throws Exception {
    Visitor stranger = new Visitor(server);
    assertThat(stranger.get(comeBack(stranger, "nora")).statusCode()).isEqualTo(401);

    arrange(Set.of("example.com"), Role.BOARD);
    Visitor elsewhere = new Visitor(server);
    assertThat(elsewhere.get(comeBack(elsewhere, "nora")).statusCode()).isEqualTo(401);

    arrange(Set.of("example.org"), Role.BOARD);
    Visitor admitted = new Visitor(server);
    assertThat(admitted.get(comeBack(admitted, "nora")).statusCode()).isEqualTo(303);
    assertThat(admitted.get("/account").body()).contains("Board").contains("nora@example.org");
    assertThat(people.signIn(new Visitor(server), "nora@example.org", "")).isEqualTo(401);
    People.forgetFailures();
  }

  @Test
  void a_person_is_known_by_the_providers_number_and_not_by_a_changed_address() throws Exception {
    UUID anna = account("anna");
    Visitor visitor = new Visitor(server);
    visitor.get(comeBack(visitor, "anna"));
    TestDatabase.shared()
        .transactions()
        .write(
            people.tenant(),
            TEST,
            sql -> sql.execute("update account set email = 'married@example.org'"));
    account("anna");

    Visitor again = new Visitor(server);
    again.get(comeBack(again, "anna"));

    assertThat(again.get("/account").body()).contains("married@example.org");

    server.part(Accounts.class).setActive(people.tenant(), TEST, anna, false);
    Visitor disabled = new Visitor(server);
    assertThat(disabled.get(comeBack(disabled, "anna")).statusCode()).isEqualTo(401);
  }

  @Test
  void an_address_that_went_to_another_person_at_the_provider_does_not_take_the_account_along()
      throws Exception {
    account("anna");
    Visitor visitor = new Visitor(server);
    visitor.get(comeBack(visitor, "anna"));
    TestDatabase.shared()
        .transactions()
        .write(
            people.tenant(),
            TEST,
            sql -> sql.execute("update external_identity set subject = 'the one before'"));

    Visitor next = new Visitor(server);

    assertThat(next.get(comeBack(next, "anna")).statusCode()).isEqualTo(401);
  }

  @Test
  void a_forged_state_is_refused() throws Exception {
    account("anna");
    Visitor visitor = new Visitor(server);
    String back = comeBack(visitor, "anna");

    assertThat(visitor.get(back.replaceAll("state=[^&]+", "state=forged")).statusCode())
        .isEqualTo(401);
    assertThat(visitor.get(back).statusCode()).as("the question is over").isEqualTo(401);
  }

  @Test
  void an_answer_that_another_browser_asked_for_is_refused() throws Exception {
    account("anna");
    Visitor mallory = new Visitor(server);
    String back = comeBack(mallory, "anna");
    Visitor victim = new Visitor(server);
    departure(victim);

    assertThat(victim.get(back).statusCode()).isEqualTo(401);
    assertThat(new Visitor(server).get(back).statusCode()).isEqualTo(401);
  }

  @Test
  void a_code_works_once_and_for_the_browser_that_asked() throws Exception {
    account("anna");
    Visitor visitor = new Visitor(server);
    String used = comeBack(visitor, "anna");
    assertThat(visitor.get(used).statusCode()).isEqualTo(303);
    assertThat(visitor.get(used).statusCode()).as("replayed").isEqualTo(401);

    Visitor first = new Visitor(server);
    String stolen = code(comeBack(first, "anna"));
    Visitor second = new Visitor(server);
    String own = comeBack(second, "nora");
    assertThat(second.get(own.replace(code(own), stolen)).statusCode())
        .as("a stolen code lacks the verifier")
        .isEqualTo(401);
    assertThat(isIn(second)).isFalse();
  }

  private static String code(String back) {
    return back.replaceAll(".*[?&]code=([^&]+).*", "$1");
  }

  @Test
  void an_answer_in_the_name_of_another_provider_is_refused() throws Exception {
    account("anna");
    Visitor visitor = new Visitor(server);
    String back = comeBack(visitor, "anna");
    assertThat(back).contains("iss=");

    assertThat(visitor.get(back.replace("realms%2Facme", "realms%2Fevil")).statusCode())
        .isEqualTo(401);
    Visitor silent = new Visitor(server);
    assertThat(silent.get(comeBack(silent, "anna").replaceAll("&iss=[^&]+", "")).statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_token_for_another_program_or_of_another_provider_or_without_our_nonce_proves_nothing()
      throws Exception {
    OpenIdProvider acme = OpenIdProvider.discover(keycloak.issuer("acme"));

    String ours = keycloak.idToken("acme", "concordat", "anna");
    assertThatThrownBy(() -> acme.verified(ours, "concordat", "nonce"))
        .isInstanceOf(SignOnFailed.class)
        .hasMessageContaining("nonce");
    String payroll = keycloak.idToken("acme", "payroll", "anna");
    assertThatThrownBy(() -> acme.verified(payroll, "concordat", "nonce"))
        .isInstanceOf(SignOnFailed.class)
        .hasMessageContaining("aud");
    String evil = keycloak.idToken("evil", "concordat", "anna");
    assertThatThrownBy(() -> acme.verified(evil, "concordat", "nonce"))
        .isInstanceOf(SignOnFailed.class);
    String unsigned = "eyJhbGciOiJub25lIn0." + ours.split("\\.", -1)[1] + ".";
    assertThatThrownBy(() -> acme.verified(unsigned, "concordat", "nonce"))
        .isInstanceOf(SignOnFailed.class);
  }

  @Test
  void the_button_is_there_where_it_leads_somewhere_and_for_nobody_else() {
    assertThat(new Visitor(server).get("/sign-in?organisation=" + people.tenant()).body())
        .contains("/sign-in/sso?organisation=" + people.tenant());
    People others = new People(server, Workspace.empty(new Organisation("else", "Else", null)));
    assertThat(new Visitor(server).get("/sign-in?organisation=" + others.tenant()).body())
        .doesNotContain("/sign-in/sso");
    assertThat(new Visitor(server).get("/sign-in").body())
        .doesNotContain("/sign-in/sso")
        .doesNotContain(people.tenant().toString());
  }

  @Test
  void an_administrator_arranges_it_on_a_page_and_the_secret_is_seen_no_more() {
    Visitor administrator = people.signedIn(people.person(Role.ADMINISTRATOR));
    var wrong =
        administrator.post(
            "/single-sign-on",
            "issuer",
            keycloak.issuer("nowhere"),
            "clientId",
            "concordat",
            "clientSecret",
            Keycloak.SECRET);
    assertThat(wrong.statusCode()).isEqualTo(422);

    var right =
        administrator.post(
            "/single-sign-on",
            "issuer",
            keycloak.issuer("acme"),
            "clientId",
            "concordat",
            "clientSecret",
            "",
            "domains",
            "Example.org",
            "admits",
            "BOARD");

    assertThat(right.statusCode()).isEqualTo(303);
    assertThat(administrator.get("/single-sign-on").body())
        .contains(keycloak.issuer("acme"))
        .contains("example.org")
        .doesNotContain(Keycloak.SECRET);
    List<String> images =
        TestDatabase.shared()
            .transactions()
            .read(
                people.tenant(),
                sql ->
                    sql.selectFrom(TRAIL)
                        .where(TRAIL.TABLE_NAME.eq("single_sign_on"))
                        .fetch(row -> row.getBefore() + " " + row.getAfter()));
    assertThat(images).isNotEmpty().noneMatch(image -> image.contains("secret"));
  }
}
