package org.concordat.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.accounts.Links;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
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
    button(page, "Go in").click();
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
    button(page, "Save the changed cells").click();
    Browser.assertGood(page, "impacts-goals");

    page.navigate("/impacts?q=claim");
    Locator cell = page.locator(".matrix select").first();
    String name = String.valueOf(cell.getAttribute("name"));
    String judged = name.substring(name.indexOf('|') + 1, name.lastIndexOf('|'));
    cell.focus();
    page.keyboard().press("2");
    button(page, "Save the changed cells").click();
    assertThat(page.getByText("scores moved")).isVisible();
    Browser.assertGood(page, "impacts");

    page.navigate("/priorities/" + judged);
    assertThat(heading(page, "Why")).isVisible();
    assertThat(page.getByText("Pay claims within a day").first()).isVisible();
    Browser.assertGood(page, "explanation");

    page.navigate("/priorities");
    assertThat(page.locator("tbody td:nth-child(3) .level-3").first()).isVisible();
    Browser.assertGood(page, "priorities");

    page.navigate("/impacts?q=claim");
    page.locator(".matrix select[name^='level|" + judged + "|']").first().selectOption("3");
    button(page, "Save the changed cells").click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What moved")).click();
    assertThat(page.locator("tbody tr").first()).containsText("critical");
    Browser.assertGood(page, "what-moved");

    page.getByText("Take this action back").click();
    button(page, "Take it back").click();
    assertThat(page.getByText("Taken back")).isVisible();
    Browser.assertGood(page, "history");
    page.navigate("/priorities");
    assertThat(page.locator("tbody td:nth-child(3) .level-5")).hasCount(0);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)).first();
  }
}
