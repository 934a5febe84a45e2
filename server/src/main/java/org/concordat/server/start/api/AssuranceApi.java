package org.concordat.server.start.api;

import java.util.Map;
import java.util.UUID;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.live.Page;
import org.concordat.core.assurance.Evidence;
import org.concordat.core.assurance.Evidence.Promise;
import org.concordat.core.assurance.Evidence.Support;
import org.concordat.core.assurance.Standing;
import org.concordat.formats.yaml.Words;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.start.Assurances;
import org.concordat.server.start.Assurances.Known;
import org.concordat.server.start.Dues;
import org.concordat.server.start.Secured;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whether what is needed is secured, as far as agreements and controls in operation say. */
@Controller
@RequestMapping(path = Call.ROOT + "/assurance", produces = Media.JSON)
final class AssuranceApi {
  private final Models models;
  private final Assurances assurances;
  private final Dues dues;

  AssuranceApi(Models models, Assurances assurances, Dues dues) {
    this.models = models;
    this.assurances = assurances;
    this.dues = dues;
  }

  @GetMapping
  @Needs(Permission.READ_SUMMARY)
  @Described(value = "Counts how many needed requirements are secured", answer = "Assurance")
  ApiAnswer counts(Call call) {
    UUID tenant = call.caller().tenant();
    Known known = assurances.of(tenant);
    Map<Standing, Integer> counts =
        models.of(tenant).read(model -> new Secured(model, known).counts());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("needed", counts.values().stream().mapToInt(Integer::intValue).sum());
    json.put(
        "secured",
        counts.entrySet().stream()
            .filter(each -> each.getKey().isSecured())
            .mapToInt(Map.Entry::getValue)
            .sum());
    json.put("agreements", known.inForce().size());
    ObjectNode standings = json.putObject("standings");
    counts.forEach((standing, count) -> standings.put(Words.of(standing), count));
    dues.count(tenant).ifPresent(due -> json.put("due", due));
    return ApiAnswer.ok(json);
  }

  @GetMapping("/requirements")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Lists needed requirements by rank with what is known of their security",
      answer = "SecuredRequirementList")
  ApiAnswer list(Call call, Paging paging, @RequestParam(defaultValue = "") String standing) {
    @Nullable Standing only = Parameters.word(Standing.class, "standing", standing).orElse(null);
    Known known = assurances.of(call.caller().tenant());
    return models
        .of(call.caller().tenant())
        .read(
            model -> {
              Secured secured = new Secured(model, known);
              Paging.Part<Secured.Row> part =
                  paging.part(
                      (offset, limit) -> {
                        Secured.Rows rows = secured.rows(only, offset, limit);
                        return new Page<>(rows.rows(), rows.total(), offset);
                      },
                      row -> row.requirement().id());
              return paging.answer(part, row -> json(row, known, model.scale()));
            });
  }

  private static ObjectNode json(Secured.Row row, Known known, ImpactScale scale) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("requirement", row.requirement().id());
    json.put("rank", row.priority().rank());
    json.put("level", scale.shownName(row.priority().score()));
    json.put("standing", Words.of(row.standing()));
    ArrayNode evidence = json.putArray("evidence");
    known.assurance().evidence(row.requirement()).forEach(each -> evidence.add(json(each)));
    return json;
  }

  private static ObjectNode json(Evidence evidence) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    return switch (evidence) {
      case Promise(String agreement, boolean enough, Evidence.Kept kept) ->
          json.put("agreement", agreement).put("kept", Words.of(kept)).put("enough", enough);
      case Support(var control, boolean whole) ->
          json.put("catalogue", control.catalogue())
              .put("control", control.control())
              .put("whole", whole);
    };
  }
}
