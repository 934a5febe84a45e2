package org.concordat.server.alignment.attacks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.MisuseCase;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Somebody thinks through how a requirement could be broken, with the keyboard alone. */
class MisuseJourneyTest {
  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());

  @Test
  void from_a_requirement_to_a_tree_that_says_what_a_countermeasure_is_worth() {
    Visitor officer = people.officer();
    try (Page page = signedIn(officer)) {
      page.navigate("/priorities/claims-db/availability");
      page.getByRole(AriaRole.LINK, named("Misuse cases and attack trees")).click();
      assertThat(page.getByText("No misuse case yet")).isVisible();
      Browser.assertGood(page, "misuse-empty");
      page.locator("#name").fill("Claims stand still");
      press(page.locator("#name"), "Enter");
      page.locator("#root-name").focus();
      press(page.locator("#root-name"), "Enter");
      assertThat(summary(page, "Claims stand still")).isVisible();

      add(page, "claims-stand-still", "Flood the portal", "part");
      add(page, "claims-stand-still", "Encrypt the database", "part");
      open(page, "branch-claims-stand-still--flood-the-portal");
      fill(page, "cost-claims-stand-still--flood-the-portal", "400");
      fill(page, "probability-claims-stand-still--flood-the-portal", "0.3");
      press(page.locator("#probability-claims-stand-still--flood-the-portal"), "Enter");
      assertThat(summaryOf(page, "flood-the-portal")).containsText("400");
      assertThat(page.locator("#evaluation")).containsText("Cost not known");
      open(page, "branch-claims-stand-still--encrypt-the-database");
      fill(page, "cost-claims-stand-still--encrypt-the-database", "2000");
      press(page.locator("#cost-claims-stand-still--encrypt-the-database"), "Enter");
      assertThat(summaryOf(page, "encrypt-the-database")).containsText("2,000");
      assertThat(page.locator(".figure-list")).containsText("400");

      add(page, "claims-stand-still--flood-the-portal", "Scrubbing", "counter");
      press(page.locator("#on-scrubbing"), " ");
      assertThat(page.locator(".figure-list")).containsText("2,000");
      press(page.locator("#down-claims-stand-still--flood-the-portal"), "Enter");
      assertThat(page.locator(".branches .branches > li").first())
          .containsText("Encrypt the database");
      Browser.assertGood(page, "misuse-tree");
    }
    MisuseCase saved = saved("claims-stand-still");
    AttackTree tree = Objects.requireNonNull(saved.tree());
    assertThat(tree.node("claims-stand-still").parts())
        .containsExactly("encrypt-the-database", "flood-the-portal");
    assertThat(tree.node("flood-the-portal").counteredBy()).containsExactly("scrubbing");
    assertThat(trailed()).contains("misuse_case", "attack_node");
  }

  @Test
  void a_file_is_read_in_shown_and_taken_away_again() {
    Visitor officer = people.officer();
    officer.post("/misuse", "name", "Standstill", "requirement", "claims-db/availability");
    try (Page page = signedIn(officer)) {
      page.navigate("/misuse/standstill");
      page.locator("#file")
          .setInputFiles(Path.of("../examples/attack-trees/claims-standstill.yaml"));
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Read it in")).click();
      assertThat(page.locator(".figure-list")).containsText("Flood the customer portal");
      Browser.assertGood(page, "misuse-imported");
    }
    assertThat(officer.get("/misuse/standstill/tree.xml").body()).contains("<adtree>");
    assertThat(officer.get("/misuse/standstill/tree.yaml").body()).contains("root: standstill");
    assertThat(officer.get("/misuse/standstill/plan-cost.svg").body()).startsWith("<svg");
    assertThat(officer.get("/misuse/standstill/tree.svg?with=1&mark=fastest").body())
        .contains("of which 0 on");
    assertThat(officer.get("/misuse/standstill/nothing.svg").statusCode()).isEqualTo(404);
  }

  @Test
  void without_a_script_every_form_works_and_nothing_is_overwritten_unseen() {
    Visitor officer = people.officer();
    officer.post("/misuse", "name", "Standstill", "requirement", "claims-db/availability");
    String tag = tag(officer, "standstill");
    officer.post("/misuse/standstill/tree/begin", "tag", tag, "goal", "Stand still");
    assertThat(officer.get("/misuse/standstill").body()).contains("Saved.");
    var stale = officer.post("/misuse/standstill/tree/begin", "tag", tag, "goal", "Other");
    assertThat(stale.statusCode()).isEqualTo(303);
    assertThat(officer.get("/misuse/standstill").body()).contains("Somebody else was faster");

    var refused =
        officer.post(
            "/misuse/standstill/tree/nodes",
            "tag",
            tag(officer, "standstill"),
            "node",
            "stand-still",
            "edit",
            "save",
            "name",
            "Stand still",
            "probability",
            "1.5");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("1.5 is no probability");
  }

  @Test
  void who_may_only_read_sees_figures_and_no_forms() {
    Visitor officer = people.officer();
    officer.post("/misuse", "name", "Standstill", "requirement", "claims-db/availability");
    officer.post("/misuse/standstill/tree/begin", "tag", tag(officer, "standstill"), "goal", "");
    Visitor auditor = people.signedIn(people.person(Role.AUDITOR));

    String page = auditor.get("/misuse/standstill").body();

    assertThat(page).contains("What it comes to").doesNotContain("/misuse/standstill/tree/nodes");
    assertThat(auditor.post("/misuse/standstill/remove", "tag", "*").statusCode()).isEqualTo(403);
  }

  private Page signedIn(Visitor visitor) {
    return Browser.signedIn(server, visitor, 1280, false);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator summary(Page page, String text) {
    return page.locator("#branch-claims-stand-still summary").getByText(text);
  }

  private static Locator summaryOf(Page page, String node) {
    return page.locator("#branch-claims-stand-still--" + node + " summary");
  }

  private static void press(Locator at, String key) {
    at.focus();
    at.press(key);
  }

  private static void open(Page page, String details) {
    Locator branch = page.locator("[id='" + details + "']");
    if (branch.getAttribute("open") == null) {
      press(branch.locator("summary"), "Enter");
    }
  }

  private static void fill(Page page, String field, String text) {
    page.locator("[id='" + field + "']").fill(text);
  }

  private static void add(Page page, String key, String name, String how) {
    open(page, "branch-" + key);
    fill(page, "fresh-" + key, name);
    press(page.locator("[id='" + how + "-" + key + "']"), "Enter");
    assertThat(page.locator(".branches").first()).containsText(name);
  }

  private static String tag(Visitor visitor, String misuse) {
    return visitor
        .get("/misuse/" + misuse)
        .body()
        .replaceAll("(?s).*?name=\"tag\" value=\"([^\"]*)\".*", "$1");
  }

  private MisuseCase saved(String id) {
    return server.part(MisuseCases.class).find(people.tenant(), id).orElseThrow();
  }

  private List<String> trailed() {
    return server
        .part(TenantTransactions.class)
        .read(
            people.tenant(),
            sql -> sql.fetch("select distinct table_name from trail").getValues(0, String.class));
  }
}
