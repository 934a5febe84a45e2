package org.concordat.server.trail.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.trail.seal.PublicSealKey;
import org.concordat.server.trail.seal.TrailVerification;
import org.concordat.server.trail.seal.TrailVerification.Expectation;
import org.concordat.server.web.Texts;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.api.Test;

class HistoryPagesTest {
  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());
  private final Person anna = people.person(Role.SECURITY_OFFICER);
  private final Models models = server.part(Models.class);
  private final Asset first =
      models.of(people.tenant()).read(Snapshot::workspace).assets().getFirst();

  private UUID change(WorkspaceChange... changes) {
    Attribution by =
        new Attribution(anna.account().toString(), "r", Ids.next(), "the <merger> is off");
    assertThat(models.change(people.tenant(), by, List.of(changes)))
        .isInstanceOf(ChangeOutcome.Done.class);
    return by.change();
  }

  private Asset renamed(String name) {
    return new Asset(
        first.id(), name, first.kind(), first.unit(), first.description(), first.properties());
  }

  @Test
  void an_export_of_the_running_server_proves_every_change() throws Exception {
    change(new AssetChange(first, renamed("Größe & \"Zitat\"")));
    Visitor visitor = people.signedIn(people.person(Role.AUDITOR));

    var export = visitor.get("/trail/export");
    PublicSealKey key = PublicSealKey.parse(visitor.get("/trail/key").body());

    assertThat(export.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    TrailVerification verification =
        TrailVerification.verify(
            new ByteArrayInputStream(export.body().getBytes(StandardCharsets.UTF_8)),
            "trail.ndjson",
            Expectation.of(key));
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.unsealed()).isZero();
    assertThat(verification.entries()).isGreaterThan(100);
    assertThat(verification.header().orElseThrow().tenant()).isEqualTo(people.tenant());
  }

  @Test
  void the_trail_is_closed_to_whoever_may_not_read_it() {
    UUID change = change(new AssetChange(first, renamed("Other")));
    Visitor head = people.signedIn(people.person(Role.SERVICE_OWNER));

    for (String path :
        List.of("/history", "/trail/export", "/trail/key", "/history/asset/" + first.id())) {
      assertThat(head.get(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(head.get("/history/" + change).statusCode()).isEqualTo(200);
    assertThat(head.post("/history/" + change + "/undo").statusCode()).isEqualTo(403);
    assertThat(
            people
                .signedIn(people.person(Role.AUDITOR))
                .post("/history/" + change + "/undo")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void what_is_not_there_is_not_found_and_what_is_no_day_is_refused() {
    Visitor officer = people.officer();

    assertThat(officer.get("/history/" + Ids.next()).statusCode()).isEqualTo(404);
    assertThat(officer.get("/history/asset/nothing").statusCode()).isEqualTo(404);
    assertThat(officer.get("/history/nothing/at/all").statusCode()).isEqualTo(404);
    assertThat(officer.get("/history/day/soon").statusCode()).isEqualTo(400);
    assertThat(officer.get("/history?from=soon").statusCode()).isEqualTo(200);
    assertThat(officer.get("/history?actor=&from=&to=&table=").statusCode()).isEqualTo(200);
  }

  @Test
  void the_page_of_a_day_leads_to_every_other_day() {
    Visitor officer = people.officer();

    assertThat(officer.get("/history/day/2020-01-01").body())
        .contains("There was no model yet", "Choose a later one above")
        .contains("action=\"/history/day\"", "value=\"2020-01-01\"");
  }

  @Test
  void things_are_counted_in_small_letters_within_a_sentence() {
    change(new AssetChange(first, renamed("another name")));

    assertThat(people.officer().get("/history").body()).contains("1 asset changed");
  }

  @Test
  void the_list_is_found_by_words_kept_and_taken_away() {
    change(new AssetChange(first, renamed("=1+1 is a name")));
    Visitor officer = people.officer();

    String found = officer.get("/history?q=the+%3Cmerger&table=asset").body();
    String csv = officer.get("/history.csv?table=asset&q=is+a+name").body();
    String again = officer.get("/history").body();

    assertThat(found).contains("1 entry", "the &lt;merger&gt; is off");
    assertThat(csv.lines().count()).isEqualTo(2);
    assertThat(csv).contains("=1+1 is a name").doesNotContain("\n=", ",=", "\"=");
    assertThat(again).contains("value=\"the &lt;merger\"");
    assertThat(officer.get("/history?q=nothing+like+it").body()).contains("Nothing found");
  }

  @Test
  void names_and_reasons_are_shown_as_text() {
    UUID change = change(new AssetChange(first, renamed("<b>bold</b>")));

    String page = people.officer().get("/history/" + change).body();

    assertThat(page).contains("&lt;b&gt;bold").doesNotContain("<b>bold").doesNotContain("<merger>");
  }

  @Test
  void taking_back_works_and_says_what_stands_in_the_way() {
    UUID earlier = change(new AssetChange(first, renamed("Other")));
    UUID later = change(new AssetChange(renamed("Other"), renamed("Third")));
    Visitor officer = people.officer();

    var refused = officer.post("/history/" + earlier + "/undo");
    var done = officer.post("/history/" + later + "/undo", "reason", "a mistake");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("later changes stand in the way", "was changed since");
    assertThat(done.statusCode()).isEqualTo(303);
    String shown = officer.get(done.headers().firstValue("Location").orElseThrow()).body();
    assertThat(shown).contains("Taken back", "a mistake");
  }

  @Test
  void both_languages_have_the_same_texts() {
    Texts texts = server.part(Texts.class);

    assertThat(texts.keys("de").stream().filter(key -> key.startsWith("trail.")))
        .containsExactlyElementsOf(
            texts.keys("en").stream().filter(key -> key.startsWith("trail.")).toList());
  }

  @Test
  void the_pages_can_be_read_by_everybody() {
    UUID earlier = change(new AssetChange(first, renamed("Customer file")));
    change(new AssetChange(renamed("Customer file"), renamed("Customer files")));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    people.officer().get("/trail/export");
    Map<String, String> pages =
        Map.of(
            "history",
            "/history",
            "history-thing",
            "/history/asset/" + first.id(),
            "history-action",
            "/history/" + earlier,
            "history-day",
            "/history/day/" + today,
            "history-no-day",
            "/history/day/2020-01-01",
            "history-nothing",
            "/history?table=one_time_link");
    Visitor visitor = people.signedIn(anna);
    for (boolean dark : List.of(false, true)) {
      for (int width : List.of(360, 1280)) {
        try (Page page = Browser.signedIn(server, visitor, width, dark)) {
          pages.forEach(
              (name, path) -> {
                page.navigate(path);
                Browser.assertGood(page, name + "-" + width + (dark ? "-dark" : ""));
              });
        }
      }
    }
  }
}
