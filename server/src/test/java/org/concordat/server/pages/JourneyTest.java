package org.concordat.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.accounts.Links;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;

/**
 * The first hour of a security officer in a real browser: sign up, import, state a vision, judge,
 * see priorities, ask why, change one thing, see what moved.
 */
class JourneyTest {
  private final RunningServer server = RunningServer.shared();
  private final People people =
      new People(server, Workspace.empty(new Organisation("acme", "Acme Insurance", null)));

  @Test
  void from_an_empty_organisation_to_an_explained_priority_and_what_moved_it() {
    String link =
        server.part(Links.class).administrator(people.tenant(), Attribution.ofServer("test"));
    Page page = Browser.open(server, 1280, false);

    page.navigate("/welcome/" + link);
    Browser.assertGood(page, "welcome");
    page.getByLabel("Email address").fill("olga@example.org");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Olga Officer");
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(People.PASSWORD);
    page.getByLabel("The same password again").fill(People.PASSWORD);
    button(page, "Create my account").click();
    assertThat(heading(page, "The first five minutes")).isVisible();
    Browser.assertGood(page, "home-empty");

    page.navigate("/import");
    Browser.assertGood(page, "import");
    page.getByLabel("File")
        .setInputFiles(Path.of("../examples/archisurance/source/archisurance-3.1.archimate"));
    button(page, "Show what would change").click();
    assertThat(page.getByText("No longer in the file")).isVisible();
    Browser.assertGood(page, "import-preview");
    button(page, "Import").click();
    assertThat(page.getByText("Imported; no score moved.")).isVisible();
    Browser.assertGood(page, "import-done");
    page.getByText("To the assets").click();
    Browser.assertGood(page, "assets");

    page.navigate("/vision");
    Locator add = page.locator("form[action='/vision']");
    add.getByLabel("Name").fill("Claims");
    add.getByLabel("Value discipline").selectOption("OPERATIONAL_EXCELLENCE");
    add.getByRole(AriaRole.BUTTON).click();
    Locator goal = page.locator("form[action='/vision/claims/goals']");
    goal.getByLabel("Goal").fill("Pay claims within a day");
    goal.getByLabel("Importance").selectOption("3");
    goal.getByRole(AriaRole.BUTTON).click();
    assertThat(heading(page, "Pay claims within a day")).isVisible();
    Browser.assertGood(page, "vision-unit");

    page.navigate("/factors");
    page.locator("input[name=factors]").first().check();
    button(page, "Take the ticked ones").click();
    Browser.assertGood(page, "factors");

    page.navigate("/impacts/goals");
    page.locator(".matrix select[name$='|pay-claims-within-a-day']").first().focus();
    page.keyboard().press("3");
    assertThat(page.locator("#moved")).containsText("Saved.");
    Browser.assertGood(page, "impacts-goals");

    page.navigate("/impacts?q=claim");
    Locator cell = page.locator(".matrix select").first();
    String name = String.valueOf(cell.getAttribute("name"));
    String judged = name.substring(name.indexOf('|') + 1, name.lastIndexOf('|'));
    cell.focus();
    page.keyboard().press("2");
    assertThat(page.locator("#moved")).containsText("scores moved");
    assertThat(cell).isFocused();
    Browser.assertGood(page, "impacts");

    page.navigate("/priorities/" + judged);
    assertThat(heading(page, "Why")).isVisible();
    assertThat(page.getByText("Pay claims within a day").first()).isVisible();
    Browser.assertGood(page, "explanation");

    page.navigate("/priorities");
    assertThat(page.locator("tbody .level-3").first()).isVisible();
    Browser.assertGood(page, "priorities-first");

    page.navigate("/impacts?q=claim");
    page.locator(".matrix select[name^='level|" + judged + "|']").first().selectOption("3");
    assertThat(page.locator("#moved .level-5").first()).isVisible();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Look or take back")).click();
    assertThat(page.locator("tbody tr").first()).containsText("critical");
    Browser.assertGood(page, "what-moved");

    page.getByText("Take this action back").click();
    button(page, "Take it back").click();
    assertThat(page.getByText("Taken back")).isVisible();
    Browser.assertGood(page, "history");
    page.navigate("/priorities");
    assertThat(page.locator("tbody td[data-label='Priority'] .level-5")).hasCount(0);
  }

  @Test
  void from_nothing_to_a_first_priority_in_five_steps_by_keyboard_alone() {
    People founders =
        new People(server, Workspace.empty(new Organisation("nova", "Nova", "insurance")));
    Page page = signedIn(founders, 1280);

    page.navigate("/");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Begin")).focus();
    page.keyboard().press("Enter");
    page.getByLabel("Goal", new Page.GetByLabelOptions().setExact(true)).focus();
    page.keyboard().type("Pay claims within a day");
    page.keyboard().press("Tab");
    page.keyboard().type("Claims");
    Browser.assertGood(page, "first-goal");
    page.keyboard().press("Enter");

    page.getByLabel("Late settlement").focus();
    page.keyboard().press("Space");
    Browser.assertGood(page, "first-factors");
    button(page, "Take the ticked ones").focus();
    page.keyboard().press("Enter");

    page.getByLabel("One thing on each line").focus();
    page.keyboard().insertText("claims database\nsalary records");
    Browser.assertGood(page, "first-assets");
    button(page, "Continue").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("select[name='type.1'] option:not([value=''])").first())
        .containsText("Income");
    assertThat(page.locator("select[name='kind.0']")).hasValue("TECHNICAL");
    assertThat(page.locator("select[name='kind.1']")).hasValue("INFORMATION");
    Browser.assertGood(page, "first-assets-suggested");
    button(page, "Add them").focus();
    page.keyboard().press("Enter");

    assertThat(heading(page, "What would its loss do?")).isVisible();
    Browser.assertGood(page, "first-rating");
    // Nobody judges by leaving things as they are.
    page.getByLabel("How much of it?").focus();
    assertThat(page.getByLabel("How much of it?")).hasValue("");
    page.keyboard().press("ArrowDown");
    page.getByLabel("And how much would that hurt").focus();
    page.keyboard().press("ArrowDown");
    button(page, "Show my first priority").focus();
    page.keyboard().press("Enter");

    assertThat(heading(page, "Your first priority, and why")).isVisible();
    assertThat(page.locator("main")).containsText("Pay claims within a day");
    assertThat(page.locator("main")).containsText("claims database");
    Browser.assertGood(page, "first-priority");

    page.navigate("/");
    assertThat(page.locator(".ranking li").first()).containsText("Late settlement");
    assertThat(heading(page, "The first five minutes")).isHidden();
  }

  @Test
  void a_table_is_searched_sorted_and_walked_by_keyboard_without_loading_the_page_anew() {
    People insurers = new People(server, ShippedExample.archisurance());
    Page page = signedIn(insurers, 1280);

    page.navigate("/assets?page=1");
    page.evaluate("window.sameDocument = true");
    page.keyboard().press("/");
    page.keyboard().type("claim");
    assertThat(page.locator(".chip")).containsText("claim");
    page.waitForURL("**/assets?q=claim");
    page.locator("#sort-assets-name").click();
    page.waitForURL("**/assets?q=claim&sort=name");
    page.locator("#sort-assets-name").click();
    page.waitForURL("**/assets?q=claim&sort=-name");
    assertThat(page.locator("th[aria-sort='descending']")).hasCount(1);
    Assertions.assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);

    page.locator("body").press("j");
    page.keyboard().press("j");
    page.keyboard().press("x");
    assertThat(page.locator("[data-ticked-of]")).hasText("(1)");
    assertThat(page.locator("tbody tr:nth-child(2) th a")).isFocused();

    page.keyboard().press("Control+k");
    page.keyboard().type("heat");
    assertThat(page.locator("#jump .found a").first()).containsText("Heat map");
    Browser.assertGood(page, "jump");
    page.keyboard().press("Enter");
    page.waitForURL("**/pictures/heat");

    page.keyboard().press("?");
    assertThat(page.locator("#keys")).isVisible();
    Browser.assertGood(page, "keys");
    page.keyboard().press("Escape");

    page.navigate("/assets");
    page.waitForURL("**/assets?q=claim&sort=-name");
    assertThat(page.locator(".chip")).containsText("claim");
  }

  private Page signedIn(People people, int width) {
    Visitor officer = people.officer();
    return Browser.signedIn(server, officer, width, false);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)).first();
  }
}
