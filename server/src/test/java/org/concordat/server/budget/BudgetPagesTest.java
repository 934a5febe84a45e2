package org.concordat.server.budget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.util.List;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.Quantity;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.standards.ProgrammeWish;
import org.concordat.server.standards.Standards;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.EntryTag;
import org.junit.jupiter.api.Test;

/** Budgets on pages: entering, searching, seeing why. */
class BudgetPagesTest {
  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());
  private final Visitor officer = people.officer();
  private final Budgets budgets = server.part(Budgets.class);

  private BudgetCase given() {
    return budgets.of(people.tenant());
  }

  private HttpResponse<String> enter(String id, String money, String serves) {
    return officer.post(
        "/budget-controls",
        "id",
        id,
        "name",
        "Name of " + id,
        "money once",
        money,
        "serves",
        serves);
  }

  @Test
  void a_control_is_entered_changed_and_removed_and_the_trail_knows() {
    assertThat(enter("mfa", "1200.5", "customer-file/confidentiality=critical").statusCode())
        .isEqualTo(303);
    BudgetControl mfa = given().control("mfa").orElseThrow();
    assertThat(mfa.outlay("money").once()).hasToString("1200.5");

    officer.post(
        "/budget-controls/mfa", "tag", EntryTag.of(mfa), "name", "Second factor", "earliest", "1");
    assertThat(given().control("mfa").orElseThrow().serves()).isEmpty();
    assertThat(officer.get("/history").body()).contains("Control to choose from");

    officer.post(
        "/budget-controls/mfa/remove", "tag", EntryTag.of(given().control("mfa").orElseThrow()));
    assertThat(given().controls()).isEmpty();
  }

  @Test
  void what_breaks_rules_is_refused_with_everything_that_is_wrong() {
    HttpResponse<String> refused = enter("mfa", "a lot", "nowhere/integrity=enormous");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("is no amount").contains("is no level of the scale");
    assertThat(enter("mfa", "1", "nowhere/integrity=critical").body())
        .contains("there is no requirement");
    assertThat(given().controls()).isEmpty();
  }

  @Test
  void nothing_is_overwritten_unseen() {
    enter("mfa", "1", "customer-file/confidentiality=critical");
    String seen = EntryTag.of(given().control("mfa").orElseThrow());
    officer.post("/budget-controls/mfa", "tag", seen, "name", "First");

    HttpResponse<String> conflict =
        officer.post("/budget-controls/mfa", "tag", seen, "name", "Second");

    assertThat(given().control("mfa").orElseThrow().name()).isEqualTo("First");
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.body()).contains("First").contains("Second");
  }

  @Test
  void a_stale_form_of_the_budgets_shows_both_versions() {
    String seen = Budgets.frameTag(given());
    officer.post(
        "/budget/frame", "tag", seen, "years", "2", "together", "best", "budgets", "money = 100");

    HttpResponse<String> conflict =
        officer.post("/budget/frame", "tag", seen, "years", "3", "together", "best", "budgets", "");

    assertThat(given().years()).isEqualTo(2);
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.body()).contains("money");
  }

  private HttpResponse<String> budgetsOfTwoYears(String lines) {
    return officer.post(
        "/budget/frame",
        "tag",
        Budgets.frameTag(given()),
        "years",
        "2",
        "together",
        "best",
        "budgets",
        lines);
  }

  @Test
  void a_budget_has_semicolons_between_years_and_may_have_decimal_commas() {
    HttpResponse<String> unclear = budgetsOfTwoYears("money = 100,200");
    budgetsOfTwoYears("money = 100,5; 200");

    assertThat(unclear.statusCode()).isEqualTo(422);
    assertThat(unclear.body()).contains("a semicolon between years");
    assertThat(given().budget("money").orElseThrow().years())
        .containsExactly(new Quantity(100_500), Quantity.of(200));
  }

  @Test
  void a_solver_that_is_not_there_is_refused() {
    SampleBudget.into(server, people);

    assertThat(officer.post("/budget/searches", "solver", "abacus").statusCode()).isEqualTo(400);
    assertThat(officer.get("/budget/plan.csv").statusCode()).isEqualTo(404);
  }

  @Test
  void who_may_read_sees_the_plan_and_changes_nothing() {
    SampleBudget.into(server, people);
    Visitor auditor = people.signedIn(people.person(Role.AUDITOR));

    assertThat(auditor.get("/budget-controls").statusCode()).isEqualTo(200);
    assertThat(auditor.post("/budget/searches").statusCode()).isEqualTo(403);
    assertThat(
            auditor.post("/budget-controls/bulk", "ids", "backup", "change", "remove").statusCode())
        .isEqualTo(403);
  }

  @Test
  void many_controls_are_changed_at_once() {
    SampleBudget.into(server, people);

    officer.post(
        "/budget-controls/bulk", "ids", "four-eyes", "ids", "second-factor", "change", "2");

    assertThat(given().control("four-eyes").orElseThrow().earliest()).isEqualTo(2);
    assertThat(given().control("second-factor").orElseThrow().earliest()).isEqualTo(2);
    assertThat(given().control("directory").orElseThrow().earliest()).isEqualTo(1);
  }

  @Test
  void the_file_that_is_taken_away_can_be_read_again_without_a_change() {
    SampleBudget.into(server, people);
    HttpResponse<String> taken = officer.get("/budget-controls/file.csv");

    assertThat(taken.body().lines().toList()).hasSize(1 + given().controls().size());
    assertThat(taken.body()).contains("money once").contains("engineer-days yearly");
    assertThat(officer.get("/budget-controls.csv").statusCode()).isEqualTo(200);
    assertThat(officer.get("/budget-controls/file.xlsx").statusCode()).isEqualTo(200);
  }

  @Test
  void what_standards_say_becomes_controls_that_serve_what_they_satisfy() {
    officer.post("/standards", "catalogue", "iso27001-2022");
    server
        .part(Standards.class)
        .save(
            people.tenant(),
            Attribution.ofServer("test"),
            List.of(
                new ProgrammeWish(
                    new RequirementLink(
                            new Requirement("customer-file", "confidentiality"),
                            new ControlRef("iso27001-2022", "A.5.1"),
                            RequirementLink.Extent.FULLY,
                            null)
                        .key(),
                    new RequirementLink(
                        new Requirement("customer-file", "confidentiality"),
                        new ControlRef("iso27001-2022", "A.5.1"),
                        RequirementLink.Extent.FULLY,
                        null),
                    EntryTag.NOTHING)));

    officer.post("/budget-controls/from-standards");

    BudgetControl taken = given().controls().getFirst();
    assertThat(taken.implementing()).isEqualTo(new ControlRef("iso27001-2022", "A.5.1"));
    assertThat(taken.serves()).hasSize(1);
    assertThat(taken.serves().getFirst().level().number()).isEqualTo(3);
  }

  @Test
  void another_organisation_sees_nothing_of_it() {
    SampleBudget.into(server, people);
    People others = new People(server, ShippedExample.archisurance());

    assertThat(budgets.of(others.tenant()).controls()).isEmpty();
    assertThat(others.officer().get("/budget-controls/four-eyes").statusCode()).isEqualTo(404);
  }

  @Test
  void an_officer_searches_the_plan_clicks_along_the_frontier_and_asks_why() {
    SampleBudget.into(server, people);
    try (Page page = Browser.signedIn(server, officer, 1280, false)) {
      page.navigate("/budget");
      button(page, "Search the best plan").click();
      assertThat(page.locator("#plan"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
      assertThat(page.locator("#plan")).containsText("this is proved");
      for (String file :
          List.of("plan.csv", "plan.xlsx", "plan.json", "frontier.csv", "frontier.xlsx")) {
        assertThat(officer.get("/budget/" + file).statusCode()).as(file).isEqualTo(200);
      }
      assertThat(officer.get("/budget/frontier.json").body()).contains("\"points\"");
      assertThat(officer.get("/budget/frontier.svg").body())
          .startsWith("<svg")
          .contains("What more money buys");
      assertThat(officer.get("/budget/plan.csv?point=1").body()).contains("directory");
      Browser.assertGood(page, "budget-plan");

      page.locator(".frontier a").nth(2).focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#plan h2")).containsText("The best plan for");
      Browser.assertGood(page, "budget-point");

      page.navigate("/budget");
      page.locator("#out tbody a").first().click();
      button(page, "What would it have to cost?").click();
      for (int i = 0; i < 120 && page.getByText("Look again").isVisible(); i++) {
        page.waitForTimeout(500);
        page.reload();
      }
      assertThat(page.locator("#why strong")).isVisible();
      Browser.assertGood(page, "budget-why");

      page.navigate("/budget-controls");
      assertThat(page.locator("tbody tr").first()).isVisible();
      Browser.assertGood(page, "budget-controls-list");
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
