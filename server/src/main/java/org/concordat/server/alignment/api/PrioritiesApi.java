package org.concordat.server.alignment.api;

import static org.concordat.server.web.api.Parameters.flag;
import static org.concordat.server.web.api.Parameters.number;

import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.PriorityQuery;
import org.concordat.core.alignment.live.PriorityRow;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.server.alignment.Figures;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What comes first, and why. */
@Controller
@RequestMapping(path = Call.ROOT, produces = Media.JSON)
final class PrioritiesApi {
  /** So many reasons a priority has at the most. */
  static final int MOST_PATHS = 20;

  private static final int TOP = 5;

  /** So many dependents an explanation names. */
  private static final int DEPENDENTS = 200;

  private final EntryResource entries;

  PrioritiesApi(EntryResource entries) {
    this.entries = entries;
  }

  @GetMapping("/requirements")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists requirements by rank", answer = "Priorities")
  ApiAnswer list(
      Call call,
      Paging paging,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String property,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "true") String none,
      @RequestParam(defaultValue = "true") String units,
      @RequestParam(defaultValue = "3") String rationale) {
    int paths = number("rationale", rationale, 0, MOST_PATHS);
    boolean all = flag("none", none);
    boolean ofUnits = flag("units", units);
    return entries.read(
        call,
        model ->
            answer(
                paging,
                Filters.priorities(model, q, property, kind, unit, by, level, all)
                    .withUnits(ofUnits)
                    .withPaths(paths),
                model));
  }

  @GetMapping("/units/{id}/priorities")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Lists the requirements that a unit's goals need, by rank for it alone",
      answer = "Priorities")
  ApiAnswer ofUnit(
      Call call,
      Paging paging,
      @PathVariable String id,
      @RequestParam(defaultValue = "3") String rationale) {
    int paths = number("rationale", rationale, 0, MOST_PATHS);
    return entries.read(
        call,
        model -> {
          if (model.unit(id) == null) {
            throw Parameters.notFound();
          }
          return answer(
              paging, PriorityQuery.ALL.seenBy(id).includingNone(false).withPaths(paths), model);
        });
  }

  @GetMapping("/assets/{id}/requirements")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists the requirements of an asset", answer = "Priorities")
  ApiAnswer ofAsset(
      Call call,
      Paging paging,
      @PathVariable String id,
      @RequestParam(defaultValue = "3") String rationale) {
    int paths = number("rationale", rationale, 0, MOST_PATHS);
    return entries.read(
        call,
        model -> {
          Asset asset = model.asset(id);
          if (asset == null) {
            throw Parameters.notFound();
          }
          Paging.Part<String> part = paging.part(asset.properties(), property -> property);
          ObjectNode body = PriorityNodes.around(model);
          ArrayNode rows = body.putArray("requirements");
          for (String property : part.rows()) {
            Priority priority = model.priority(new Requirement(id, property), paths);
            rows.add(PriorityNodes.of(priority, model.scale()));
          }
          return paging.answer(body, part);
        });
  }

  private static ApiAnswer answer(Paging paging, PriorityQuery query, Snapshot model) {
    Paging.Part<PriorityRow> part =
        paging.part(
            (offset, limit) -> model.priorities(query.withRows(offset, limit)),
            row -> row.priority().requirement().id());
    ObjectNode body = PriorityNodes.around(model);
    ArrayNode rows = body.putArray("requirements");
    part.rows().forEach(row -> rows.add(PriorityNodes.of(row.priority(), model.scale())));
    return paging.answer(body, part);
  }

  @GetMapping("/requirements/{asset}/{property}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads the priority of a requirement", answer = "Requirement")
  ApiAnswer show(
      Call call,
      @PathVariable String asset,
      @PathVariable String property,
      @RequestParam(defaultValue = "3") String rationale) {
    int paths = number("rationale", rationale, 0, MOST_PATHS);
    return entries.read(
        call,
        model ->
            ApiAnswer.ok(
                PriorityNodes.of(
                    model.priority(known(asset, property, model), paths), model.scale())));
  }

  private static Requirement known(String id, String property, Snapshot model) {
    Asset asset = model.asset(id);
    if (asset == null || !asset.properties().contains(property)) {
      throw Parameters.notFound();
    }
    return new Requirement(id, property);
  }

  @GetMapping("/requirements/{asset}/{property}/explanation")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Explains a requirement: its reasons, who judged what, and what depends on it",
      answer = "Explanation")
  ApiAnswer explain(
      Call call,
      @PathVariable String asset,
      @PathVariable String property,
      @RequestParam(defaultValue = "5") String rationale) {
    int paths = number("rationale", rationale, 0, MOST_PATHS);
    return entries.read(
        call, model -> ApiAnswer.ok(explanation(known(asset, property, model), paths, model)));
  }

  private static ObjectNode explanation(Requirement requirement, int paths, Snapshot model) {
    ObjectNode json = Nodes.object();
    json.set("requirement", PriorityNodes.of(model.priority(requirement, paths), model.scale()));
    json.put("of", model.requirementCount());
    Asset asset = model.asset(requirement.asset());
    json.put("name", asset == null ? requirement.asset() : asset.name());
    ArrayNode judgements = json.putArray("judgements");
    JudgementEntries kind = new JudgementEntries("", java.time.LocalDate.EPOCH);
    for (Impact impact : model.impactsOf(requirement)) {
      judgements.add(kind.json(impact, model));
    }
    ArrayNode dependents = json.putArray("dependents");
    List<String> ids =
        model.dependentsOn(requirement.asset()).stream()
            .map(dependency -> dependency.from())
            .distinct()
            .limit(DEPENDENTS)
            .toList();
    ids.forEach(dependents::add);
    return json;
  }

  @GetMapping("/summary")
  @Needs(Permission.READ_SUMMARY)
  @Described(
      value = "Tells the figures that answer the officer's questions, and what comes first",
      answer = "Summary")
  ApiAnswer summary(Call call) {
    return entries.read(
        call,
        model -> {
          Figures figures = Figures.of(model);
          ObjectNode json = PriorityNodes.around(model);
          json.putObject("figures")
              .put("assets", figures.assets())
              .put("requirements", figures.requirements())
              .put("units", figures.units())
              .put("goals", figures.goals())
              .put("factors", figures.factors())
              .put("judgements", figures.judgements())
              .put("judged-by-many", figures.judgedByMany())
              .put("differing", figures.differing())
              .put("attributed", figures.attributed())
              .put("unrated-assets", figures.unratedAssets())
              .put("stray-assets", figures.strayAssets());
          ArrayNode top = json.putArray("requirements");
          PriorityQuery query = PriorityQuery.ALL.includingNone(false).withPaths(1);
          model
              .priorities(query.withUnits(false).withRows(0, TOP))
              .rows()
              .forEach(row -> top.add(PriorityNodes.of(row.priority(), model.scale())));
          return ApiAnswer.ok(json);
        });
  }
}
