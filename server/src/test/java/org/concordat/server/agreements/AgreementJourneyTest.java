package org.concordat.server.agreements;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.concordat.core.agreements.negotiation.AgreementState.StateKind;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.agreements.SignatureVerification;
import org.concordat.formats.agreements.SignedAgreement;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.SoftPasskey;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;

/**
 * Two units on one system: one accepts a risk that hurts the other, which objects; top management
 * decides; both sides sign; what is measured is a breach.
 */
class AgreementJourneyTest {
  private static final String PATH = "/agreements/mortgages/1";

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, TwoUnits.workspace());
  private final Person owner = people.person(Role.SERVICE_OWNER);
  private final Person mortgages = people.person(Role.UNIT_HEAD, "mortgages");
  private final Person payments = people.person(Role.UNIT_HEAD, "payments");
  private final Person board = people.person(Role.BOARD);

  private Page page(Visitor visitor, int width, boolean dark) {
    return Browser.signedIn(server, visitor, width, dark);
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }

  private StateKind state() {
    return server.part(Agreements.class).all(people.tenant()).getFirst().state();
  }

  private void sign(Visitor visitor, String party) {
    SoftPasskey device = new SoftPasskey(server.address());
    visitor.post(
        "/account/passkeys",
        "name",
        "My key",
        "response",
        device.register(visitor.post("/account/passkeys/options").body()));
    String challenge =
        SoftPasskey.challenge(visitor.post(PATH + "/sign/options", "party", party).body());
    var listed = server.part(Agreements.class).all(people.tenant()).getFirst();
    assertThat(
            visitor
                .post(
                    PATH + "/sign",
                    "party",
                    party,
                    "seen",
                    String.valueOf(listed.moves()),
                    "response",
                    device.sign(challenge))
                .statusCode())
        .isEqualTo(303);
  }

  @Test
  void from_a_vision_to_a_signed_agreement_that_is_breached() {
    Visitor supply = people.signedIn(owner);
    Page it = page(supply, 1280, false);
    it.navigate("/services");
    Browser.assertGood(it, "services-empty");
    press(it, "Begin with an example");
    assertThat(it.getByText("The services are saved")).isVisible();
    Browser.assertGood(it, "services");

    it.navigate("/agreements?unit=mortgages");
    Browser.assertGood(it, "agreements-empty");
    press(it, "Draft it");
    assertThat(it.getByText("Drafted.")).isVisible();
    Browser.assertGood(it, "agreement-draft");
    it.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Write an offer"))
        .first()
        .click();
    Browser.assertGood(it, "agreement-offer");
    press(it, "Offer it to the unit");
    assertThat(state()).isEqualTo(StateKind.PROPOSED);

    Page head = page(people.signedIn(mortgages), 360, true);
    head.navigate(PATH + "/offer");
    head.locator("select[name='serve.brokering.availability']").selectOption("continuity/basic");
    assertThat(head.locator("#foreseen")).containsText("Payments");
    Browser.assertGood(head, "agreement-offer-phone-dark");
    press(head, "Offer this instead");
    head.locator("#risk-because").fill("We can work on paper for a day.");
    press(head, "Accept the risk");
    assertThat(head.getByText("The risk is accepted")).isVisible();
    Browser.assertGood(head, "agreement-risk-phone-dark");

    it.navigate(PATH);
    press(it, "Agree to the offer");
    press(it, "Open the review");
    assertThat(state()).isEqualTo(StateKind.UNDER_REVIEW);

    Page other = page(people.signedIn(payments), 1280, false);
    other.navigate(PATH);
    Browser.assertGood(other, "agreement-review");
    other.getByLabel("We object").check();
    other.locator("#answer-because").fill("Our payments stop with it.");
    press(other, "Answer");
    other.getByText("Call for top management's decision").click();
    other.getByLabel("The case for it").fill("It saves money.");
    other.getByLabel("The case against it").fill("Every payment waits.");
    press(other, "Escalate");

    Page decider = page(people.signedIn(board), 1280, true);
    decider.navigate(PATH);
    Browser.assertGood(decider, "agreement-escalated-dark");
    decider.getByLabel("These lines are raised").check();
    decider.locator("select[name='raise.brokering.availability']").selectOption("3");
    decider.locator("#decide-because").fill("Payments are our licence to operate.");
    press(decider, "Record the decision");
    assertThat(state()).isEqualTo(StateKind.DECIDED);

    it.navigate(PATH + "/offer");
    assertThat(it.getByText("Payments are our licence to operate.")).isVisible();
    it.locator("select[name='serve.brokering.availability']").selectOption("continuity/high");
    press(it, "Carry the decision out");
    it.navigate(PATH + "/versions?from=2&to=3");
    Browser.assertGood(it, "agreement-versions");

    sign(supply, "supply");
    sign(people.signedIn(mortgages), "demand");
    assertThat(state()).isEqualTo(StateKind.SIGNED_BY_BOTH);
    verifyOffline(supply);
    assertThat(supply.get(PATH + "/document.pdf").body()).startsWith("%PDF-");
    it.navigate(PATH);
    Browser.assertGood(it, "agreement-signed");
    press(it, "Put it in force");
    assertThat(state()).isEqualTo(StateKind.IN_FORCE);

    measureAnOutage();
    it.navigate(PATH + "/results");
    assertThat(it.locator(".verdict-breached").first()).isVisible();
    assertThat(it.getByText("Breached before the window ends")).isVisible();
    Browser.assertGood(it, "agreement-results");
    for (String path : List.of("/loop", "/loop/delivery", "/loop/provider", "/loop/process")) {
      it.navigate(path);
      Browser.assertGood(it, path.substring(1).replace('/', '-'));
    }
    it.navigate("/steps/mortgages");
    Browser.assertGood(it, "steps-of-unit");
    it.navigate("/agreements");
    Browser.assertGood(it, "agreements");
  }

  /** Ten hours of outage today; the first window begins with the agreement's term. */
  private void measureAnOutage() {
    Program monitor = new Program(server, people.token(owner));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    var document =
        server
            .part(Agreements.class)
            .find(people.tenant(), new AgreementKey("mortgages", 1))
            .orElseThrow()
            .dossier()
            .current();
    String target = document.targets().findFirst().orElseThrow().target().id();
    var kept =
        monitor.post(
            PATH + "/measurements",
            "{'measurements':[{'id':'o1','target':'%s','at':'%sT00:00:00Z','until':'%sT10:00:00Z'}]}"
                .formatted(target, today, today)
                .replace('\'', '"'));
    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.at("/kept")).isEqualTo("1");
  }

  /** What was signed verifies without the server, and no longer when a word of it is changed. */
  private static void verifyOffline(Visitor visitor) {
    String file = visitor.get(PATH + "/signed.json").body();
    try {
      SignedAgreement signed = SignedAgreement.read("signed.json", file);
      assertThat(SignatureVerification.of(signed, null).isSound()).isTrue();
      SignedAgreement forged =
          SignedAgreement.read("forged.json", file.replace("\"Mortgages\"", "\"Nobody\""));
      assertThat(SignatureVerification.of(forged, null).isSound()).isFalse();
    } catch (InvalidInput e) {
      throw new AssertionError(e);
    }
  }
}
