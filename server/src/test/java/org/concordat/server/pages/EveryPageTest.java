package org.concordat.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.core.alignment.live.DependencyQuery;
import org.concordat.server.agreements.SampleAgreement;
import org.concordat.server.budget.SampleBudget;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.standards.Standards;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page with the example in it: on a wide screen in the light, on a phone in the dark. */
class EveryPageTest {
  private static final RunningServer SERVER = RunningServer.shared();
  private static final People PEOPLE = new People(SERVER, ShippedExample.archisurance());
  private static final Person CHIEF =
      PEOPLE.person(
          List.of(
              new Grant(Role.SECURITY_OFFICER, Set.of()), new Grant(Role.ADMINISTRATOR, Set.of())));
  private static final Visitor EVERYBODY = PEOPLE.signedIn(CHIEF);
  private static final Windows WINDOWS = new Windows(SERVER);

  /** Pages that are looked at on a very wide screen as well. */
  private static final Set<String> WIDE = Set.of("/", "/priorities", "/assets", "/impacts");

  static {
    EVERYBODY.post("/account/app/start");
    SERVER
        .part(Standards.class)
        .save(PEOPLE.tenant(), Attribution.ofServer("test"), FollowedStandards.WISHES);
    SampleMisuse.addTo(SERVER, PEOPLE.tenant());
    SampleBudget.into(SERVER, PEOPLE);
    SampleBudget.search(SERVER, PEOPLE, EVERYBODY);
    SampleAgreement.inForce(
        SERVER.part(TenantTransactions.class),
        PEOPLE.tenant(),
        CHIEF.account(),
        SampleAgreement.document(
            "claims-handling",
            "Claims Handling",
            "handle-claim/availability",
            "claim-data-management",
            "settle-in-three-days"));
    SampleAgreement.measured(SERVER.part(TenantTransactions.class), PEOPLE.tenant());
  }

  static Stream<Arguments> pages() {
    return Stream.of(
            "/",
            "/priorities",
            "/secured?page=1",
            "/vision",
            "/factors",
            "/assets",
            "/dependencies",
            "/impacts",
            "/impacts/goals",
            "/judge",
            "/import",
            "/pictures/impact",
            "/pictures/dependencies",
            "/pictures/heat",
            "/history",
            "/history/day?day=2026-01-01",
            "/settings",
            "/first",
            "/search?q=claim",
            "/standards",
            "/catalogues",
            "/controls?catalogue=itil-4&sort=-coverage",
            "/mappings?crosswalk=ours",
            "/standards/iso27001-2022",
            "/standards/sp800-53-r5?open=AC-2",
            "/standards/itil-4?view=list",
            "/standards/itil-4/control?id=GEN-03",
            "/standards/iso27001-2022/control?id=A.5.1",
            "/standards/iso27001-2022/proved",
            "/standards/iso27001-2022/trend",
            "/crosswalks",
            "/crosswalks/import",
            "/crosswalks/iso27001-2022-itil-4",
            "/crosswalks/ours?source=A.5.2&statement=none&target=GEN-03",
            "/comparison?from=iso27001-2022&to=itil-4&a=A.5&b=GEN",
            "/scenarios",
            "/scenarios?kind=have&from=itil-4&to=iso27001-2022",
            "/scenarios?kind=both&from=itil-4&to=iso27001-2022",
            "/scenarios?kind=merge&from=itil-4&to=iso27001-2022&name=Lakeside&controls=A.5.1",
            "/obligations",
            "/obligations/gdpr",
            "/misuse",
            "/misuse/standstill",
            "/misuse/standstill?with=1&on=scrubbing&open=standstill--flood",
            "/contradictions",
            "/loop",
            "/loop/delivery",
            "/loop/provider",
            "/loop/process",
            "/steps",
            "/agreements",
            "/agreements/sample/1",
            "/agreements/sample/1/results",
            "/services",
            "/rounds",
            "/rounds/new?about=GOALS&which=ALL",
            "/judge/rounds",
            "/drafts",
            "/drafts/start?about=settings",
            "/classic",
            "/classic/assets",
            "/sensitivity",
            "/reviews",
            "/budget",
            "/budget?point=3",
            "/budget-controls",
            "/budget-controls/second-site",
            "/people",
            "/single-sign-on",
            "/judges",
            "/account",
            "/account/app",
            "/api",
            "/api?operation=patch_assets_id",
            "/api?shape=Asset",
            "/sign-in",
            "/nowhere")
        .flatMap(
            path ->
                WIDE.contains(path)
                    ? Stream.of(
                        Arguments.of(path, 1280, false),
                        Arguments.of(path, 360, true),
                        Arguments.of(path, 1920, false))
                    : Stream.of(Arguments.of(path, 1280, false), Arguments.of(path, 360, true)));
  }

  /** The pages of single things have addresses that the model gives. */
  static Stream<Arguments> things() {
    return SERVER
        .part(Models.class)
        .of(PEOPLE.tenant())
        .read(
            model -> {
              String asset = model.top(1, 0).getFirst().requirement().asset();
              var dependency = model.dependencies(DependencyQuery.ALL).rows().getFirst();
              return Stream.of(
                      "/assets/" + asset,
                      "/priorities/" + model.top(1, 0).getFirst().requirement().id(),
                      "/vision/" + model.units().getFirst().id(),
                      "/factors/" + model.factors().getFirst().id(),
                      "/people/" + CHIEF.account(),
                      "/dependencies/" + dependency.from().id() + "/" + dependency.on().id())
                  .flatMap(
                      path ->
                          Stream.of(
                              Arguments.of(path, 1280, true), Arguments.of(path, 360, false)));
            });
  }

  @ParameterizedTest
  @MethodSource("things")
  void the_page_of_a_thing_is_good_to_read_too(String path, int width, boolean dark) {
    Page page = signedIn(width, dark);
    page.navigate(path);

    assertThat(page.title()).doesNotContain("Something broke");
    Browser.assertGood(
        page,
        "one-"
            + path.substring(1, path.indexOf('/', 1))
            + (dark ? "-dark" : width < 400 ? "-phone" : ""));
  }

  private static Page signedIn(int width, boolean dark) {
    return WINDOWS.signedIn(EVERYBODY, width, dark, "en");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_is_good_to_read_for_everybody(String path, int width, boolean dark) {
    Page page = signedIn(width, dark);
    page.navigate(path);

    assertThat(page.title()).doesNotContain("Something broke");
    String name = Windows.name(path);
    Browser.assertGood(
        page,
        (name.isEmpty() ? "start" : name) + (dark ? "-phone-dark" : width > 1280 ? "-wide" : ""));
  }

  /** German words are longer. */
  static Stream<Arguments> pagesInGerman() {
    return Stream.of(
            "/standards",
            "/catalogues",
            "/controls?catalogue=itil-4",
            "/mappings?crosswalk=ours",
            "/standards/iso27001-2022",
            "/standards/iso27001-2022/control?id=A.5.1",
            "/crosswalks/ours?source=A.5.2&statement=none&target=GEN-03",
            "/comparison?from=iso27001-2022&to=itil-4&a=A.5&b=GEN",
            "/scenarios?kind=left&from=itil-4&to=iso27001-2022",
            "/obligations",
            "/obligations/gdpr",
            "/contradictions")
        .flatMap(path -> Stream.of(Arguments.of(path, 1280), Arguments.of(path, 360)));
  }

  @ParameterizedTest
  @MethodSource("pagesInGerman")
  void a_page_of_standards_is_good_to_read_in_german_too(String path, int width) {
    Page page = WINDOWS.signedIn(EVERYBODY, width, width < 400, "de");
    page.navigate(path);

    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
    Browser.assertGood(page, "german-" + Windows.name(path) + (width < 400 ? "-phone" : ""));
  }
}
