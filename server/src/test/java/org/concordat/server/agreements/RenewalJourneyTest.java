package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.Target;
import org.concordat.core.agreements.Term;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.AgreementState.StateKind;
import org.concordat.core.agreements.negotiation.Lifecycle;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.core.agreements.negotiation.Outcome;
import org.concordat.core.agreements.negotiation.Signature;
import org.concordat.formats.agreements.AgreementJson;
import org.concordat.formats.agreements.SignatureVerification;
import org.concordat.formats.agreements.SignedAgreement;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.SoftPasskey;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The end of an agreement: its review is due, it is renewed with other targets, both sides sign,
 * the new version comes into force and the old one gives way; or its term ends; or it is
 * terminated. Over HTTP, as people do it.
 */
class RenewalJourneyTest {
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private static final String OLD = "/agreements/mortgages/1";

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, TwoUnits.workspace());
  private final Person owner = people.person(Role.SERVICE_OWNER);
  private final Person unitHead = people.person(Role.UNIT_HEAD, "mortgages");
  private final Visitor supply = people.signedIn(owner);
  private final Visitor head = people.signedIn(unitHead);

  @BeforeEach
  void services() {
    SampleServices.into(server, people.tenant());
  }

  /** An agreement that has held since ten months, with a term that ends on a day. */
  private void inForce(LocalDate until) {
    new Program(server, people.token(owner))
        .post(
            "/agreements",
            "{\"unit\":\"mortgages\",\"from\":\"%s\",\"until\":\"%s\"}"
                .formatted(today.minusMonths(10), until));
    Agreement document = state(1).dossier().current();
    Instant then = today.minusMonths(10).atTime(9, 0).toInstant(ZoneOffset.UTC);
    String digest = AgreementJson.digestText(document);
    Actor it = new Actor(new Party.Supply(), owner.account().toString(), then);
    Actor unit = new Actor(new Party.Demand(), unitHead.account().toString(), then);
    AgreementState state = Lifecycle.start(new Move.Draft(it, document, 0));
    server
        .part(TenantTransactions.class)
        .write(
            people.tenant(),
            Attribution.ofServer("test"),
            sql ->
                sql.execute("delete from agreement_move") + sql.execute("delete from agreement"));
    keep(state);
    for (Move move :
        List.of(
            new Move.Propose(it, document),
            new Move.Agree(unit),
            new Move.OpenReview(it, Set.of()),
            new Move.ConcludeReview(it),
            new Move.Sign(it, new Signature(Side.SUPPLY, digest)),
            new Move.Sign(unit, new Signature(Side.DEMAND, digest)),
            new Move.PutInForce(it))) {
      state = ((Outcome.Made) Lifecycle.make(state, move)).state();
      keep(state);
    }
  }

  private void keep(AgreementState state) {
    server
        .part(TenantTransactions.class)
        .write(
            people.tenant(),
            Attribution.ofServer("test"),
            sql -> {
              AgreementRows.keep(sql, new AgreementKey("mortgages", 1), state);
              return true;
            });
  }

  private AgreementState state(int since) {
    return server
        .part(Agreements.class)
        .find(people.tenant(), new AgreementKey("mortgages", since))
        .orElseThrow();
  }

  private int move(Visitor who, int since, String kind, String party, String... more) {
    List<String> fields = new java.util.ArrayList<>(List.of("party", party));
    fields.addAll(List.of("seen", String.valueOf(state(since).dossier().moves().size())));
    fields.addAll(List.of(more));
    return who.post("/agreements/mortgages/" + since + "/" + kind, fields.toArray(String[]::new))
        .statusCode();
  }

  private void sign(Visitor who, int since, String party) {
    SoftPasskey device = new SoftPasskey(server.address());
    who.post(
        "/account/passkeys",
        "name",
        "My key",
        "response",
        device.register(who.post("/account/passkeys/options").body()));
    String asked =
        who.post("/agreements/mortgages/" + since + "/sign/options", "party", party).body();
    assertThat(
            move(who, since, "sign", party, "response", device.sign(SoftPasskey.challenge(asked))))
        .isEqualTo(303);
  }

  @Test
  void an_agreement_is_reviewed_renewed_with_other_targets_and_gives_way_to_the_renewal()
      throws Exception {
    inForce(today.plusDays(20));
    assertThat(supply.get(OLD).body()).contains("The review is due since", "Draft the renewal");
    assertThat(supply.get("/loop/process").body()).contains("Mortgages");
    assertThat(head.get(OLD).body()).doesNotContain("Draft the renewal");

    supply.post(
        "/agreements",
        "unit",
        "mortgages",
        "from",
        today.toString(),
        "until",
        today.plusYears(1).toString(),
        "title",
        "Mortgages");
    assertThat(state(2).dossier().current().version()).isEqualTo(2);
    assertThat(supply.get(OLD).body()).contains("Its renewal is in the making");
    assertThat(supply.get("/agreements/mortgages/2/versions").body())
        .as("compared with the version that it succeeds")
        .contains("Version 1", "Version 2");

    Target target = state(2).dossier().current().targets().findFirst().orElseThrow().target();
    assertThat(move(supply, 2, "offer", "supply", "threshold." + target.id(), "99.7"))
        .isEqualTo(303);
    assertThat(move(head, 2, "moves/agree", "demand")).isEqualTo(303);
    assertThat(move(supply, 2, "moves/open-review", "supply")).isEqualTo(303);
    assertThat(move(supply, 2, "moves/conclude-review", "supply")).isEqualTo(303);
    sign(head, 2, "demand");
    sign(supply, 2, "supply");
    assertThat(state(1).kind()).as("until the renewal is in force").isEqualTo(StateKind.IN_FORCE);

    assertThat(move(supply, 2, "moves/put-in-force", "supply")).isEqualTo(303);

    assertThat(state(2).kind()).isEqualTo(StateKind.IN_FORCE);
    assertThat(state(1).kind()).isEqualTo(StateKind.SUPERSEDED);
    Target renewed = state(2).dossier().current().targets().findFirst().orElseThrow().target();
    assertThat(renewed.terms().threshold()).isEqualByComparingTo("0.997");
    SignedAgreement signed =
        SignedAgreement.read(
            "signed.json", supply.get("/agreements/mortgages/2/signed.json").body());
    assertThat(SignatureVerification.of(signed, null).isSound()).isTrue();
    assertThat(supply.get(OLD).body()).contains("A later version has taken its place.");
  }

  @Test
  void a_renewal_keeps_the_hours_windows_and_title_and_follows_the_term() {
    inForce(today.plusDays(20));

    supply.post("/agreements", "unit", "mortgages");

    Agreement renewal = state(2).dossier().current();
    Agreement before = state(1).dossier().current();
    assertThat(renewal.term())
        .isEqualTo(new Term(today.plusDays(21), today.plusDays(21).plusYears(1).minusDays(1)));
    assertThat(renewal.calendar()).isEqualTo(before.calendar());
    assertThat(renewal.title()).isEqualTo(before.title());
    assertThat(renewal.graceDays()).isEqualTo(before.graceDays());
  }

  @Test
  void an_agreement_whose_term_is_over_is_recorded_as_expired_and_cannot_be_terminated() {
    inForce(today.minusDays(1));
    assertThat(supply.get(OLD).body()).contains("Record that its term is over");

    assertThat(move(supply, 1, "moves/expire", "supply")).isEqualTo(303);

    assertThat(state(1).kind()).isEqualTo(StateKind.EXPIRED);
    assertThat(move(supply, 1, "moves/terminate", "supply", "because", "Late.")).isEqualTo(422);
    assertThat(supply.get("/agreements?unit=mortgages").body()).contains("Draft it");
  }

  @Test
  void an_agreement_is_terminated_by_either_side_with_a_reason() {
    inForce(today.plusDays(20));
    assertThat(move(head, 1, "moves/expire", "demand")).as("too early").isEqualTo(422);

    assertThat(move(head, 1, "moves/terminate", "demand", "because", "We close the business."))
        .isEqualTo(303);

    assertThat(state(1).kind()).isEqualTo(StateKind.TERMINATED);
    assertThat(head.get(OLD).body())
        .contains("We close the business.", "It was ended before its term.");
  }
}
