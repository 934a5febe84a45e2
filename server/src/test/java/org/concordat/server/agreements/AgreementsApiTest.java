package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.People;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Agreements over the API. */
class AgreementsApiTest {
  private static final String SERVICES =
      """
      concordat-services: 1
      currency: EUR
      services:
        - id: continuity
          name: Continuity
          properties: [availability]
          levels:
            - id: raised
              name: Raised
              protection: marginal
              price: {per-unit: 300, unit: system, period: month}
              targets: [{measure: {kind: availability}, direction: at-least, threshold: 0.995, window: month, method: probe}]
      """;

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, TwoUnits.workspace());
  private final Program supply = people.program(Role.SERVICE_OWNER);
  private final Program head = people.program(Role.UNIT_HEAD, "mortgages");

  private static String json(Object value) {
    return JsonMapper.builder().build().writeValueAsString(value);
  }

  private void offerServices() {
    String body =
        json(JsonNodeFactory.instance.objectNode().put("supplier", "IT").put("services", SERVICES));
    assertThat(supply.put("/services", body).status()).isEqualTo(200);
  }

  private Answer draft() {
    return supply.post("/agreements", "{\"unit\":\"mortgages\"}");
  }

  private static Answer move(Program who, String kind, String party, int seen) {
    return who.post(
        "/agreements/mortgages/1/moves",
        "{\"kind\":\"%s\",\"party\":\"%s\",\"seen\":%d}".formatted(kind, party, seen));
  }

  @Test
  void nothing_is_drafted_before_somebody_says_what_is_offered() {
    assertThat(draft().status()).isEqualTo(409);
    assertThat(supply.get("/services").status()).isEqualTo(404);
  }

  @Test
  void a_draft_is_made_of_the_needs_of_the_unit_and_agreed_step_by_step() {
    offerServices();

    Answer drafted = draft();
    assertThat(drafted.status()).isEqualTo(201);
    assertThat(drafted.at("/state")).isEqualTo("draft");
    assertThat(drafted.at("/document/lines/0/requirement")).isEqualTo("brokering/availability");
    assertThat(draft().status()).as("another draft beside it").isEqualTo(409);

    assertThat(move(supply, "propose", "supply", 1).at("/state")).isEqualTo("proposed");
    assertThat(move(supply, "agree", "supply", 2).status()).as("one's own offer").isEqualTo(422);
    assertThat(move(head, "agree", "demand", 1).status()).as("an old sight").isEqualTo(409);
    assertThat(move(head, "agree", "demand", 2).at("/state")).isEqualTo("pending-review");
    assertThat(head.get("/agreements/mortgages/1/moves").at("/total")).isEqualTo("3");
  }

  @Test
  void whoever_speaks_for_another_party_is_refused() {
    offerServices();
    draft();
    Program auditor = people.program(Role.AUDITOR);
    Program other = people.program(Role.UNIT_HEAD, "payments");

    assertThat(move(head, "propose", "supply", 1).status()).isEqualTo(403);
    assertThat(move(auditor, "withdraw", "supply", 1).status()).isEqualTo(403);
    assertThat(move(other, "withdraw", "demand", 1).status()).isEqualTo(403);
    assertThat(head.post("/agreements", "{\"unit\":\"mortgages\"}").status()).isEqualTo(403);
    assertThat(auditor.get("/agreements").at("/total")).isEqualTo("1");
  }

  @Test
  void another_organisation_sees_nothing_of_it() {
    offerServices();
    draft();
    People elsewhere = new People(server, TwoUnits.workspace());
    Program stranger = elsewhere.program(Role.SERVICE_OWNER);

    assertThat(stranger.get("/agreements").at("/total")).isEqualTo("0");
    assertThat(stranger.get("/agreements/mortgages/1").status()).isEqualTo(404);
    assertThat(move(stranger, "propose", "supply", 1).status()).isEqualTo(404);
  }

  @Test
  void a_draft_is_not_measured() {
    offerServices();
    String target = draft().at("/document/lines/0/targets/0/id");
    String body =
        ("{'measurements':[{'target':'%s','at':'2026-03-02T09:30:00Z','until':'soon'},"
                + "{'target':'%s','at':'2026-03-02T09:30:00Z'}]}")
            .formatted(target, target)
            .replace('\'', '"');

    Answer wrong = supply.post("/agreements/mortgages/1/measurements", body);
    Answer early =
        supply.post(
            "/agreements/mortgages/1/measurements",
            body.replace("soon", "2026-03-02T09:31:00Z")
                .replace(
                    "\"at\":\"2026-03-02T09:30:00Z\"}",
                    "\"at\":\"2026-03-02T09:30:00Z\",\"until\":\"2026-03-02T09:30:00Z\"}"));

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.places()).containsExactly("/measurements/0/until", "/measurements/1");
    assertThat(early.status()).isEqualTo(409);
    assertThat(supply.get("/agreements/mortgages/1/results").at("/total")).isEqualTo("0");
  }

  @Test
  void a_step_is_done_by_its_side_when_it_lacks_nothing() {
    Answer all = head.get("/steps");
    assertThat(all.at("/items/0/steps/vision/state")).isEqualTo("ready");

    assertThat(supply.post("/steps/mortgages", "{\"step\":\"vision\"}").status()).isEqualTo(403);
    assertThat(head.post("/steps/mortgages", "{\"step\":\"factors\"}").status()).isEqualTo(409);
    assertThat(head.post("/steps/mortgages", "{\"step\":\"vision\"}").at("/steps/vision/state"))
        .isEqualTo("done");
  }

  @Test
  void services_that_cannot_be_read_are_told_line_by_line_and_not_kept() {
    String body =
        json(
            JsonNodeFactory.instance
                .objectNode()
                .put("supplier", "IT")
                .put("services", "concordat-services: 1\ncurrency: euro\nservces: []\n"));

    Answer answer = supply.put("/services", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("services.yaml:3");
    assertThat(supply.get("/services").status()).isEqualTo(404);
    assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
  }
}
