package org.concordat.server.alignment.rounds.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.junit.jupiter.api.Test;

/** A whole round by programs. */
class RoundsApiTest {
  private static final String LINKS =
      "[{\"from\":\"crm/availability\",\"to\":\"productivity-loss\"},"
          + "{\"from\":\"claims-process/availability\",\"to\":\"productivity-loss\"}]";

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());
  private final Program officer = people.program(Role.SECURITY_OFFICER);

  private String made() {
    Answer made = officer.post("/rounds", "{\"title\":\"By programs\",\"links\":" + LINKS + "}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo("/api/v1/rounds/" + made.at("/id"));
    return "/rounds/" + made.at("/id");
  }

  @Test
  void from_the_draft_to_the_agreed_level_in_the_model() {
    String round = made();
    Person anna = people.person(Role.UNIT_HEAD, "claims");
    Person ben = people.person(Role.CONTRIBUTOR, "sales");
    for (Person judge : new Person[] {anna, ben}) {
      Answer invited =
          officer.put(
              round + "/judges/" + judge.account(), "{\"training\":\"basic\",\"role\":\"Head\"}");
      assertThat(invited.status()).as(invited.body()).isEqualTo(200);
    }
    assertThat(officer.post(round + "/stage", "{\"stage\":\"open\"}").at("/stage"))
        .isEqualTo("open");
    assertThat(officer.get(round + "/agreement").status()).isEqualTo(409);
    Program annas = new Program(server, people.token(anna));
    Program bens = new Program(server, people.token(ben));
    assertThat(
            annas
                .put(
                    round + "/answers/1",
                    "{\"answer\":\"level\",\"level\":\"critical\",\"because\":\"Calls\"}")
                .status())
        .isEqualTo(204);
    annas.put(round + "/answers/2", "{\"answer\":\"level\",\"level\":\"critical\"}");
    bens.put(round + "/answers/1", "{\"answer\":\"none\"}");
    bens.put(round + "/answers/2", "{\"answer\":\"unknown\",\"because\":\"Not mine\"}");
    assertThat(annas.get(round + "/questions").at("/questions/0/because")).isEqualTo("Calls");
    assertThat(bens.get(round + "/questions").at("/questions/1/answer")).isEqualTo("unknown");
    assertThat(officer.get(round).at("/judges/0/answered")).isEqualTo("2");
    officer.post(round + "/stage", "{\"stage\":\"closed\"}");

    Answer agreement = officer.get(round + "/agreement");

    assertThat(agreement.status()).as(agreement.body()).isEqualTo(200);
    assertThat(agreement.at("/links/0/from")).isEqualTo("crm/availability");
    assertThat(agreement.at("/links/0/answers/none")).isEqualTo("1");
    assertThat(agreement.at("/links/0/consequence/levels")).isEqualTo("1");
    assertThat(agreement.at("/links/1/unknown")).isEqualTo("1");
    assertThat(officer.get(round + "/agreement", "Accept", "text/csv").body().lines())
        .startsWith(
            "from,to,answers,unknown,lowest,highest,median,dispersion,disagreement,levels,moved")
        .anyMatch(line -> line.startsWith("crm/availability,"));
    officer.post(round + "/stage", "{\"stage\":\"converging\"}");
    Answer agreed =
        officer.put(
            round + "/agreed/1",
            "{\"level\":\"marginal\",\"because\":\"Half of the calls\",\"dissent\":\"None of"
                + " it\"}");
    assertThat(agreed.at("/agreed/0/level")).isEqualTo("marginal");
    assertThat(officer.get("/requirements/crm/availability").body()).contains("marginal");
    assertThat(officer.post(round + "/stage", "{\"stage\":\"concluded\"}").status()).isEqualTo(200);
    assertThat(officer.put(round + "/agreed/1", "{\"level\":\"none\",\"because\":\"x\"}").status())
        .isEqualTo(409);
    assertThat(officer.get("/rounds").at("/items/0/stage")).isEqualTo("concluded");
  }

  @Test
  void a_round_may_ask_for_an_order() {
    Answer made =
        officer.post(
            "/rounds", "{\"title\":\"Order\",\"asks\":\"ranking\",\"links\":" + LINKS + "}");
    String round = "/rounds/" + made.at("/id");
    List<Program> judges = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Person person = people.person(Role.CONTRIBUTOR, "claims");
      officer.put(round + "/judges/" + person.account(), "{\"training\":\"basic\"}");
      judges.add(new Program(server, people.token(person)));
    }
    assertThat(officer.post(round + "/stage", "{\"stage\":\"open\"}").status()).isEqualTo(200);
    for (Program judge : judges) {
      for (int number = 1; number <= 2; number++) {
        assertThat(
                judge
                    .put(
                        round + "/answers/" + number,
                        "{\"answer\":\"place\",\"place\":" + (3 - number) + "}")
                    .status())
            .isEqualTo(204);
      }
      assertThat(judge.get(round + "/questions").at("/questions/0/place")).isEqualTo("2");
      assertThat(judge.put(round + "/answers/1", "{\"answer\":\"place\"}").places())
          .containsExactly("/place");
      assertThat(judge.put(round + "/answers/1", "{\"answer\":\"place\",\"place\":3}").status())
          .isEqualTo(422);
      assertThat(judge.put(round + "/answers/1", "{\"answer\":\"none\"}").status()).isEqualTo(422);
    }
    officer.post(round + "/stage", "{\"stage\":\"closed\"}");

    Answer agreement = officer.get(round + "/agreement");
    assertThat(agreement.at("/concordance/w")).isEqualTo("1.0");
    assertThat(Double.parseDouble(agreement.at("/pairwise/w"))).isGreaterThan(1 - 1e-12);
    assertThat(agreement.at("/links/0/answers/2")).isIn("0", "2");
    assertThat(officer.get(round + "/agreement", "Accept", "text/csv").body().lines())
        .startsWith("rank,from,to,place,judges,unknown,lowest,highest,median,disagreement");
    assertThat(officer.get(round).at("/asks")).isEqualTo("ranking");
  }

  @Test
  void mistakes_are_told_at_their_places() {
    String round = made();

    assertThat(
            officer
                .post(
                    "/rounds",
                    "{\"title\":\"x\",\"links\":[{\"from\":\"crm/secrecy\",\"to\":\"fines\"}]}")
                .places())
        .containsExactly("/links/0");
    assertThat(officer.post("/rounds", "{\"links\":[]}").places()).contains("/title");
    assertThat(officer.post(round + "/stage", "{\"stage\":\"closed\"}").status()).isEqualTo(409);
    assertThat(officer.post(round + "/stage", "{\"stage\":\"open\"}").status()).isEqualTo(422);
    assertThat(officer.put(round + "/agreed/1", "{\"level\":\"huge\",\"because\":\"x\"}").places())
        .containsExactly("/level");
    Person auditor = people.person(Role.AUDITOR);
    assertThat(officer.put(round + "/judges/" + auditor.account(), "{}").status()).isEqualTo(422);
    assertThat(officer.delete(round).status()).isEqualTo(204);
    assertThat(officer.get(round).status()).isEqualTo(404);
  }
}
