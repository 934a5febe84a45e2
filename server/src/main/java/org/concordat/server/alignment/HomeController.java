package org.concordat.server.alignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.PriorityQuery;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.UnitFilter;
import org.concordat.server.alignment.HomePage.Figures;
import org.concordat.server.alignment.HomePage.Step;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page. */
@Controller
class HomeController {
  private static final int TOP = 5;

  private final Models models;

  HomeController(Models models) {
    this.models = models;
  }

  @GetMapping("/")
  @Needs(Permission.OWN_ACCOUNT)
  Answer home(Caller caller) {
    if (!caller.may(Permission.READ_SUMMARY)) {
      return Redirect.to(caller.may(Permission.MANAGE_PEOPLE) ? "/people" : "/account");
    }
    return models.of(caller.tenant()).read(HomeController::page);
  }

  private static HomePage page(Snapshot model) {
    Figures figures = figures(model);
    boolean toFactors = model.factors().stream().anyMatch(f -> !model.impactsOn(f.id()).isEmpty());
    boolean toGoals =
        model.factors().stream().anyMatch(f -> !model.impactsOfFactor(f.id()).isEmpty());
    return new HomePage(
        model.organisation().name(),
        figures,
        top(TOP, model),
        List.of(
            new Step("alignment.step.assets", "/import", figures.assets() > 0),
            new Step("alignment.step.vision", "/vision", figures.goals() > 0),
            new Step("alignment.step.factors", "/factors", figures.factors() > 0),
            new Step("alignment.step.goals", "/impacts/goals", toGoals),
            new Step("alignment.step.impacts", "/impacts", toFactors)));
  }

  /** The first priorities, each with its best reason; none that is without need. */
  static List<RankedRow> top(int n, Snapshot model) {
    PriorityQuery query =
        PriorityQuery.ALL.includingNone(false).withUnits(false).withPaths(1).withRows(0, n);
    return model.priorities(query).rows().stream()
        .map(row -> PrioritiesController.row(row, model))
        .toList();
  }

  private static Figures figures(Snapshot model) {
    List<Impact> impacts = new ArrayList<>();
    for (Factor factor : model.factors()) {
      impacts.addAll(model.impactsOn(factor.id()));
      impacts.addAll(model.impactsOfFactor(factor.id()));
    }
    Map<Impact.Link, Set<Integer>> levels = new HashMap<>();
    Map<Impact.Link, Integer> judges = new HashMap<>();
    int attributed = 0;
    for (Impact impact : impacts) {
      Judgement judgement = impact.judgement();
      attributed += judgement.by() != null && judgement.on() != null ? 1 : 0;
      if (!judgement.agreed()) {
        judges.merge(impact.link(), 1, Integer::sum);
        levels.computeIfAbsent(impact.link(), _ -> new HashSet<>()).add(judgement.level().number());
      }
    }
    int many = (int) judges.values().stream().filter(count -> count > 1).count();
    int differing = (int) levels.values().stream().filter(each -> each.size() > 1).count();
    return new Figures(
        model.assetCount(),
        model.requirementCount(),
        count(model, PriorityQuery.ALL.includingNone(false)),
        onTop(model),
        deafGoals(model),
        model.units().size(),
        model.units().stream().mapToInt(unit -> unit.goals().size()).sum(),
        model.factors().size(),
        impacts.size(),
        many,
        differing,
        attributed,
        model.assets(AssetQuery.ALL.withoutImpact(true).withRows(0, 1)).total(),
        model.assets(AssetQuery.ALL.withUnit(UnitFilter.NONE).withRows(0, 1)).total());
  }

  private static int count(Snapshot model, PriorityQuery query) {
    return model.priorities(query.withUnits(false).withRows(0, 1)).total();
  }

  /** How many requirements show the level that the first one shows. */
  private static int onTop(Snapshot model) {
    int level =
        model.top(1, 0).stream()
            .mapToInt(first -> model.scale().shownNumber(first.score()))
            .findFirst()
            .orElse(0);
    return level == 0 ? 0 : count(model, PriorityQuery.ALL.withMinimumLevel(Level.of(level)));
  }

  private static int deafGoals(Snapshot model) {
    Set<String> hurt = new HashSet<>();
    model
        .factors()
        .forEach(f -> model.impactsOfFactor(f.id()).forEach(impact -> hurt.add(impact.goal())));
    return (int)
        model.units().stream()
            .flatMap(unit -> unit.goals().stream())
            .filter(goal -> !hurt.contains(goal.id()))
            .count();
  }
}
