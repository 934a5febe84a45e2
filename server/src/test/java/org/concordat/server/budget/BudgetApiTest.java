package org.concordat.server.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.People;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.junit.jupiter.api.Test;

/** Budgets over the API. */
class BudgetApiTest {
  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());
  private final Program officer = people.program(Role.SECURITY_OFFICER);

  private static String control(String name, int money) {
    return """
    {"name": "%s", "outlays": [{"resource": "money", "once": "%d"}],
     "serves": [{"requirement": "customer-file/confidentiality", "level": "critical"}]}
    """
        .formatted(name, money);
  }

  @Test
  void a_plan_is_searched_and_told_with_its_frontier() {
    SampleBudget.into(server, people);

    Answer searched = officer.post("/budget/searches", "{}", "Prefer", "wait=30");

    String found = searched.header("Location").replace("/api/v1", "");
    Answer answer = officer.get(found);
    for (int i = 0; i < 200 && answer.at("/stage").equals("running"); i++) {
      answer = officer.get(found, "Prefer", "wait=10");
    }
    assertThat(answer.at("/stage")).isEqualTo("done");
    assertThat(answer.at("/end")).isEqualTo("proved");
    assertThat(answer.at("/stale")).isEqualTo("false");
    assertThat(answer.json().at("/points").size()).isGreaterThan(3);
    assertThat(answer.json().at("/starts").size()).isGreaterThan(2);
  }

  @Test
  void plan_and_frontier_are_taken_away_with_their_reasons() {
    SampleBudget.into(server, people);
    String found =
        officer
            .post("/budget/searches", "{}", "Prefer", "wait=30")
            .header("Location")
            .replace("/api/v1", "");
    for (int i = 0; i < 200 && officer.get(found).at("/stage").equals("running"); i++) {
      officer.get(found, "Prefer", "wait=10");
    }

    Answer plan = officer.get(found + "/plan", "Accept", "application/json");
    assertThat(plan.at("/end")).isEqualTo("proved");
    assertThat(plan.json().at("/controls").valueStream())
        .anyMatch(c -> c.path("start").intValue() == 0 && c.path("blockers").size() > 0);
    Answer nothing = officer.get(found + "/plan?point=0", "Accept", "application/json");
    assertThat(Double.parseDouble(nothing.at("/residual")))
        .isGreaterThan(Double.parseDouble(plan.at("/residual")));
    assertThat(officer.get(found + "/plan", "Accept", "text/csv").body())
        .startsWith("id,name,start,alone,beyond,blockers,");
    assertThat(officer.get(found + "/frontier", "Accept", "text/csv").body())
        .startsWith("money,share,residual,bound,controls,starts");
    assertThat(officer.get(found + "/frontier", "Accept", "image/svg+xml").body())
        .startsWith("<svg");
    for (String file : List.of("/plan", "/frontier")) {
      Answer workbook =
          officer.get(
              found + file,
              "Accept",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      assertThat(workbook.body()).startsWith("PK");
    }
    assertThat(officer.get(found + "/plan?point=9999", "Accept", "text/csv").status())
        .isEqualTo(400);
    assertThat(
            officer
                .get(
                    "/budget/searches/01890a5d-ac96-774b-bcce-b302099a8057/plan",
                    "Accept",
                    "text/csv")
                .status())
        .isEqualTo(404);
  }

  @Test
  void nothing_is_overwritten_unseen() {
    assertThat(officer.put("/budget/controls/mfa", control("MFA", 1)).status()).isEqualTo(201);
    String tag = officer.get("/budget/controls/mfa").etag();

    assertThat(officer.put("/budget/controls/mfa", control("MFA", 2)).status()).isEqualTo(428);
    assertThat(officer.put("/budget/controls/mfa", control("MFA", 2), "If-Match", tag).status())
        .isEqualTo(200);
    assertThat(officer.put("/budget/controls/mfa", control("MFA", 3), "If-Match", tag).status())
        .isEqualTo(412);
    assertThat(officer.get("/budget/controls").at("/items/0/outlays/0/once")).isEqualTo("2");
  }

  @Test
  void everything_that_is_wrong_is_told() {
    Answer answer =
        officer.put(
            "/budget/controls/mfa",
            """
            {"name": "MFA", "outlays": [{"resource": "money", "once": "much"}],
             "serves": [{"requirement": "customer-file", "level": "huge"}]}
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors").size()).isEqualTo(3);
    assertThat(officer.get("/budget/controls/mfa").status()).isEqualTo(404);
  }

  @Test
  void who_searches_can_be_chosen_and_is_told() {
    SampleBudget.into(server, people);

    Answer unknown = officer.post("/budget/searches", "{\"solver\": \"abacus\"}");
    Answer alone = officer.post("/budget/searches", "{\"solver\": \"own\"}");

    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.at("/errors/0/detail")).contains("together, own, ojalgo");
    assertThat(alone.status()).isEqualTo(201);
    assertThat(alone.at("/solver")).isEqualTo("own");
  }

  @Test
  void horizon_and_budgets_are_changed() {
    String tag = officer.get("/budget/frame").etag();

    Answer answer =
        officer.put(
            "/budget/frame",
            "{\"years\": 2, \"together\": \"adding\", \"budgets\": [{\"resource\": \"money\","
                + " \"years\": [\"10\", \"20.5\"]}]}",
            "If-Match",
            tag);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/budgets/0/years/1")).isEqualTo("20.5");
    Answer wrong =
        officer.put(
            "/budget/frame",
            "{\"years\": 3, \"together\": \"best\", \"budgets\": [{\"resource\": \"money\","
                + " \"years\": [\"10\"]}]}",
            "If-Match",
            answer.etag());
    assertThat(wrong.status()).isEqualTo(422);
  }

  @Test
  void who_may_not_change_is_told_so() {
    Program auditor = people.program(Role.AUDITOR);

    assertThat(auditor.get("/budget/controls").status()).isEqualTo(200);
    assertThat(auditor.put("/budget/controls/mfa", control("MFA", 1)).status()).isEqualTo(403);
    assertThat(auditor.post("/budget/searches", "{}").status()).isEqualTo(403);
  }
}
