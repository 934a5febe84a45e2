package org.concordat.server.deciding;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.classic.ClassicTable;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Edits;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.junit.jupiter.api.Test;

/**
 * In a real browser: ask "what if" on a page, see at once what moves, propose it, and have somebody
 * else decide; and what happens when others were faster.
 */
class DecidingJourneyTest {
  private static final Requirement PROCESS = new Requirement("claims-process", "availability");

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());
  private final Visitor olga = people.officer();
  private final Visitor otto = people.officer();

  private Page window(Visitor visitor, int width, boolean dark) {
    return Browser.signedIn(server, visitor, width, dark);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator summary(Page page, String text) {
    return page.locator("summary").getByText(text, new Locator.GetByTextOptions().setExact(true));
  }

  private double need() {
    return server.part(Models.class).of(people.tenant()).read(model -> model.need(PROCESS));
  }

  /** Starts a draft on the page of an asset and lowers the level of its link. */
  private static void askWhatIf(Page page) {
    page.navigate("/assets/claims-process");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What if ..."))
        .first()
        .click();
    Browser.assertGood(page, "what-if-start");
    button(page, "Start").click();
    assertThat(page.locator(".ahead")).containsText("you see here at once");
    page.locator("#quick-0").selectOption("2");
    assertThat(page.locator(".ahead")).containsText("2 scores move");
  }

  @Test
  void the_own_table_levels_properties_and_names_are_tried_out_on_the_draft() {
    Page page = window(olga, 1280, false);
    page.navigate("/drafts/start?about=settings");
    button(page, "Start").click();
    page.locator("details.own-matrix > summary").click();
    page.locator("input[name=along][value=matrix]").check();
    page.locator("select[name='cell.3.3']").selectOption("2");
    page.locator("form:has(input[name=along]) button").click();
    assertThat(page.locator(".ahead")).containsText("2 scores move");
    page.getByText("Names", new Page.GetByTextOptions().setExact(true)).click();
    page.locator("#thing").selectOption("unit:sales");
    page.locator("#new-name").fill("Markets");
    page.locator("form:has(#new-name) button").click();
    assertThat(page.locator("#draft")).containsText("Markets");
    Browser.assertGood(page, "what-if-own-table");
    Page phone = window(olga, 360, true);
    phone.navigate(page.url());
    Browser.assertGood(phone, "what-if-own-table-phone-dark");
  }

  @Test
  void units_and_how_needs_are_passed_on_are_tried_out_on_the_draft() {
    Page page = window(olga, 1280, false);
    page.navigate("/drafts/start");
    page.getByLabel("What do you want to find out?").fill("Pensions for themselves");
    button(page, "Start").click();
    page.getByText("Levels and dependencies of an asset").first().click();
    page.locator("#asset-focus").fill("Handle claim");
    button(page, "Show").click();
    page.getByText("How needs are passed on to Claims database").click();
    page.locator("details.passing input[value=own]").check();
    page.locator("details.passing select[name='pair.availability']").selectOption("integrity");
    page.locator("#group-passing-0").fill("stores");
    page.locator("details.passing button").click();
    assertThat(page.locator(".ahead")).containsText("2 scores move");
    assertThat(page.locator("#draft")).containsText("stores");

    summary(page, "Units").click();
    page.locator("#new-unit-name").fill("Pensions");
    page.locator("form:has(#new-unit-name) button").click();
    assertThat(page.locator("#draft")).containsText("Unit Pensions");
    summary(page, "Units").click();
    page.locator("#goal-of-unit").selectOption("more-sales");
    page.locator("#goal-unit").selectOption("pensions");
    page.locator("form:has(#goal-unit) button").click();
    assertThat(page.locator(".ahead"))
        .containsText("1 requirement shows another level for a unit alone");
    Browser.assertGood(page, "what-if-units");
    page.getByText("How needs are passed on to Claims database").click();
    Browser.assertGood(page, "what-if-passing");
    Page phone = window(olga, 360, true);
    String address = page.url().replaceFirst("[?].*", "") + "?about=asset:claims-process";
    phone.navigate(address);
    phone.getByText("How needs are passed on to Claims database").click();
    Browser.assertGood(phone, "what-if-passing-phone-dark");
    for (Page german : List.of(phone, page)) {
      Cookie language = new Cookie("language", "de");
      german.context().addCookies(List.of(language.setUrl(server.address().toString())));
      german.navigate(address);
      assertThat(german.locator("html")).hasAttribute("lang", "de");
      german.locator("details.passing > summary").first().click();
      Browser.assertGood(german, german == phone ? "what-if-phone-german" : "what-if-german");
    }
  }

  @Test
  void what_is_known_is_taken_away_for_programs_too() {
    for (String list : List.of("/sensitivity", "/classic", "/classic/assets", "/reviews")) {
      var file = olga.get(list + ".json");
      Assertions.assertThat(file.statusCode()).as(list).isEqualTo(200);
      Assertions.assertThat(file.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/json");
      Assertions.assertThat(file.body()).startsWith("[").endsWith("]");
      Assertions.assertThat(olga.get(list + ".csv").statusCode()).isEqualTo(200);
    }
    Assertions.assertThat(olga.get("/sensitivity.json").body())
        .contains("{\"judgement\":")
        .contains("\"moved\":");
  }

  @Test
  void from_what_if_to_what_somebody_else_approved() {
    String address;
    try (Page page = window(olga, 1280, false)) {
      askWhatIf(page);
      assertThat(page.locator(".ahead")).containsText("marginal");
      assertThat(page.locator(".ahead")).containsText("Settle within a day");
      Browser.assertGood(page, "what-if-draft");
      Assertions.assertThat(need()).isEqualTo(1);

      button(page, "Share by link").click();
      address = page.getByLabel("Link for others who read the model").inputValue();
      page.getByLabel("Why should it be so?").fill("The second site takes over");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Propose").setExact(true))
          .click();
      assertThat(page.getByText("Somebody else decides. Until then")).isVisible();
      Browser.assertGood(page, "what-if-proposed");
      assertThat(button(page, "Approve and apply")).hasCount(0);
    }

    try (Page page = window(otto, 1280, true)) {
      page.navigate("/drafts");
      Browser.assertGood(page, "what-if-list");
      page.navigate(address.replaceFirst("https?://[^/]+", ""));
      assertThat(page.getByText("The second site takes over")).isVisible();
      page.getByLabel("What do you say to it?").fill("Agreed");
      Browser.assertGood(page, "what-if-decide-dark");
      button(page, "Approve and apply").click();
      assertThat(page.getByText("Approved; the changes hold.")).isVisible();
      Browser.assertGood(page, "what-if-approved");
    }
    Assertions.assertThat(need()).isEqualTo(2.0 / 3);
  }

  @Test
  void who_was_slower_settles_the_conflict_on_top_of_today() {
    try (Page page = window(olga, 360, false)) {
      page.navigate("/drafts/start?about=asset:claims-process");
      button(page, "Start").click();
      page.locator("#quick-0").selectOption("gone");
      assertThat(page.locator(".ahead")).containsText("2 scores move");
      Browser.assertGood(page, "what-if-phone");

      somebodyElseJudges(Level.of(1));
      page.reload();
      assertThat(page.locator("#draft"))
          .containsText("Others have changed what this draft changes");
      Browser.assertGood(page, "what-if-conflict");
      Assertions.assertThat(button(page, "Propose").count()).isZero();
      button(page, "Keep mine").click();

      assertThat(page.locator(".ahead")).containsText("2 scores move");
      assertThat(page.locator("#draft")).not().containsText("Others have changed");
    }
  }

  private void somebodyElseJudges(Level level) {
    People.Person jo = people.person(Role.SECURITY_OFFICER);
    Judgement judgement = new Judgement(level, "j.doe", LocalDate.of(2026, 11, 1), null, false);
    Edits.Result result =
        server
            .part(Edits.class)
            .save(
                Caller.of(people.tenant(), jo.account(), jo.name(), jo.grants()),
                List.of(
                    new Wish.OfJudgement(
                        new Impact.Link(PROCESS.id(), "productivity-loss"),
                        "j.doe",
                        false,
                        new Impact.RequirementImpact(PROCESS, "productivity-loss", judgement),
                        EntryTag.ANYTHING)),
                null,
                "r");
    Assertions.assertThat(result).isInstanceOf(Edits.Result.Saved.class);
  }

  @Test
  void two_drafts_stand_side_by_side() {
    try (Page page = window(olga, 1280, false)) {
      askWhatIf(page);
      page.navigate("/drafts/start?about=asset:claims-process");
      page.getByLabel("What do you want to find out?").fill("Without any link");
      button(page, "Start").click();
      page.locator("#quick-0").selectOption("gone");
      assertThat(page.locator(".ahead")).containsText("2 scores move");

      button(page, "Compare").click();

      assertThat(page.getByText("2 requirements would have another score")).isVisible();
      Browser.assertGood(page, "what-if-compared");
    }
  }

  @Test
  void an_incident_brings_its_requirement_back_and_one_click_says_that_it_is_still_right() {
    try (Page page = window(olga, 1280, false)) {
      page.navigate("/reviews");
      page.getByLabel("What breaking requirements does, in months").fill("");
      page.getByLabel("What damage does to goals, in months").fill("");
      button(page, "Save").click();
      assertThat(page.getByText("Nothing needs another look")).isVisible();

      Locator form = page.locator("form[action='/reviews/incidents']");
      form.getByLabel("Asset").fill("claims-process");
      form.getByLabel("Property").selectOption("availability");
      form.getByLabel("How grave").selectOption("HIGH");
      form.getByLabel("What happened").fill("The queue stood still");
      button(page, "Record").click();
      assertThat(page.locator("tbody tr")).hasCount(1);
      assertThat(page.locator("tbody")).containsText("The queue stood still");
      Browser.assertGood(page, "reviews-incident");

      page.locator("tbody input[type=checkbox]").check();
      button(page, "Still right").click();
      assertThat(page.getByText("They count as judged today.")).isVisible();
      assertThat(page.getByText("Nothing needs another look")).isVisible();
    }
  }

  @Test
  void classic_ratings_stand_beside_what_goals_say_and_say_where_no_reason_is_stated() {
    Workspace acme = Acme.workspace();
    List<Factor> factors = new ArrayList<>(acme.factors());
    factors.add(new Factor(ClassicTable.FACTOR, "As rated", null));
    List<Impact> impacts = new ArrayList<>(acme.impacts());
    impacts.add(rated(new Requirement("crm", "availability"), Level.of(3)));
    impacts.add(rated(PROCESS, Level.of(1)));
    People rating =
        new People(
            server,
            new Workspace(
                acme.organisation(),
                acme.scale(),
                acme.combination(),
                acme.inheritance(),
                acme.properties(),
                acme.units(),
                factors,
                acme.assets(),
                acme.dependencies(),
                impacts,
                acme.origins()));
    Visitor officer = rating.officer();

    try (Page page = window(officer, 1280, false)) {
      page.navigate("/classic");
      assertThat(page.locator(".facts").first()).containsText("-1.00");
      assertThat(page.locator("tbody").last())
          .containsText("No business reason is stated for this rating");
      Browser.assertGood(page, "classic-rated");
      page.navigate("/classic?which=unexplained");
      assertThat(page.locator("table.list tbody tr")).hasCount(1);
      page.navigate("/classic/assets");
      assertThat(page.locator("table.list tbody tr")).hasCount(2);
      Browser.assertGood(page, "classic-rated-assets");
      page.navigate("/reviews");
      assertThat(page.locator("table.list")).containsText("Nobody said when it was made");
    }
    Assertions.assertThat(officer.get("/classic.csv?sort=-shift").body())
        .contains("Loss of productivity");
    Assertions.assertThat(officer.get("/sensitivity.csv?").body()).contains("What if ...");
    Assertions.assertThat(officer.get("/reviews.csv?").statusCode()).isEqualTo(200);
  }

  private static Impact rated(Requirement requirement, Level level) {
    return new Impact.RequirementImpact(
        requirement, ClassicTable.FACTOR, new Judgement(level, "list", null, null, false));
  }
}
