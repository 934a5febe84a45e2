package org.concordat.server.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Pictures of {@link Acme}, for readers of two languages. */
class PicturesTest {
  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());

  @Test
  void each_reader_gets_the_picture_in_a_language_of_their_own() {
    Visitor english = people.officer();
    Visitor german = people.officer().withCookie("language", "de");

    // Twice, for a picture that is kept is kept for one language.
    for (int i = 0; i < 2; i++) {
      assertThat(english.get("/pictures/impact.svg").body())
          .contains("Impact diagram", "critical", "Claims database / availability");
      assertThat(german.get("/pictures/impact.svg").body())
          .contains("Auswirkungsdiagramm", "kritisch", "Claims database / Verfügbarkeit")
          .doesNotContain("critical", "availability");
    }
    for (String picture : List.of("dependencies", "heat")) {
      assertThat(german.get("/pictures/" + picture + ".svg").body())
          .contains("kritisch")
          .doesNotContain("critical");
    }
  }
}
