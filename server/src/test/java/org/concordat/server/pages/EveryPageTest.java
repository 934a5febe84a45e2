package org.concordat.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.standards.Standards;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page with the example in it: on a wide screen in the light, on a phone in the dark. */
class EveryPageTest {
  private static final RunningServer SERVER = RunningServer.shared();
  private static final People PEOPLE = new People(SERVER, ShippedExample.archisurance());
  private static final Visitor EVERYBODY =
      PEOPLE.signedIn(
          PEOPLE.person(
              List.of(
                  new Grant(Role.SECURITY_OFFICER, Set.of()),
                  new Grant(Role.ADMINISTRATOR, Set.of()))));

  static {
    SERVER
        .part(Standards.class)
        .save(PEOPLE.tenant(), Attribution.ofServer("test"), FollowedStandards.WISHES);
  }

  static Stream<Arguments> pages() {
    return Stream.of(
            "/",
            "/priorities",
            "/vision",
            "/factors",
            "/assets",
            "/impacts",
            "/impacts/goals",
            "/judge",
            "/import",
            "/pictures/impact",
            "/pictures/dependencies",
            "/pictures/heat",
            "/history",
            "/history/day?day=2026-01-01",
            "/standards",
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
            "/contradictions",
            "/people",
            "/account",
            "/nowhere")
        .flatMap(path -> Stream.of(Arguments.of(path, 1280, false), Arguments.of(path, 360, true)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_is_good_to_read_for_everybody(String path, int width, boolean dark) {
    try (Page page = Browser.open(SERVER, width, dark)) {
      Cookie session = new Cookie("session", EVERYBODY.cookie("session"));
      page.context().addCookies(List.of(session.setUrl(SERVER.address().toString())));

      page.navigate(path);

      assertThat(page.title()).doesNotContain("Something broke");
      String name = path.replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
      Browser.assertGood(page, (name.isEmpty() ? "start" : name) + (dark ? "-phone-dark" : ""));
    }
  }
}
