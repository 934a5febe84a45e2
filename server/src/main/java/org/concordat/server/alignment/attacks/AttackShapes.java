package org.concordat.server.alignment.attacks;

import java.util.List;
import org.concordat.core.alignment.attacks.StepValues;
import org.concordat.server.web.api.Kind;
import org.concordat.server.web.api.Kinds;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.ShapeBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The JSON of misuse cases and attack trees. */
@Configuration(proxyBeanMethods = false)
class AttackShapes {
  private static final Kind ANYTHING = new Kind.Anything();
  private static final Kind IDS = new Kind.ListOf(Kinds.ID, 5_000);

  static final Shape CASE =
      Shape.named("MisuseCase", "A story of how somebody breaks a security requirement.")
          .optional("id", Kinds.ID, "its id; if given, that of the address", "\"standstill\"")
          .required("name", Kinds.NAME, "what would happen", "\"Claims handling stands still\"")
          .required("asset", Kinds.ID, "the asset of the requirement", "\"claims-db\"")
          .required("property", Kinds.ID, "the property that is lost", "\"availability\"")
          .optional("who", Kinds.NAME, "the one who misuses", "\"Dismissed employee\"")
          .optional("goal", Kinds.PROSE, "what that one wants", "\"Revenge\"")
          .optional("preconditions", Kinds.PROSE, "what must hold before", "\"Access is left\"")
          .optional(
              "course", new Kind.ListOf(Kinds.NAME, 1_000), "what happens, step by step", "[]")
          .told("tree", new Kind.Flag(), "whether it has an attack tree", "true");

  static final Shape TREE =
      Shape.named(
              "AttackTree",
              "An attack-defence tree. A node has id, name, actor (attacker unless told), one of"
                  + " or, and, sand with the ids of its parts, countered-by, and as a basic step"
                  + " cost, probability, skill, time, or of the defender cost and in-place.")
          .required("attack-tree", Kinds.ID, "its id; the case's counts", "\"standstill\"")
          .optional("name", Kinds.NAME, "its name; the case's counts", "\"Standstill\"")
          .optional("units", ANYTHING, "units of cost and time", "{\"cost\":\"EUR\"}")
          .required("root", Kinds.ID, "the node that is the attacker's goal", "\"down\"")
          .required(
              "nodes",
              new Kind.ListOf(ANYTHING, 5_000),
              "the nodes",
              "[{\"id\":\"down\",\"cost\":200}]");

  private static final Kind REAL_OR_NULL = new Kind.OrNull(Kinds.REAL);
  private static final Kind SKILL = new Kind.Whole(0, StepValues.HIGHEST_SKILL);

  static final Shape ATTACK =
      Shape.named("TreeAttack", "A set of steps that reaches the root.")
          .told("steps", IDS, "what the attacker does", "[\"flood\"]")
          .told("cost", Kinds.REAL, "of all steps", "200")
          .told("probability", Kinds.SCORE, "that all steps succeed", "0.3")
          .told("skill", SKILL, "the highest of all steps", "2")
          .told("time", REAL_OR_NULL, "null when sequences contradict each other", "5");

  static final Shape OUTCOME =
      Shape.named("TreeOutcome", "The least values of a state of the defence.")
          .told("cost", REAL_OR_NULL, "of the cheapest attack; null when none is left", "200")
          .told("skill", new Kind.OrNull(SKILL), "of the easiest attack", "2")
          .told("time", REAL_OR_NULL, "of the fastest attack", "5")
          .told("likeliest", Kinds.SCORE, "probability of the likeliest attack", "0.3")
          .told("success", Kinds.SCORE, "probability when everything is tried", "0.4");

  static final Shape EFFECT =
      Shape.named("TreeEffect", "What one countermeasure changes while the others stay.")
          .told("countermeasure", Kinds.ID, "its id", "\"filter\"")
          .told("on", new Kind.Flag(), "whether it is on", "true")
          .told("without", new Kind.Of(OUTCOME), "while it is off", "{}")
          .told("with", new Kind.Of(OUTCOME), "while it is on", "{}");

  static final Shape PLAN =
      Shape.named("TreePlan", "Countermeasures to add that leave the attacker worse off.")
          .told("countermeasures", IDS, "what is added", "[\"filter\"]")
          .told("cost", Kinds.REAL, "of these together", "900")
          .told(
              "value", REAL_OR_NULL, "what the attacker meets; null when no attack is left", "950");

  static final Shape UNKNOWN =
      Shape.named("TreeUnknowns", "The steps whose values are missing, by value.")
          .told("cost", IDS, "without a cost", "[]")
          .told("probability", IDS, "without a probability", "[]")
          .told("skill", IDS, "without a skill", "[]")
          .told("time", IDS, "without a time", "[]");

  private static final Kind ATTACK_OR_NULL = new Kind.OrNull(new Kind.Of(ATTACK));
  private static final String AN_ATTACK =
      "{\"steps\":[\"flood\"],\"cost\":200,\"probability\":0.3,\"skill\":2,\"time\":5}";
  private static final Kind ATTACKS = new Kind.ListOf(new Kind.Of(ATTACK), 1_000_000);
  private static final Kind PLANS = new Kind.ListOf(new Kind.Of(PLAN), 1_000_000);

  static final Shape EVALUATION =
      Shape.named("TreeEvaluation", "What a tree comes to; null where no attack is possible.")
          .told("tree", Kinds.ID, "the id of the tree", "\"standstill\"")
          .told("on", IDS, "the countermeasures that are on", "[]")
          .told("possible", new Kind.Flag(), "whether any attack is left", "true")
          .told("cheapest", ATTACK_OR_NULL, "the attack of the least cost", AN_ATTACK)
          .told("likeliest", ATTACK_OR_NULL, "the attack of the highest probability", AN_ATTACK)
          .told("easiest", ATTACK_OR_NULL, "the attack of the least skill", AN_ATTACK)
          .told("fastest", ATTACK_OR_NULL, "the attack of the least time", AN_ATTACK)
          .told("success", REAL_OR_NULL, "probability when everything is tried", "0.4")
          .told("costAgainstProbability", ATTACKS, "attacks that none beats in both", "[]")
          .told("costAgainstTime", ATTACKS, "attacks that none beats in both", "[]")
          .told(
              "effects",
              new Kind.ListOf(new Kind.Of(EFFECT), 5_000),
              "what each countermeasure changes",
              "[]")
          .told("plansByCost", PLANS, "what to add so that attacks cost more", "[]")
          .told("plansBySuccess", PLANS, "what to add so that success is unlikelier", "[]")
          .told("unknown", new Kind.Of(UNKNOWN), "the steps whose values are missing", "{}")
          .told("tooLarge", new Kind.ListOf(Kinds.PROSE, 20), "answers that are left out", "[]");

  @Bean
  ShapeBook attackShapeBook() {
    return new ShapeBook(
        List.of(CASE, CASE.list(), TREE, ATTACK, OUTCOME, EFFECT, PLAN, UNKNOWN, EVALUATION));
  }
}
