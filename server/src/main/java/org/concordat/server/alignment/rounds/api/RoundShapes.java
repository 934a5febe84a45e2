package org.concordat.server.alignment.rounds.api;

import java.util.List;
import org.concordat.core.alignment.rounds.Asking;
import org.concordat.core.alignment.rounds.Awareness.Training;
import org.concordat.core.alignment.rounds.Stage;
import org.concordat.core.alignment.rounds.Trust;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.web.api.Kind;
import org.concordat.server.web.api.Kinds;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.ShapeBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The JSON of judgement rounds. */
@Configuration(proxyBeanMethods = false)
class RoundShapes {
  private static final Kind TEXT = new Kind.Text(Round.LONGEST_TEXT, true);
  private static final Kind END = new Kind.Text(500, false);
  private static final Kind NUMBER = new Kind.Whole(1, Round.MOST_LINKS);
  private static final Kind PLACE = new Kind.Whole(1, Round.MOST_RANKED);
  private static final Kind REAL = new Kind.Anything();

  /** What an answer is. */
  enum Word {
    LEVEL,
    PLACE,
    NONE,
    UNKNOWN
  }

  private static final Shape LINK =
      Shape.named("RoundLink", "A link that is to be judged.")
          .required("from", END, "a requirement, or a factor", "\"claims-db/integrity\"")
          .required("to", Kinds.ID, "a factor, or a goal", "\"fines\"");

  static final Shape NEW_ROUND =
      Shape.named("NewRound", "A round to be made, as a draft.")
          .required("title", new Kind.Text(Round.LONGEST_TITLE, false), "its title", "\"Claims\"")
          .optional(
              "asks",
              Kinds.choice(Asking.class),
              "for a level of each link, unless told, or for all in one order",
              "\"rating\"")
          .optional("due-on", new Kind.Day(), "until when answers are asked for", "\"2026-12-24\"")
          .required(
              "links",
              new Kind.ListOf(new Kind.Of(LINK), Round.MOST_LINKS),
              "what is to be judged",
              "[{\"from\":\"claims-db/integrity\",\"to\":\"productivity-loss\"}]");

  static final Shape JUDGE =
      Shape.named("RoundJudge", "That somebody is asked, and how well they know security.")
          .optional("training", Kinds.choice(Training.class), "none unless told", "\"basic\"")
          .optional("role", TEXT, "what they do", "\"Head of claims\"");

  static final Shape STAGE =
      Shape.named("RoundStage", "The stage that a round is to come to: the one after its present.")
          .required("stage", Kinds.choice(Stage.class), "the next stage", "\"open\"");

  static final Shape ANSWER =
      Shape.named("RoundAnswer", "What a judge says of a link.")
          .required("answer", Kinds.choice(Word.class), "what kind of answer", "\"level\"")
          .optional("level", Kinds.LEVEL, "with the answer level: its name", "\"critical\"")
          .optional("place", PLACE, "with the answer place: 1 is the gravest", "1")
          .optional("because", TEXT, "why", "\"The law says so\"");

  static final Shape AGREED =
      Shape.named("RoundAgreed", "What the judges agreed on; none for no impact.")
          .required("level", Kinds.LEVEL, "the level's name, or none", "\"critical\"")
          .required("because", TEXT, "why", "\"All saw the fines of last year\"")
          .optional("dissent", TEXT, "what some hold against it", "\"Insured in part\"");

  private static final Shape ASKED =
      Shape.named("RoundAsked", "Somebody who is asked, and how far they are.")
          .told("account", new Kind.Uuid(), "the account", uuid())
          .told("name", Kinds.NAME, "the name", "\"Dora\"")
          .told("training", Kinds.choice(Training.class), "training in security", "\"basic\"")
          .toldOptionally("role", TEXT, "what they do", "\"Head of claims\"")
          .told("answered", Kinds.COUNT, "how many links they have answered about", "3");

  private static final Shape RECORDED =
      Shape.named("RoundRecorded", "What was agreed on a link.")
          .told("number", NUMBER, "the link's number", "1")
          .told("level", Kinds.LEVEL, "the level, or none", "\"critical\"")
          .told("because", TEXT, "why", "\"All saw the fines of last year\"")
          .toldOptionally("dissent", TEXT, "what some hold against it", "\"Insured in part\"");

  static final Shape ROUND =
      Shape.named("Round", "A judgement round, without anybody's answers.")
          .told("id", new Kind.Uuid(), "its id", uuid())
          .told("title", Kinds.NAME, "its title", "\"Claims\"")
          .told("stage", Kinds.choice(Stage.class), "where it is", "\"open\"")
          .told("asks", Kinds.choice(Asking.class), "what judges are asked for", "\"rating\"")
          .told(
              "levels",
              new Kind.ListOf(Kinds.LEVEL, 100),
              "the scale, lowest first",
              "[\"negligible\",\"marginal\",\"critical\"]")
          .told("weighted", new Kind.Flag(), "whether training weighs in the medians", "false")
          .toldOptionally(
              "due-on", new Kind.Day(), "until when answers are asked", "\"2026-12-24\"")
          .told("created", new Kind.Moment(), "when it was made", "\"2026-11-26T12:00:00Z\"")
          .told(
              "links",
              new Kind.ListOf(new Kind.Of(LINK), Round.MOST_LINKS),
              "what is judged; their places are their numbers, from 1",
              "[]")
          .told(
              "judges",
              new Kind.ListOf(new Kind.Of(ASKED), Round.MOST_JUDGES),
              "who is asked",
              "[]")
          .told(
              "agreed",
              new Kind.ListOf(new Kind.Of(RECORDED), Round.MOST_LINKS),
              "what was agreed",
              "[]");

  private static final Shape QUESTION =
      Shape.named("RoundQuestion", "A link that the caller is asked about, and their own answer.")
          .told("number", NUMBER, "its number", "1")
          .told("from", END, "a requirement, or a factor", "\"claims-db/integrity\"")
          .told("to", Kinds.ID, "a factor, or a goal", "\"fines\"")
          .toldOptionally("answer", Kinds.choice(Word.class), "what they said", "\"level\"")
          .toldOptionally("level", Kinds.LEVEL, "the level that they said", "\"critical\"")
          .toldOptionally("place", PLACE, "the place that they gave", "1")
          .toldOptionally("because", TEXT, "why", "\"The law says so\"");

  static final Shape QUESTIONS =
      Shape.named("RoundQuestions", "What a round asks the caller.")
          .told("stage", Kinds.choice(Stage.class), "where the round is", "\"open\"")
          .told(
              "questions",
              new Kind.ListOf(new Kind.Of(QUESTION), Round.MOST_LINKS),
              "in the order of the round",
              "[]");

  private static final Shape INTERVAL =
      Shape.named("AlphaInterval", "The bootstrapped interval of alpha.")
          .told("low", REAL, "the lower end", "0.71")
          .told("high", REAL, "the upper end", "0.81")
          .told("confidence", Kinds.SCORE, "how much lies between", "0.95");

  private static final Shape CONCORDANCE =
      Shape.named("Concordance", "Kendall's W, corrected for ties, with its test.")
          .told("w", Kinds.SCORE, "from 0 to 1", "0.54")
          .told("chi-square", REAL, "the test's value", "30.8")
          .told("degrees", Kinds.COUNT, "its degrees of freedom", "19")
          .told("probability", Kinds.SCORE, "that it is chance", "0.04")
          .told("judges", Kinds.COUNT, "how many judges", "3")
          .told("items", Kinds.COUNT, "how many links all of them answered about", "20");

  private static final Shape PAIRWISE =
      Shape.named("PairwiseConcordance", "Kendall's W over all answers, two judges at a time.")
          .told("w", Kinds.SCORE, "from 0 to 1", "0.54")
          .told("mean-rho", REAL, "the mean of Spearman's rho", "0.31")
          .told("mean-judges", REAL, "the mean number of answers to a link", "2.5")
          .told("pairs", Kinds.COUNT, "how many pairs of judges could be compared", "3");

  private static final Shape FURTHEST =
      Shape.named("FurthestMove", "The requirement that moves most.")
          .told("requirement", END, "which one", "\"claims-db/integrity\"")
          .told("low-level", Kinds.LEVEL, "its level by the lowest answer", "\"none\"")
          .told("high-level", Kinds.LEVEL, "by the highest", "\"critical\"")
          .told("low-rank", Kinds.COUNT, "its rank by the lowest answer", "9")
          .told("high-rank", Kinds.COUNT, "by the highest", "1");

  private static final Shape CONSEQUENCE =
      Shape.named("LinkConsequence", "What the lowest and the highest answer would change.")
          .told("levels", Kinds.COUNT, "requirements of another level", "2")
          .told("moved", Kinds.COUNT, "requirements of another level or rank", "5")
          .toldOptionally("furthest", new Kind.Of(FURTHEST), "what moves most", "{}");

  private static final Shape LINK_AGREEMENT =
      Shape.named("LinkAgreement", "How far the judges agree about a link.")
          .told("from", END, "a requirement, or a factor", "\"claims-db/integrity\"")
          .told("to", Kinds.ID, "a factor, or a goal", "\"fines\"")
          .told(
              "answers",
              new Kind.MapOf(Kinds.COUNT, 101),
              "how many gave each answer",
              "{\"none\":0,\"critical\":2}")
          .told("unknown", Kinds.COUNT, "how many do not know", "1")
          .toldOptionally("lowest", Kinds.LEVEL, "the lowest answer", "\"critical\"")
          .toldOptionally("highest", Kinds.LEVEL, "the highest", "\"critical\"")
          .toldOptionally("median", Kinds.LEVEL, "the middle", "\"critical\"")
          .toldOptionally("dispersion", Kinds.SCORE, "Leik's dispersion", "0.5")
          .toldOptionally("disagreement", REAL, "relative to chance", "0.8")
          .toldOptionally("consequence", new Kind.Of(CONSEQUENCE), "what would move", "{}");

  private static final Shape PLACED =
      Shape.named("PlacedLink", "Where a link stands in the order of all judges together.")
          .told("from", END, "a requirement, or a factor", "\"claims-db/integrity\"")
          .told("to", Kinds.ID, "a factor, or a goal", "\"fines\"")
          .told("place", Kinds.SCORE, "the mean of its places, from 0 for first to 1", "0.25")
          .told("judges", Kinds.COUNT, "how many placed it", "3");

  static final Shape AGREEMENT =
      Shape.named("RoundAgreement", "How far the judges of a closed round agree.")
          .toldOptionally("alpha", REAL, "Krippendorff's alpha, ordinal", "0.76")
          .toldOptionally("interval", new Kind.Of(INTERVAL), "where it might lie", "{}")
          .toldOptionally("trust", Kinds.choice(Trust.class), "what it allows", "\"tentative\"")
          .told("unanimous", new Kind.Flag(), "whether all answers are the same", "false")
          .told("answers", Kinds.COUNT, "how many answers", "40")
          .toldOptionally("concordance", new Kind.Of(CONCORDANCE), "one order or not", "{}")
          .toldOptionally("pairwise", new Kind.Of(PAIRWISE), "the same over all answers", "{}")
          .toldOptionally(
              "order",
              new Kind.ListOf(new Kind.Of(PLACED), Round.MOST_LINKS),
              "of a round that asks for an order, that of all judges together, the gravest first",
              "[]")
          .told(
              "links",
              new Kind.ListOf(new Kind.Of(LINK_AGREEMENT), Round.MOST_LINKS),
              "in the order in which to speak of them",
              "[]");

  private static String uuid() {
    return "\"0199c0de-0000-7000-8000-000000000000\"";
  }

  @Bean
  ShapeBook roundShapeBook() {
    return new ShapeBook(
        List.of(
            LINK,
            NEW_ROUND,
            JUDGE,
            STAGE,
            ANSWER,
            AGREED,
            ASKED,
            RECORDED,
            ROUND,
            ROUND.list(),
            QUESTION,
            QUESTIONS,
            INTERVAL,
            CONCORDANCE,
            PAIRWISE,
            FURTHEST,
            CONSEQUENCE,
            LINK_AGREEMENT,
            PLACED,
            AGREEMENT));
  }
}
