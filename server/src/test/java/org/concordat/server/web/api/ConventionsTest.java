package org.concordat.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every address of the API. */
class ConventionsTest {
  private static final String ASSET = "{\"name\":\"X\",\"kind\":\"technical\"}";

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());
  private final Program officer = people.program(Role.SECURITY_OFFICER);

  private static void assertProblem(Answer answer, int status, String type) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.at("/type")).isEqualTo("urn:concordat:problem:" + type);
    assertThat(answer.at("/status")).isEqualTo(String.valueOf(status));
    assertThat(answer.at("/request")).isEqualTo(answer.header("Request-Id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /nowhere | 404 | not-found",
        "GET | /assets/nothing | 404 | not-found",
        "GET | /actions/no-uuid | 404 | not-found",
        "GET | /actions/0199b1f4-6d0e-7b3a-9c53-0d9c2f5a1e11 | 404 | not-found",
        "POST | /organisation | 405 | method-not-allowed",
        "GET | /assets?limit=0 | 400 | wrong-parameters",
        "GET | /assets?limit=201 | 400 | wrong-parameters",
        "GET | /assets?kind=servce | 400 | wrong-parameters",
        "GET | /assets?unit=nowhere | 400 | wrong-parameters",
        "GET | /assets?knd=service | 400 | wrong-parameters",
        "GET | /assets?kind=service&kind=people | 400 | wrong-parameters",
        "GET | /requirements?by=nobody | 400 | wrong-parameters",
        "GET | /requirements?rationale=1000 | 400 | wrong-parameters",
        "GET | /days/1900-13-01 | 400 | wrong-parameters",
        "GET | /actions?table=pg_class | 400 | wrong-parameters",
        "GET | /actions?actor=%00 | 400 | wrong-parameters",
        "GET | /impacts/requirements?factor=nothing | 400 | wrong-parameters"
      })
  void what_means_nothing_is_a_problem(String method, String path, int status, String type) {
    assertProblem(officer.send(method, path, null, ""), status, type);
  }

  @Test
  void a_wrong_parameter_is_named() {
    Answer answer = officer.get("/assets?knd=service&x=1");

    assertThat(answer.places()).containsExactlyInAnyOrder("knd", "x");
    assertThat(answer.body()).contains("did you mean 'kind'?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,2",
        "{\"name\":\"X\",\"name\":\"Y\",\"kind\":\"technical\"}",
        "{\"name\":\"X\"} {}",
        "{\"name\": NaN}",
        "'x'"
      })
  void what_is_not_json_is_malformed(String body) {
    Answer answer =
        officer.send("PUT", "/assets/x", "application/json", body.isEmpty() ? " " : body);

    assertProblem(answer, 400, "malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "7", "\"x\"", "{}"})
  void json_that_is_no_entry_breaks_rules(String body) {
    assertProblem(officer.put("/assets/x", body), 422, "invalid");
  }

  @Test
  void deep_and_large_bodies_are_refused_early() {
    Answer deep =
        officer.put("/assets/x", "{\"name\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
    Answer large = officer.put("/assets/x", "{\"name\":\"" + "x".repeat(2 << 20) + "\"}");
    Answer many = officer.lines("/assets", "{}\n".repeat(10_001));

    assertProblem(deep, 400, "malformed");
    assertThat(deep.body()).contains("nested too deep");
    assertProblem(large, 413, "too-large");
    assertProblem(many, 413, "too-large");
  }

  @Test
  void bodies_and_answers_come_in_the_forms_that_the_contract_tells() {
    assertProblem(
        officer.send("PUT", "/assets/x", "text/plain", ASSET), 415, "unsupported-media-type");
    assertProblem(
        officer.send("PUT", "/assets/x", "application/x-www-form-urlencoded", "name=X"),
        415,
        "unsupported-media-type");
    assertProblem(
        officer.send("POST", "/assets", "application/json", ASSET), 415, "unsupported-media-type");
    assertProblem(officer.get("/assets", "Accept", "text/html"), 406, "not-acceptable");
    assertProblem(
        officer.get("/pictures/heat", "Accept", "application/json"), 406, "not-acceptable");
  }

  @Test
  void what_the_server_says_is_not_taken_from_whoever_writes() {
    for (String more :
        List.of(
            "\"etag\":\"x\"",
            "\"rank\":1",
            "\"tenant\":\"x\"",
            "\"place\":0",
            "\"id\":\"other\"")) {
      Answer answer =
          officer.put("/assets/x", "{\"name\":\"X\",\"kind\":\"technical\"," + more + "}");

      assertProblem(answer, 422, "invalid");
    }
    assertThat(officer.get("/assets/x").status()).isEqualTo(404);
  }

  @Test
  void a_cursor_that_was_changed_or_is_of_another_list_is_refused() {
    String next = officer.get("/assets?limit=1").at("/next");
    String cursor = next.substring(next.indexOf("cursor=") + "cursor=".length());

    assertThat(officer.get(next).status()).isEqualTo(200);
    for (int i = 0; i < cursor.length(); i += 3) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
      Answer answer = officer.get("/assets?limit=1&cursor=" + changed);
      assertThat(answer.status()).as(changed).isEqualTo(400);
    }
    assertProblem(officer.get("/units?limit=1&cursor=" + cursor), 400, "wrong-parameters");
    assertProblem(officer.get("/assets?kind=people&cursor=" + cursor), 400, "wrong-parameters");
    assertProblem(officer.get("/assets?cursor="), 400, "wrong-parameters");
    Program other = new People(server, Acme.workspace()).program(Role.SECURITY_OFFICER);
    assertThat(other.get(next).at("/items/0/asset/id"))
        .as("one's own list")
        .isEqualTo("claims-process");
  }

  @Test
  void conditions_that_cannot_be_understood_are_malformed() {
    assertProblem(officer.delete("/assets/crm", "If-Match", "crm"), 400, "malformed");
    assertProblem(
        officer.delete("/assets/crm", "If-Match", "\"a\"", "If-None-Match", "*"), 400, "malformed");
    assertProblem(officer.put("/assets/crm", ASSET, "If-None-Match", "\"a\""), 400, "malformed");
    String tag = officer.get("/assets/crm").etag();
    assertThat(officer.put("/assets/crm", ASSET, "If-Match", "\"a\", W/" + tag).status())
        .isEqualTo(200);
  }

  @Test
  void texts_that_the_database_cannot_hold_are_told() {
    assertProblem(
        officer.put("/assets/x", "{\"name\":\"a\\u0000b\",\"kind\":\"technical\"}"),
        422,
        "invalid");
    Answer half = officer.put("/assets/x", "{\"name\":\"a\\ud800b\",\"kind\":\"technical\"}");
    assertThat(half.status()).isIn(400, 422);
  }

  @Test
  void a_session_is_no_token_and_a_token_opens_no_page() {
    Visitor visitor = people.officer();
    Visitor stranger = new Visitor(server);
    String token = people.token(people.person(Role.SECURITY_OFFICER));

    assertThat(visitor.get("/assets").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/api/v1/assets").statusCode()).isEqualTo(401);
    assertThat(
            stranger
                .send(
                    HttpRequest.newBuilder(stranger.address("/assets"))
                        .header("Authorization", "Bearer " + token))
                .statusCode())
        .isEqualTo(303);
  }

  @Test
  void the_contract_is_open_to_all() {
    Answer contract = new Program(server, null).get("/openapi.json");

    assertThat(contract.status()).isEqualTo(200);
    assertThat(contract.at("/openapi")).isEqualTo("3.1.0");
  }

  @Test
  void errors_of_the_filters_are_problems_too() {
    Answer answer = officer.send("GET", "/assets/a;b=1", null, "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }
}
