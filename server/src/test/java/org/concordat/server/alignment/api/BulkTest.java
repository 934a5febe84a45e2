package org.concordat.server.alignment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many changes in one request, one a line. */
class BulkTest {
  private static final String[] MIXED = {
    "{\"put\":{\"id\":\"a-1\",\"name\":\"One\",\"kind\":\"technical\"}}",
    "{\"put\":{\"id\":\"a-2\",\"kind\":\"technical\"}}",
    "not json",
    "{\"patch\":{\"id\":\"crm\",\"name\":\"Renamed\"}}",
    "{\"delete\":{\"id\":\"claims-db\"}}",
    "{\"put\":{\"id\":\"crm-2\",\"name\":\"X\",\"kind\":\"service\"},\"if-match\":\"stale\"}",
    "{\"put\":{\"id\":\"a-1\",\"name\":\"Again\",\"kind\":\"technical\"}}",
    "{\"delete\":{\"id\":\"nothing\"}}"
  };

  private final People people = new People(RunningServer.shared(), Acme.workspace());
  private final Program officer = people.program(Role.SECURITY_OFFICER);

  private static List<Integer> statuses(Answer answer) {
    return answer.lines().stream().map(line -> line.get("status").intValue()).toList();
  }

  @Test
  void each_line_has_its_own_result_and_the_good_ones_are_one_action() {
    Answer answer = officer.lines("/assets", MIXED);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(statuses(answer)).containsExactly(201, 422, 400, 200, 422, 412, 422, 404);
    assertThat(answer.lines().get(1).at("/problem/errors/0/pointer").stringValue())
        .isEqualTo("/name");
    assertThat(answer.lines().getFirst().get("etag").stringValue())
        .isEqualTo(officer.get("/assets/a-1").etag().replace("\"", ""));
    assertThat(officer.get("/assets/crm").at("/name")).isEqualTo("Renamed");
    assertThat(officer.get("/assets/claims-db").status()).isEqualTo(200);
    Answer action = officer.get(answer.header("Concordat-Change"));
    assertThat(action.json().path("changes").size()).isEqualTo(2);
    assertThat(officer.post(answer.header("Concordat-Change") + "/undo", "").status())
        .isEqualTo(200);
    assertThat(officer.get("/assets/a-1").status()).isEqualTo(404);
  }

  @Test
  void an_atomic_request_does_all_or_nothing() {
    Answer answer = officer.lines("/assets?atomic=true", MIXED);
    Answer good = officer.lines("/assets?atomic=true", MIXED[0], MIXED[3]);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(statuses(answer)).containsExactly(424, 422, 400, 424, 424, 412, 422, 404);
    assertThat(answer.header("Concordat-Change")).isEmpty();
    assertThat(statuses(good)).containsExactly(201, 200);
  }

  @Test
  void a_rehearsal_tells_the_same_and_changes_nothing() {
    Answer rehearsed = officer.lines("/assets?dry-run=true", MIXED);

    assertThat(statuses(rehearsed)).containsExactly(201, 422, 400, 200, 422, 412, 422, 404);
    assertThat(officer.get("/assets/a-1").status()).isEqualTo(404);
    assertThat(officer.get("/actions?limit=1").at("/items/0/name")).isNotEqualTo("x");
    assertThat(statuses(officer.lines("/assets", MIXED))).isEqualTo(statuses(rehearsed));
  }

  @Test
  void the_same_request_twice_changes_nothing_the_second_time() {
    String[] lines = {
      "{\"put\":{\"from\":\"crm\",\"on\":\"server-1\"}}",
      "{\"put\":{\"from\":\"claims-db\",\"on\":\"server-1\",\"ways\":[{\"strength\":\"marginal\"}]}}"
    };

    Answer first = officer.lines("/dependencies", lines);
    Answer second = officer.lines("/dependencies", lines);

    assertThat(statuses(first)).containsExactly(201, 201);
    assertThat(statuses(second)).containsExactly(200, 200);
    assertThat(second.header("Concordat-Change")).isEmpty();
  }

  @Test
  void lines_that_the_caller_may_not_change_are_refused_and_the_others_done() {
    Program owner = people.program(Role.SERVICE_OWNER);

    Answer answer =
        owner.lines(
            "/assets",
            "{\"patch\":{\"id\":\"server-1\",\"name\":\"Ours\"}}",
            "{\"patch\":{\"id\":\"crm\",\"name\":\"Ours\"}}");

    assertThat(statuses(answer)).containsExactly(200, 403);
  }

  @Test
  void judgements_go_by_link_and_judge() {
    Answer answer =
        officer.lines(
            "/impacts",
            "{\"put\":{\"requirement\":\"crm/availability\",\"factor\":\"productivity-loss\",\"level\":\"critical\",\"by\":\"Bob\"}}",
            "{\"put\":{\"requirement\":\"crm/availability\",\"factor\":\"productivity-loss\",\"level\":\"marginal\",\"by\":\"Eve\"}}",
            "{\"put\":{\"factor\":\"reputation-damage\",\"goal\":\"more-sales\",\"level\":\"top\"}}",
            "{\"put\":{\"factor\":\"reputation-damage\",\"level\":\"marginal\"}}");

    assertThat(statuses(answer)).containsExactly(201, 201, 422, 422);
    Answer list = officer.get("/impacts/requirements?requirement=crm/availability");
    assertThat(list.at("/total")).isEqualTo("2");
    assertThat(list.at("/items/0/counting"))
        .as("the higher of the middle two")
        .isEqualTo("critical");
  }

  @Test
  void five_thousand_lines_are_one_action() {
    String[] lines = new String[5_000];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = "{\"put\":{\"id\":\"n-" + i + "\",\"name\":\"N\",\"kind\":\"technical\"}}";
    }

    Answer answer = officer.lines("/assets", lines);

    assertThat(answer.lines())
        .extracting((JsonNode line) -> line.get("status").intValue())
        .containsOnly(201);
    assertThat(officer.get("/assets?limit=1").at("/total")).isEqualTo("5004");
  }
}
