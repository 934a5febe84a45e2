package org.concordat.server.trail.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.junit.jupiter.api.Test;

/** The history over the API. */
class HistoryTest {
  private final People people = new People(RunningServer.shared(), Acme.workspace());
  private final Program officer = people.program(Role.SECURITY_OFFICER);

  private String rename(String name) {
    return officer
        .patch("/assets/crm", "{\"name\":\"" + name + "\"}", "If-Match", "*")
        .header("Concordat-Change");
  }

  @Test
  void actions_are_listed_newest_first_without_gaps() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      made.addFirst(rename("Name " + i));
    }
    List<String> listed = new ArrayList<>();
    String next = "/api/v1/actions?table=asset&limit=11";
    while (!next.isEmpty()) {
      Answer part = officer.get(next);
      part.json().path("items").forEach(item -> listed.add(item.path("address").stringValue("")));
      next = part.at("/next");
      rename("Later " + listed.size());
    }

    assertThat(listed.subList(0, 60)).isEqualTo(made);
    assertThat(listed).doesNotHaveDuplicates();
  }

  @Test
  void an_action_tells_each_field_and_what_it_moved() {
    Answer changed =
        officer.put(
            "/impacts/factors/productivity-loss/fast-settlement/judgement?judge=j.doe",
            "{\"level\":\"negligible\"}",
            "If-Match",
            "*");
    Answer action = officer.get(changed.header("Concordat-Change"));

    assertThat(changed.header("Concordat-Moved")).isEqualTo("2");
    assertThat(action.at("/undoable")).isEqualTo("true");
    assertThat(action.at("/effect/moved-in-all")).isEqualTo("2");
    assertThat(action.at("/changes/0/table")).isEqualTo("factor_impact");
    assertThat(action.at("/changes/0/subject/0/name")).isEqualTo("Loss of productivity");
    assertThat(
            officer
                .get("/history/factor_impact/productivity-loss/fast-settlement")
                .json()
                .path("items")
                .size())
        .isEqualTo(2);
    assertThat(officer.get("/history/asset/nothing").status()).isEqualTo(404);
  }

  @Test
  void an_action_is_taken_back_unless_something_later_stands_in_the_way() {
    String first = rename("First");
    String second = rename("Second");

    Answer blocked = officer.post(first + "/undo", "");
    Answer undone = officer.post(second + "/undo", "", "Concordat-Reason", "A mistake");

    assertThat(blocked.status()).isEqualTo(409);
    assertThat(blocked.at("/obstacles/0/what")).isEqualTo("changed");
    assertThat(blocked.at("/obstacles/0/key")).isEqualTo("crm");
    assertThat(undone.status()).isEqualTo(200);
    assertThat(officer.get("/assets/crm").at("/name")).isEqualTo("First");
    assertThat(officer.get(undone.at("/action")).at("/reason")).isEqualTo("A mistake");
  }

  @Test
  void a_day_is_compared_with_now() {
    String today = LocalDate.now(ZoneOffset.UTC).toString();

    assertThat(officer.get("/days/" + today).at("/changes")).isEqualTo("0");
    assertThat(officer.get("/days/" + today + "/requirements?top=1").at("/requirements/0/rank"))
        .isEqualTo("1");
    assertThat(officer.get("/days/2000-01-01").status()).isEqualTo(404);
  }

  @Test
  void whoever_reads_the_model_sees_what_was_done_to_it_and_not_what_was_done_to_people() {
    Program administrator = people.program(Role.ADMINISTRATOR);
    administrator.post(
        "/people/invitations",
        "{\"email\":\"a@example.org\",\"name\":\"A\",\"roles\":[{\"role\":\"board\"}]}");
    String ofPeople = officer.get("/actions?table=one_time_link").at("/items/0/address");
    Program contributor = people.program(Role.CONTRIBUTOR, "claims");

    assertThat(officer.get(ofPeople).status()).isEqualTo(200);
    assertThat(officer.post(ofPeople + "/undo", "").status()).isEqualTo(409);
    assertThat(contributor.get(ofPeople).status()).isEqualTo(404);
    assertThat(contributor.get(rename("Seen")).status()).isEqualTo(200);
    assertThat(contributor.get("/actions").status()).isEqualTo(403);
  }

  @Test
  void the_trail_is_handed_out_sealed() {
    Answer trail = officer.get("/trail");

    assertThat(trail.header("Content-Type")).isEqualTo("application/x-ndjson");
    assertThat(trail.body().lines().count()).isGreaterThan(10);
    assertThat(officer.get("/trail/key").body()).startsWith("-----BEGIN PUBLIC KEY-----");
    assertThat(officer.get("/trail/seal").at("/broken")).isEqualTo("false");
  }
}
