package org.concordat.server.agreements;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.MaintenanceWindow;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.OpenHours;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.RiskAcceptance;
import org.concordat.core.agreements.ServiceCalendar;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.Term;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.Answer;
import org.concordat.core.agreements.negotiation.Decision;
import org.concordat.core.agreements.negotiation.Lifecycle;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.core.agreements.negotiation.Outcome;
import org.concordat.core.agreements.negotiation.Signature;
import org.concordat.core.alignment.Level;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.agreements.AgreementFiles;
import org.concordat.formats.agreements.AgreementJson;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.RunningServer;

/** The agreement of the example's bank, once in each state, and whoever looks at it there. */
public final class AgreementsInEachState {
  private static final Path BANK = Path.of("../examples/bank-a");
  private static final String LINE = "brokering.availability";

  private final RunningServer server;
  private final People people;
  private final Person it;
  private final Person unit;
  private final Person payments;
  private final Person board;
  private final Instant start = Instant.now().minusSeconds(86_400L * 40);
  private final Map<String, Person> sights = new LinkedHashMap<>();
  private int hours;

  private AgreementsInEachState(RunningServer server) {
    this.server = server;
    people = new People(server, workspace());
    it = people.person(Role.SERVICE_OWNER);
    unit = people.person(Role.UNIT_HEAD, "mortgages");
    payments = people.person(Role.UNIT_HEAD, "payments");
    board = people.person(Role.BOARD);
  }

  private static Workspace workspace() {
    try {
      return WorkspaceFiles.read(BANK.resolve("workspace.yaml")).workspace();
    } catch (IOException | InvalidInput e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bank, with all its agreements. */
  public static AgreementsInEachState at(RunningServer server) {
    AgreementsInEachState made = new AgreementsInEachState(server);
    SampleServices.into(server, made.people.tenant());
    made.make();
    return made;
  }

  public People people() {
    return people;
  }

  /** Addresses, with whoever has something to do or to see there. */
  public Map<String, Person> sights() {
    return Map.copyOf(sights);
  }

  private Agreement document(String id, String file) {
    try {
      Agreement read = AgreementFiles.read(BANK.resolve(file)).agreement();
      LocalDate from = LocalDate.now(ZoneOffset.UTC).minusDays(45);
      Map<DayOfWeek, List<OpenHours>> hours = new java.util.EnumMap<>(DayOfWeek.class);
      for (DayOfWeek day : DayOfWeek.values()) {
        hours.put(
            day,
            day == DayOfWeek.SUNDAY
                ? List.of()
                : List.of(new OpenHours(LocalTime.of(7, 0), LocalTime.of(20, 0))));
      }
      return new Agreement(
          id,
          read.version(),
          read.organisation(),
          read.unit(),
          read.unitName(),
          read.supplier(),
          read.title(),
          read.scale(),
          read.currency(),
          new Term(from, from.plusYears(1)),
          from.plusMonths(10),
          read.graceDays(),
          new ServiceCalendar(
              ZoneId.of("Europe/Berlin"),
              hours,
              new TreeSet<>(List.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1)))),
          List.of(
              new MaintenanceWindow.Weekly(
                  DayOfWeek.SATURDAY, LocalTime.of(18, 0), Duration.ofHours(2))),
          read.lines(),
          read.obligations(),
          read.exclusions());
    } catch (IOException | InvalidInput e) {
      throw new IllegalStateException(e);
    }
  }

  private Actor by(Person person, Party party) {
    return new Actor(party, person.account().toString(), start.plusSeconds(3_600L * ++hours));
  }

  private Actor supply() {
    return by(it, new Party.Supply());
  }

  private Actor demand() {
    return by(unit, new Party.Demand());
  }

  private Actor otherUnit() {
    return by(payments, new Party.OtherUnit("payments"));
  }

  private Actor management() {
    return by(board, new Party.TopManagement());
  }

  private interface Then {
    Move on(AgreementState state);
  }

  /** Keeps an agreement after some moves, and remembers who looks at it. */
  private void keep(String id, Person who, Then... moves) {
    keepState(id, moves);
    sights.put("/agreements/" + id + "/1", who);
  }

  private AgreementState keepState(String id, Then... moves) {
    List<AgreementState> states = new ArrayList<>();
    AgreementState state =
        Lifecycle.start(new Move.Draft(supply(), document(id, "mortgages-1.yaml"), 0));
    states.add(state);
    for (Then then : moves) {
      Outcome outcome = Lifecycle.make(state, then.on(state));
      if (!(outcome instanceof Outcome.Made(var next))) {
        throw new IllegalStateException(id + ": " + outcome);
      }
      state = next;
      states.add(state);
    }
    server
        .part(TenantTransactions.class)
        .write(
            people.tenant(),
            Attribution.ofServer("test"),
            sql -> {
              states.forEach(each -> AgreementRows.keep(sql, new AgreementKey(id, 1), each));
              return true;
            });
    return state;
  }

  private Move sign(Side side, AgreementState state) {
    return new Move.Sign(
        side == Side.SUPPLY ? supply() : demand(),
        new Signature(side, AgreementJson.digestText(state.dossier().current())));
  }

  private Move accept(AgreementState state) {
    AgreementLine line = state.dossier().current().line(LINE).orElseThrow();
    return new Move.AcceptRisk(
        new RiskAcceptance(
            "risk-1",
            demand(),
            line.id(),
            line.requirement(),
            Level.of(line.neededNumber()),
            Level.of(line.agreedNumber()),
            "For a day we can take applications on paper; the branches have done so before.",
            state.dossier().current().term().until(),
            Money.of("4800", "EUR"),
            line.goals()));
  }

  private Agreement raised(AgreementState state) {
    Agreement current = state.dossier().current();
    Agreement first = document(current.id(), "mortgages-1.yaml");
    return first
        .withLines(
            first.lines().stream().map(line -> line.id().equals(LINE) ? high(line) : line).toList())
        .asVersion(current.version() + 1);
  }

  private AgreementLine high(AgreementLine line) {
    var catalogue =
        server
            .part(ServiceOffers.class)
            .catalogue(people.tenant(), document("x", "mortgages-1.yaml").scale());
    var service = catalogue.service("continuity").orElseThrow();
    var level = service.levels().getLast();
    return Offer.served(line, service, level, java.math.BigDecimal.ONE, level.price());
  }

  private void make() {
    Then propose = state -> new Move.Propose(supply(), state.dossier().current());
    Then counter =
        state ->
            new Move.Counter(
                demand(),
                document(state.dossier().current().id(), "mortgages-2.yaml"),
                "Cheaper, and still enough for us.");
    Then accept = this::accept;
    Then agreeUnit = _ -> new Move.Agree(demand());
    Then agreeIt = _ -> new Move.Agree(supply());
    Then nobody = _ -> new Move.OpenReview(supply(), Set.of());
    Then review = _ -> new Move.OpenReview(supply(), Set.of("payments"));
    Then object =
        _ ->
            new Move.Answered(
                otherUnit(), new Answer.Objection("Our clearing stops with core banking."));
    Then escalate =
        _ ->
            new Move.Escalate(
                otherUnit(),
                "It saves 4,800 euros a year, and mortgages can live with it.",
                "Every payment waits, and the scheme fines us from the first hour.");
    Then decide =
        _ ->
            new Move.Decide(
                management(),
                new Decision.Raise(Map.of(LINE, Level.of(3))),
                "Payments are our licence to operate.");
    Then carryOut = state -> new Move.CarryOut(supply(), raised(state));
    Then conclude = _ -> new Move.ConcludeReview(supply());
    Then signIt = state -> sign(Side.SUPPLY, state);
    Then signUnit = state -> sign(Side.DEMAND, state);
    Then putInForce = _ -> new Move.PutInForce(supply());

    keep("in-draft", it);
    keep("offered", unit, propose);
    keep("countered", it, propose, counter);
    keep("accepting", unit, propose, counter);
    keep("agreed", it, propose, counter, accept, agreeIt);
    keep("reviewing", payments, propose, counter, accept, agreeIt, review);
    keep("disputed", unit, propose, counter, accept, agreeIt, review, object);
    keep("escalated", board, propose, counter, accept, agreeIt, review, object, escalate);
    keep("decided", it, propose, counter, accept, agreeIt, review, object, escalate, decide);
    keep(
        "carried-out",
        unit,
        propose,
        counter,
        accept,
        agreeIt,
        review,
        object,
        escalate,
        decide,
        carryOut);
    keep("reviewed", unit, propose, agreeUnit, nobody, conclude);
    keep("half-signed", it, propose, agreeUnit, nobody, conclude, signUnit);
    keep("signed", it, propose, agreeUnit, nobody, conclude, signUnit, signIt);
    keep("in-force", it, propose, agreeUnit, nobody, conclude, signUnit, signIt, putInForce);
    keep(
        "terminated",
        unit,
        propose,
        agreeUnit,
        nobody,
        conclude,
        signUnit,
        signIt,
        putInForce,
        _ -> new Move.Terminate(demand(), "The branches are sold."));
    keep("withdrawn", unit, propose, _ -> new Move.Withdraw(demand(), "Not this year."));
    sights.put("/agreements/countered/1/versions?from=1&to=2", unit);
    sights.put("/agreements/in-draft/1/offer", it);
    sights.put("/agreements/offered/1/offer", unit);
    sights.put("/steps/mortgages", unit);
    sights.put("/agreements", it);
    sights.put("/services", it);
    sights.put("/services/service/continuity", it);
    sights.put("/services/new", it);
    sights.put("/services/terms", it);
    sights.put("/services/text", it);
  }
}
