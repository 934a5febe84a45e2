package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.concordat.core.agreements.Direction;
import org.concordat.core.agreements.SecurityService;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.ServiceLevel;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.api.Test;

/** Services are written in forms, one by one. */
class ServicesFormTest {
  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, TwoUnits.workspace());
  private final Visitor owner = people.signedIn(people.person(Role.SERVICE_OWNER));

  private ServiceCatalogue catalogue() {
    return server
        .part(ServiceOffers.class)
        .catalogue(
            people.tenant(), server.part(Models.class).of(people.tenant()).read(Snapshot::scale));
  }

  private static final String[] BACKUP = {
    "name", "Backup & recovery",
    "description", "Brings data back.",
    "properties", "availability",
    "properties", "integrity",
    "kinds", "information",
    "level.0.id", "",
    "level.0.name", "High",
    "level.0.protection", "3",
    "level.0.perUnit", "1200,50",
    "level.0.unit", "system",
    "level.0.period", "quarter",
    "level.0.once", "900",
    "level.0.target.0.kind", "within-time",
    "level.0.target.0.limit", "4",
    "level.0.target.0.limitUnit", "hours",
    "level.0.target.0.direction", "at-least",
    "level.0.target.0.threshold", "99.5",
    "level.0.target.0.window", "days",
    "level.0.target.0.days", "28",
    "level.0.target.0.method", "Restore drills.",
    "level.0.target.0.minimum", "2",
    "level.0.target.0.credit.0.worse", "95",
    "level.0.target.0.credit.0.part", "10",
    "level.1.id", "",
    "level.1.name", "Basic",
    "level.1.protection", "1",
    "level.1.perUnit", "100",
    "level.1.unit", "system",
    "level.1.period", "month",
    "level.1.once", ""
  };

  /** The fields with some of them in place of what they were, and the others behind them. */
  private static String[] with(String[] fields, String... changes) {
    List<String> all = new ArrayList<>(List.of(fields));
    for (int i = 0; i < changes.length; i += 2) {
      int at = all.indexOf(changes[i]);
      if (at >= 0) {
        all.set(at + 1, changes[i + 1]);
      } else {
        all.addAll(List.of(changes[i], changes[i + 1]));
      }
    }
    return all.toArray(String[]::new);
  }

  private static String tag(HttpResponse<String> page) {
    var tag =
        java.util.regex.Pattern.compile("name=\"tag\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(tag.find()).isTrue();
    return tag.group(1);
  }

  @Test
  void a_service_is_added_with_its_levels_prices_and_targets() {
    assertThat(owner.post("/services/new", BACKUP).statusCode()).isEqualTo(303);

    SecurityService service = catalogue().services().getFirst();
    assertThat(service.id()).isEqualTo("backup-recovery");
    assertThat(service.properties()).isEqualTo(Set.of("availability", "integrity"));
    assertThat(service.kinds()).isEqualTo(Set.of(AssetKind.INFORMATION));
    assertThat(service.levels()).extracting(ServiceLevel::name).containsExactly("Basic", "High");
    ServiceLevel high = service.levels().getLast();
    assertThat(high.price().perUnit().amount()).isEqualByComparingTo("1200.5");
    assertThat(high.price().once().amount()).isEqualByComparingTo("900");
    TargetTerms target = high.targets().getFirst();
    assertThat(target.threshold()).isEqualByComparingTo("0.995");
    assertThat(target.direction()).isEqualTo(Direction.AT_LEAST);
    assertThat(target.minimumRecords()).isEqualTo(2);
    assertThat(target.creditFor(new BigDecimal("0.94"))).isEqualByComparingTo("0.1");
  }

  @Test
  void what_is_wrong_is_told_at_its_field_and_nothing_is_saved() {
    HttpResponse<String> page =
        owner.post(
            "/services/new",
            with(
                BACKUP,
                "name",
                "",
                "level.0.perUnit",
                "much",
                "level.1.protection",
                "3",
                "level.0.target.0.threshold",
                "101",
                "level.0.target.0.credit.0.part",
                "0",
                "level.0.target.0.method",
                ""));

    assertThat(page.statusCode()).isEqualTo(422);
    for (String field :
        List.of(
            "name",
            "level-0-perUnit",
            "level-0-target-0-threshold",
            "level-0-target-0-credit-0-part",
            "level-0-target-0-method")) {
      assertThat(page.body())
          .as(field)
          .containsPattern("id=\"" + field + "\"[^>]*aria-describedby=\"" + field + "-problem\"")
          .contains("id=\"" + field + "-problem\"");
    }
    assertThat(page.body()).contains("6 things in the form are not right", "value=\"much\"");
    assertThat(server.part(ServiceOffers.class).of(people.tenant())).isEmpty();
  }

  @Test
  void a_level_a_target_and_a_credit_come_and_go_without_being_saved() {
    String level = owner.post("/services/new", with(BACKUP, "do", "add.level")).body();
    String target = owner.post("/services/new", with(BACKUP, "do", "add.target.1")).body();
    String credit = owner.post("/services/new", with(BACKUP, "do", "remove.credit.0.0.0")).body();
    String none = owner.post("/services/new", with(BACKUP, "do", "remove.level.1")).body();

    assertThat(level).contains("level.2.name");
    assertThat(target).contains("level.1.target.0.kind");
    assertThat(credit).contains("level.0.target.0.kind").doesNotContain("credit.0.worse");
    assertThat(none).contains("level.0.name").doesNotContain("level.1.name");
    assertThat(server.part(ServiceOffers.class).of(people.tenant())).isEmpty();
  }

  @Test
  void whoever_was_slower_sees_what_the_other_made_of_it_and_decides() {
    owner.post("/services/new", BACKUP);
    String path = "/services/service/backup-recovery";
    String old = tag(owner.get(path));
    assertThat(owner.post(path, with(BACKUP, "tag", old, "name", "Backup by others")).statusCode())
        .isEqualTo(303);

    String[] mine = with(BACKUP, "tag", old, "name", "Backup by me");
    HttpResponse<String> conflict = owner.post(path, mine);

    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.body())
        .contains("Somebody was faster", "Backup by others", "value=\"Backup by me\"");
    assertThat(catalogue().services().getFirst().name()).isEqualTo("Backup by others");
    assertThat(
            owner
                .post(path, with(BACKUP, "tag", tag(conflict), "name", "Backup by me"))
                .statusCode())
        .isEqualTo(303);
    assertThat(catalogue().services().getFirst().name()).isEqualTo("Backup by me");
  }

  @Test
  void services_are_moved_and_removed_and_remarks_at_the_beginning_stay() {
    SampleServices.into(server, people.tenant());
    ServiceOffers offers = server.part(ServiceOffers.class);
    ServiceOffers.Terms terms = offers.of(people.tenant()).orElseThrow();
    owner.post(
        "/services/text", "supplier", "IT", "tag", terms.tag(), "text", "# Ours.\n" + terms.text());
    String first = catalogue().services().getFirst().id();
    String second = catalogue().services().get(1).id();

    owner.post("/services/service/" + first + "/place", "way", "down");
    assertThat(catalogue().services())
        .extracting(SecurityService::id)
        .containsExactly(second, first);
    owner.post("/services/service/" + first + "/place", "way", "up");
    assertThat(catalogue().services())
        .extracting(SecurityService::id)
        .containsExactly(first, second);
    String tag = tag(owner.get("/services/service/" + first));
    assertThat(owner.post("/services/service/" + first + "/remove", "tag", "stale").statusCode())
        .isEqualTo(409);
    owner.post("/services/service/" + first + "/remove", "tag", tag);

    assertThat(catalogue().services()).extracting(SecurityService::id).containsExactly(second);
    assertThat(offers.of(people.tenant()).orElseThrow().text()).startsWith("# Ours.\n");
  }

  @Test
  void what_holds_for_all_is_changed_apart_from_the_services() {
    SampleServices.into(server, people.tenant());
    String tag = tag(owner.get("/services/terms"));
    String[] fields = {
      "tag", tag,
      "supplier", "Group IT",
      "currency", "chf",
      "colour", "#0a3d62",
      "obligations.demand", "Report incidents.\nSay what changes.",
      "obligations.supply", "Measure.",
      "exclusions", ""
    };

    assertThat(owner.post("/services/terms", fields).statusCode()).isEqualTo(303);
    assertThat(owner.post("/services/terms", fields).statusCode())
        .as("a second time")
        .isEqualTo(409);

    ServiceCatalogue after = catalogue();
    assertThat(after.currency()).isEqualTo("CHF");
    assertThat(after.obligations()).hasSize(3);
    assertThat(after.exclusions()).isEmpty();
    assertThat(server.part(ServiceOffers.class).of(people.tenant()).orElseThrow().supplier())
        .isEqualTo("Group IT");
    assertThat(owner.post("/services/terms", with(fields, "currency", "euros")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void only_those_who_supply_write_services() {
    SampleServices.into(server, people.tenant());
    Visitor head = people.signedIn(people.person(Role.UNIT_HEAD, "mortgages"));

    assertThat(head.get("/services").body()).doesNotContain("/services/new");
    assertThat(head.get("/services/new").statusCode()).isEqualTo(403);
    assertThat(head.post("/services/new", BACKUP).statusCode()).isEqualTo(403);
    assertThat(head.post("/services/terms").statusCode()).isEqualTo(403);
  }

  @Test
  void a_service_is_written_in_a_browser_level_by_level() {
    Page page = Browser.signedIn(server, owner, 1280, false);
    page.navigate("/services");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add a service")).click();
    page.getByLabel("Name of the service").fill("Guard");
    page.getByLabel("confidentiality").check();
    page.locator("#level-0-name").fill("Basic");
    page.locator("#level-0-perUnit").fill("60");
    page.locator("#level-0-unit").fill("user");
    page.locator("#level-0-target-0-kind").selectOption("within-time");
    page.locator("#level-0-target-0-limit").fill("2");
    page.locator("#level-0-target-0-limitUnit").selectOption("days");
    page.locator("#level-0-target-0-threshold").fill("90");
    page.locator("#level-0-target-0-method").fill("From the ticket to its end.");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add a level")).click();
    page.locator("#level-1-name").fill("Raised");
    page.locator("#level-1-perUnit").fill("dear");
    page.locator("#level-1-unit").fill("user");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true))
        .last()
        .click();
    page.locator("#level-1-perUnit-problem").waitFor();
    Browser.assertGood(page, "service-wrong");
    page.setViewportSize(360, 900);
    Browser.assertGood(page, "service-wrong-phone");
    page.locator("#level-1-perUnit").fill("180");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove this target"))
        .last()
        .click();
    page.locator("#level-1-target-0-kind")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true))
        .last()
        .click();
    page.getByText("The services are saved").waitFor();
    page.setViewportSize(1280, 900);
    Browser.assertGood(page, "services");

    assertThat(catalogue().services().getFirst().levels()).hasSize(2);
  }
}
