package org.concordat.server.agreements.api;

import java.util.List;
import org.concordat.core.agreements.evaluation.Forecast;
import org.concordat.core.agreements.evaluation.Phase;
import org.concordat.core.agreements.evaluation.Verdict;
import org.concordat.core.agreements.negotiation.AgreementState.StateKind;
import org.concordat.core.agreements.negotiation.MoveKind;
import org.concordat.core.agreements.steps.Step;
import org.concordat.formats.agreements.MetricsMapping;
import org.concordat.server.agreements.ServiceOffers;
import org.concordat.server.agreements.scraping.ScrapeGuard;
import org.concordat.server.agreements.scraping.ScrapeProblem;
import org.concordat.server.agreements.scraping.ScrapeSource;
import org.concordat.server.web.api.Kind;
import org.concordat.server.web.api.Kinds;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.ShapeBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the resources of agreements look like. */
@Configuration(proxyBeanMethods = false)
class AgreementShapes {
  /** The longest document in a request, in characters. */
  private static final int DOCUMENT = 900_000;

  private static final int PARAGRAPH = 10_000;
  private static final int MOST_RECORDS = 10_000;
  private static final Kind WORDS = new Kind.Text(PARAGRAPH, true);
  private static final Kind PARTY = new Kind.Text(520, false);
  private static final Kind NUMBER = new Kind.Text(40, false);
  private static final Kind MOMENT = new Kind.Text(40, false);

  static final Shape AGREEMENT =
      Shape.named("AgreementRow", "An agreement, and where it stands.")
          .told("id", Kinds.ID, "its id, the same for its renewals", "\"claims\"")
          .told("since", Kinds.COUNT, "the version that this way began with", "1")
          .told("unit", Kinds.ID, "the unit whose it is", "\"claims\"")
          .told("title", Kinds.NAME, "its title", "\"Claims handling\"")
          .told("state", Kinds.choice(StateKind.class), "where it stands", "\"in-force\"")
          .told("version", Kinds.COUNT, "of the document on the table", "2")
          .told("moves", Kinds.COUNT, "how much was done to it", "9")
          .told("from", new Kind.Day(), "its first day", "\"2026-01-01\"")
          .told("until", new Kind.Day(), "its last day", "\"2026-12-31\"")
          .told("reviewOn", new Kind.Day(), "when it is looked at again", "\"2026-11-01\"")
          .toldOptionally("document", new Kind.Anything(), "the document on the table", "{}");

  static final Shape DRAFT =
      Shape.named("AgreementDraft", "A draft of a unit's agreement from its priorities.")
          .required("unit", Kinds.ID, "the unit", "\"claims\"")
          .optional("title", Kinds.NAME, "its title; the unit's name by default", "\"Claims\"")
          .optional("from", new Kind.Day(), "its first day; today by default", "\"2026-01-01\"")
          .optional("until", new Kind.Day(), "its last day; a year by default", "\"2026-12-31\"");

  static final Shape MOVE =
      Shape.named("AgreementMove", "Something that is done to an agreement.")
          .required("kind", Kinds.choice(MoveKind.class), "what is done", "\"agree\"")
          .required("party", PARTY, "for whom: demand, supply, management, unit:ID", "\"demand\"")
          .required("seen", Kinds.COUNT, "how many moves there were when you decided", "3")
          .optional(
              "document",
              new Kind.Text(DOCUMENT, false),
              "of an offer: the agreement as in a file, JSON or YAML",
              "\"concordat-agreement: 1\"")
          .optional("comment", WORDS, "on an offer", "\"Cheaper, and still enough.\"")
          .optional("line", Kinds.ID, "the line of a risk or a wish", "\"claims-db.integrity\"")
          .optional("until", new Kind.Day(), "how long a risk is accepted", "\"2026-12-31\"")
          .optional("because", WORDS, "the reason", "\"We can work on paper for two days.\"")
          .optional(
              "answer",
              new Kind.Choice(List.of("consent", "objection", "higher-level")),
              "what a unit says",
              "\"consent\"")
          .optional("level", new Kind.Whole(1, 100), "the number of a level", "3")
          .optional("forIt", WORDS, "of an escalation: the case for it", "\"It is cheap.\"")
          .optional("againstIt", WORDS, "of an escalation: the case against it", "\"It hurts.\"")
          .optional(
              "decision",
              new Kind.Choice(List.of("uphold", "raise")),
              "what is decided",
              "\"raise\"")
          .optional(
              "raise",
              new Kind.MapOf(new Kind.Whole(1, 100), 1_000),
              "the lowest level of lines by their ids",
              "{\"claims-db.integrity\": 3}");

  private static final int LONGEST_ASSERTION = 10_000;
  private static final Kind BYTES = new Kind.Text(LONGEST_ASSERTION, false);

  /** What a device says and signs, in base64url. */
  static final List<String> ASSERTED = List.of("clientDataJSON", "authenticatorData", "signature");

  static final Shape CHALLENGE =
      Shape.named("AgreementChallenge", "What a passkey has to sign.")
          .told("version", Kinds.COUNT, "of the document on the table", "2")
          .told("seen", Kinds.COUNT, "how many moves there are; send it back", "9")
          .told("sha256", Kinds.NAME, "of the canonical document, in hexadecimal", "\"9f86\"")
          .told("challenge", Kinds.NAME, "the same in base64url", "\"n4bQ\"")
          .told(
              "publicKey",
              new Kind.Anything(),
              "the options for the device: PublicKeyCredentialRequestOptions",
              "{}");

  private static final Shape ASSERTION =
      Shape.named(
              "AgreementAssertion",
              "What a passkey answered to the challenge (W3C Web Authentication), in base64url.")
          .required("id", BYTES, "the credential's id", "\"AQID\"")
          .required("clientDataJSON", BYTES, "what the client has collected", "\"eyJ0\"")
          .required("authenticatorData", BYTES, "what the device says of itself", "\"SZYN\"")
          .required("signature", BYTES, "the device's signature of both", "\"MEUC\"")
          .optional("userHandle", BYTES, "whom the device means", "\"AZ3H\"");

  static final Shape SIGNATURE =
      Shape.named("AgreementSignature", "A signature of the document on the table.")
          .required("party", PARTY, "for whom: demand or supply", "\"demand\"")
          .required("seen", Kinds.COUNT, "how many moves there were when you decided", "9")
          .required("assertion", new Kind.Of(ASSERTION), "what the passkey answered", "{}");

  static final Shape DONE =
      Shape.named("AgreementMoveDone", "A move that was made.")
          .told("kind", Kinds.choice(MoveKind.class), "what was done", "\"agree\"")
          .told("party", PARTY, "for whom", "\"demand\"")
          .told("person", Kinds.NAME, "the account that did it", "\"0192\"")
          .told("at", new Kind.Moment(), "when", "\"2026-03-02T09:30:00Z\"")
          .toldOptionally("document", new Kind.Anything(), "what was offered", "{}")
          .toldOptionally("acceptance", new Kind.Anything(), "the risk that was accepted", "{}")
          .toldOptionally("succeeds", Kinds.COUNT, "the version that a draft succeeds", "0")
          .toldOptionally("comment", WORDS, "on an offer", "\"\"")
          .toldOptionally("units", new Kind.ListOf(Kinds.ID, 10_000), "who is asked", "[]")
          .toldOptionally("answer", Kinds.NAME, "what a unit said", "\"consent\"")
          .toldOptionally("line", Kinds.ID, "the line that it is about", "\"a\"")
          .toldOptionally("level", Kinds.COUNT, "the level that is asked for", "3")
          .toldOptionally("because", WORDS, "the reason", "\"\"")
          .toldOptionally("for", WORDS, "the case for it", "\"\"")
          .toldOptionally("against", WORDS, "the case against it", "\"\"")
          .toldOptionally("raise", new Kind.Anything(), "the lines that are raised", "{}")
          .toldOptionally("side", Kinds.NAME, "which side signed", "\"demand\"")
          .toldOptionally("digest", Kinds.NAME, "the SHA-256 of what was signed", "\"00\"")
          .toldOptionally("version", Kinds.COUNT, "the version that took its place", "2");

  static final Shape RECORD =
      Shape.named("AgreementMeasurement", "Something that was measured.")
          .optional("id", Kinds.NAME, "the same id again corrects it", "\"probe-17\"")
          .required("target", Kinds.ID, "the target that it counts for", "\"claims-db.t1\"")
          .required(
              "at",
              MOMENT,
              "when it happened, such as 2026-03-02T09:30:00Z",
              "\"2026-03-02T09:30:00Z\"")
          .optional("good", new Kind.Whole(0, 1_000_000_000_000L), "how many were good", "99")
          .optional("total", new Kind.Whole(0, 1_000_000_000_000L), "how many in all", "100")
          .optional("until", MOMENT, "the end of an outage", "\"2026-03-02T09:40:00Z\"")
          .optional("seconds", NUMBER, "how long a case took", "\"12.5\"")
          .optional("value", NUMBER, "a value that was read off", "\"0.7\"");

  static final Shape RECORDS =
      Shape.named("AgreementMeasurements", "What was measured; all of it is kept, or nothing.")
          .required(
              "measurements", new Kind.ListOf(new Kind.Of(RECORD), MOST_RECORDS), "them", "[]");

  static final Shape KEPT =
      Shape.named("AgreementMeasurementsKept", "That measurements are kept.")
          .told("kept", Kinds.COUNT, "how many", "100");

  private static final Shape WINDOW =
      Shape.named("AgreementResult", "What came of a target in a window.")
          .told("from", new Kind.Day(), "the window's first day", "\"2026-03-01\"")
          .told("until", new Kind.Day(), "its last day", "\"2026-03-31\"")
          .told("phase", Kinds.choice(Phase.class), "whether it is over", "\"closed\"")
          .told("verdict", Kinds.choice(Verdict.class), "whether the target is met", "\"met\"")
          .told("records", Kinds.COUNT, "how many records count", "44640")
          .told("late", Kinds.COUNT, "how many of them came late", "0")
          .toldOptionally("value", NUMBER, "the measured value", "\"0.9997\"")
          .toldOptionally("slack", NUMBER, "how far it is on the good side", "\"0.0047\"")
          .toldOptionally("budgetLeft", NUMBER, "the part left of what may be missed", "\"0.4\"")
          .told("credit", NUMBER, "what is due, in the agreement's currency", "\"0\"")
          .toldOptionally(
              "settledVerdict",
              Kinds.choice(Verdict.class),
              "what it came to at its close, where late records have changed it",
              "\"met\"")
          .toldOptionally("settledValue", NUMBER, "the value at its close", "\"0.9999\"");

  static final Shape RESULTS =
      Shape.named("AgreementTargetResults", "Whether a target is kept.")
          .told("target", Kinds.ID, "the target", "\"claims-db.t1\"")
          .told("line", Kinds.ID, "its line", "\"claims-db.availability\"")
          .told("results", new Kind.ListOf(new Kind.Of(WINDOW), 10_000), "by window", "[]")
          .toldOptionally(
              "slope", new Kind.Text(400, false), "the change from window to window", "\"-0.001\"")
          .toldOptionally("clear", new Kind.Flag(), "whether that is no accident", "true")
          .toldOptionally(
              "chance",
              Kinds.choice(Forecast.Chance.class),
              "of a breach before the end",
              "\"unlikely\"")
          .toldOptionally("breachOn", new Kind.Day(), "when it is expected", "\"2026-03-20\"");

  static final Shape SCRAPE =
      Shape.named("AgreementScrape", "Where measurements of an agreement are fetched.")
          .required("name", Kinds.ID, "its name in the agreement", "\"blackbox\"")
          .required(
              "address",
              new Kind.Text(ScrapeGuard.LONGEST, false),
              "of the exposition, at a host that the administrator allows",
              "\"https://metrics.example.org/metrics\"")
          .optional(
              "seconds",
              new Kind.Whole(ScrapeSource.OFTENEST.toSeconds(), ScrapeSource.RAREST.toSeconds()),
              "between two fetches; 300 by default",
              "300")
          .optional(
              "mapping",
              new Kind.Text(MetricsMapping.LONGEST, true),
              "which samples speak of which targets; by the label target without",
              "\"uptime = probe_success{instance=\\\"core\\\"}\"")
          .toldOptionally(
              "fetched", new Kind.Moment(), "the last fetch", "\"2026-03-02T09:30:00Z\"")
          .toldOptionally("records", Kinds.COUNT, "how many records came of it", "3")
          .toldOptionally(
              "problem", Kinds.choice(ScrapeProblem.class), "what went wrong", "\"too-slow\"")
          .toldOptionally("detail", WORDS, "more of it", "\"it took longer than 10 s\"")
          .toldOptionally("due", new Kind.Moment(), "the next fetch", "\"2026-03-02T09:35:00Z\"");

  static final Shape SERVICES =
      Shape.named("AgreementServices", "What the supply side offers.")
          .required(
              "supplier", new Kind.Text(300, false), "what the supply side is called", "\"IT\"")
          .optional("colour", new Kind.Text(7, false), "of documents, as #rrggbb", "\"#8a1538\"")
          .required(
              "services",
              new Kind.Text(ServiceOffers.LONGEST, false),
              "the services as in a file",
              "\"concordat-services: 1\"");

  static final Shape STEPS =
      Shape.named("UnitSteps", "Where a unit stands in its seven steps.")
          .told("unit", Kinds.ID, "the unit", "\"claims\"")
          .told("steps", new Kind.Anything(), "the state of each step, with what it lacks", "{}")
          .toldOptionally(
              "agreement",
              Kinds.NAME,
              "the address of its agreement",
              "\"/api/v1/agreements/claims/1\"");

  static final Shape STEP =
      Shape.named("StepDone", "That a step is done.")
          .required("step", Kinds.choice(Step.class), "which one", "\"vision\"");

  @Bean
  ShapeBook agreementShapeBook() {
    return new ShapeBook(
        List.of(
            AGREEMENT,
            AGREEMENT.list(),
            DRAFT,
            MOVE,
            DONE,
            DONE.list(),
            CHALLENGE,
            ASSERTION,
            SIGNATURE,
            RECORD,
            RECORDS,
            KEPT,
            WINDOW,
            RESULTS,
            RESULTS.list(),
            SCRAPE,
            SCRAPE.list(),
            SERVICES,
            STEPS,
            STEPS.list(),
            STEP));
  }
}
