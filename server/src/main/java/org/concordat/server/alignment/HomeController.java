package org.concordat.server.alignment;

import java.util.List;
import org.concordat.core.alignment.live.PriorityQuery;
import org.concordat.core.alignment.live.Snapshot;
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
    Figures figures = Figures.of(model);
    boolean toFactors = model.factors().stream().anyMatch(f -> !model.impactsOn(f.id()).isEmpty());
    boolean toGoals =
        model.factors().stream().anyMatch(f -> !model.impactsOfFactor(f.id()).isEmpty());
    return new HomePage(
        model.organisation().name(),
        figures,
        model
            .priorities(
                PriorityQuery.ALL
                    .includingNone(false)
                    .withUnits(false)
                    .withPaths(1)
                    .withRows(0, TOP))
            .rows()
            .stream()
            .map(row -> PrioritiesController.row(row, model))
            .toList(),
        List.of(
            new Step("alignment.step.assets", "/import", figures.assets() > 0),
            new Step("alignment.step.vision", "/vision", figures.goals() > 0),
            new Step("alignment.step.factors", "/factors", figures.factors() > 0),
            new Step("alignment.step.goals", "/impacts/goals", toGoals),
            new Step("alignment.step.impacts", "/impacts", toFactors)));
  }
}
