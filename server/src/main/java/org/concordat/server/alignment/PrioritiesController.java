package org.concordat.server.alignment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.Page;
import org.concordat.core.alignment.live.PriorityRow;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.server.alignment.ExplanationPage.Said;
import org.concordat.server.alignment.ExplanationPage.UnitNeed;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what comes first, and why. */
@Controller
class PrioritiesController {
  private static final int PATHS = 5;
  private static final int DEPENDENTS = 50;

  private final Models models;

  PrioritiesController(Models models) {
    this.models = models;
  }

  @GetMapping("/priorities")
  @Needs(Permission.READ_MODEL)
  PrioritiesPage list(
      Caller caller,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String property,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "0") int level,
      @RequestParam(defaultValue = "1") int page) {
    PriorityFilter filter = new PriorityFilter(q, property, kind, unit, by, level, page);
    return models.of(caller.tenant()).read(model -> page(filter, model));
  }

  private static PrioritiesPage page(PriorityFilter filter, Snapshot model) {
    Page<PriorityRow> found = model.priorities(filter.query(model));
    return new PrioritiesPage(
        filter,
        found.rows().stream().map(row -> row(row, model)).toList(),
        found.total(),
        model.requirementCount(),
        model.units(),
        properties(model),
        model.scale());
  }

  static List<String> properties(Snapshot model) {
    return Stream.concat(
            SecurityProperty.CLASSIC.stream(),
            model.properties().stream().map(PropertyDefinition::id))
        .distinct()
        .toList();
  }

  static PrioritiesPage.Row row(PriorityRow row, Snapshot model) {
    Priority priority = row.priority();
    return new PrioritiesPage.Row(
        priority.rank(),
        row.asset().id(),
        row.asset().name(),
        priority.requirement().property(),
        priority.score(),
        priority.own(),
        LevelView.of(model.scale(), priority.score()),
        priority.rationale().isEmpty()
            ? null
            : PathView.of(priority.rationale().getFirst(), model));
  }

  @GetMapping("/priorities/{asset}/{property}")
  @Needs(Permission.READ_MODEL)
  Answer explain(Caller caller, @PathVariable String asset, @PathVariable String property) {
    Optional<Answer> answer =
        models
            .of(caller.tenant())
            .read(model -> Optional.ofNullable(explanation(asset, property, model)));
    return answer.orElseGet(() -> new ErrorPage(404, "notFound", List.of()));
  }

  private static @Nullable ExplanationPage explanation(String id, String property, Snapshot model) {
    Asset asset = model.asset(id);
    if (asset == null || !asset.properties().contains(property)) {
      return null;
    }
    Requirement requirement = new Requirement(id, property);
    Priority priority = model.priority(requirement, PATHS);
    return new ExplanationPage(
        asset,
        property,
        priority.rank(),
        model.requirementCount(),
        priority.score(),
        priority.own(),
        LevelView.of(model.scale(), priority.score()),
        priority.rationale().stream().map(path -> PathView.of(path, model)).toList(),
        model.units().stream()
            .map(unit -> need(unit, priority, model))
            .filter(need -> need.score() > 0)
            .toList(),
        model.impactsOf(requirement).stream()
            .map(
                impact -> {
                  Factor factor = model.factor(impact.factor());
                  return new Said(
                      factor == null ? impact.factor() : factor.name(),
                      LevelView.of(model.scale(), impact.judgement().level()),
                      impact.judgement().by(),
                      impact.judgement().on(),
                      impact.judgement().because(),
                      impact.judgement().agreed());
                })
            .toList(),
        model.dependentsOn(id).stream()
            .limit(DEPENDENTS)
            .map(dependency -> model.asset(dependency.from()))
            .filter(Objects::nonNull)
            .toList());
  }

  private static UnitNeed need(Unit unit, Priority priority, Snapshot model) {
    double score = priority.units().getOrDefault(unit.id(), 0.0);
    return new UnitNeed(unit.id(), unit.name(), score, LevelView.of(model.scale(), score));
  }
}
