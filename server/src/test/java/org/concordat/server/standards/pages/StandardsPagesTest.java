package org.concordat.server.standards.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.programme.Programme;
import org.concordat.core.standards.programme.ProgrammeEntry.Adoption;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.CrosswalkUse;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnConsidered;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnMapping;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.standards.ProgrammeWish;
import org.concordat.server.standards.Standards;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.api.Test;

class StandardsPagesTest {
  private static final ControlRef POLICIES = new ControlRef("iso27001-2022", "A.5.1");

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());
  private final Standards standards = server.part(Standards.class);
  private final Visitor officer = people.officer();

  private Programme programme() {
    return standards.of(people.tenant()).programme();
  }

  /** ISO/IEC 27001:2022 and ITIL 4, which a shipped crosswalk joins. */
  private void follows() {
    officer.post("/standards", "catalogue", "itil-4");
    officer.post("/standards", "catalogue", "iso27001-2022", "because", "customers ask for it");
  }

  private static String operated(Operation operation) {
    return operation.word();
  }

  private HttpResponse<String> operate(Visitor visitor, String tag, Operation operation) {
    return visitor.post(
        "/standards/iso27001-2022/control/operation",
        "id",
        "A.5.1",
        "operation",
        operated(operation),
        "since",
        "2026-01-31",
        "because",
        "audit 12",
        "owner",
        "Sam",
        "tag",
        tag);
  }

  @Test
  void following_a_second_catalogue_puts_the_crosswalks_between_them_into_use() {
    follows();

    assertThat(programme().all(Adoption.class))
        .extracting(Adoption::catalogue)
        .containsExactly("itil-4", "iso27001-2022");
    assertThat(programme().all(CrosswalkUse.class))
        .extracting(CrosswalkUse::crosswalk)
        .containsExactly("iso27001-2022-itil-4");
    assertThat(officer.get("/standards").body()).contains("customers ask for it");
  }

  @Test
  void whoever_runs_services_says_what_is_in_operation_but_follows_nothing() {
    follows();
    Visitor owner = people.signedIn(people.person(Role.SERVICE_OWNER));

    assertThat(operate(owner, EntryTag.NOTHING, Operation.YES).statusCode()).isEqualTo(303);
    assertThat(owner.post("/standards", "catalogue", "csf-2.0").statusCode()).isEqualTo(403);
    assertThat(programme().operation(POLICIES).map(ControlOperation::owner)).contains("Sam");
  }

  @Test
  void an_auditor_reads_every_page_and_is_offered_nothing_to_change() {
    follows();
    Visitor auditor = people.signedIn(people.person(Role.AUDITOR));

    for (String path :
        List.of(
            "/standards",
            "/standards/iso27001-2022",
            "/standards/iso27001-2022/control?id=A.5.1",
            "/crosswalks",
            "/crosswalks/iso27001-2022-itil-4",
            "/comparison?from=itil-4&to=iso27001-2022",
            "/scenarios?kind=both&from=itil-4&to=iso27001-2022",
            "/obligations",
            "/contradictions")) {
      HttpResponse<String> answer = auditor.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(
              answer
                  .body()
                  .replaceAll("<form method=\"post\" action=\"/(sign-out|preferences)\"", ""))
          .as(path)
          .doesNotContain("method=\"post\"");
    }
    assertThat(operate(auditor, EntryTag.NOTHING, Operation.YES).statusCode()).isEqualTo(403);
  }

  @Test
  void the_slower_of_two_sees_both_versions_and_can_insist() {
    follows();
    operate(officer, EntryTag.NOTHING, Operation.YES);

    HttpResponse<String> slower = operate(officer, EntryTag.NOTHING, Operation.NO);

    assertThat(slower.statusCode()).isEqualTo(409);
    assertThat(slower.body()).contains("YES").contains("NO");
    Matcher tag = Pattern.compile("name=\"tag\" value=\"([^\"]*)\"").matcher(slower.body());
    assertThat(tag.find()).isTrue();
    assertThat(operate(officer, tag.group(1), Operation.NO).statusCode()).isEqualTo(303);
    assertThat(programme().operation(POLICIES).map(ControlOperation::operation))
        .contains(Operation.NO);
  }

  @Test
  void what_is_proved_covered_is_shown_before_it_is_marked() {
    follows();
    server
        .part(Standards.class)
        .save(
            people.tenant(),
            Attribution.ofServer("test"),
            List.of(
                ProgrammeWish.of(
                    new ControlOperation(
                        new ControlRef("itil-4", "GEN-03"), Operation.YES, null, null, null))));

    String preview = officer.get("/standards/iso27001-2022/proved").body();

    assertThat(preview).contains("A.5.1").contains("iso27001-2022-itil-4").contains("Do it");
    assertThat(programme().operation(POLICIES)).isEmpty();
    officer.post(
        "/standards/iso27001-2022/operations",
        "operation",
        "yes",
        "because",
        "proved",
        "ids",
        "A.5.1",
        "tags",
        EntryTag.NOTHING);
    assertThat(programme().operation(POLICIES).map(ControlOperation::operation))
        .contains(Operation.YES);
  }

  @Test
  void a_mapping_that_contradicts_is_told_before_it_is_saved_and_nothing_is_concluded_from_it() {
    follows();
    officer.post("/crosswalks", "id", "ours", "source", "iso27001-2022", "target", "itil-4");

    String sound =
        officer.get("/crosswalks/ours?source=A.5.1&statement=subset&target=GEN-03").body();
    String clash = officer.get("/crosswalks/ours?source=A.5.1&statement=none&target=GEN-03").body();

    assertThat(sound).contains("This agrees with everything else");
    assertThat(clash)
        .contains("1 contradiction")
        .contains("has nothing in common with")
        .contains("/crosswalks/iso27001-2022-itil-4?q=A.5.1");
    assertThat(programme().all(OwnMapping.class)).isEmpty();

    officer.post(
        "/crosswalks/ours/mappings",
        "source",
        "a.5.1",
        "statement",
        "none",
        "target",
        "gen-03",
        "strength",
        "7",
        "because",
        "as we see it");
    assertThat(programme().all(OwnMapping.class))
        .singleElement()
        .satisfies(
            own -> {
              assertThat(own.mapping().source()).isEqualTo("A.5.1");
              assertThat(own.mapping().statement()).isEqualTo(Statement.NONE);
              assertThat(own.by()).isEqualTo("Person 1");
            });
    assertThat(officer.get("/contradictions").body()).contains("1 contradiction");
  }

  @Test
  void controls_without_counterpart_are_noted_in_an_own_crosswalk_and_taken_out_again() {
    follows();
    officer.post("/crosswalks", "id", "ours", "source", "iso27001-2022", "target", "itil-4");

    officer.post(
        "/crosswalks/ours/considered",
        "catalogue",
        "iso27001-2022",
        "control",
        "a.7.9",
        "because",
        "practices own no premises");
    String page = officer.get("/crosswalks/ours").body();

    assertThat(page).contains("One control was considered").contains("practices own no premises");
    OwnConsidered noted = programme().all(OwnConsidered.class).getFirst();
    assertThat(noted.control()).isEqualTo(new ControlRef("iso27001-2022", "A.7.9"));

    officer.post("/crosswalks/ours/remove");
    assertThat(programme().all(OwnConsidered.class)).isEmpty();
  }

  @Test
  void a_control_inherits_the_need_of_the_requirement_that_it_is_said_to_satisfy() {
    follows();
    Requirement first =
        server
            .part(Models.class)
            .of(people.tenant())
            .read((Snapshot model) -> model.top(1, 0).getFirst().requirement());

    HttpResponse<String> unknown =
        officer.post(
            "/standards/iso27001-2022/control/requirements", "id", "A.5.1", "requirement", "no/no");
    officer.post(
        "/standards/iso27001-2022/control/requirements",
        "id",
        "A.5.1",
        "requirement",
        first.id(),
        "extent",
        "fully");

    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(programme().all(RequirementLink.class)).hasSize(1);
    assertThat(officer.get("/standards/itil-4/control?id=GEN-03").body())
        .contains("We do GEN-03 because it protects");
    assertThat(officer.get("/standards/iso27001-2022?important=yes").body())
        .contains("A.5.1")
        .doesNotContain("A.5.2</a>");
  }

  @Test
  void what_binds_us_here_is_what_the_scope_of_an_obligation_says() {
    follows();
    officer.post(
        "/obligations",
        "title",
        "General Data Protection Regulation",
        "kind",
        "law",
        "geography",
        "Germany, France",
        "data",
        "personal data",
        "reviewOn",
        "2020-01-01");
    officer.post(
        "/obligations/general-data-protection-regulation/controls",
        "catalogue",
        "iso27001-2022",
        "controls",
        "a.5.1, A.5.2",
        "because",
        "Article 32");

    assertThat(programme().all(Obligation.class).getFirst().geography())
        .containsExactly("Germany", "France");
    assertThat(officer.get("/obligations?place=France").body())
        .contains("General Data Protection Regulation</a>")
        .contains("overdue")
        .contains("0 / 2");
    assertThat(officer.get("/obligations?place=Japan").body())
        .doesNotContain("General Data Protection Regulation</a>");
    assertThat(officer.get("/standards/iso27001-2022/control?id=A.5.1").body())
        .contains("Article 32");
    HttpResponse<String> unknown =
        officer.post(
            "/obligations/general-data-protection-regulation/controls",
            "catalogue",
            "iso27001-2022",
            "controls",
            "A.5.3, A.99.1");
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("A.99.1");
  }

  @Test
  void an_imported_crosswalk_is_shown_first_and_then_made_once() {
    follows();
    String yaml =
        """
        crosswalk: {id: brought, source: iso27001-2022, target: itil-4, publisher: Us}
        mappings:
          - {source: A.5.2, relation: intersects, target: GEN-03, strength: 5, because: both}
        """;

    HttpResponse<String> preview = upload("brought.yaml", yaml);

    assertThat(preview.body()).contains("brought").contains("This agrees with everything in use");
    assertThat(programme().all(OwnMapping.class)).isEmpty();
    Matcher form =
        Pattern.compile("action=\"(/crosswalks/import/[^\"]+)\"").matcher(preview.body());
    assertThat(form.find()).isTrue();
    assertThat(officer.post(form.group(1)).statusCode()).isEqualTo(303);
    assertThat(officer.post(form.group(1)).statusCode()).isEqualTo(404);
    assertThat(programme().all(OwnMapping.class)).hasSize(1);
    assertThat(upload("brought.yaml", yaml).body()).contains("0 changes");
  }

  @Test
  void a_file_with_a_mistake_is_told_with_its_place() {
    follows();

    HttpResponse<String> preview =
        upload(
            "wrong.yaml",
            """
            crosswalk: {id: brought, source: iso27001-2022, target: itil-4}
            mappings:
              - {source: A.5.200, relation: intersects, target: GEN-03}
            """);

    assertThat(preview.body())
        .contains("A.5.200")
        .contains(":3:")
        .doesNotContain("/crosswalks/import/");
  }

  private HttpResponse<String> upload(String name, String content) {
    Matcher csrf =
        Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"")
            .matcher(officer.get("/crosswalks/import").body());
    assertThat(csrf.find()).isTrue();
    String body =
        "--edge\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
            + csrf.group(1)
            + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            + content
            + "\r\n--edge--\r\n";
    return officer.send(
        HttpRequest.newBuilder(officer.address("/crosswalks/import"))
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void the_answer_to_a_scenario_can_be_taken_away_as_a_workbook() {
    follows();

    HttpResponse<String> workbook =
        officer.get("/scenarios/answer.xlsx?kind=left&from=itil-4&to=iso27001-2022");

    assertThat(workbook.statusCode()).isEqualTo(200);
    assertThat(workbook.body()).startsWith("PK");
  }

  @Test
  void the_proofs_of_a_scenario_are_told_in_the_readers_language() {
    follows();
    operate(officer, EntryTag.NOTHING, Operation.YES);

    String page =
        people
            .officer()
            .withCookie("language", "de")
            .get("/scenarios?kind=have&from=iso27001-2022&to=itil-4")
            .body();

    assertThat(page).contains("→ ist enthalten in →").doesNotContain("→ subset →");
  }

  @Test
  void two_organisations_that_merge_see_what_is_done_twice() {
    follows();
    operate(officer, EntryTag.NOTHING, Operation.YES);

    String page =
        officer
            .get(
                "/scenarios?kind=merge&from=iso27001-2022&to=itil-4&name=Lakeside"
                    + "&controls=GEN-03,GEN-99")
            .body();

    assertThat(page).contains("Lakeside").contains("double work").contains("GEN-99");
  }

  @Test
  void the_history_tells_what_was_said_of_a_control() {
    follows();
    operate(officer, EntryTag.NOTHING, Operation.PARTLY);

    assertThat(officer.get("/history/control_operation/iso27001-2022/A.5.1").body())
        .contains("audit 12")
        .contains("partly");
  }

  @Test
  void answers_coverage_and_comparison_can_be_taken_away_as_documents_in_the_readers_language() {
    follows();
    String pair = "from=itil-4&to=iso27001-2022";

    for (String path :
        List.of(
            "/scenarios/answer.pdf?kind=left&" + pair,
            "/standards/itil-4/coverage.pdf",
            "/comparison.pdf?" + pair)) {
      HttpResponse<String> answer = officer.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
      assertThat(answer.body()).startsWith("%PDF-");
    }
    assertThat(officer.get("/scenarios/answer.pdf?kind=left&from=no&to=no").statusCode())
        .isEqualTo(404);
    assertThat(officer.get("/standards/nowhere/coverage.pdf").statusCode()).isEqualTo(404);
  }

  @Test
  void the_flow_is_the_same_picture_in_the_page_and_as_a_file() {
    follows();
    String pair = "from=itil-4&to=iso27001-2022";

    String page = officer.get("/comparison?" + pair).body();
    HttpResponse<String> picture = officer.get("/comparison.svg?" + pair);

    assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
    List<String> bars = picture.body().lines().filter(l -> l.contains("class=\"bar\"")).toList();
    assertThat(bars).isNotEmpty().allSatisfy(bar -> assertThat(page).contains(bar));
  }

  @Test
  void the_lists_of_standards_filter_sort_and_are_taken_away() {
    follows();
    operate(officer, EntryTag.NOTHING, Operation.YES);

    assertThat(officer.get("/controls?catalogue=iso27001-2022&operation=yes").body())
        .contains("A.5.1")
        .doesNotContain(">A.5.2<");
    String controls = officer.get("/controls.csv?catalogue=itil-4&degree=partly").body();
    assertThat(controls)
        .contains("GEN-03")
        .contains("iso27001-2022 A.5.1")
        .doesNotContain("GEN-05");
    assertThat(officer.get("/mappings.csv?relation=subset&q=GEN-03").body())
        .contains("A.5.1")
        .contains("iso27001-2022-itil-4");
    assertThat(officer.get("/mappings?crosswalk=iso27001-2022-itil-4&sort=-target").statusCode())
        .isEqualTo(200);
    assertThat(officer.get("/catalogues?followed=yes&sort=-controls").body())
        .contains("ITIL 4")
        .doesNotContain("SP 800-53");
    assertThat(officer.get("/catalogues.csv").body()).contains("SP 800-53");
  }

  @Test
  void a_status_file_is_shown_before_it_counts() {
    follows();
    String file = "organisation: We\niso27001-2022:\n  A.5.1: yes\n";

    Matcher form =
        Pattern.compile("action=\"(/crosswalks/import/[^\"]+)\"")
            .matcher(upload("ours.yaml", file).body());

    assertThat(form.find()).isTrue();
    assertThat(programme().operation(POLICIES)).isEmpty();
    officer.post(form.group(1));
    assertThat(programme().operation(POLICIES)).isPresent();
  }

  @Test
  void looking_at_the_effect_of_a_mapping_takes_no_form_token_into_the_address() {
    follows();
    officer.post("/crosswalks", "id", "ours", "source", "iso27001-2022", "target", "itil-4");

    String page = officer.get("/crosswalks/ours").body();

    Matcher form =
        Pattern.compile("<form method=\"get\"[^>]*>(.*?)</form>", Pattern.DOTALL).matcher(page);
    assertThat(form.results().map(each -> each.group(1)).toList())
        .isNotEmpty()
        .allSatisfy(
            inner ->
                assertThat(inner.replaceAll("<button[^>]*formmethod=\"post\"[^>]*>", ""))
                    .doesNotContain("_csrf"));
  }
}
