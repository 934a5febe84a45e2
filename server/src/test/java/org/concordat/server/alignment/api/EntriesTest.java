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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries of the model over the API: read, made, changed, taken away. */
class EntriesTest {
  private final People people = new People(RunningServer.shared(), Acme.workspace());
  private final Program officer = people.program(Role.SECURITY_OFFICER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/units/hr | {\"name\":\"People\",\"discipline\":\"customer-intimacy\"}",
        "/goals/growth | {\"unit\":\"sales\",\"name\":\"Grow\",\"importance\":\"marginal\"}",
        "/factors/fine | {\"name\":\"Fine\",\"controllable\":false,\"description\":\"By law\"}",
        "/properties/traceability | {\"name\":\"Traceability\"}",
        "/assets/hr-files | {\"name\":\"Files\",\"kind\":\"information\",\"unit\":\"claims\"}",
        "/dependencies/crm/server-1 | {\"ways\":[{\"strength\":\"marginal\"}]}",
        "/impacts/requirements/claims-db/integrity/productivity-loss/judgement |"
            + " {\"level\":\"marginal\",\"because\":\"Wrong payments\"}",
        "/impacts/factors/reputation-damage/more-sales/agreed | {\"level\":\"critical\"}"
      })
  void an_entry_is_made_read_and_taken_away(String path, String body) {
    Answer made = officer.put(path, body);
    Answer read = officer.get(path);
    Answer again = officer.put(path, body);

    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.header("Location")).startsWith("/api/v1" + path);
    assertThat(made.header("Concordat-Change")).startsWith("/api/v1/actions/");
    assertThat(read.json()).isEqualTo(made.json());
    assertThat(read.etag()).isEqualTo(made.etag()).startsWith("\"");
    assertThat(again.status()).as("what is so already need not be done again").isEqualTo(200);
    assertThat(again.header("Concordat-Change")).isEmpty();
    assertThat(officer.get(path, "If-None-Match", read.etag()).status()).isEqualTo(304);
    assertThat(officer.delete(path).status()).isEqualTo(428);
    assertThat(officer.delete(path, "If-Match", "\"other\"").status()).isEqualTo(412);
    assertThat(officer.delete(path, "If-Match", read.etag()).status()).isEqualTo(204);
    assertThat(officer.get(path).status()).isEqualTo(404);
  }

  @Test
  void nobody_overwrites_what_another_has_changed_unseen() {
    Answer seen = officer.get("/assets/claims-db");
    officer.patch("/assets/claims-db", "{\"name\":\"Theirs\"}", "If-Match", seen.etag());

    Answer blind = officer.patch("/assets/claims-db", "{\"name\":\"Mine\"}");
    Answer stale =
        officer.patch("/assets/claims-db", "{\"name\":\"Mine\"}", "If-Match", seen.etag());
    Answer fresh =
        officer.patch("/assets/claims-db", "{\"name\":\"Mine\"}", "If-Match", stale.etag());

    assertThat(blind.status()).isEqualTo(428);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.at("/present/name")).isEqualTo("Theirs");
    assertThat(fresh.status()).isEqualTo(200);
    assertThat(fresh.at("/kind")).as("what is not named stays").isEqualTo("information");
  }

  @Test
  void create_only_never_changes_what_is_there() {
    Answer taken =
        officer.put(
            "/assets/crm", "{\"name\":\"Mine\",\"kind\":\"service\"}", "If-None-Match", "*");
    Answer made =
        officer.put(
            "/assets/crm-2", "{\"name\":\"Mine\",\"kind\":\"service\"}", "If-None-Match", "*");

    assertThat(taken.status()).isEqualTo(412);
    assertThat(made.status()).isEqualTo(201);
    assertThat(officer.get("/assets/crm").at("/name")).isEqualTo("Customer relations");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_with_its_place() {
    Answer wrong =
        officer.put(
            "/assets/x",
            "{\"kind\":\"servce\",\"owner\":\"me\",\"properties\":[\"a b\",\"ok\"],\"unit\":7}");

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(wrong.places())
        .containsExactlyInAnyOrder("/kind", "/owner", "/properties/0", "/unit", "/name");
    assertThat(wrong.body()).contains("did you mean 'service'?");
  }

  @Test
  void rules_of_the_model_are_told_with_the_member_that_breaks_them() {
    Answer homeless =
        officer.put("/assets/x", "{\"name\":\"X\",\"kind\":\"service\",\"unit\":\"nowhere\"}");
    Answer dangling = officer.put("/dependencies/crm/nothing", "{}");
    Answer carried =
        officer.put(
            "/dependencies/crm/server-1",
            "{\"ways\":[{\"carries\":{\"integrity\":\"integrity\"}}]}");
    Answer used = officer.delete("/assets/claims-db", "If-Match", "*");

    assertThat(homeless.status()).isEqualTo(422);
    assertThat(homeless.places()).containsExactly("/unit");
    assertThat(dangling.status()).isEqualTo(422);
    assertThat(dangling.places()).containsExactly("/on");
    assertThat(carried.status()).isEqualTo(422);
    assertThat(used.status()).as("something depends on it").isEqualTo(422);
    assertThat(officer.get("/assets/claims-db").status()).isEqualTo(200);
  }

  @Test
  void a_change_that_prefers_so_answers_without_the_entry() {
    Answer made = officer.put("/factors/fine", "{\"name\":\"Fine\"}", "Prefer", "return=minimal");
    Answer changed =
        officer.put(
            "/factors/fine",
            "{\"name\":\"Fines\"}",
            "If-Match",
            made.etag(),
            "Prefer",
            "respond-async, return=minimal");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body()).isEmpty();
    assertThat(changed.status()).isEqualTo(204);
    assertThat(changed.header("Preference-Applied")).isEqualTo("return=minimal");
    assertThat(changed.etag()).isEqualTo(officer.get("/factors/fine").etag());
  }

  @Test
  void the_reason_stands_in_the_history() {
    Answer made =
        officer.put("/factors/fine", "{\"name\":\"Fine\"}", "Concordat-Reason", "Audit finding 12");
    Answer action = officer.get(made.header("Concordat-Change"));

    assertThat(action.at("/reason")).isEqualTo("Audit finding 12");
    assertThat(action.at("/request")).isEqualTo(made.header("Request-Id"));
    assertThat(
            officer
                .put("/factors/x", "{\"name\":\"X\"}", "Concordat-Reason", "r".repeat(2_001))
                .status())
        .isEqualTo(400);
  }

  @Test
  void settings_change_all_scores() {
    Answer before = officer.get("/settings");
    String wanted =
        "{\"scale\":[\"low\",\"high\",\"top\"],\"combination\":{\"along\":{\"matrix\":"
            + "[[\"low\",\"low\",\"low\"],[\"low\",\"high\",\"high\"],[\"low\",\"high\",\"top\"]]},"
            + "\"across\":\"maximum\"},\"cumulation\":2}";

    Answer changed = officer.put("/settings", wanted, "If-Match", before.etag());
    Answer wrong =
        officer.put(
            "/settings",
            wanted.replace("[\"low\",\"high\",\"top\"]]}", "[\"top\",\"high\",\"low\"]]}"),
            "If-Match",
            changed.etag());

    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(officer.get("/settings").json()).isEqualTo(changed.json());
    assertThat(wrong.status()).as("a matrix must rise").isEqualTo(422);
    assertThat(officer.get("/requirements?limit=1").at("/scale/2")).isEqualTo("top");
  }

  @Test
  void a_unit_head_changes_the_unit_and_nothing_else() {
    Program head = people.program(Role.UNIT_HEAD, "claims");

    assertThat(head.patch("/units/claims", "{\"name\":\"Ours\"}", "If-Match", "*").status())
        .isEqualTo(200);
    assertThat(head.patch("/units/sales", "{\"name\":\"Ours\"}", "If-Match", "*").status())
        .isEqualTo(403);
    assertThat(head.put("/units/mine", "{\"name\":\"Mine\"}").status()).isEqualTo(403);
    assertThat(head.patch("/assets/crm", "{\"name\":\"Ours\"}", "If-Match", "*").status())
        .isEqualTo(403);
    String link = "/impacts/requirements/claims-db/availability/productivity-loss";
    assertThat(head.put(link + "/judgement", "{\"level\":\"critical\"}").status()).isEqualTo(201);
    assertThat(head.put(link + "/judgement?judge=j.doe", "{\"level\":\"marginal\"}").status())
        .as("in one's own name alone")
        .isEqualTo(403);
    assertThat(head.put(link + "/agreed", "{\"level\":\"critical\"}").status()).isEqualTo(201);
    assertThat(head.get("/questions").at("/items/0/judgement")).startsWith("/api/v1/impacts/");
  }

  @Test
  void lists_are_filtered_sorted_and_told_in_parts() {
    for (int i = 10; i < 35; i++) {
      officer.put("/assets/a-" + i, "{\"name\":\"Asset " + i + "\",\"kind\":\"technical\"}");
    }
    Answer first = officer.get("/assets?limit=10&kind=technical&sort=-name");
    // Between the parts one row comes before the old place and one goes.
    officer.put("/assets/z-1", "{\"name\":\"Zebra\",\"kind\":\"technical\"}");
    Answer second = officer.get(first.at("/next"));
    officer.delete("/assets/a-30", "If-Match", "*");
    Answer third = officer.get(second.at("/next"));

    assertThat(first.at("/total")).isEqualTo("26");
    assertThat(first.header("Link")).isEqualTo("<" + first.at("/next") + ">; rel=\"next\"");
    assertThat(ids(first))
        .containsExactly(
            "server-1", "a-34", "a-33", "a-32", "a-31", "a-30", "a-29", "a-28", "a-27", "a-26");
    assertThat(ids(second)).startsWith("a-25").endsWith("a-16");
    assertThat(ids(third)).startsWith("a-15").endsWith("a-10");
    assertThat(third.json().has("next")).isFalse();
    assertThat(ids(officer.get("/assets?q=claims+data"))).containsExactly("claims-db");
    assertThat(ids(officer.get("/assets?unit=claims&rated=no"))).containsExactly("claims-db");
    assertThat(ids(officer.get("/assets?level=critical")))
        .containsExactly("claims-db", "claims-process");
    assertThat(officer.get("/units?q=sale").at("/items/0/unit/id")).isEqualTo("sales");
    assertThat(officer.get("/goals?unit=claims").at("/total")).isEqualTo("1");
    assertThat(officer.get("/dependencies?on=claims-db").at("/items/0/dependency/from"))
        .isEqualTo("claims-process");
    assertThat(officer.get("/dependencies").at("/total")).isEqualTo("1");
    assertThat(officer.get("/impacts/requirements?limit=1").at("/items/0/judgement/because"))
        .isEqualTo("Nobody can work");
    assertThat(officer.get("/impacts/factors?goal=more-sales").at("/items/0/counting"))
        .isEqualTo("marginal");
    assertThat(officer.get("/catalogue/factors?limit=200").at("/items/0/taken"))
        .isIn("true", "false");
  }

  private static List<String> ids(Answer answer) {
    return answer
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.at("/asset/id").stringValue())
        .toList();
  }

  @Test
  void a_walk_over_all_impacts_leaves_none_out() {
    for (int i = 0; i < 30; i++) {
      officer.put(
          "/assets/a-" + i,
          "{\"name\":\"Asset\",\"kind\":\"technical\",\"properties\":[\"integrity\"]}");
      officer.put("/dependencies/crm/a-" + i, "{}");
      officer.put("/dependencies/a-" + i + "/server-1", "{}");
    }
    int seen = 0;
    String next = "/api/v1/dependencies?limit=7";
    while (!next.isEmpty()) {
      Answer part = officer.get(next);
      seen += part.json().path("items").size();
      next = part.at("/next");
      assertThat(part.at("/total")).isEqualTo("61");
    }

    assertThat(seen).isEqualTo(61);
  }
}
