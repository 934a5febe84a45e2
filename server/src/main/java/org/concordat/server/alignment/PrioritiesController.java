package org.concordat.server.alignment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
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
import org.concordat.server.web.table.TableDesk;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows what comes first, and why. */
@Controller
class PrioritiesController {
  private static final int PATHS = 5;
  private static final int DEPENDENTS = 50;

  private final Models models;
  private final TableDesk desk;

  PrioritiesController(Models models, TableDesk desk) {
    this.models = models;
    this.desk = desk;
  }

  @GetMapping("/priorities")
  @Needs(Permission.READ_MODEL)
  PrioritiesPage list(Caller caller, HttpServletRequest request) {
    var opened = desk.open(PrioritiesTable.TABLE, caller, request);
    return models
        .of(caller.tenant())
        .read(model -> new PrioritiesPage(opened.of(model), model.requirementCount()));
  }

  @GetMapping({"/priorities.csv", "/priorities.xlsx"})
  @Needs(Permission.READ_MODEL)
  void export(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.export(PrioritiesTable.TABLE, caller, request, response, models.of(caller.tenant())::read);
  }

  static List<String> properties(Snapshot model) {
    return Stream.concat(
            SecurityProperty.CLASSIC.stream(),
            model.properties().stream().map(PropertyDefinition::id))
        .distinct()
        .toList();
  }

  static RankedRow row(PriorityRow row, Snapshot model) {
    Priority priority = row.priority();
    return new RankedRow(
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
