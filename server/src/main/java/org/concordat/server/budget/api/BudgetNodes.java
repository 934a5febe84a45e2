package org.concordat.server.budget.api;

import java.util.Map;
import java.util.TreeMap;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.EntryPrice;
import org.concordat.core.alignment.budget.Service;
import org.concordat.core.standards.ControlRef;
import org.concordat.formats.budget.ControlTable;
import org.concordat.formats.yaml.Words;
import org.concordat.server.budget.BudgetRun;
import org.concordat.server.budget.BudgetRun.Found;
import org.concordat.server.budget.BudgetRun.Point;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Budgets as JSON, in the shapes of {@link BudgetShapes}. */
final class BudgetNodes {
  private BudgetNodes() {}

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode control(BudgetControl control, ImpactScale scale) {
    ObjectNode json = object().put("id", control.id()).put("name", control.name());
    ArrayNode outlays = json.putArray("outlays");
    control
        .outlays()
        .forEach(
            (resource, outlay) ->
                outlays
                    .addObject()
                    .put("resource", resource)
                    .put("once", outlay.once().toString())
                    .put("yearly", outlay.yearly().toString()));
    ArrayNode serves = json.putArray("serves");
    for (Service service : control.serves()) {
      int level = Math.min(service.level().number(), scale.size());
      serves
          .addObject()
          .put("requirement", service.requirement().id())
          .put("level", scale.names().get(level - 1));
    }
    ArrayNode needs = json.putArray("needs");
    control.needs().forEach(needs::add);
    ArrayNode excludes = json.putArray("excludes");
    control.excludes().forEach(excludes::add);
    json.put("earliest", control.earliest()).put("in-place", control.inPlace());
    ControlRef ref = control.implementing();
    if (ref != null) {
      json.put("implements", ControlTable.text(ref));
    }
    return json;
  }

  static ObjectNode frame(BudgetCase given) {
    ObjectNode json =
        object().put("years", given.years()).put("together", Words.of(given.together()));
    ArrayNode budgets = json.putArray("budgets");
    for (Budget budget : given.budgets()) {
      ArrayNode years = budgets.addObject().put("resource", budget.resource()).putArray("years");
      budget.years().forEach(amount -> years.add(amount.toString()));
    }
    return json;
  }

  static ObjectNode search(BudgetRun run, boolean isStale) {
    ObjectNode json =
        object()
            .put("id", run.id().toString())
            .put("stage", Words.of(run.stage()))
            .put("at", run.at().toString())
            .put("stale", isStale)
            .put("solver", run.solver());
    String control = run.control();
    if (control != null) {
      json.put("control", control);
    }
    Found found = run.found();
    if (found != null) {
      json.put("residual", found.residual())
          .put("bound", found.bound())
          .put("end", Words.of(found.end()));
      starts(json.putArray("starts"), found.starts());
      EntryPrice price = found.price();
      if (price != null) {
        json.putObject("price")
            .put("kind", Words.of(price.kind()))
            .put("enters", price.enters())
            .put("stays", price.stays());
      }
      if (control == null) {
        json.put("complete", found.complete());
        ArrayNode points = json.putArray("points");
        for (Point point : found.points()) {
          ObjectNode each =
              points
                  .addObject()
                  .put("money", point.money() / 1_000.0)
                  .put("residual", point.residual())
                  .put("bound", point.bound());
          starts(each.putArray("starts"), point.starts());
        }
      }
    }
    return json;
  }

  private static void starts(ArrayNode json, Map<String, Integer> starts) {
    new TreeMap<>(starts)
        .forEach((control, year) -> json.addObject().put("control", control).put("year", year));
  }
}
