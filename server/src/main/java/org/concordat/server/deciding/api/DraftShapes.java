package org.concordat.server.deciding.api;

import java.util.List;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.whatif.Rebasing.Settlement;
import org.concordat.core.alignment.whatif.VocabularyEdit.Named;
import org.concordat.formats.drafts.EditReading.AlongWord;
import org.concordat.formats.drafts.Trying;
import org.concordat.server.deciding.Draft;
import org.concordat.server.web.api.Kind;
import org.concordat.server.web.api.Kinds;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.ShapeBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The JSON of drafts. */
@Configuration(proxyBeanMethods = false)
class DraftShapes {
  private static final Kind REVISION = new Kind.Whole(0, Integer.MAX_VALUE);
  private static final Kind PLACE = new Kind.Whole(0, 1_000_000);
  private static final Kind WORDS = new Kind.Text(2_000, true);
  private static final Kind TEXTS = new Kind.ListOf(Kinds.PROSE, 100_000);
  private static final int MOST_EDITS = 1_000;
  private static final String SEEN = "the revision of the draft that you saw";

  static final Shape NEW_DRAFT =
      Shape.named("NewDraft", "A draft to begin.")
          .required("name", new Kind.Text(Draft.LONGEST_NAME, false), "its name", "\"Two sites\"")
          .optional("about", Kinds.NAME, "what it is about", "\"asset:claims-db\"");

  private static final Shape REDUNDANCY =
      Shape.named("DraftRedundancy", "A group of interchangeable assets, in a draft.")
          .required("group", Kinds.ID, "the group's name", "\"sites\"")
          .required("needs", new Kind.Whole(1, 1_000_000), "how many members are needed", "1");

  private static final Shape TRIED =
      trying(Shape.named("DraftEditPart", "One thing of several to try out in a draft."));

  static final Shape EDIT =
      trying(
          Shape.named("DraftEdit", "One thing to try out in a draft.")
              .required("revision", REVISION, SEEN, "0"));

  static final Shape EDITS =
      Shape.named("DraftEdits", "Things to try out in a draft, all of them or none.")
          .required("revision", REVISION, SEEN, "0")
          .required(
              "edits",
              new Kind.ListOf(new Kind.Of(TRIED), MOST_EDITS),
              "one after the other, each on top of those before it",
              "[{\"try\":\"new-unit\",\"name\":\"Pensions\"}]");

  private static Shape trying(Shape shape) {
    return shape
        .required("try", Kinds.choice(Trying.class), "what to try out", "\"link\"")
        .optional(
            "from",
            Kinds.NAME,
            "link: the requirement or factor; dependency, passing: the asset that depends",
            "\"claims-db/availability\"")
        .optional(
            "to",
            Kinds.NAME,
            "link: the factor or goal; dependency, passing: the asset that is needed",
            "\"productivity-loss\"")
        .optional("level", Kinds.LEVEL, "of the link, the importance, the strength", "\"critical\"")
        .optional("gone", new Kind.Flag(), "whether there is to be none of it", "false")
        .optional(
            "id",
            Kinds.ID,
            "of the thing that is meant, gone or named otherwise; of what is new, the id that it"
                + " is to get, one made of its name if absent",
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
        .optional("unit", Kinds.ID, "the unit of what is new, or of the goal", "\"claims\"")
        .optional("kind", Kinds.choice(AssetKind.class), "of a new asset", "\"technical\"")
        .optional("along", Kinds.choice(AlongWord.class), "joining: along a path", "\"product\"")
        .optional("across", Kinds.choice(Across.class), "joining: across paths", "\"average\"")
        .optional("cumulation", new Kind.Whole(1, 999_999), "joining: none if absent", "3")
        .optional(
            "carries",
            new Kind.MapOf(Kinds.ID, 100),
            "passing: which property of the one needs which of the other; absent: each that both"
                + " have",
            "{\"availability\":\"availability\"}")
        .optional(
            "redundancy",
            new Kind.Of(REDUNDANCY),
            "passing: the group that the asset is in, if any",
            "{\"group\":\"sites\",\"needs\":1}");
  }

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
          .told("says", Kinds.PROSE, "the change in a sentence", "\"...\"")
          .told("conflict", new Kind.Flag(), "whether others changed it meanwhile", "false")
          .toldOptionally("meanwhile", Kinds.PROSE, "what they changed, in a sentence", "\"...\"");

  private static final Shape STANDING =
      Shape.named("DraftStanding", "Where a requirement stands.")
          .told("rank", Kinds.COUNT, "from 1", "1")
          .told("score", Kinds.SCORE, "its need", "1.0")
          .told("level", Kinds.LEVEL, "the level that it shows", "\"critical\"")
          .toldOptionally("path", TEXTS, "its best path, by ids", "[]")
          .toldOptionally("levels", TEXTS, "those of the path", "[]")
          .toldOptionally("because", Kinds.PROSE, "the path in a sentence", "\"...\"");

  private static final Shape UNIT =
      Shape.named("DraftUnitShift", "A unit for which a requirement moves.")
          .told("id", Kinds.ID, "the unit", "\"claims\"")
          .told("name", Kinds.PROSE, "its name", "\"Claims handling\"")
          .told("before", Kinds.LEVEL, "the level of its own need today", "\"critical\"")
          .told("after", Kinds.LEVEL, "the same in the draft", "\"marginal\"");

  private static final Shape SHIFT =
      Shape.named("DraftShift", "A requirement that a draft moves.")
          .told("id", Kinds.PROSE, "asset/property", "\"claims-db/availability\"")
          .told("name", Kinds.PROSE, "the asset's name", "\"Claims database\"")
          .toldOptionally("before", new Kind.Of(STANDING), "today", "{}")
          .toldOptionally("after", new Kind.Of(STANDING), "in the draft", "{}")
          .told("units", list(UNIT), "the units for which it shows another level", "[]")
          .told(
              "causes",
              new Kind.ListOf(Kinds.COUNT, 100_000),
              "places of the changes that move it, from 0; empty when that was not tried out",
              "[0]");

  private static final Shape EFFECT =
      Shape.named("DraftEffect", "What a draft moves.")
          .told("moved", Kinds.COUNT, "how many scores", "3")
          .told(
              "for-units",
              Kinds.COUNT,
              "how many others show another level for a unit alone; tried out in models of up to"
                  + " 2000 assets",
              "0")
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
          .toldOptionally("problems", TEXTS, "rules that the model would break", "[]")
          .toldOptionally("left", TEXTS, "what still has a level of the old scale", "[]")
          .toldOptionally("effect", new Kind.Of(EFFECT), "what it moves, when it fits", "{}");

  private static final Shape COMPARED =
      Shape.named("DraftDifference", "A requirement that stands elsewhere in one of two drafts.")
          .told("id", Kinds.PROSE, "asset/property", "\"claims-db/availability\"")
          .told("name", Kinds.PROSE, "the asset's name", "\"Claims database\"")
          .toldOptionally("today", new Kind.Of(STANDING), "where it stands today", "{}")
          .toldOptionally("one", new Kind.Of(STANDING), "in the draft", "{}")
          .toldOptionally("other", new Kind.Of(STANDING), "in the other draft", "{}");

  static final Shape COMPARISON =
      Shape.named("DraftComparison", "Two drafts side by side.")
          .told("differing", Kinds.COUNT, "how many requirements stand elsewhere", "2")
          .told("requirements", list(COMPARED), "those that differ most", "[]");

  private static Kind list(Shape shape) {
    return new Kind.ListOf(new Kind.Of(shape), 100_000);
  }

  @Bean
  ShapeBook draftBook() {
    return new ShapeBook(
        List.of(
            NEW_DRAFT,
            REDUNDANCY,
            TRIED,
            EDIT,
            EDITS,
            SETTLEMENT,
            SHARING,
            STATE,
            ACT,
            CHANGE,
            STANDING,
            UNIT,
            SHIFT,
            EFFECT,
            DRAFT,
            DRAFT.list(),
            COMPARED,
            COMPARISON));
  }
}
