package org.concordat.server.alignment.attacks;

import java.util.List;
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
  private static final Kind NUMBERS = new Kind.ListOf(ANYTHING, 1_000_000);

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

  static final Shape EVALUATION =
      Shape.named("TreeEvaluation", "What a tree comes to; null where no attack is possible.")
          .told("tree", Kinds.ID, "the id of the tree", "\"standstill\"")
          .told("on", IDS, "the countermeasures that are on", "[]")
          .told("possible", new Kind.Flag(), "whether any attack is left", "true")
          .told("cheapest", ANYTHING, "the attack of the least cost", "{\"steps\":[\"flood\"]}")
          .told(
              "likeliest",
              ANYTHING,
              "the attack of the highest probability",
              "{\"steps\":[\"flood\"]}")
          .told("easiest", ANYTHING, "the attack of the least skill", "{\"steps\":[\"flood\"]}")
          .told("fastest", ANYTHING, "the attack of the least time", "{\"steps\":[\"flood\"]}")
          .told("success", ANYTHING, "probability when everything is tried", "0.4")
          .told("costAgainstProbability", NUMBERS, "attacks that none beats in both", "[]")
          .told("costAgainstTime", NUMBERS, "attacks that none beats in both", "[]")
          .told("effects", NUMBERS, "what each countermeasure changes", "[]")
          .told("plansByCost", NUMBERS, "what to add so that attacks cost more", "[]")
          .told("plansBySuccess", NUMBERS, "what to add so that success is unlikelier", "[]")
          .told("unknown", ANYTHING, "the steps whose values are missing, by value", "{}")
          .told("tooLarge", new Kind.ListOf(Kinds.PROSE, 20), "answers that are left out", "[]");

  @Bean
  ShapeBook attackShapeBook() {
    return new ShapeBook(List.of(CASE, CASE.list(), TREE, EVALUATION));
  }
}
