package org.concordat.server.identity.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;

/** People and one's own account over the API. */
class PeopleTest {
  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());
  private final Person chief = people.person(Role.ADMINISTRATOR);
  private final Program administrator = new Program(server, people.token(chief));

  @Test
  void somebody_is_invited_and_gets_in() {
    Answer link =
        administrator.post(
            "/people/invitations",
            "{\"email\":\"anna@example.org\",\"name\":\"Anna\",\"roles\":[{\"role\":\"unit-head\","
                + "\"units\":[\"claims\"]},{\"role\":\"auditor\"}]}");
    Visitor anna = new Visitor(server);
    String path = link.at("/link").replaceFirst(".*(/welcome/)", "$1");

    assertThat(link.at("/hours")).isEqualTo("168");
    assertThat(link.header("Cache-Control")).isEqualTo("no-store");
    int status =
        anna.post(
                path,
                "email",
                "",
                "name",
                "Anna",
                "password",
                People.PASSWORD,
                "repeated",
                People.PASSWORD)
            .statusCode();
    assertThat(status).isEqualTo(303);
    assertThat(administrator.get("/people?role=unit-head").at("/items/0/roles"))
        .isEqualTo("[{\"role\":\"unit-head\",\"units\":[\"claims\"]},{\"role\":\"auditor\"}]");
  }

  @Test
  void the_roles_that_need_a_second_factor_are_told_and_set() {
    Answer before = administrator.get("/second-factor-rule");
    String body = "{\"roles\":[\"security-officer\",\"board\"]}";

    assertThat(before.at("/roles")).isEqualTo("[]");
    assertThat(administrator.put("/second-factor-rule", body).status()).isEqualTo(428);
    Answer set = administrator.put("/second-factor-rule", body, "If-Match", before.etag());
    assertThat(set.at("/roles")).isEqualTo("[\"security-officer\",\"board\"]");
    assertThat(administrator.put("/second-factor-rule", body, "If-Match", before.etag()).status())
        .as("somebody was faster")
        .isEqualTo(412);
    assertThat(
            administrator
                .put("/second-factor-rule", "{\"roles\":[\"king\"]}", "If-Match", "*")
                .places())
        .containsExactly("/roles/0");
    assertThat(people.program(Role.SECURITY_OFFICER).get("/assets").status())
        .as("a token of somebody who owes one")
        .isNotEqualTo(200);
    assertThat(
            people
                .program(Role.AUDITOR)
                .get("/actions?table=second_factor_rule")
                .at("/items/0/counts/0/rows"))
        .isEqualTo("2");
  }

  @Test
  void only_who_looks_after_people_sees_or_sets_the_rule() {
    for (Role role : Role.values()) {
      if (role != Role.ADMINISTRATOR) {
        Program other =
            people.program(role, role.ofUnits() ? new String[] {"claims"} : new String[0]);
        assertThat(other.get("/second-factor-rule").status()).as(role.name()).isEqualTo(403);
        assertThat(other.put("/second-factor-rule", "{\"roles\":[]}", "If-Match", "*").status())
            .as(role.name())
            .isEqualTo(403);
      }
    }
  }

  @Test
  void wrong_invitations_are_told_whole() {
    Answer wrong =
        administrator.post(
            "/people/invitations",
            "{\"email\":\"anna\",\"name\":\"Anna\",\"roles\":[{\"role\":\"unit-head\"},"
                + "{\"role\":\"auditor\",\"units\":[\"claims\"]},{\"role\":\"auditor\"},"
                + "{\"role\":\"contributor\",\"units\":[\"nowhere\"]}]}");

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.places())
        .containsExactlyInAnyOrder(
            "/email", "/roles/0/units", "/roles/1/units", "/roles/2/role", "/roles/3/units/0");
  }

  @Test
  void roles_are_changed_on_sight_of_what_they_are() {
    Person somebody = people.person(Role.BOARD);
    String path = "/people/" + somebody.account();
    Answer seen = administrator.get(path);
    String roles = "{\"roles\":[{\"role\":\"auditor\"}]}";

    assertThat(administrator.put(path + "/roles", roles).status()).isEqualTo(428);
    Answer changed = administrator.put(path + "/roles", roles, "If-Match", seen.etag());
    assertThat(changed.at("/roles")).isEqualTo("[{\"role\":\"auditor\"}]");
    assertThat(administrator.put(path + "/roles", roles, "If-Match", seen.etag()).status())
        .isEqualTo(412);
    Program theirs = new Program(server, people.token(somebody));
    assertThat(theirs.get("/account").status()).isEqualTo(200);
    assertThat(
            administrator
                .put(path + "/active", "{\"active\":false}", "If-Match", changed.etag())
                .at("/active"))
        .isEqualTo("false");
    assertThat(theirs.get("/account").status()).as("at once").isEqualTo(401);
  }

  @Test
  void the_last_administrator_stays() {
    String path = "/people/" + chief.account();

    assertThat(administrator.put(path + "/active", "{\"active\":false}", "If-Match", "*").status())
        .isEqualTo(409);
    assertThat(
            administrator
                .put(path + "/roles", "{\"roles\":[{\"role\":\"board\"}]}", "If-Match", "*")
                .status())
        .isEqualTo(409);
  }

  @Test
  void a_link_to_a_new_password_is_for_somebody_else() {
    Person somebody = people.person(Role.BOARD);

    assertThat(administrator.post("/people/" + somebody.account() + "/reset", "").at("/hours"))
        .isEqualTo("4");
    assertThat(administrator.post("/people/" + chief.account() + "/reset", "").status())
        .isEqualTo(409);
  }

  @Test
  void one_names_oneself_and_ends_tokens_and_sessions() {
    Person somebody = people.person(Role.BOARD);
    Visitor browser = people.signedIn(somebody);
    Program first = new Program(server, people.token(somebody));
    Program second = new Program(server, people.token(somebody));

    assertThat(first.patch("/account", "{\"name\":\"Zoë\"}").at("/name")).isEqualTo("Zoë");
    assertThat(first.delete("/account/sessions").status()).isEqualTo(204);
    assertThat(browser.get("/account").statusCode()).isEqualTo(303);
    List<String> ids =
        first
            .get("/account/tokens")
            .json()
            .path("items")
            .valueStream()
            .map(token -> token.path("id").stringValue(""))
            .toList();
    assertThat(ids).hasSize(2);
    first.delete("/account/tokens/" + ids.getFirst());
    boolean itself = first.get("/account").status() == 401;
    Program left = itself ? second : first;
    Program gone = itself ? first : second;
    assertThat(gone.get("/account").status()).isEqualTo(401);
    assertThat(left.delete("/account/tokens/" + ids.getLast()).status()).isEqualTo(204);
    assertThat(left.get("/account").status()).isEqualTo(401);
  }
}
