package org.concordat.server.alignment.rounds.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.alignment.rounds.Asking;
import org.concordat.core.alignment.rounds.Stage;
import org.concordat.server.alignment.rounds.SampleRound;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.People;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tries to learn what others answered, by every page, every route of the API and the trail. */
class SecrecyTest {
  private static final String SECRET = "nobody-may-read-this-yet";

  private static final Pattern ACTION = Pattern.compile("href=\"(/history/[0-9a-f-]{36})");

  private final RunningServer server = RunningServer.shared();
  private final SampleRound round = new SampleRound(server);
  private final People people = round.people();

  /** All addresses to read, those of the round among them. */
  private List<String> readable() {
    List<String> paths = new ArrayList<>();
    server
        .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(
            info -> {
              if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                paths.addAll(info.getPatternValues());
              }
            });
    return paths.stream()
        .map(
            path ->
                path.replace("{round}", round.id().toString())
                    .replace(
                        "{id}", path.contains("/rounds") ? round.id().toString() : "claims-process")
                    .replace("{account}", round.anna().account().toString())
                    .replace("{*path}", "concordat.css")
                    .replaceAll("\\{\\*?requirement}", "claims-process/availability")
                    .replaceAll("\\{table}/?\\{?\\*?key}?", "round_ballot/" + round.id())
                    .replaceAll("\\{[^}]*}", "1"))
        .distinct()
        .toList();
  }

  private void assertUnseen(Map<String, Visitor> visitors, Map<String, String> tokens) {
    int asked = 0;
    for (String path : readable()) {
      if (path.startsWith("/api/")) {
        for (var token : tokens.entrySet()) {
          assertThat(read(path, token.getValue()))
              .as("%s by %s", path, token.getKey())
              .doesNotContain(SECRET);
          asked++;
        }
      } else {
        for (var visitor : visitors.entrySet()) {
          String body = visitor.getValue().get(path).body();
          assertThat(body).as("%s by %s", path, visitor.getKey()).doesNotContain(SECRET);
          asked++;
        }
      }
    }
    assertThat(asked).isGreaterThan(200);
  }

  private String read(String path, String token) {
    Visitor program = new Visitor(server);
    return program
        .send(
            HttpRequest.newBuilder(program.address(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "*/*"))
        .body();
  }

  /** The pages of all actions that the history lists. */
  private static List<String> actions(Visitor visitor) {
    List<String> actions = new ArrayList<>();
    Matcher matcher = ACTION.matcher(visitor.get("/history").body());
    while (matcher.find()) {
      actions.add(matcher.group(1));
    }
    assertThat(actions).isNotEmpty();
    return actions;
  }

  @Test
  void while_a_round_is_open_nobody_finds_anothers_answer_anywhere() {
    round.to(Stage.OPEN).says(round.anna(), SampleRound.CRM, 3, SECRET);
    Visitor ben = people.signedIn(round.ben());
    Visitor officer = people.officer();
    Visitor auditor = people.signedIn(people.person(Role.AUDITOR));

    assertUnseen(
        Map.of("ben", ben, "officer", officer, "auditor", auditor),
        Map.of(
            "ben",
            people.token(round.ben()),
            "officer",
            people.token(people.person(Role.SECURITY_OFFICER)),
            "auditor",
            people.token(people.person(Role.AUDITOR))));
    for (String action : actions(officer)) {
      assertThat(officer.get(action).body()).as(action).doesNotContain(SECRET);
    }
    assertThat(auditor.get("/trail/export").body())
        .contains("round_ballot")
        .contains(round.anna().account().toString())
        .doesNotContain(SECRET);
    assertThat(people.signedIn(round.anna()).get("/judge" + round.path() + "?place=1").body())
        .contains(SECRET);
  }

  @Test
  void the_places_of_an_open_round_of_orders_are_as_secret() {
    SampleRound order = new SampleRound(server, Asking.RANKING).to(Stage.OPEN);
    order.says(order.anna(), SampleRound.CRM, 1, SECRET);
    Visitor ben = order.people().signedIn(order.ben());
    Visitor officer = order.people().officer();
    String own = "/judge" + order.path() + "/order";

    for (Visitor other : List.of(ben, officer)) {
      for (String path :
          List.of(
              order.path(),
              order.path() + "/agreement.csv",
              order.path() + "/agreement.json",
              own,
              "/judge" + order.path(),
              "/history")) {
        assertThat(other.get(path).body()).as(path).doesNotContain(SECRET);
      }
    }
    assertThat(ben.get(order.path() + "/agreement.csv").statusCode()).isEqualTo(404);
    assertThat(ben.get(order.path() + "/agreement.json").statusCode()).isEqualTo(404);
    assertThat(officer.get(own).statusCode()).isEqualTo(404);
    assertThat(officer.post(own, "place.1", "1").statusCode()).isEqualTo(404);
    assertThat(order.people().signedIn(order.anna()).get(own).body()).contains(SECRET);

    assertThat(ben.post(own, "place.1", "2", "place.2", "1", "because.2", "Old").statusCode())
        .isEqualTo(303);
    order.to(Stage.CONVERGING);
    assertThat(ben.get(own).body()).contains(SECRET).doesNotContain(order.anna().name());
    String csv = officer.get(order.path() + "/agreement.csv").body();
    assertThat(csv).contains("crm").doesNotContain(order.anna().account().toString());
    assertThat(officer.get(order.path() + "/agreement.json").body()).contains("\"pairwise\"");
    assertThat(officer.get(order.path() + "/agreement.xlsx").statusCode()).isEqualTo(200);
  }

  @Test
  void after_closing_peers_see_answers_without_names_and_the_trail_has_the_names() {
    round
        .to(Stage.OPEN)
        .says(round.anna(), SampleRound.CRM, 3, SECRET)
        .says(round.ben(), SampleRound.CRM, 1, null)
        .to(Stage.CONVERGING);
    Visitor ben = people.signedIn(round.ben());
    Visitor officer = people.officer();

    for (String page :
        List.of(
            ben.get(round.path()).body(),
            ben.get("/judge" + round.path() + "?place=1").body(),
            officer.get(round.path()).body(),
            officer.get(round.path() + "/converge").body(),
            people.program(Role.AUDITOR).get("/rounds/" + round.id() + "/agreement").body())) {
      assertThat(page)
          .doesNotContain(round.anna().name())
          .doesNotContain(round.anna().account().toString());
    }
    assertThat(ben.get("/judge" + round.path() + "?place=1").body()).contains(SECRET);
    String trail = people.signedIn(people.person(Role.AUDITOR)).get("/trail/export").body();
    assertThat(trail.lines().filter(line -> line.contains(SECRET)))
        .singleElement()
        .asString()
        .contains("round_answer")
        .contains(round.anna().account().toString());
  }

  @Test
  void whoever_was_not_asked_finds_no_question_and_answers_none() {
    round.to(Stage.OPEN);
    Visitor officer = people.officer();
    Program program = people.program(Role.SECURITY_OFFICER);

    assertThat(officer.get("/judge" + round.path()).statusCode()).isEqualTo(404);
    assertThat(
            officer
                .post("/judge" + round.path(), "number", "1", "step", "3", "place", "1")
                .statusCode())
        .isEqualTo(404);
    assertThat(program.get("/rounds/" + round.id() + "/questions").status()).isEqualTo(404);
    assertThat(
            program.put("/rounds/" + round.id() + "/answers/1", "{\"answer\":\"none\"}").status())
        .isEqualTo(404);
  }

  @Test
  void judges_do_not_lead_a_round_and_other_organisations_do_not_know_it() {
    Visitor anna = people.signedIn(round.anna());
    SampleRound other = new SampleRound(server);
    Visitor stranger = other.people().officer();

    assertThat(anna.post(round.path() + "/stage", "to", "OPEN").statusCode()).isEqualTo(403);
    assertThat(anna.get(round.path() + "/converge").statusCode()).isEqualTo(403);
    assertThat(stranger.get(round.path()).statusCode()).isEqualTo(404);
    assertThat(stranger.post(round.path() + "/stage", "to", "OPEN").statusCode()).isEqualTo(404);
    assertThat(stranger.get("/rounds").body()).doesNotContain(round.id().toString());
    assertThat(round.now().stage()).isEqualTo(Stage.DRAFT);
  }
}
