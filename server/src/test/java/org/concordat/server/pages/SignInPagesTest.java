package org.concordat.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Set;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.concordat.server.identity.accounts.Links;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.AuthenticatorApp;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Signing in, in a real browser: with a passkey of a device that it simulates, with codes, by a
 * link.
 */
class SignInPagesTest {
  private static final Attribution TEST = Attribution.ofServer("test");

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());

  /** A device with a finger on it, as Chromium's developer tools simulate one. */
  private static void withDevice(Page page) {
    CDPSession tools = page.context().newCDPSession(page);
    tools.send("WebAuthn.enable");
    JsonObject device = new JsonObject();
    device.addProperty("protocol", "ctap2");
    device.addProperty("transport", "internal");
    device.addProperty("hasResidentKey", true);
    device.addProperty("hasUserVerification", true);
    device.addProperty("isUserVerified", true);
    device.addProperty("automaticPresenceSimulation", true);
    JsonObject options = new JsonObject();
    options.add("options", device);
    tools.send("WebAuthn.addVirtualAuthenticator", options);
  }

  private void signIn(Page page, Person person) {
    page.navigate("/sign-in?organisation=" + people.tenant());
    page.getByLabel("Email address").fill(person.email());
    page.getByLabel("Password").fill(People.PASSWORD);
    button(page, "Sign in").click();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static void signOut(Page page) {
    page.locator("details.account > summary").click();
    button(page, "Sign out").click();
    assertThat(heading(page, "Sign in")).isVisible();
  }

  @ParameterizedTest
  @CsvSource({"1280, false", "360, true"})
  void a_passkey_is_made_on_the_account_page_and_signs_in_alone(int width, boolean dark) {
    String suffix = dark ? "-phone-dark" : "";
    Person anna = people.person(Role.SECURITY_OFFICER);
    try (Page page = Browser.open(server, width, dark)) {
      withDevice(page);
      signIn(page, anna);
      page.navigate("/account");
      page.getByLabel("Name of the new passkey").fill("My laptop");
      button(page, "Add a passkey").click();
      assertThat(heading(page, "Your recovery codes")).isVisible();
      assertThat(page.locator(".codes li")).hasCount(10);
      Browser.assertGood(page, "recovery-codes" + suffix);
      page.getByText("I have kept them").click();
      assertThat(page.getByText("My laptop", new Page.GetByTextOptions().setExact(true)))
          .isVisible();
      Browser.assertGood(page, "account-with-passkey" + suffix);

      signOut(page);
      button(page, "Sign in with a passkey").click();
      assertThat(page.locator("details.account > summary")).containsText(anna.name());
      page.navigate("/account");
      assertThat(page.getByText("last used")).isVisible();

      signOut(page);
      signIn(page, anna);
      assertThat(heading(page, "One more step")).isVisible();
      Browser.assertGood(page, "second-step-passkey" + suffix);
      button(page, "Use a passkey").click();
      assertThat(page.locator("details.account > summary")).containsText(anna.name());

      page.navigate("/account");
      page.getByLabel("Remove the passkey My laptop").click();
      assertThat(page.getByText("The passkey is removed")).isVisible();
      signOut(page);
      button(page, "Sign in with a passkey").click();
      assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
      People.forgetFailures();
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, false", "360, true"})
  void an_app_is_set_up_from_its_picture_or_text_and_asked_for(int width, boolean dark) {
    String suffix = dark ? "-phone-dark" : "";
    Person bert = people.person(Role.AUDITOR);
    try (Page page = Browser.open(server, width, dark)) {
      signIn(page, bert);
      page.navigate("/account");
      button(page, "Set up an app").click();
      assertThat(page.locator("svg.qr")).isVisible();
      AuthenticatorApp app = new AuthenticatorApp(page.locator("code.secret").innerText());
      page.getByLabel("The code that the app shows now").fill("000000");
      button(page, "Confirm").click();
      Browser.assertGood(page, "app-wrong" + suffix);
      page.getByLabel("The code that the app shows now").fill(app.previous());
      button(page, "Confirm").click();
      assertThat(heading(page, "Your recovery codes")).isVisible();
      page.getByText("I have kept them").click();

      signOut(page);
      signIn(page, bert);
      page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill("000000");
      button(page, "Sign in").click();
      Browser.assertGood(page, "second-step" + suffix);
      page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill(app.present());
      button(page, "Sign in").click();
      assertThat(page.locator("details.account > summary")).containsText(bert.name());
      People.forgetFailures();
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, false", "360, true", "360, false"})
  void a_guest_judges_on_a_phone_from_a_link_to_the_thanks(int width, boolean dark) {
    String suffix = (width == 360 ? "-phone" : "") + (dark ? "-dark" : "");
    String unit =
        server.part(Models.class).of(people.tenant()).read(Snapshot::units).getFirst().name();
    try (Page officer = Browser.open(server, 1280, false);
        Page page = Browser.open(server, width, dark)) {
      signIn(officer, people.person(Role.SECURITY_OFFICER));
      officer.navigate("/judges");
      officer.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Hanna Head");
      officer.getByLabel("Email address").fill("hanna" + suffix + "@example.org");
      officer.getByLabel(unit, new Page.GetByLabelOptions().setExact(true)).check();
      button(officer, "Make a judging link").click();
      Browser.assertGood(officer, "judges-link" + suffix);
      String link = officer.locator(".notice code").innerText();

      page.navigate(link);
      assertThat(page.getByText("Hanna Head")).isVisible();
      Browser.assertGood(page, "judging-start" + suffix);
      button(page, "Start").click();
      assertThat(page.getByText("Question 1 of")).isVisible();
      Browser.assertGood(page, "judging-question" + suffix);
      page.getByText("Say why (not needed)").click();
      page.locator("textarea").fill("It happened last year.");
      page.locator(".big-choices button").nth(1).click();
      assertThat(page.getByText("Question 2 of")).isVisible();
      page.getByText("I don’t know").click();
      assertThat(page.getByText("Question 3 of")).isVisible();
      page.getByText("Back", new Page.GetByTextOptions().setExact(true)).click();
      page.getByText("Back", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.getByText("your answer")).isVisible();
      Browser.assertGood(page, "judging-answered" + suffix);

      page.navigate("/judge?n=100000");
      assertThat(heading(page, "Thank you")).isVisible();
      Browser.assertGood(page, "judging-thanks" + suffix);
    }
  }

  @Test
  void the_people_page_shows_guests_and_second_factors() {
    Person both =
        people.person(
            List.of(
                new Grant(Role.SECURITY_OFFICER, Set.of()),
                new Grant(Role.ADMINISTRATOR, Set.of())));
    String link = server.part(Links.class).reset(people.tenant(), TEST, both.account());
    try (Page page = Browser.open(server, 360, true)) {
      withDevice(page);
      page.navigate("/welcome/" + link);
      Browser.assertGood(page, "welcome-phone-dark");
      signIn(page, both);
      page.navigate("/account");
      page.getByLabel("Name of the new passkey").fill("Key");
      button(page, "Add a passkey").click();
      assertThat(heading(page, "Your recovery codes")).isVisible();
      page.navigate("/people");
      assertThat(page.getByText("second factor").first()).isVisible();
      Browser.assertGood(page, "people-factors-phone-dark");
    }
  }
}
