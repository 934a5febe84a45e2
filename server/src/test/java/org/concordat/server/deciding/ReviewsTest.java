package org.concordat.server.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.reassessment.Due;
import org.concordat.core.alignment.reassessment.Due.Reason;
import org.concordat.core.alignment.reassessment.Due.Subject;
import org.concordat.core.alignment.reassessment.Incident.Severity;
import org.concordat.core.alignment.reassessment.ReviewIntervals;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Edits;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.api.Test;

/** What needs another look, as rows and the trail tell it. */
class ReviewsTest {
  private static final Requirement PROCESS = new Requirement("claims-process", "availability");
  private static final Impact.Link STOPS =
      new Impact.Link("claims-process/availability", "productivity-loss");

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());
  private final Reviews reviews = server.part(Reviews.class);
  private final People.Person olga = people.person(Role.SECURITY_OFFICER);
  private final Caller officer =
      Caller.of(people.tenant(), olga.account(), olga.name(), olga.grants());

  private List<Due> due() {
    return reviews.due(people.tenant());
  }

  private void never() {
    reviews.setIntervals(officer, "r", new ReviewIntervals(null, null));
  }

  @Test
  void intervals_are_a_year_until_somebody_says_otherwise() {
    assertThat(reviews.intervals(people.tenant())).isEqualTo(ReviewIntervals.DEFAULT);

    reviews.setIntervals(officer, "r", new ReviewIntervals(6, null));
    reviews.setIntervals(officer, "r", new ReviewIntervals(1, 24));

    assertThat(reviews.intervals(people.tenant())).isEqualTo(new ReviewIntervals(1, 24));
    assertThat(due())
        .extracting(each -> each.reasons().getFirst().getClass().getSimpleName())
        .containsOnly("Lapsed");
  }

  @Test
  void a_change_of_the_asset_in_the_trail_is_a_reason() {
    never();
    assertThat(due()).isEmpty();
    Visitor visitor = people.signedIn(olga);
    String page = visitor.get("/assets/claims-process").body();
    String tag = page.replaceAll("(?s).*?name=\"tag\" value=\"([^\"]*)\".*", "$1");

    visitor.post(
        "/assets/claims-process",
        "name",
        "Handle claims",
        "kind",
        "PROCESS",
        "unit",
        "claims",
        "properties",
        "availability",
        "tag",
        tag);

    assertThat(due())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.subject()).isInstanceOf(Subject.Judged.class);
              assertThat(((Subject.Judged) each.subject()).link()).isEqualTo(STOPS);
              assertThat(each.reasons().getFirst()).isInstanceOf(Reason.Changed.class);
            });
  }

  @Test
  void an_incident_is_a_reason_until_somebody_has_looked_again() {
    never();
    assertThat(
            reviews.record(
                officer,
                "r",
                PROCESS,
                reviews.today(),
                Severity.HIGH,
                "The queue stood still",
                List.of()))
        .isPresent();
    assertThat(due())
        .singleElement()
        .satisfies(
            each -> assertThat(each.reasons().getFirst()).isInstanceOf(Reason.Happened.class));
    double before =
        server.part(Models.class).of(people.tenant()).read((Snapshot m) -> m.need(PROCESS));

    var wish =
        server
            .part(Models.class)
            .of(people.tenant())
            .read(model -> reviews.confirmation(officer, STOPS, model).orElseThrow());
    assertThat(server.part(Edits.class).save(officer, List.of(wish), null, "r"))
        .isInstanceOf(Edits.Result.Saved.class);

    assertThat(due()).isEmpty();
    double after =
        server.part(Models.class).of(people.tenant()).read((Snapshot m) -> m.need(PROCESS));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void an_incident_on_nothing_or_in_the_future_is_not_recorded() {
    assertThat(
            reviews.record(
                officer,
                "r",
                new Requirement("nowhere", "availability"),
                reviews.today(),
                Severity.LOW,
                "What",
                List.of()))
        .isEmpty();
    assertThat(
            reviews.record(
                officer,
                "r",
                PROCESS,
                reviews.today().plusDays(1),
                Severity.LOW,
                "What",
                List.of()))
        .isEmpty();
    assertThat(reviews.incidents(people.tenant())).isEmpty();
  }
}
