package org.concordat.server.standards.api;

import java.util.List;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.programme.ProgrammeEntry.Extent;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationKind;
import org.concordat.formats.yaml.Words;
import org.concordat.server.web.api.Kind;
import org.concordat.server.web.api.Kinds;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.ShapeBook;
import org.concordat.server.web.api.Values;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The JSON of standards. */
@Configuration(proxyBeanMethods = false)
class StandardsShapes {
  private static final Kind WORDS = new Kind.ListOf(Kinds.NAME, 100);

  static final Shape ADOPTION =
      Shape.named("Adoption", "That the organisation follows a catalogue.")
          .optional("since", new Kind.Day(), "the first day", "\"2024-01-01\"")
          .optional("because", Kinds.PROSE, "why", "\"Customers ask for it\"");

  static final Shape OPERATION =
      Shape.named("ControlOperation", "Whether a control is in operation.")
          .required("operation", Kinds.choice(Operation.class), "whether it is", "\"yes\"")
          .optional("since", new Kind.Day(), "the first day of this", "\"2026-03-01\"")
          .optional("because", Kinds.PROSE, "how it is known", "\"Audit of March\"")
          .optional("owner", Kinds.NAME, "who answers for it", "\"Sam Owner\"");

  static final Shape LINK =
      Shape.named("RequirementLink", "That a control satisfies a security requirement.")
          .required("extent", Kinds.choice(Extent.class), "how well", "\"fully\"")
          .optional("because", Kinds.PROSE, "why", "\"Nothing else is needed\"");

  static final Shape OBLIGATION =
      Shape.named("Obligation", "A law, contract or industry standard that binds.")
          .optional("id", Kinds.ID, "its id; if given, that of the address", "\"gdpr\"")
          .required("title", Kinds.NAME, "its title", "\"GDPR\"")
          .required("kind", Kinds.choice(ObligationKind.class), "who binds", "\"law\"")
          .optional("source", Kinds.NAME, "who made it, and where it stands", "\"(EU) 2016/679\"")
          .optional("url", Kinds.NAME, "where to read it", "\"https://example.org/gdpr\"")
          .optional("description", Kinds.PROSE, "what it asks for", "\"Protect personal data\"")
          .optional(
              "units", new Kind.ListOf(Kinds.ID, 500), "units that it binds; all if none", "[]")
          .optional("geography", WORDS, "places; everywhere if none", "[\"EU\"]")
          .optional("data", WORDS, "kinds of data; all if none", "[\"personal data\"]")
          .optional("owner", Kinds.NAME, "who looks after it", "\"Dora\"")
          .optional("review-on", new Kind.Day(), "when to look at it again", "\"2027-01-31\"");

  static final Shape OBLIGATION_CONTROL =
      Shape.named("ObligationControl", "That an obligation leads to a control.")
          .optional("because", Kinds.PROSE, "why", "\"Article 32\"");

  static final Shape OWN_CROSSWALK =
      Shape.named("OwnCrosswalk", "A crosswalk of the organisation's own.")
          .required("source", Kinds.ID, "the id of its source catalogue", "\"iso27001-2022\"")
          .required("target", Kinds.ID, "the id of its target catalogue", "\"itil-4\"")
          .optional("publisher", Kinds.NAME, "who says so", "\"We\"")
          .optional("url", Kinds.NAME, "where it was published", "\"https://example.org\"")
          .optional("version", Kinds.NAME, "its version", "\"1\"")
          .optional("licence", Kinds.NAME, "its licence", "\"ours\"")
          .toldOptionally(
              "extra", new Kind.Anything(), "what else its file said; a change keeps it", "{}");

  static final Shape OWN_MAPPING =
      Shape.named("OwnMapping", "What an own crosswalk says of two controls.")
          .required(
              "relation",
              Kinds.choice(Statement.class),
              "how the source relates to the target",
              "\"subset\"")
          .optional("strength", new Kind.Whole(1, 10), "how strong", "7")
          .optional("because", Kinds.PROSE, "why", "\"All of it is in there\"")
          .optional("by", Kinds.NAME, "who says so; yourself unless told", "\"Olga\"")
          .optional("on", new Kind.Day(), "the day; today unless told", "\"2026-11-26\"")
          .toldOptionally(
              "extra", new Kind.Anything(), "what else its file said; a change keeps it", "{}");

  static final Shape OWN_CONSIDERED =
      Shape.named("OwnConsidered", "That an own crosswalk found no counterpart of a control.")
          .optional("because", Kinds.PROSE, "why", "\"Nothing answers to it\"");

  static final Shape CROSSWALK_USE =
      Shape.named("CrosswalkUse", "That conclusions are drawn from a shipped crosswalk.");

  static final Shape COVERAGE =
      Shape.named("Coverage", "How many controls are covered how far.")
          .told("covered", Kinds.COUNT, "proved to be covered", "12")
          .told("partly", Kinds.COUNT, "proved to be partly covered", "30")
          .told("possibly", Kinds.COUNT, "possibly covered", "3")
          .told("open", Kinds.COUNT, "open", "55");

  static final Shape CATALOGUE =
      Shape.named("Catalogue", "A catalogue that ships, or of the organisation's own.")
          .told("id", Kinds.ID, "its id", "\"iso27001-2022\"")
          .told("title", Kinds.NAME, "its title", "\"ISO/IEC 27001:2022\"")
          .told("controls", Kinds.COUNT, "how many controls it has", "139")
          .told("followed", new Kind.Flag(), "whether the organisation follows it", "true")
          .toldOptionally("coverage", new Kind.Of(COVERAGE), "if it is followed", "{}");

  private static final Shape STEP =
      Shape.named("ChainStep", "A step of a proof.")
          .toldOptionally(
              "crosswalk", Kinds.ID, "the crosswalk that says so; absent for a part", "\"ours\"")
          .told("source", Kinds.NAME, "catalogue and control", "\"itil-4 GEN-03\"")
          .told("relation", Kinds.NAME, "what is said; part of a part", "\"subset\"")
          .told("target", Kinds.NAME, "catalogue and control", "\"iso27001-2022 A.5.1\"");

  private static final Kind CHAINS = new Kind.ListOf(new Kind.ListOf(new Kind.Of(STEP), 1_000), 10);

  static final Shape CONTROL =
      Shape.named("Control", "A control, and how far it is covered.")
          .told("id", Kinds.NAME, "its id", "\"A.5.1\"")
          .told("title", Kinds.NAME, "its title", "\"Policies for information security\"")
          .toldOptionally("parent", Kinds.NAME, "what it is a part of", "\"A.5\"")
          .toldOptionally(
              "operation", Kinds.choice(Operation.class), "what is said of it", "\"yes\"")
          .told("degree", Kinds.choice(Degree.class), "how far it is covered", "\"covered\"")
          .toldOptionally(
              "importance",
              Kinds.SCORE,
              "the highest need of the requirements that it satisfies",
              "1.0")
          .toldOptionally("via", CHAINS, "the chains that prove the degree", "[]");

  static final Shape PAIR =
      Shape.named("Pair", "What is known of two controls.")
          .told("source", Kinds.NAME, "a control of the first catalogue", "\"A.5.1\"")
          .told("target", Kinds.NAME, "a control of the second", "\"GEN-03\"")
          .told(
              "known",
              new Kind.ListOf(Kinds.choice(Relation.class), 5),
              "the relations that are possible",
              "[\"subset\"]")
          .told("via", CHAINS, "the chains that prove it", "[]");

  static final Shape CONTRADICTION =
      Shape.named("Contradiction", "Mappings that cannot all be true.")
          .told("mappings", new Kind.ListOf(new Kind.Of(STEP), 1_000), "a smallest cause", "[]");

  private static final Shape ANSWER_SHEET =
      Shape.named("ScenarioSheet", "A table of an answer.")
          .told("key", Kinds.NAME, "which one", "\"sections\"")
          .told("columns", WORDS, "the keys of its columns", "[\"section\"]")
          .told(
              "rows",
              new Kind.ListOf(new Kind.ListOf(new Kind.Anything(), 100), 100_000),
              "its rows: texts, numbers and lists of texts",
              "[[\"4.2.1\"]]");

  static final Shape SCENARIO =
      Shape.named("ScenarioAnswer", "The answer to a scenario.")
          .told("answered-by", Kinds.NAME, "a table of topics, or crosswalks", "\"crosswalks\"")
          .told("sheets", new Kind.ListOf(new Kind.Of(ANSWER_SHEET), 20), "the tables", "[]");

  private static final Shape THEIR_CONTROL =
      Shape.named("TheirControl", "What another organisation says of a control.")
          .required("control", Kinds.NAME, "its id", "\"A.5.1\"")
          .required("operation", Kinds.choice(Operation.class), "whether it is", "\"yes\"");

  static final Shape OTHER_ORGANISATION =
      Shape.named("OtherOrganisation", "Another organisation, which runs the catalogue 'to'.")
          .required("name", Kinds.NAME, "what it is called", "\"Northern Mutual\"")
          .required(
              "controls",
              new Kind.ListOf(new Kind.Of(THEIR_CONTROL), 10_000),
              "what it has in operation",
              "[]");

  private static final Shape MOVED_COVERAGE =
      Shape.named("MovedCoverage", "The coverage of a catalogue before and after.")
          .told("catalogue", Kinds.ID, "its id", "\"csf-2.0\"")
          .told("before", new Kind.Of(COVERAGE), "as it is", "{}")
          .told("after", new Kind.Of(COVERAGE), "as it would be, or is after the import", "{}");

  static final Shape IMPORT =
      Shape.named("StandardsImport", "What an import of a file changes.")
          .told("applied", new Kind.Flag(), "whether something was changed", "false")
          .told("changes", Kinds.COUNT, "how many entries differ", "151")
          .told("catalogues", WORDS, "catalogues that come or change", "[\"acme-2026\"]")
          .told("crosswalks", WORDS, "crosswalks that come or change", "[\"acme-iso\"]")
          .told("findings", new Kind.ListOf(Kinds.PROSE, 100_000), "what to look at", "[]")
          .told(
              "contradictions",
              new Kind.ListOf(new Kind.Of(CONTRADICTION), 100_000),
              "those that come",
              "[]")
          .told(
              "coverage",
              new Kind.ListOf(new Kind.Of(MOVED_COVERAGE), 1_000),
              "followed catalogues whose coverage changes",
              "[]");

  /** The constant of a word that the shape has let through. */
  static <E extends Enum<E>> E word(Class<E> type, Values said, String name) {
    return Words.find(type, said.required(name)).orElseThrow();
  }

  static Shape row(Shape shape) {
    return Shape.named(shape.name() + "Row", shape.about())
        .told("key", new Kind.ListOf(Kinds.NAME, 10), "the ids in its address", "[\"gdpr\"]")
        .told("entry", new Kind.Of(shape), "what it says", "{}")
        .told("etag", Kinds.NAME, "its entity tag, for If-Match", "\"8Wn2...\"");
  }

  @Bean
  ShapeBook standardsShapeBook() {
    return new ShapeBook(
        List.of(
            ADOPTION,
            OPERATION,
            LINK,
            row(LINK),
            row(LINK).list(),
            OBLIGATION,
            row(OBLIGATION),
            row(OBLIGATION).list(),
            OBLIGATION_CONTROL,
            row(OBLIGATION_CONTROL),
            row(OBLIGATION_CONTROL).list(),
            OWN_CROSSWALK,
            OWN_MAPPING,
            row(OWN_MAPPING),
            row(OWN_MAPPING).list(),
            OWN_CONSIDERED,
            row(OWN_CONSIDERED),
            row(OWN_CONSIDERED).list(),
            CROSSWALK_USE,
            COVERAGE,
            CATALOGUE,
            CATALOGUE.list(),
            STEP,
            CONTROL,
            CONTROL.list(),
            PAIR,
            PAIR.list(),
            CONTRADICTION,
            CONTRADICTION.list(),
            ANSWER_SHEET,
            SCENARIO,
            THEIR_CONTROL,
            OTHER_ORGANISATION,
            MOVED_COVERAGE,
            IMPORT));
  }
}
