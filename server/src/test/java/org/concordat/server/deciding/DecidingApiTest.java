package org.concordat.server.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.junit.jupiter.api.Test;

/** Drafts and the rest of deciding, for programs; every word is held against the contract. */
class DecidingApiTest {
  private static final String LINK =
      "\"try\":\"link\",\"from\":\"claims-process/availability\",\"to\":\"productivity-loss\"";

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());
  private final Program olga = people.program(Role.SECURITY_OFFICER);
  private final Program otto = people.program(Role.SECURITY_OFFICER);

  private String begun() {
    Answer made = olga.post("/api/v1/drafts", "{\"name\":\"Try\"}");
    assertThat(made.status()).isEqualTo(201);
    return made.header("Location");
  }

  @Test
  void a_draft_goes_from_a_first_change_to_somebody_elses_approval() {
    String draft = begun();

    Answer changed =
        olga.post(draft + "/changes", "{\"revision\":0," + LINK + ",\"level\":\"marginal\"}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.at("/effect/moved")).isEqualTo("2");
    assertThat(changed.at("/effect/requirements/0/after/level")).isEqualTo("marginal");

    Answer proposed =
        olga.put(draft + "/state", "{\"revision\":1,\"state\":\"proposed\",\"words\":\"Why not\"}");
    assertThat(proposed.at("/state")).isEqualTo("proposed");
    assertThat(olga.put(draft + "/state", "{\"revision\":2,\"state\":\"applied\"}").status())
        .isEqualTo(409);

    Answer applied = otto.put(draft + "/state", "{\"revision\":2,\"state\":\"applied\"}");
    assertThat(applied.status()).isEqualTo(200);
    assertThat(otto.get(applied.at("/action")).status()).isEqualTo(200);
    assertThat(otto.get("/api/v1/requirements/claims-process/availability").at("/level"))
        .isEqualTo("marginal");
  }

  @Test
  void what_cannot_be_tried_out_is_told_with_its_place() {
    String draft = begun();

    Answer wrong =
        olga.post(draft + "/changes", "{\"revision\":0," + LINK + ",\"level\":\"huge\"}");

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.places()).containsExactly("/level");
    assertThat(
            olga.post(
                    draft + "/changes",
                    "{\"revision\":0,\"try\":\"asset-gone\",\"id\":\"nowhere\"}")
                .status())
        .isEqualTo(422);
    assertThat(
            olga.post(draft + "/changes", "{\"revision\":7," + LINK + ",\"level\":\"marginal\"}")
                .status())
        .isEqualTo(409);
  }

  @Test
  void programs_try_out_levels_tables_names_and_properties() {
    String draft = begun();

    Answer joined =
        olga.post(
            draft + "/changes",
            "{\"revision\":0,\"try\":\"joining\",\"levels\":[\"low\",\"high\"],"
                + "\"matrix\":[[\"low\",\"low\"],[\"low\",\"low\"]]}");
    assertThat(joined.status()).isEqualTo(200);
    assertThat(joined.at("/effect/requirements/0/after/level")).isEqualTo("low");
    Answer left = olga.post(draft + "/changes", "{\"revision\":1,\"try\":\"carry-over\"}");
    assertThat(left.status()).isEqualTo(200);
    assertThat(
            olga.post(
                    draft + "/changes",
                    "{\"revision\":2,\"try\":\"name\",\"what\":\"unit\",\"id\":\"sales\","
                        + "\"name\":\"Markets\"}")
                .status())
        .isEqualTo(200);
    assertThat(
            olga.post(
                    draft + "/changes",
                    "{\"revision\":3,\"try\":\"properties\",\"id\":\"crm\","
                        + "\"properties\":[\"integrity\"]}")
                .status())
        .isEqualTo(200);

    Answer wrong =
        olga.post(
            draft + "/changes", "{\"revision\":4,\"try\":\"joining\",\"matrix\":[[\"vast\"]]}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.places()).containsExactly("/matrix/0/0");
    assertThat(olga.post(draft + "/changes", "{\"revision\":4,\"try\":\"name\"}").places())
        .containsExactly("/what", "/id", "/name");
  }

  @Test
  void programs_try_out_units_and_how_needs_are_passed_on_all_at_once_or_none() {
    String draft = begun();

    Answer wrong =
        olga.post(
            draft + "/edits",
            "{\"revision\":0,\"edits\":["
                + "{\"try\":\"new-unit\",\"name\":\"Pensions\"},"
                + "{\"try\":\"goal-unit\",\"id\":\"more-sale\",\"unit\":\"pensions\"},"
                + "{\"try\":\"new-unit\",\"name\":\"Loans\",\"levels\":[\"low\"]}]}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.places()).containsExactly("/edits/1", "/edits/2/levels");
    assertThat(wrong.body()).contains("did you mean 'more-sales'?");
    assertThat(olga.get(draft).at("/changes")).isEqualTo("[]");

    Answer changed =
        olga.post(
            draft + "/edits",
            "{\"revision\":0,\"edits\":["
                + "{\"try\":\"new-unit\",\"name\":\"Pensions\",\"id\":\"pen\"},"
                + "{\"try\":\"goal-unit\",\"id\":\"more-sales\",\"unit\":\"pen\"},"
                + "{\"try\":\"unit-gone\",\"id\":\"sales\"},"
                + "{\"try\":\"passing\",\"from\":\"claims-process\",\"to\":\"claims-db\","
                + "\"carries\":{\"availability\":\"integrity\"},"
                + "\"redundancy\":{\"group\":\"stores\",\"needs\":1}}]}");

    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.at("/effect/requirements/0/name")).isEqualTo("Claims database");
    assertThat(changed.at("/effect/requirements/1/after/because"))
        .isEqualTo(
            "stops Handle claim → Loss of productivity (critical) → Settle within a day"
                + " (critical)");
  }

  @Test
  void programs_take_changes_out_and_set_drafts_side_by_side() {
    String draft = begun();
    String other = begun();
    olga.post(draft + "/changes", "{\"revision\":0," + LINK + ",\"level\":\"marginal\"}");

    Answer beside =
        olga.get(draft + "/comparison?with=" + other.substring(other.lastIndexOf('/') + 1));
    assertThat(beside.status()).isEqualTo(200);
    assertThat(beside.at("/differing")).isEqualTo("2");
    assertThat(beside.at("/requirements/0/one/level")).isEqualTo("marginal");
    assertThat(beside.at("/requirements/0/other/level")).isEqualTo("critical");

    assertThat(olga.delete(draft + "/changes/7?revision=1").status()).isEqualTo(422);
    Answer without = olga.delete(draft + "/changes/0?revision=1");
    assertThat(without.status()).isEqualTo(200);
    assertThat(without.at("/effect/moved")).isEqualTo("0");
    assertThat(olga.delete(draft + "/changes/0?revision=1").status()).isEqualTo(409);
  }

  @Test
  void of_a_conflict_it_is_told_what_others_have_changed() {
    String draft = begun();
    olga.post(
        draft + "/changes",
        "{\"revision\":0,\"try\":\"goal\",\"id\":\"more-sales\",\"level\":\"critical\"}");
    assertThat(
            olga.put(
                    "/api/v1/goals/more-sales",
                    "{\"unit\":\"sales\",\"name\":\"Sell more\",\"importance\":\"negligible\"}",
                    "If-Match",
                    "*")
                .status())
        .isEqualTo(200);

    Answer stale = olga.get(draft);

    assertThat(stale.at("/changes/0/conflict")).isEqualTo("true");
    assertThat(stale.at("/changes/0/says"))
        .isEqualTo("Importance of goal Sell more: marginal → critical");
    assertThat(stale.at("/changes/0/meanwhile"))
        .isEqualTo("Importance of goal Sell more: marginal → negligible");
  }

  @Test
  void a_draft_is_nobody_elses_until_it_is_shared() {
    String draft = begun();
    assertThat(otto.get(draft).status()).isEqualTo(404);

    assertThat(olga.put(draft + "/shared", "{\"revision\":0,\"shared\":true}").status())
        .isEqualTo(200);

    assertThat(otto.get(draft).status()).isEqualTo(200);
    assertThat(otto.get("/api/v1/drafts").at("/total")).isEqualTo("1");
  }

  @Test
  void auditors_read_drafts_but_make_none() {
    Program auditor = people.program(Role.AUDITOR);

    assertThat(auditor.get("/api/v1/drafts").status()).isEqualTo(200);
    assertThat(auditor.post("/api/v1/drafts", "{\"name\":\"Try\"}").status()).isEqualTo(403);
  }

  @Test
  void sensitivity_names_the_judgement_that_moves_most() {
    Answer answer = olga.get("/api/v1/sensitivity?top=1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/effects/0/from")).isNotEmpty();
    assertThat(olga.get("/api/v1/sensitivity?top=0").status()).isEqualTo(400);
  }

  @Test
  void classic_ratings_come_with_what_goals_say() {
    olga.post("/api/v1/factors", "{\"id\":\"rated-impact\",\"name\":\"As rated\"}");
    Answer empty = olga.get("/api/v1/classic");

    assertThat(empty.status()).isEqualTo(200);
    assertThat(empty.at("/total")).isEqualTo("0");
    assertThat(empty.at("/tau")).isEmpty();
  }

  @Test
  void an_incident_makes_its_requirement_due() {
    assertThat(
            olga.put("/api/v1/review-intervals", "{\"requirements\":120,\"factors\":120}").status())
        .isEqualTo(200);
    assertThat(olga.get("/api/v1/reviews").at("/total")).isEqualTo("0");

    Answer recorded =
        olga.post(
            "/api/v1/incidents",
            "{\"asset\":\"claims-process\",\"property\":\"availability\",\"on\":\"2026-11-20\","
                + "\"severity\":\"high\",\"what\":\"The queue stood still\"}");

    assertThat(recorded.status()).isEqualTo(201);
    assertThat(olga.get("/api/v1/reviews").at("/items/0/reasons/0/kind")).isEqualTo("incident");
    assertThat(olga.get("/api/v1/incidents").at("/total")).isEqualTo("1");
  }

  @Test
  void results_are_tables_and_workbooks_too() {
    assertThat(olga.put("/api/v1/factors/rated-impact", "{\"name\":\"As rated\"}").status())
        .isEqualTo(201);
    assertThat(
            olga.put(
                    "/api/v1/impacts/requirements/claims-process/availability/rated-impact/judgement",
                    "{\"level\":\"marginal\"}")
                .status())
        .isEqualTo(201);
    olga.post(
        "/api/v1/incidents",
        "{\"asset\":\"claims-process\",\"property\":\"availability\",\"on\":\"2026-11-20\","
            + "\"severity\":\"high\",\"what\":\"The queue stood still\"}");

    assertThat(olga.get("/api/v1/classic", "Accept", "text/csv").body().lines())
        .startsWith("id,rating,level,score,shift,explained")
        .anyMatch(line -> line.startsWith("claims-process/availability,marginal,"));
    assertThat(olga.get("/api/v1/sensitivity?top=1", "Accept", "text/csv").body().lines())
        .startsWith("from,to,before,after,judges,attention,moved,entered,left")
        .hasSize(2);
    assertThat(olga.get("/api/v1/reviews", "Accept", "text/csv").body().lines())
        .startsWith("from,to,agreement,target,judged-on,kind,on,level,windows,what")
        .anyMatch(line -> line.contains(",incident,2026-11-20,,,The queue stood still"));
    for (String result : List.of("classic", "sensitivity", "reviews")) {
      Answer workbook =
          olga.get(
              "/api/v1/" + result,
              "Accept",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      assertThat(workbook.status()).isEqualTo(200);
      assertThat(workbook.body()).startsWith("PK");
    }
  }
}
