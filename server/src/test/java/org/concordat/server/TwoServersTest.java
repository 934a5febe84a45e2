package org.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two servers on one database are one to people and programs: whichever answers. */
class TwoServersTest {
  private static final RunningServer FIRST = RunningServer.shared();
  private static final RunningServer SECOND = RunningServer.start(TestDatabase.shared());

  private final People people = new People(FIRST, ShippedExample.archisurance());
  private final Person olga = people.person(Role.SECURITY_OFFICER);
  private final Visitor atFirst = people.signedIn(olga);
  private final Visitor atSecond = new Visitor(SECOND, atFirst);

  @AfterAll
  static void stop() {
    SECOND.stop();
  }

  @Test
  void a_session_holds_on_both_and_a_sign_out_on_both() {
    assertThat(atFirst.get("/assets").statusCode()).isEqualTo(200);
    assertThat(atSecond.get("/assets").statusCode()).isEqualTo(200);

    assertThat(atSecond.post("/sign-out").statusCode()).isEqualTo(303);

    assertThat(atFirst.get("/assets").statusCode()).isEqualTo(303);
    assertThat(atSecond.get("/assets").statusCode()).isEqualTo(303);
  }

  @Test
  void each_sees_at_once_what_the_other_has_changed() {
    atFirst.get("/assets");
    atSecond.get("/assets");
    for (int i = 0; i < 10; i++) {
      Visitor writer = i % 2 == 0 ? atFirst : atSecond;
      Visitor reader = i % 2 == 0 ? atSecond : atFirst;
      String id = "both-" + i;

      assertThat(
              writer
                  .post("/assets", "id", id, "name", "Both " + i, "kind", "TECHNICAL")
                  .statusCode())
          .isEqualTo(303);

      assertThat(reader.get("/assets/" + id).body()).contains("Both " + i);
      assertThat(reader.get("/assets?q=both").body()).contains("Both " + i);
    }
  }

  @Test
  void an_edit_of_what_the_other_has_changed_meanwhile_is_a_conflict() {
    String token = people.token(olga);
    Program first = new Program(FIRST, token);
    Program second = new Program(SECOND, token);
    first.put("/assets/shared", "{\"name\":\"One\",\"kind\":\"technical\"}");
    Answer seen = second.get("/assets/shared");
    assertThat(seen.at("/name")).isEqualTo("One");

    first.patch("/assets/shared", "{\"name\":\"Two\"}", "If-Match", seen.etag());

    assertThat(
            second
                .patch("/assets/shared", "{\"name\":\"Three\"}", "If-Match", seen.etag())
                .status())
        .isEqualTo(412);
    assertThat(second.get("/assets/shared").at("/name")).isEqualTo("Two");
  }
}
