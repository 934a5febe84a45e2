package org.concordat.server.alignment.rounds.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.concordat.core.alignment.rounds.Asking;
import org.concordat.core.alignment.rounds.Stage;
import org.concordat.server.alignment.rounds.SampleRound;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;

/** A round that asks for an order, in real browsers: two judges with phones, then the officer. */
class OrderJourneyTest {
  private static final int PHONE = 360;

  private final RunningServer server = RunningServer.shared();
  private final SampleRound round = new SampleRound(server, Asking.RANKING);

  private Page signedIn(Visitor visitor, int width, boolean dark) {
    return Browser.signedIn(server, visitor, width, dark);
  }

  private static void place(Page judge, int number, String place) {
    judge.locator("#place-" + number).selectOption(place);
  }

  @Test
  void judges_put_links_in_order_and_the_officer_sees_how_far_they_agree() {
    round.to(Stage.OPEN);
    Page anna = signedIn(round.people().signedIn(round.anna()), PHONE, false);
    anna.navigate("/judge" + round.path());
    Browser.assertGood(anna, "round-order-phone");
    place(anna, 1, "1");
    place(anna, 2, "1");
    place(anna, 3, "3");
    anna.locator("form.placing button").click();
    assertThat(anna.getByRole(AriaRole.STATUS)).containsText("Your order is kept");
    assertThat(anna.locator("#place-3")).hasValue("3");

    Page ben = signedIn(round.people().signedIn(round.ben()), PHONE, true);
    ben.navigate("/judge" + round.path());
    place(ben, 1, "2");
    place(ben, 2, "1");
    ben.locator("form.placing button").click();
    Browser.assertGood(ben, "round-order-phone-dark");

    round.to(Stage.CONVERGING);
    Page officer = signedIn(round.people().officer(), 1280, false);
    officer.navigate(round.path());
    assertThat(officer.getByText("The order of all together")).isVisible();
    Browser.assertGood(officer, "round-order-closed");
    Browser.assertGood(
        signedInAt(round.people().officer(), round.path(), 1280, true), "round-order-closed-dark");
    Browser.assertGood(
        signedInAt(round.people().officer(), round.path(), PHONE, false),
        "round-order-closed-phone");

    anna.navigate("/judge" + round.path() + "/order");
    assertThat(anna.getByText("#1").first()).isVisible();
    Browser.assertGood(anna, "round-order-revised-phone");
  }

  private Page signedInAt(Visitor visitor, String path, int width, boolean dark) {
    Page page = signedIn(visitor, width, dark);
    page.navigate(path);
    return page;
  }
}
