package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.reassessment.Due;
import org.concordat.core.alignment.reassessment.Due.Reason;
import org.concordat.core.alignment.reassessment.Due.Subject;
import org.concordat.core.alignment.reassessment.Incident;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.deciding.Reviews;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.People;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;

/** What was measured and what happened, in the one list of what needs another look. */
class AgreementExperienceTest {
  private static final Requirement BROKERING = new Requirement("brokering", "availability");

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, TwoUnits.workspace());
  private final Reviews reviews = server.part(Reviews.class);
  private final People.Person olga = people.person(Role.SECURITY_OFFICER);
  private final Caller officer =
      Caller.of(people.tenant(), olga.account(), olga.name(), olga.grants());

  AgreementExperienceTest() {
    TenantTransactions transactions = server.part(TenantTransactions.class);
    SampleAgreement.inForce(
        transactions,
        people.tenant(),
        olga.account(),
        SampleAgreement.document(
            "mortgages", "Mortgages", BROKERING.id(), "core-banking", "new-products"));
    SampleAgreement.measured(transactions, people.tenant());
  }

  private List<Due> about(Class<? extends Subject> kind) {
    return reviews.due(people.tenant()).stream()
        .filter(due -> kind.isInstance(due.subject()))
        .toList();
  }

  private void happened(Requirement broken, String factor, int level) {
    assertThat(
            reviews.record(
                officer,
                "r",
                broken,
                reviews.today(),
                Incident.Severity.LOW,
                "It stood still",
                List.of(new Incident.Harm(factor, Level.of(level)))))
        .isPresent();
  }

  private List<Reason> reasons(String from, String to) {
    return reviews.due(people.tenant()).stream()
        .filter(
            due ->
                due.subject() instanceof Subject.Judged judged
                    && judged.link().from().equals(from)
                    && judged.link().to().equals(to))
        .flatMap(due -> due.reasons().stream())
        .toList();
  }

  @Test
  void targets_that_are_met_with_slack_stand_in_the_list_on_page_and_in_the_api() {
    assertThat(about(Subject.Promised.class))
        .extracting(due -> ((Subject.Promised) due.subject()).target())
        .contains("errors");

    Program program = people.program(Role.AUDITOR);
    assertThat(program.get("/reviews?limit=200").body())
        .contains("\"target\":\"errors\"", "\"kind\":\"always-met\"");
    Visitor visitor = people.signedIn(olga);
    assertThat(visitor.get("/reviews").body())
        .contains("/agreements/sample/1/results#target-errors");
  }

  @Test
  void damage_beyond_the_judgement_asks_for_another_one_and_damage_as_judged_does_not() {
    happened(BROKERING, "delay", 2);
    assertThat(reasons(BROKERING.id(), "delay")).noneMatch(Reason.Contradicted.class::isInstance);

    happened(BROKERING, "delay", 3);
    assertThat(reasons(BROKERING.id(), "delay"))
        .anySatisfy(
            reason ->
                assertThat(reason)
                    .isInstanceOfSatisfying(
                        Reason.Contradicted.class,
                        contradicted -> {
                          assertThat(contradicted.how())
                              .isEqualTo(Due.Contradiction.HIGHER_THAN_JUDGED);
                          assertThat(contradicted.seen()).isEqualTo(Level.of(3));
                        }));
  }

  @Test
  void an_incident_is_recorded_with_its_damage_by_programs_and_by_people() {
    Program program = people.program(Role.SECURITY_OFFICER);
    String day = LocalDate.now(ZoneOffset.UTC).toString();
    String incident =
        "{\"asset\":\"clearing\",\"property\":\"availability\",\"on\":\"%s\",\"severity\":\"low\","
            + "\"what\":\"Stood still\",\"harms\":[{\"factor\":\"%s\",\"level\":\"%s\"}]}";

    assertThat(
            program
                .post("/incidents", incident.formatted(day, "delay", "marginal"))
                .at("/harms/0/level"))
        .isEqualTo("marginal");
    assertThat(program.post("/incidents", incident.formatted(day, "nothing", "marginal")).places())
        .containsExactly("/harms/0/factor");
    assertThat(program.post("/incidents", incident.formatted(day, "delay", "huge")).places())
        .containsExactly("/harms/0/level");
    people
        .signedIn(olga)
        .post(
            "/reviews/incidents",
            "asset",
            "clearing",
            "property",
            "availability",
            "on",
            day,
            "severity",
            "LOW",
            "what",
            "Again",
            "factor",
            "penalty",
            "level",
            "1");

    assertThat(reviews.incidents(people.tenant()))
        .extracting(Incident::harms)
        .containsExactlyInAnyOrder(
            List.of(new Incident.Harm("delay", Level.of(2))),
            List.of(new Incident.Harm("penalty", Level.of(1))));
    assertThat(reasons("clearing/availability", "delay"))
        .singleElement()
        .isInstanceOfSatisfying(
            Reason.Contradicted.class,
            contradicted -> assertThat(contradicted.how()).isEqualTo(Due.Contradiction.NOT_JUDGED));
  }
}
