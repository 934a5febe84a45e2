package org.concordat.formats.attacks;

import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.concordat.core.alignment.attacks.Attack;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.CountermeasureEffect;
import org.concordat.core.alignment.attacks.DefencePlan;
import org.concordat.core.alignment.attacks.Evaluation;
import org.concordat.core.alignment.attacks.Outcome;
import org.concordat.formats.json.Json;
import tools.jackson.core.JsonGenerator;

/**
 * An evaluation as JSON. Names and order of the keys are a promise to other programs; null stands
 * where no attack is possible, or where the answer was too much work.
 */
public final class EvaluationJson {
  private EvaluationJson() {}

  /** Writes an evaluation; the stream stays open. */
  public static void write(AttackTree tree, Evaluation evaluation, OutputStream out) {
    Json.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("tree", tree.id());
          members(json, evaluation);
          json.writeEndObject();
        });
  }

  private static void members(JsonGenerator json, Evaluation evaluation) {
    ids(json, "on", evaluation.on());
    json.writeBooleanProperty("possible", evaluation.isPossible());
    attack(json, "cheapest", evaluation.cheapest());
    attack(json, "likeliest", evaluation.likeliest());
    attack(json, "easiest", evaluation.easiest());
    attack(json, "fastest", evaluation.fastest());
    json.writeName("success");
    number(json, evaluation.success().orElse(Double.NaN));
    attacks(json, "costAgainstProbability", evaluation.costAgainstProbability());
    attacks(json, "costAgainstTime", evaluation.costAgainstTime());
    json.writeName("effects");
    Json.lines(json, evaluation.effects(), EvaluationJson::effect);
    plans(json, "plansByCost", evaluation.plansByCost());
    plans(json, "plansBySuccess", evaluation.plansBySuccess());
    json.writeObjectPropertyStart("unknown");
    ids(json, "cost", evaluation.unknown().cost());
    ids(json, "probability", evaluation.unknown().probability());
    ids(json, "skill", evaluation.unknown().skill());
    ids(json, "time", evaluation.unknown().time());
    json.writeEndObject();
    ids(json, "tooLarge", evaluation.tooLarge());
  }

  private static void attack(JsonGenerator json, String name, Optional<Attack> attack) {
    json.writeName(name);
    attack.ifPresentOrElse(a -> attack(json, a), json::writeNull);
  }

  private static void attacks(JsonGenerator json, String name, List<Attack> attacks) {
    json.writeName(name);
    Json.lines(json, attacks, EvaluationJson::attack);
  }

  private static void attack(JsonGenerator json, Attack attack) {
    json.writeStartObject();
    ids(json, "steps", attack.steps());
    json.writeNumberProperty("cost", attack.cost());
    json.writeNumberProperty("probability", attack.probability());
    json.writeNumberProperty("skill", attack.skill());
    json.writeName("time");
    number(json, attack.time().orElse(Double.NaN));
    json.writeEndObject();
  }

  private static void effect(JsonGenerator json, CountermeasureEffect effect) {
    json.writeStartObject();
    json.writeStringProperty("countermeasure", effect.countermeasure());
    json.writeBooleanProperty("on", effect.isOn());
    outcome(json, "without", effect.without());
    outcome(json, "with", effect.with());
    json.writeEndObject();
  }

  private static void outcome(JsonGenerator json, String name, Outcome outcome) {
    json.writeObjectPropertyStart(name);
    json.writeName("cost");
    number(json, outcome.cost().orElse(Double.NaN));
    json.writeName("skill");
    if (outcome.skill().isPresent()) {
      json.writeNumber(outcome.skill().getAsInt());
    } else {
      json.writeNull();
    }
    json.writeName("time");
    number(json, outcome.time().orElse(Double.NaN));
    json.writeNumberProperty("likeliest", outcome.likeliest());
    json.writeNumberProperty("success", outcome.success());
    json.writeEndObject();
  }

  private static void plans(JsonGenerator json, String name, List<DefencePlan> plans) {
    json.writeName(name);
    Json.lines(
        json,
        plans,
        (j, plan) -> {
          j.writeStartObject();
          ids(j, "countermeasures", plan.countermeasures());
          j.writeNumberProperty("cost", plan.cost());
          j.writeName("value");
          number(j, plan.value());
          j.writeEndObject();
        });
  }

  private static void number(JsonGenerator json, double value) {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }

  private static void ids(JsonGenerator json, String name, Collection<String> ids) {
    json.writeArrayPropertyStart(name);
    ids.forEach(json::writeString);
    json.writeEndArray();
  }
}
