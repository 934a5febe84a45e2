package org.concordat.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Where people begin. {@link Acme} needs the availability of two assets. */
class StartPagesTest {
  private static final String LINK =
      "/standards/requirement-links/claims-db/availability/iso27001-2022/A.8.13";

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());
  private final Program officer = people.program(Role.SECURITY_OFFICER);

  private void operate(String operation) {
    officer.put("/standards/catalogues/iso27001-2022/adoption", "{}");
    assertThat(
            officer
                .put(
                    "/standards/catalogues/iso27001-2022/controls/A.8.13/operation",
                    "{\"operation\":\"" + operation + "\"}",
                    "If-None-Match",
                    "*")
                .status())
        .isIn(200, 201, 204);
    assertThat(officer.put(LINK, "{\"extent\":\"fully\"}", "If-None-Match", "*").status())
        .isIn(200, 201, 204);
  }

  @Test
  void as_long_as_nothing_is_known_the_start_page_says_so_and_where_to_begin() {
    String home = people.officer().get("/").body();

    assertThat(home)
        .contains("no agreement in force and no control in operation covers any of the 2 needed")
        .contains("First in line and not shown to be secured", "/secured?standing=UNKNOWN");
  }

  @Test
  void an_empty_organisation_reads_what_each_question_waits_for_and_no_figures() {
    People founders = new People(server, Workspace.empty(new Organisation("nova", "Nova", null)));

    String home = founders.officer().get("/").body();

    assertThat(home)
        .contains("Nothing of value is named yet", "No unit has said yet", "Nobody has judged yet")
        .contains("Say what your organisation is called")
        .doesNotContain("Why this figure", "0 of 0");
    assertThat(founders.officer().get("/impacts").body())
        .contains("Nothing to judge yet", "how much damage of each kind", "href=\"/first\"")
        .doesNotContain("name=\"kind\"");
    assertThat(home.indexOf("/vision\">State the vision"))
        .isBetween(0, home.indexOf("/import\">Import your assets"));
  }

  @Test
  void a_single_thing_is_not_told_of_as_many() {
    String home = people.officer().get("/").body();

    assertThat(home)
        .contains("1 asset belongs to no unit, so nobody speaks for it.")
        .doesNotContain("1 assets", "1 goals", "1 units", "1 judgements in");
  }

  @Test
  void a_control_in_operation_that_satisfies_a_requirement_shows_that_it_is_secured() {
    operate("yes");

    String home = people.officer().get("/").body();
    String list = people.officer().get("/secured?standing=OPERATED").body();

    assertThat(home).contains("1 of 2 needed requirements is shown to be secured.");
    assertThat(list).contains("1 entry", "Claims database", "A.8.13", "controls in operation");
    assertThat(officer.get("/assurance").at("/standings/operated")).isEqualTo("1");
    assertThat(officer.get("/assurance/requirements?standing=unknown").at("/items/0/requirement"))
        .isEqualTo("claims-process/availability");
    assertThat(officer.get("/assurance/requirements?standing=odd").status()).isEqualTo(400);
  }

  @Test
  void a_control_that_is_only_partly_in_operation_does_not() {
    operate("partly");

    assertThat(officer.get("/assurance").at("/secured")).isEqualTo("0");
    assertThat(officer.get("/assurance").at("/standings/partly")).isEqualTo("1");
  }

  @Test
  void the_board_sees_the_counts_and_not_the_list() {
    Visitor board = people.signedIn(people.person(Role.BOARD));

    assertThat(board.get("/").statusCode()).isEqualTo(200);
    assertThat(board.get("/").body()).doesNotContain("/secured?");
    assertThat(board.get("/secured").statusCode()).isEqualTo(403);
    assertThat(people.program(Role.BOARD).get("/assurance").at("/needed")).isEqualTo("2");
  }

  @Test
  void the_search_finds_what_every_room_holds_and_the_reader_may_see() {
    officer.put(
        "/misuse-cases/standstill",
        "{\"name\":\"Zebra stands"
            + " still\",\"asset\":\"claims-db\",\"property\":\"availability\"}");
    officer.post(
        "/rounds",
        "{\"title\":\"Zebra round\",\"links\":[{\"from\":\"claims-process/availability\","
            + "\"to\":\"productivity-loss\"}]}");
    officer.post("/drafts", "{\"name\":\"Zebra draft\"}");
    officer.put("/standards/obligations/zebra", "{\"title\":\"Zebra act\",\"kind\":\"law\"}");
    officer.put("/budget/controls/zebra", "{\"name\":\"Zebra crossing\"}");
    officer.put("/standards/catalogues/iso27001-2022/adoption", "{}");
    Visitor reader = people.officer();

    String found = reader.get("/search?q=zebra").body();

    assertThat(found)
        .contains("Zebra stands still", "Zebra round", "Zebra act", "/obligations/zebra");
    assertThat(reader.get("/search?q=A.8.13").body()).contains("/standards/iso27001-2022/control");
    assertThat(people.signedIn(people.person(Role.BOARD)).get("/search?q=zebra").body())
        .doesNotContain("Zebra stands", "Zebra round", "Zebra act");
    assertThat(people.signedIn(people.person(Role.AUDITOR)).get("/search?q=person").body())
        .doesNotContain("/people/");
  }

  @Test
  void the_pages_can_be_read_by_everybody_and_the_menu_stays_as_it_was_left() {
    operate("yes");
    People.Person chief =
        people.person(
            List.of(
                new Grant(Role.SECURITY_OFFICER, Set.of()),
                new Grant(Role.ADMINISTRATOR, Set.of())));
    Visitor visitor = people.signedIn(chief);
    for (int width : List.of(1280, 360)) {
      Page page = Browser.signedIn(server, visitor, width, width == 360);
      page.navigate("/");
      page.locator(".questions details")
          .all()
          .forEach(details -> details.locator("summary").click());
      Browser.assertGood(page, "home-open-" + width);
      page.navigate("/secured?page=1");
      Browser.assertGood(page, "secured-" + width);
      if (width == 1280) {
        String groups = ".side [data-group='standards']";
        assertThat(page.locator(groups).getAttribute("open")).isNull();
        page.locator(groups + " > summary").click();
        page.navigate("/assets");
        assertThat(page.locator(groups).getAttribute("open")).isNotNull();
      }
      page.context().close();
    }
  }
}
