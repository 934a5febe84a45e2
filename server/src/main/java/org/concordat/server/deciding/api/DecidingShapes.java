package org.concordat.server.deciding.api;

import java.util.List;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.reassessment.Incident.Severity;
import org.concordat.core.alignment.reassessment.ReviewIntervals;
import org.concordat.server.deciding.Draft;
import org.concordat.server.deciding.Drafts.Settlement;
import org.concordat.server.deciding.Reviews;
import org.concordat.server.deciding.VocabularyEdit.Named;
import org.concordat.server.web.api.Kind;
import org.concordat.server.web.api.Kinds;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.ShapeBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The JSON of drafts, ratings, sensitivity and what is due. */
@Configuration(proxyBeanMethods = false)
class DecidingShapes {
  private static final Kind REVISION = new Kind.Whole(0, Integer.MAX_VALUE);
  private static final Kind PLACE = new Kind.Whole(0, 1_000_000);
  private static final Kind WORDS = new Kind.Text(2_000, true);
  private static final Kind IDS = new Kind.ListOf(Kinds.PROSE, 100_000);
  private static final String SEEN = "the revision of the draft that you saw";

  /** What can be tried out. */
  enum Trying {
    LINK,
    GOAL,
    NEW_GOAL,
    DEPENDENCY,
    NEW_ASSET,
    ASSET_GONE,
    PROPERTIES,
    NEW_PROPERTY,
    PROPERTY_GONE,
    NEW_FACTOR,
    FACTOR_GONE,
    NAME,
    JOINING,
    CARRY_OVER
  }

  /** How levels join along a path; an own table stands beside it. */
  enum AlongWord {
    WEAKEST_LINK,
    PRODUCT
  }

  static final Shape NEW_DRAFT =
      Shape.named("NewDraft", "A draft to begin.")
          .required("name", new Kind.Text(Draft.LONGEST_NAME, false), "its name", "\"Two sites\"")
          .optional("about", Kinds.NAME, "what it is about", "\"asset:claims-db\"");

  static final Shape EDIT =
      Shape.named("DraftEdit", "One thing to try out in a draft.")
          .required("revision", REVISION, SEEN, "0")
          .required("try", Kinds.choice(Trying.class), "what to try out", "\"link\"")
          .optional(
              "from",
              Kinds.NAME,
              "link: the requirement or factor; dependency: the asset that depends",
              "\"claims-db/availability\"")
          .optional(
              "to",
              Kinds.NAME,
              "link: the factor or goal; dependency: the asset that is needed",
              "\"productivity-loss\"")
          .optional(
              "level", Kinds.LEVEL, "of the link, the importance, the strength", "\"critical\"")
          .optional("gone", new Kind.Flag(), "whether there is to be none of it", "false")
          .optional(
              "id",
              Kinds.ID,
              "of the goal, asset, property or factor that is meant, or is named otherwise",
              "\"fast-settlement\"")
          .optional("name", Kinds.NAME, "of what is new, or the new name", "\"Second site\"")
          .optional("what", Kinds.choice(Named.class), "name: of what", "\"goal\"")
          .optional(
              "properties",
              new Kind.ListOf(Kinds.ID, 100),
              "properties: all that the asset is to have",
              "[\"availability\"]")
          .optional(
              "levels",
              new Kind.ListOf(Kinds.LEVEL, 100),
              "joining: the names of the levels, lowest first; each level in use becomes the"
                  + " nearest of them",
              "[\"low\",\"high\"]")
          .optional(
              "matrix",
              new Kind.ListOf(new Kind.ListOf(Kinds.LEVEL, 100), 100),
              "joining: the own table; rows are levels of links, columns what they lead to",
              "[[\"low\",\"low\"],[\"low\",\"high\"]]")
          .optional("unit", Kinds.ID, "the unit of what is new", "\"claims\"")
          .optional("kind", Kinds.choice(AssetKind.class), "of a new asset", "\"technical\"")
          .optional("along", Kinds.choice(AlongWord.class), "joining: along a path", "\"product\"")
          .optional("across", Kinds.choice(Across.class), "joining: across paths", "\"average\"")
          .optional("cumulation", new Kind.Whole(1, 999_999), "joining: none if absent", "3");

  static final Shape SETTLEMENT =
      Shape.named("DraftSettlement", "How a conflict with later changes is settled.")
          .required("revision", REVISION, SEEN, "1")
          .required("place", PLACE, "of the change, from 0", "0")
          .required("settlement", Kinds.choice(Settlement.class), "whose state holds", "\"mine\"");

  static final Shape SHARING =
      Shape.named("DraftSharing", "Whether others who read the model may open a draft.")
          .required("revision", REVISION, SEEN, "1")
          .required("shared", new Kind.Flag(), "whether they may", "true");

  static final Shape STATE =
      Shape.named("DraftStep", "Where a draft is to stand.")
          .required("revision", REVISION, SEEN, "1")
          .required(
              "state",
              Kinds.choice(Draft.State.class),
              "proposed, open (takes a proposal back), applied, refused or dropped",
              "\"proposed\"")
          .optional("words", WORDS, "why", "\"The new site is built\"");

  private static final Shape ACT =
      Shape.named("DraftAct", "Who did something to a draft.")
          .told("by", Kinds.NAME, "the person's name", "\"Olga\"")
          .told("at", new Kind.Moment(), "when", "\"2026-11-26T10:00:00Z\"")
          .toldOptionally("words", Kinds.PROSE, "what they said", "\"Yes\"");

  private static final Shape CHANGE =
      Shape.named("DraftChange", "A change of a draft.")
          .told("entry", Kinds.PROSE, "what changes", "\"goal fast-settlement\"")
          .told("conflict", new Kind.Flag(), "whether others changed it meanwhile", "false")
          .toldOptionally("says", Kinds.PROSE, "the change in a sentence", "\"...\"");

  private static final Shape STANDING =
      Shape.named("DraftStanding", "Where a requirement stands.")
          .told("rank", Kinds.COUNT, "from 1", "1")
          .told("score", Kinds.SCORE, "its need", "1.0")
          .told("level", Kinds.LEVEL, "the level that it shows", "\"critical\"");

  private static final Shape SHIFT =
      Shape.named("DraftShift", "A requirement that a draft moves.")
          .told("id", Kinds.PROSE, "asset/property", "\"claims-db/availability\"")
          .toldOptionally("before", new Kind.Of(STANDING), "today", "{}")
          .toldOptionally("after", new Kind.Of(STANDING), "in the draft", "{}")
          .told("units", IDS, "the units for which it shows another level", "[\"claims\"]")
          .told(
              "causes",
              new Kind.ListOf(Kinds.COUNT, 100_000),
              "places of the changes that move it, from 0; empty when that was not tried out",
              "[0]");

  private static final Shape EFFECT =
      Shape.named("DraftEffect", "What a draft moves.")
          .told("moved", Kinds.COUNT, "how many scores", "3")
          .told("requirements", list(SHIFT), "those that move furthest", "[]");

  static final Shape DRAFT =
      Shape.named("Draft", "Changes that somebody tries out.")
          .told("id", new Kind.Uuid(), "its id", "\"0193e0c2-8a5a-7000-8000-000000000001\"")
          .told("name", Kinds.NAME, "its name", "\"Two sites\"")
          .toldOptionally("about", Kinds.NAME, "what it is about", "\"asset:claims-db\"")
          .told("state", Kinds.choice(Draft.State.class), "where it stands", "\"open\"")
          .told("shared", new Kind.Flag(), "whether others may open it", "false")
          .told("revision", Kinds.COUNT, "counts what is done to it", "0")
          .told("made", new Kind.Of(ACT), "who made it", "{}")
          .toldOptionally("proposal", new Kind.Of(ACT), "who proposed it", "{}")
          .toldOptionally("decision", new Kind.Of(ACT), "who decided", "{}")
          .toldOptionally("action", Kinds.PROSE, "what applying it did", "\"/api/v1/actions/...\"")
          .toldOptionally("changes", list(CHANGE), "what it changes", "[]")
          .toldOptionally("problems", IDS, "rules that the model would break", "[]")
          .toldOptionally("effect", new Kind.Of(EFFECT), "what it moves, when it fits", "{}");

  private static final Shape RATED =
      Shape.named("ClassicRating", "A classic rating beside the need by goals.")
          .told("id", Kinds.PROSE, "asset/property", "\"claims-db/availability\"")
          .told("rating", Kinds.LEVEL, "the rating", "\"critical\"")
          .told("level", Kinds.LEVEL, "the level of the need, or none", "\"none\"")
          .told("score", Kinds.SCORE, "the need", "0.0")
          .told("shift", new Kind.Score(-1), "how much further up goals put it", "-1.0")
          .told("explained", new Kind.Flag(), "whether a goal gives a reason", "false");

  static final Shape CLASSIC =
      Shape.named("ClassicTable", "Classic ratings, and how far priorities agree.")
          .toldOptionally("tau", new Kind.Score(-1), "Kendall's tau-b, where defined", "0.5")
          .toldOptionally("rho", new Kind.Score(-1), "Spearman's rho, where defined", "0.6")
          .told("unexplained", Kinds.COUNT, "ratings without a business reason", "1")
          .told("items", list(RATED), "what differs most first", "[]")
          .told("total", Kinds.COUNT, "how many in all parts", "1")
          .toldOptionally("next", Kinds.PROSE, "the address of the next part", "\"...\"");

  private static final Shape NUDGE =
      Shape.named("SensitivityEffect", "What one judgement does, changed by one level.")
          .told("from", Kinds.PROSE, "the requirement or factor", "\"claims-db/availability\"")
          .told("to", Kinds.PROSE, "the factor or goal", "\"productivity-loss\"")
          .told("before", Kinds.LEVEL, "the level that counts", "\"critical\"")
          .told("after", Kinds.LEVEL, "the level that would count", "\"marginal\"")
          .told("judges", IDS, "whose judgement alone would do so", "[\"j.doe\"]")
          .told("attention", Kinds.SCORE, "the share of the attention that moves", "0.1")
          .told("moved", Kinds.COUNT, "how many scores move", "3")
          .told("entered", IDS, "requirements that come into the first ten", "[]")
          .told("left", IDS, "requirements that leave them", "[]");

  static final Shape SENSITIVITY =
      Shape.named("Sensitivity", "Which judgements the ranking depends on most.")
          .told("tried", Kinds.COUNT, "how many changes were tried", "12")
          .told("without", Kinds.COUNT, "how many of them move nothing", "4")
          .told("effects", list(NUDGE), "those of most effect first", "[]");

  private static final Shape REASON =
      Shape.named("ReviewReason", "Why something needs another look.")
          .told(
              "kind",
              new Kind.Choice(
                  List.of(
                      "incident",
                      "higher-than-judged",
                      "not-judged",
                      "lower-every-time",
                      "never-met",
                      "always-met",
                      "broken-without-harm",
                      "change",
                      "lapsed",
                      "undated")),
              "which kind of reason",
              "\"lapsed\"")
          .toldOptionally("on", new Kind.Day(), "when it happened or became due", "\"2026-03-02\"")
          .toldOptionally("level", Kinds.COUNT, "the number of the level of the damage", "3")
          .toldOptionally("windows", Kinds.COUNT, "how many windows show it", "3")
          .toldOptionally(
              "what",
              Kinds.PROSE,
              "what happened or changed; of a target, the value that it could ask for; of needs"
                  + " in question, the agreement",
              "\"asset crm\"");

  static final Shape DUE =
      Shape.named("Review", "Something that needs another look.")
          .told("from", Kinds.PROSE, "the requirement or factor", "\"claims-db/availability\"")
          .toldOptionally("to", Kinds.ID, "the factor or goal, if judged", "\"downtime\"")
          .toldOptionally(
              "agreement", Kinds.PROSE, "of a target: the agreement and since", "\"claims/1\"")
          .toldOptionally("target", Kinds.ID, "the target that should change", "\"uptime\"")
          .toldOptionally("judged-on", new Kind.Day(), "when it was judged", "\"2025-03-02\"")
          .told("reasons", list(REASON), "the gravest first", "[]");

  static final Shape INTERVALS =
      Shape.named("ReviewIntervals", "After how many months judgements need another look.")
          .optional(
              "requirements",
              new Kind.Whole(1, ReviewIntervals.LONGEST),
              "what breaking requirements does; never if absent",
              "12")
          .optional(
              "factors",
              new Kind.Whole(1, ReviewIntervals.LONGEST),
              "what factors do to goals; never if absent",
              "12");

  private static final Shape HARM =
      Shape.named("IncidentHarm", "A damage that an incident did.")
          .required("factor", Kinds.ID, "the factor that it is", "\"downtime\"")
          .required("level", Kinds.LEVEL, "how bad it was, on the scale", "\"critical\"");

  static final Shape INCIDENT =
      Shape.named("Incident", "A requirement that was broken.")
          .toldOptionally(
              "id", new Kind.Uuid(), "its id", "\"0193e0c2-8a5a-7000-8000-0000000000ff\"")
          .required("asset", Kinds.ID, "the asset", "\"claims-db\"")
          .required("property", Kinds.ID, "the property that was broken", "\"availability\"")
          .required("on", new Kind.Day(), "the day", "\"2026-11-20\"")
          .required("severity", Kinds.choice(Severity.class), "how grave", "\"high\"")
          .required("what", new Kind.Text(Reviews.LONGEST, false), "what happened", "\"Disk full\"")
          .optional(
              "harms",
              new Kind.ListOf(new Kind.Of(HARM), 100),
              "the damage that it did, as far as it is known",
              "[]");

  private static Kind list(Shape shape) {
    return new Kind.ListOf(new Kind.Of(shape), 100_000);
  }

  @Bean
  ShapeBook decidingBook() {
    return new ShapeBook(
        List.of(
            NEW_DRAFT,
            EDIT,
            SETTLEMENT,
            SHARING,
            STATE,
            ACT,
            CHANGE,
            STANDING,
            SHIFT,
            EFFECT,
            DRAFT,
            DRAFT.list(),
            RATED,
            CLASSIC,
            NUDGE,
            SENSITIVITY,
            REASON,
            DUE,
            DUE.list(),
            INTERVALS,
            HARM,
            INCIDENT,
            INCIDENT.list()));
  }
}
