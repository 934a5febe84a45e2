package org.concordat.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.SoftPasskey;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Passkeys against a browser and a device that lie. */
class PasskeyTest {
  private static final Attribution TEST = Attribution.ofServer("test");

  private final RunningServer server = RunningServer.shared();
  private final People people =
      new People(server, Workspace.empty(new Organisation("acme", "Acme", null)));
  private final Person anna = people.person(Role.SECURITY_OFFICER);

  @AfterEach
  void forget() {
    People.forgetFailures();
  }

  private SoftPasskey device() {
    return new SoftPasskey(server.address());
  }

  private static int register(Visitor visitor, SoftPasskey device) {
    String options = visitor.post("/account/passkeys/options").body();
    return visitor
        .post("/account/passkeys", "name", "My key", "response", device.register(options))
        .statusCode();
  }

  /** A device that is registered for somebody. */
  private SoftPasskey deviceOf(Person person) {
    SoftPasskey device = device();
    assertThat(register(people.signedIn(person), device)).isEqualTo(200);
    return device;
  }

  private static String challenge(Visitor visitor) {
    return SoftPasskey.challenge(visitor.post("/sign-in/passkey/options").body());
  }

  private static int signIn(Visitor visitor, String answer) {
    return visitor.post("/sign-in/passkey", "response", answer).statusCode();
  }

  private static boolean isIn(Visitor visitor) {
    return visitor.get("/account").statusCode() == 200;
  }

  @Test
  void a_passkey_signs_in_without_email_and_password_into_the_right_organisation() {
    SoftPasskey device = deviceOf(anna);
    Visitor visitor = new Visitor(server);

    assertThat(signIn(visitor, device.sign(challenge(visitor)))).isEqualTo(303);

    assertThat(visitor.get("/account").body()).contains(anna.email()).contains("last used");
  }

  @Test
  void an_answer_that_somebody_has_seen_is_of_no_use() {
    SoftPasskey device = deviceOf(anna);
    Visitor visitor = new Visitor(server);
    String answer = device.sign(challenge(visitor));
    assertThat(signIn(visitor, answer)).isEqualTo(303);

    assertThat(signIn(visitor, answer)).isEqualTo(401);
    Visitor thief = new Visitor(server);
    challenge(thief);
    assertThat(signIn(thief, answer)).isEqualTo(401);
    assertThat(isIn(thief)).isFalse();
  }

  @Test
  void a_challenge_works_once_even_when_the_first_answer_was_wrong() {
    SoftPasskey device = deviceOf(anna);
    Visitor visitor = new Visitor(server);
    String challenge = challenge(visitor);
    assertThat(signIn(visitor, "{}")).isEqualTo(401);

    assertThat(signIn(visitor, device.sign(challenge))).isEqualTo(401);
  }

  @Test
  void a_challenge_that_was_not_asked_is_refused() {
    SoftPasskey device = deviceOf(anna);
    Visitor visitor = new Visitor(server);
    challenge(visitor);

    assertThat(signIn(visitor, device.sign("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")))
        .isEqualTo(401);
  }

  @Test
  void an_answer_that_was_given_to_another_site_is_refused() {
    SoftPasskey device = deviceOf(anna);
    Visitor visitor = new Visitor(server);

    device.origin = URI.create("https://concordat.evil.example");
    assertThat(signIn(visitor, device.sign(challenge(visitor)))).isEqualTo(401);

    device.origin = server.address();
    device.relyingParty = "evil.example";
    assertThat(signIn(visitor, device.sign(challenge(visitor)))).isEqualTo(401);

    device.relyingParty = "localhost";
    assertThat(signIn(visitor, device.sign(challenge(visitor)))).isEqualTo(303);
  }

  @Test
  void a_passkey_that_claims_to_be_somebody_elses_is_refused() {
    SoftPasskey victim = deviceOf(anna);
    SoftPasskey mallory = deviceOf(people.person(Role.ADMINISTRATOR));
    Visitor visitor = new Visitor(server);

    assertThat(signIn(visitor, mallory.signAs(victim, challenge(visitor)))).isEqualTo(401);

    People others = new People(server, Workspace.empty(new Organisation("else", "Else", null)));
    SoftPasskey stranger = device();
    assertThat(register(others.signedIn(others.person(Role.AUDITOR)), stranger)).isEqualTo(200);
    assertThat(signIn(visitor, stranger.signAs(victim, challenge(visitor)))).isEqualTo(401);
  }

  @Test
  void a_counter_that_goes_back_betrays_a_copy() {
    SoftPasskey device = device();
    device.count = 7;
    assertThat(register(people.signedIn(anna), device)).isEqualTo(200);
    Visitor visitor = new Visitor(server);

    device.count = 9;
    assertThat(signIn(visitor, device.sign(challenge(visitor)))).isEqualTo(303);
    for (int count : new int[] {9, 8, 0}) {
      device.count = count;
      Visitor copy = new Visitor(server);
      assertThat(signIn(copy, device.sign(challenge(copy)))).as("count " + count).isEqualTo(401);
    }
    device.count = 10;
    assertThat(signIn(visitor, device.sign(challenge(visitor)))).isEqualTo(303);
  }

  @Test
  void a_device_that_has_not_checked_its_user_is_refused() {
    SoftPasskey device = device();
    device.verifiesUser = false;
    assertThat(register(people.signedIn(anna), device)).isEqualTo(303);
    Visitor visitor = new Visitor(server);
    assertThat(signIn(visitor, device.sign(challenge(visitor)))).isEqualTo(401);

    SoftPasskey checked = deviceOf(anna);
    checked.verifiesUser = false;
    assertThat(signIn(visitor, checked.sign(challenge(visitor)))).isEqualTo(401);
  }

  @Test
  void a_passkey_is_registered_for_this_site_and_this_question_alone() {
    Visitor visitor = people.signedIn(anna);
    SoftPasskey device = device();
    device.origin = URI.create("https://evil.example");
    assertThat(register(visitor, device)).isEqualTo(303);

    SoftPasskey second = device();
    String options = visitor.post("/account/passkeys/options").body();
    String answer = second.register(options);
    assertThat(visitor.post("/account/passkeys", "name", "A", "response", answer).statusCode())
        .isEqualTo(200);
    visitor.post("/account/passkeys/options");
    assertThat(visitor.post("/account/passkeys", "name", "B", "response", answer).statusCode())
        .as("the same answer again")
        .isEqualTo(303);
    assertThat(visitor.get("/account").body()).doesNotContain("<strong>B</strong>");
  }

  @Test
  void a_challenge_for_signing_in_registers_nothing() {
    Visitor visitor = people.signedIn(anna);
    SoftPasskey device = device();
    String options = visitor.post("/account/passkeys/options").body();
    String asked = challenge(visitor);
    String answer = device.register(options.replace(SoftPasskey.challenge(options), asked));

    visitor.post("/account/passkeys", "name", "Mine", "response", answer);

    assertThat(visitor.get("/account").body()).doesNotContain("<strong>Mine</strong>");
  }

  @Test
  void a_password_alone_no_longer_opens_an_account_with_a_passkey_but_both_do() {
    SoftPasskey device = deviceOf(anna);
    SoftPasskey mallory = deviceOf(people.person(Role.AUDITOR));
    Visitor visitor = new Visitor(server);
    people.signIn(visitor, anna.email(), People.PASSWORD);
    assertThat(isIn(visitor)).isFalse();

    String options = visitor.post("/sign-in/second/passkey/options").body();
    String wrong = mallory.sign(SoftPasskey.challenge(options));
    assertThat(visitor.post("/sign-in/second/passkey", "response", wrong).statusCode())
        .isEqualTo(401);
    options = visitor.post("/sign-in/second/passkey/options").body();
    String right = device.sign(SoftPasskey.challenge(options));
    assertThat(visitor.post("/sign-in/second/passkey", "response", right).statusCode())
        .isEqualTo(303);

    assertThat(isIn(visitor)).isTrue();
  }

  @Test
  void a_removed_passkey_and_a_disabled_account_are_out() {
    SoftPasskey device = deviceOf(anna);
    Visitor visitor = new Visitor(server);
    signIn(visitor, device.sign(challenge(visitor)));
    String body = visitor.get("/account").body();
    String remove =
        body.replaceAll("(?s).*action=\"(/account/passkeys/[0-9a-f-]+/remove)\".*", "$1");

    visitor.post(remove);

    assertThat(signIn(visitor, device.sign(challenge(visitor)))).isEqualTo(401);
    assertThat(people.signIn(new Visitor(server), anna.email(), People.PASSWORD)).isEqualTo(303);

    Person leaver = people.person(Role.AUDITOR);
    SoftPasskey theirs = deviceOf(leaver);
    server.part(Accounts.class).setActive(people.tenant(), TEST, leaver.account(), false);
    Visitor gone = new Visitor(server);
    assertThat(signIn(gone, theirs.sign(challenge(gone)))).isEqualTo(401);
  }

  @Test
  void nobody_removes_a_passkey_of_somebody_else() {
    SoftPasskey device = deviceOf(anna);
    Visitor visitor = new Visitor(server);
    signIn(visitor, device.sign(challenge(visitor)));
    String remove =
        visitor
            .get("/account")
            .body()
            .replaceAll("(?s).*action=\"(/account/passkeys/[0-9a-f-]+/remove)\".*", "$1");

    people.signedIn(people.person(Role.ADMINISTRATOR)).post(remove);

    assertThat(signIn(visitor, device.sign(challenge(visitor)))).isEqualTo(303);
  }

  @Test
  void texts_that_are_no_answer_are_refused_calmly() {
    Visitor visitor = new Visitor(server);
    for (String text :
        new String[] {
          "", "{", "null", "[]", "{\"id\":1}", "{\"response\":{}}", "x".repeat(9_000)
        }) {
      challenge(visitor);
      assertThat(signIn(visitor, text)).as(text).isEqualTo(401);
      People.forgetFailures();
    }
  }
}
