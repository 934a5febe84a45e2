package org.concordat.server.standards.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;

/**
 * A security officer follows two standards in a real browser: says what is in operation of one,
 * sees what that gives of the other and why, and reads why it is done at all.
 */
class StandardsJourneyTest {
  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());

  @Test
  void from_nothing_followed_to_a_control_that_says_why_it_is_done() {
    Visitor officer = people.officer();
    try (Page page = Browser.signedIn(server, officer, 1280, false)) {
      page.navigate("/standards");
      assertThat(heading(page, "You follow no standard yet")).isVisible();
      Browser.assertGood(page, "standards-empty");
      button(page, "Follow ITIL 4 management practices").click();
      button(page, "Follow ISO/IEC 27001:2022").click();
      assertThat(page.getByText("Followed;")).isVisible();
      Browser.assertGood(page, "standards-followed");

      page.getByRole(AriaRole.LINK, named("ITIL 4 management practices")).first().click();
      page.locator("select[name=operation]").last().selectOption("yes");
      page.getByRole(AriaRole.LINK, named("List")).click();
      page.getByLabel("GEN-03 Information security management").check();
      button(page, "Show what that would change").click();
      assertThat(heading(page, "What would be covered")).isVisible();
      assertThat(page.getByRole(AriaRole.CELL).first()).isVisible();
      Browser.assertGood(page, "standards-marking");
      button(page, "Do it").click();
      assertThat(page.getByText("Said of 1 control.")).isVisible();

      page.navigate("/scenarios?kind=have");
      page.getByLabel("We run").selectOption("itil-4");
      page.getByLabel("We ask about").selectOption("iso27001-2022");
      button(page, "Answer").click();
      assertThat(row(page, "A.5.1")).containsText("covered");
      assertThat(row(page, "A.5.1")).containsText("itil-4 GEN-03");
      Browser.assertGood(page, "scenario-have");

      page.navigate("/standards/iso27001-2022/control?id=A.5.1");
      assertThat(page.getByText("By ITIL 4 management practices GEN-03, which is in operation:"))
          .isVisible();
      assertThat(page.locator(".chain").first()).containsText("iso27001-2022-itil-4");
      String requirement = page.locator("#requirements option").first().getAttribute("value");
      page.getByLabel("Requirement", exactly()).fill(requirement);
      page.getByLabel("How well").selectOption("fully");
      button(page, "Link it").click();
      assertThat(heading(page, "Why we do this")).isVisible();
      assertThat(page.locator(".statement")).containsText("We do A.5.1 because it protects");
      Browser.assertGood(page, "standards-control");

      page.navigate("/standards/itil-4/control?id=GEN-03");
      assertThat(page.locator(".statement")).containsText("We do GEN-03 because it protects");
      assertThat(page.getByText("It covers A.5.1, of which somebody has said so.")).isVisible();
      Browser.assertGood(page, "standards-control-inherited");
    }
  }

  private static Locator row(Page page, String id) {
    return page.locator("tbody tr")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.getByText(id, new Page.GetByTextOptions().setExact(true))))
        .first();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)).first();
  }
}
