package org.concordat.server.alignment.rounds.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.server.alignment.rounds.SampleRound;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.api.Test;

/** A whole round in real browsers: an officer, a judge with an account, a guest with a phone. */
class RoundJourneyTest {
  private static final int PHONE = 360;

  /** Two goals and six requirements, each with one kind of damage. */
  private static final int QUESTIONS = 8;

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());

  private Page signedIn(Visitor visitor, int width, boolean dark) {
    return Browser.signedIn(server, visitor, width, dark);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void from_the_draft_over_two_phones_to_the_agreed_value() {
    Page officer = signedIn(people.officer(), 1280, false);
    Page judge = signedIn(people.signedIn(people.person(Role.UNIT_HEAD, "claims")), PHONE, false);

    officer.navigate("/judges");
    officer.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Gina Guest");
    officer.getByLabel("Email address").fill("gina@example.org");
    officer.getByLabel("Sales").check();
    officer.locator("form[action='/judges'] button").click();
    String link = officer.locator(".notice code").textContent().replaceAll("^https?://[^/]+", "");

    officer.navigate("/rounds");
    Browser.assertGood(officer, "rounds-empty");
    officer
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New round"))
        .first()
        .click();
    officer.getByLabel("What it is called").fill("Autumn round");
    officer.getByLabel("both").check();
    officer.getByLabel("Loss of productivity").check();
    Browser.assertGood(officer, "round-new");
    button(officer, "Look").click();
    Browser.assertGood(officer, "round-new-found");
    button(officer, "Make the round").click();
    for (String name : List.of("Person 2", "Gina Guest")) {
      officer
          .locator("select[name=account]")
          .selectOption(
              officer
                  .locator("select[name=account] option:has-text('" + name + "')")
                  .getAttribute("value"));
      officer.locator("input[name=role]").fill("Head of " + name);
      button(officer, "Ask").click();
      assertThat(officer.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName(name)))
          .isVisible();
    }
    Browser.assertGood(officer, "round-draft");
    button(officer, "Open the round").click();
    assertThat(officer.getByText("2 judges have not answered all questions")).isVisible();
    Browser.assertGood(officer, "round-open");
    String round = officer.url();

    judge.navigate("/judge/rounds");
    Browser.assertGood(judge, "round-waiting-phone");
    judge.getByText("Autumn round").click();
    Browser.assertGood(judge, "round-question-phone");
    judge.getByText("Say why (not needed)").click();
    judge.getByLabel("Say why (not needed)").fill("We promise it in writing.");
    answer(judge, "critical", 1, QUESTIONS);

    Page guest = Browser.open(server, PHONE, true);
    guest.navigate(link);
    guest.locator("main button").first().click();
    guest.waitForURL("**/judge/rounds");
    guest.getByText("Autumn round").click();
    answer(guest, "None at all", 1, 1);
    answer(guest, "I don’t know", 2, 2);
    answer(guest, "critical", 3, QUESTIONS);
    assertThat(guest.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Thank you")))
        .isVisible();
    Browser.assertGood(guest, "round-done-phone-dark");

    officer.navigate(round);
    assertThat(officer.getByText("Everybody has answered all questions")).isVisible();
    button(officer, "Close the round").click();
    assertThat(officer.getByText("Do the judges agree?")).isVisible();
    assertThat(officer.locator(".ranking li").first()).containsText("none × 1");
    Browser.assertGood(officer, "round-closed");
    Assertions.assertThat(officer.locator("main").textContent()).doesNotContain("Gina");
    button(officer, "Begin the session").click();
    Browser.assertGood(officer, "round-session");
    officer
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Session").setExact(true))
        .click();
    assertThat(officer.getByText("We promise it in writing.")).isVisible();
    Browser.assertGood(officer, "round-converge");

    guest.navigate("/judge/rounds");
    guest.getByText("Autumn round").click();
    assertThat(guest.getByText("What all said")).isVisible();
    assertThat(guest.getByText("We promise it in writing.")).isVisible();
    Browser.assertGood(guest, "round-revision-phone-dark");
    answer(guest, "marginal", 1, 1);

    officer.reload();
    assertThat(officer.locator("main")).containsText("marginal × 1");
    officer.getByLabel("marginal").check();
    officer
        .getByLabel("Why", new Page.GetByLabelOptions().setExact(true))
        .fill("Half a day is bearable.");
    officer.getByLabel("Dissent").fill("One sees it graver.");
    button(officer, "Write it down").click();
    assertThat(officer.getByText("Written down.")).isVisible();
    officer.navigate(round);
    officer.locator("form[action$='/undisputed'] button").click();
    assertThat(officer.getByText("Written down.")).isVisible();
    Browser.assertGood(officer, "round-agreed");
    button(officer, "Conclude the round").click();
    assertThat(officer.getByText("The round is concluded.")).isVisible();
    officer.setViewportSize(PHONE, 900);
    Browser.assertGood(officer, "round-concluded-phone");

    officer.navigate("/");
    assertThat(officer.locator(".questions")).containsText("Alpha of the round “Autumn round”");
    Browser.assertGood(officer, "start-with-round-phone");
    Assertions.assertThat(
            Judgement.counting(
                server
                    .part(Models.class)
                    .of(people.tenant())
                    .read(model -> model.judgements(SampleRound.GOAL))))
        .isEqualTo(Level.of(2));
  }

  /** Gives one answer to some questions. */
  private static void answer(Page page, String answer, int first, int last) {
    for (int place = first; place <= last; place++) {
      button(page, answer).click();
      page.waitForURL("**?place=" + (place + 1));
    }
  }
}
