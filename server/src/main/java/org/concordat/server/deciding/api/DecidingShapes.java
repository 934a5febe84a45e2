package org.concordat.server.deciding.api;

import java.util.List;
import org.concordat.core.alignment.reassessment.Incident.Severity;
import org.concordat.core.alignment.reassessment.ReviewIntervals;
import org.concordat.server.deciding.Reviews;
import org.concordat.server.web.api.Kind;
import org.concordat.server.web.api.Kinds;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.ShapeBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The JSON of ratings, sensitivity and what is due. */
@Configuration(proxyBeanMethods = false)
class DecidingShapes {
  private static final Kind IDS = new Kind.ListOf(Kinds.PROSE, 100_000);

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
