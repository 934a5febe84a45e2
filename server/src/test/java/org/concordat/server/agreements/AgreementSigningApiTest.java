package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.agreements.SignatureVerification;
import org.concordat.formats.agreements.SignedAgreement;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.SoftPasskey;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Signing over the API, by programs that hold a passkey. */
class AgreementSigningApiTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PATH = "/agreements/mortgages/1";

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, TwoUnits.workspace());
  private final Person owner = people.person(Role.SERVICE_OWNER);
  private final Person unitHead = people.person(Role.UNIT_HEAD, "mortgages");
  private final Program supply = new Program(server, people.token(owner));
  private final Program head = new Program(server, people.token(unitHead));

  private SoftPasskey passkey(Person person) {
    SoftPasskey device = new SoftPasskey(server.address());
    Visitor visitor = people.signedIn(person);
    visitor.post(
        "/account/passkeys",
        "name",
        "My key",
        "response",
        device.register(visitor.post("/account/passkeys/options").body()));
    return device;
  }

  private int seen() {
    return server.part(Agreements.class).all(people.tenant()).getFirst().moves();
  }

  private void move(Program who, String kind, String party) {
    Answer answer =
        who.post(
            PATH + "/moves",
            "{\"kind\":\"%s\",\"party\":\"%s\",\"seen\":%d}".formatted(kind, party, seen()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** Offered, agreed, and reviewed: nobody is hurt by what mortgages needs. */
  private void settle() {
    SampleServices.into(server, people.tenant());
    assertThat(supply.post("/agreements", "{\"unit\":\"mortgages\"}").status()).isEqualTo(201);
    move(supply, "propose", "supply");
    move(head, "agree", "demand");
    move(supply, "open-review", "supply");
    move(supply, "conclude-review", "supply");
  }

  /** The body that signs, of what the device answers to a challenge. */
  private static String body(SoftPasskey device, String challenge, String party, int seen) {
    return body(device.sign(challenge), party, seen);
  }

  private static String body(String assertion, String party, int seen) {
    JsonNode said = JSON.readTree(assertion);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("party", party).put("seen", seen);
    ObjectNode flat = body.putObject("assertion").put("id", said.get("id").asString());
    said.get("response").properties().forEach(each -> flat.set(each.getKey(), each.getValue()));
    return body.toString();
  }

  private Answer sign(Program who, SoftPasskey device, String party) {
    Answer asked = who.get(PATH + "/challenge");
    assertThat(asked.status()).isEqualTo(200);
    return who.post(
        PATH + "/signatures",
        body(device, asked.at("/challenge"), party, Integer.parseInt(asked.at("/seen"))));
  }

  @Test
  void both_sides_sign_by_programs_and_the_file_verifies_offline() throws InvalidInput {
    settle();
    Answer asked = supply.get(PATH + "/challenge");
    assertThat(asked.at("/version")).isEqualTo("1");
    assertThat(asked.at("/publicKey/challenge")).isEqualTo(asked.at("/challenge"));
    assertThat(asked.at("/publicKey/userVerification")).isEqualTo("required");

    assertThat(sign(supply, passkey(owner), "supply").at("/state")).isEqualTo("signed-by-one");
    assertThat(sign(head, passkey(unitHead), "demand").at("/state")).isEqualTo("signed-by-both");

    String file = people.officer().get(PATH + "/signed.json").body();
    SignedAgreement signed = SignedAgreement.read("signed.json", file);
    assertThat(SignatureVerification.of(signed, null).isSound()).isTrue();
    assertThat(signed.proofs()).hasSize(2);
    move(supply, "put-in-force", "supply");
  }

  @Test
  void a_signature_is_worth_nothing_a_second_time() {
    settle();
    SoftPasskey device = passkey(owner);
    String assertion = device.sign(supply.get(PATH + "/challenge").at("/challenge"));
    assertThat(supply.post(PATH + "/signatures", body(assertion, "supply", seen())).status())
        .isEqualTo(200);

    Answer again = supply.post(PATH + "/signatures", body(assertion, "supply", seen()));
    Answer stale = supply.post(PATH + "/signatures", body(assertion, "supply", seen() - 1));
    Answer byTheOther = head.post(PATH + "/signatures", body(assertion, "demand", seen()));

    assertThat(again.status()).as("replayed: %s", again.body()).isEqualTo(422);
    assertThat(stale.status()).as("replayed on an old sight").isEqualTo(409);
    assertThat(byTheOther.status()).as("replayed by the other side").isEqualTo(422);
    assertThat(byTheOther.places()).containsExactly("/assertion");
    assertThat(supply.get(PATH).at("/state")).isEqualTo("signed-by-one");
  }

  @Test
  void a_device_that_counts_cannot_be_replayed_even_before_the_rules_are_asked() {
    settle();
    SoftPasskey device = passkey(owner);
    device.count = 7;
    String challenge = supply.get(PATH + "/challenge").at("/challenge");
    String assertion = device.sign(challenge);
    assertThat(supply.post(PATH + "/signatures", body(assertion, "supply", seen())).status())
        .isEqualTo(200);

    Answer again = supply.post(PATH + "/signatures", body(assertion, "supply", seen()));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.places()).containsExactly("/assertion");
  }

  @Test
  void the_challenge_of_another_version_signs_nothing() {
    SampleServices.into(server, people.tenant());
    supply.post("/agreements", "{\"unit\":\"mortgages\"}");
    move(supply, "propose", "supply");
    String old = supply.get(PATH + "/challenge").at("/challenge");
    String other =
        supply
            .get(PATH)
            .json()
            .get("document")
            .toString()
            .replace("\"version\":1", "\"version\":2")
            .replace("\"title\":\"Mortgages\"", "\"title\":\"Mortgages, cheaper\"");
    Answer countered =
        head.post(
            PATH + "/moves",
            JsonNodeFactory.instance
                .objectNode()
                .put("kind", "counter")
                .put("party", "demand")
                .put("seen", seen())
                .put("document", other)
                .toString());
    assertThat(countered.status()).as(countered.body()).isEqualTo(200);
    move(supply, "agree", "supply");
    move(supply, "open-review", "supply");
    move(supply, "conclude-review", "supply");
    SoftPasskey device = passkey(owner);

    Answer refused = supply.post(PATH + "/signatures", body(device, old, "supply", seen()));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.places()).containsExactly("/assertion");
    assertThat(refused.at("/detail")).contains("version 2");
    assertThat(supply.get(PATH + "/challenge").at("/challenge")).isNotEqualTo(old);
    assertThat(sign(supply, device, "supply").at("/state")).isEqualTo("signed-by-one");
  }

  @Test
  void whoever_signs_for_no_side_gets_no_challenge_and_signs_nothing() {
    settle();
    Program payments = people.program(Role.UNIT_HEAD, "payments");
    Program auditor = people.program(Role.AUDITOR);
    SoftPasskey device = passkey(owner);
    String signed =
        body(device, supply.get(PATH + "/challenge").at("/challenge"), "demand", seen());

    assertThat(payments.get(PATH + "/challenge").status()).isEqualTo(403);
    assertThat(auditor.get(PATH + "/challenge").status()).isEqualTo(403);
    assertThat(supply.post(PATH + "/signatures", signed).status())
        .as("the other side")
        .isEqualTo(403);
    assertThat(payments.post(PATH + "/signatures", signed).status()).isEqualTo(403);
    assertThat(supply.get("/agreements/nothing/1/challenge").status()).isEqualTo(404);
    assertThat(
            supply
                .post(
                    PATH + "/signatures",
                    "{\"party\":\"supply\",\"seen\":1,\"assertion\":{\"id\":\"AQ\"}}")
                .places())
        .containsExactly(
            "/assertion/clientDataJSON", "/assertion/authenticatorData", "/assertion/signature");
  }

  @Test
  void a_version_comes_into_force_on_its_first_day_and_not_before() {
    SampleServices.into(server, people.tenant());
    LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    supply.post("/agreements", "{\"unit\":\"mortgages\",\"from\":\"%s\"}".formatted(tomorrow));
    move(supply, "propose", "supply");
    move(head, "agree", "demand");
    move(supply, "open-review", "supply");
    move(supply, "conclude-review", "supply");
    sign(supply, passkey(owner), "supply");
    sign(head, passkey(unitHead), "demand");

    Answer early =
        supply.post(
            PATH + "/moves",
            "{\"kind\":\"put-in-force\",\"party\":\"supply\",\"seen\":%d}".formatted(seen()));

    assertThat(early.status()).isEqualTo(422);
    assertThat(early.at("/detail")).contains(tomorrow.toString());
  }
}
