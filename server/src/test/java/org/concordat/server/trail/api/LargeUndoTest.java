package org.concordat.server.trail.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.trail.history.ActionUndo;
import org.junit.jupiter.api.Test;

/** What is too large to be taken back while somebody waits, over the API and on pages. */
class LargeUndoTest {
  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());
  private final People.Person olga = people.person(Role.SECURITY_OFFICER);
  private final Program officer = new Program(server, people.token(olga));

  /** The address of an import of more than are taken back at once. */
  private String largeAction() {
    StringBuilder list = new StringBuilder("id,name,type\n");
    for (int i = 0; i <= ActionUndo.AT_ONCE; i++) {
      list.append("thing-").append(i).append(",Thing ").append(i).append(",technical\n");
    }
    Answer shown =
        officer.send(
            "POST",
            "/imports?name=things.csv",
            "application/octet-stream",
            list.toString(),
            "Prefer",
            "wait=60");
    Answer done =
        officer.post(
            shown.header("Location") + "/apply", "", "If-Match", shown.etag(), "Prefer", "wait=60");
    assertThat(done.at("/stage")).as(done.body()).isEqualTo("done");
    return done.at("/action");
  }

  private int assets() {
    return Integer.parseInt(officer.get("/assets?limit=1").at("/total"));
  }

  @Test
  void whoever_does_not_wait_is_told_where_it_will_be_told() {
    int before = assets();
    String action = largeAction();

    Answer begun = officer.post(action + "/undo", "", "Concordat-Reason", "It was off");

    assertThat(begun.status()).isEqualTo(202);
    assertThat(begun.header("Location")).isEqualTo(begun.at("/import"));
    Answer done = officer.get(begun.at("/import"), "Prefer", "wait=60");
    assertThat(done.at("/stage")).as(done.body()).isEqualTo("done");
    assertThat(done.at("/takes-back")).isEqualTo(action);
    assertThat(officer.get(done.at("/action")).at("/reason")).isEqualTo("It was off");
    assertThat(assets()).isEqualTo(before);
  }

  @Test
  void whoever_waits_is_told_what_became_of_it() {
    String action = largeAction();

    Answer done = officer.post(action + "/undo", "", "Prefer", "wait=60");
    Answer again = officer.post(action + "/undo", "", "Prefer", "wait=60");

    assertThat(done.status()).isEqualTo(200);
    assertThat(done.at("/changed")).isEqualTo("true");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("has been removed since");
  }

  @Test
  void a_page_shows_how_far_it_is_and_what_stood_in_the_way() throws InterruptedException {
    String action = largeAction();
    officer.patch("/assets/thing-7", "{\"name\":\"Seven\"}", "If-Match", "*");
    Visitor visitor = people.signedIn(olga);
    String id = action.replaceAll(".*/", "");

    HttpResponse<String> begun = visitor.post("/history/" + id + "/undo", "reason", "It was off");

    String address = begun.headers().firstValue("Location").orElse("");
    assertThat(begun.statusCode()).isEqualTo(303);
    assertThat(address).startsWith("/import/");
    String page = visitor.get(address).body();
    for (int i = 0; i < 600 && !page.contains("Nothing was taken back."); i++) {
      Thread.sleep(100);
      page = visitor.get(address).body();
    }
    assertThat(page)
        .contains("Taking back: Import: things.csv")
        .contains("Nothing was taken back.")
        .contains("asset thing-7 has been changed since")
        .contains("/history/" + id);
    assertThat(visitor.get("/import").body()).contains("Taking back: Import: things.csv");
  }
}
